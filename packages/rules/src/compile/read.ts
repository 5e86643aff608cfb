import type { Problem } from '@jingzhun/schemas';
import { isDay } from '../values/dates.ts';
import type { Value } from '../values/interval.ts';
import type { CompiledFact } from './facts.ts';
import type { Frame } from './frame.ts';

/** The facts of one level: what a new frame begins with, and where given values go. */
export interface Level {
  readonly facts: readonly CompiledFact[];
  readonly values: Frame['values'];
  readonly codes: number[];
  /** By entity or shape. */
  readonly plans: ReadonlyMap<string, Plan>;
}

/** By key: the fact that stands there, or the keys inside. */
export type Plan = ReadonlyMap<string, { readonly fact: CompiledFact | undefined; readonly inside: Plan | undefined }>;

interface Draft extends Map<string, { fact: CompiledFact | undefined; inside: Draft | undefined }> {}

export function plansOf(facts: readonly CompiledFact[]): ReadonlyMap<string, Plan> {
  const plans = new Map<string, Draft>();
  for (const fact of facts) {
    const { entity, path } = fact.model;
    if (path === undefined) continue;
    let plan = plans.get(entity);
    if (plan === undefined) {
      plan = new Map();
      plans.set(entity, plan);
    }
    path.forEach((key, depth) => {
      let place = plan?.get(key);
      if (place === undefined) {
        place = { fact: undefined, inside: undefined };
        plan?.set(key, place);
      }
      if (depth === path.length - 1) place.fact = fact;
      else {
        place.inside ??= new Map();
        plan = place.inside;
      }
    });
  }
  return plans;
}

/**
 * Reads what an object gives: own keys only, each looked up, so that the work grows with what is given and not with
 * what could be.
 */
export function readObject(object: Readonly<Record<string, unknown>>, plan: Plan, frame: Frame): void {
  for (const key of Object.keys(object)) {
    const place = plan.get(key);
    if (place === undefined) continue;
    const raw = object[key];
    if (raw === undefined || raw === null) continue;
    const { fact, inside } = place;
    if (fact !== undefined) {
      const value = supply(fact, raw, frame);
      frame.values[fact.index] = value;
      if (fact.slot !== undefined) frame.codes[fact.slot.index] = fact.slot.classes.classify(value);
      if (fact.derive !== undefined) frame.given.push(fact);
    }
    if (inside !== undefined) {
      if (isRecord(raw)) readObject(raw, inside, frame);
      else reportShape(key, frame);
    }
  }
}

function reportShape(key: string, frame: Frame): void {
  frame.question.problems.push({
    code: 'wrong-shape',
    path: frame.path === '' ? key : `${frame.path}.${key}`,
    zh: '应为一个对象',
    en: 'should be an object',
  });
}

/** A given value as the engine holds it; what is not of the fact's type is reported and counts as unknown. */
function supply(fact: CompiledFact, raw: unknown, frame: Frame): Value {
  const { model } = fact;
  switch (model.kind) {
    case 'boolean':
      if (typeof raw === 'boolean') return raw;
      break;
    case 'code':
      if (typeof raw === 'string' && fact.codes?.has(raw)) return raw;
      break;
    case 'date':
      if (isDay(raw)) return raw;
      break;
    case 'text':
      if (typeof raw === 'string' && raw.length <= longestText) return raw;
      break;
    case 'list':
      if (Array.isArray(raw) && raw.length <= longestList && raw.every((entry) => isEntry(fact, entry))) return raw;
      break;
    case 'records':
      if (Array.isArray(raw) && raw.length <= longestList && raw.every(isRecord)) return raw;
      break;
    case 'number': {
      const number = steps(model.scale, raw);
      if (number !== undefined && number >= fact.bounds.low && number <= fact.bounds.high) return number;
      break;
    }
  }
  report(fact, raw, frame);
  return undefined;
}

const longestText = 2000;
const longestList = 1000;
const largest = 1e12;

/** A number as whole steps; undefined where it is none, is too large, or has more decimals than its type allows. */
function steps(scale: number, raw: unknown): number | undefined {
  if (typeof raw !== 'number' || !Number.isFinite(raw) || Math.abs(raw) > largest) return undefined;
  const whole = Math.round(raw * scale);
  return whole / scale === raw ? whole + 0 : undefined;
}

function isEntry(fact: CompiledFact, entry: unknown): boolean {
  if (fact.codes !== undefined) return typeof entry === 'string' && fact.codes.has(entry);
  return typeof entry === 'string' || (typeof entry === 'number' && Number.isInteger(entry));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function report(fact: CompiledFact, raw: unknown, frame: Frame): void {
  const { model } = fact;
  const wanted = expected(fact);
  const seen = model.sensitive || model.kind === 'text' ? { zh: '所填内容', en: 'this value' } : shown(raw);
  const problem: Problem = {
    code: 'wrong-value',
    path: [frame.path || model.entity, ...(model.path ?? [])].join('.'),
    zh: `${seen.zh}不可用：应为${wanted.zh}`,
    en: `${seen.en} cannot be used: it should be ${wanted.en}`,
  };
  frame.question.problems.push(problem);
}

function shown(raw: unknown): { zh: string; en: string } {
  if (Array.isArray(raw)) return { zh: '该列表', en: 'this list' };
  if (typeof raw === 'object') return { zh: '该对象', en: 'this object' };
  const text = typeof raw === 'string' ? `"${raw.slice(0, 40)}"` : String(raw);
  return { zh: text, en: text };
}

function expected(fact: CompiledFact): { zh: string; en: string } {
  const { model, codes } = fact;
  switch (model.kind) {
    case 'boolean':
      return { zh: 'true 或 false', en: 'true or false' };
    case 'date':
      return { zh: 'yyyy-mm-dd 形式的日期', en: 'a date, yyyy-mm-dd' };
    case 'text':
      return { zh: `不超过 ${longestText} 字的文本`, en: `text of at most ${longestText} characters` };
    case 'code':
      return { zh: `下列代码之一：${[...(codes ?? [])].join('、')}`, en: `one of ${[...(codes ?? [])].join(', ')}` };
    case 'list':
    case 'records':
      return codes === undefined
        ? { zh: `不超过 ${longestList} 项的列表`, en: `a list of at most ${longestList} entries` }
        : { zh: `由下列代码组成的列表：${[...codes].join('、')}`, en: `a list of ${[...codes].join(', ')}` };
    case 'number':
      return numberExpected(fact);
  }
}

function numberExpected({ model, bounds }: CompiledFact): { zh: string; en: string } {
  const decimals = Math.min(4, Math.round(Math.log10(model.scale)));
  const zh = [decimals === 0 ? '整数' : `最多 ${decimals} 位小数的数`];
  const en = [decimals === 0 ? 'a whole number' : `a number with at most ${decimals} decimals`];
  if (Number.isFinite(bounds.low)) {
    zh.push(`不小于 ${bounds.low / model.scale}`);
    en.push(`at least ${bounds.low / model.scale}`);
  }
  if (Number.isFinite(bounds.high)) {
    zh.push(`不大于 ${bounds.high / model.scale}`);
    en.push(`at most ${bounds.high / model.scale}`);
  }
  return { zh: zh.join('，'), en: en.join(', ') };
}
