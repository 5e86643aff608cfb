import type { Problem } from '@jingzhun/schemas';
import { isDay } from '../values/dates.ts';
import type { Interval, Value } from '../values/interval.ts';
import { rangeWords } from '../values/range-words.ts';
import type { CompiledFact } from './facts.ts';
import type { Frame } from './frame.ts';
import { firstIn, type Place, type Plan, placeAt } from './plan.ts';

/** The facts of one level: what a new frame begins with, and where given values go. */
export interface Level {
  readonly facts: readonly CompiledFact[];
  readonly values: Frame['values'];
  readonly codes: number[];
  /** By entity or shape. */
  readonly plans: ReadonlyMap<string, Plan>;
}

/**
 * Reads what an object gives: own keys only, each looked up, so that the work grows with what is given and not with
 * what could be.
 */
export function readObject(object: Readonly<Record<string, unknown>>, plan: Plan, frame: Frame, depth = 1): void {
  const inherits = frame.question.inherits || !isPlain(object);
  let last: Plan | Place = plan;
  // Engines walk the keys of a plain object fastest this way; the test keeps inherited ones out.
  for (const key in object) {
    if (inherits && !Object.hasOwn(object, key)) continue;
    const place = placeAt(plan, last, key);
    if (place === undefined) continue;
    last = place;
    const raw = object[key];
    if (raw === undefined || raw === null) continue;
    if (place.fact !== undefined) readFact(place.fact, raw, frame);
    if (place.inside !== undefined) readInside(raw, place.inside, frame, depth);
  }
}

/** Has it no prototype, or that of all objects? */
export function isPlain(object: object): boolean {
  const prototype = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null;
}

function readInside(raw: unknown, inside: Plan, frame: Frame, depth: number): void {
  if (isRecord(raw)) {
    readObject(raw, inside, frame, depth + 1);
    return;
  }
  const anyInside = firstIn(inside);
  const path = placeOf(anyInside, (anyInside.model.path as readonly string[]).slice(0, depth), frame);
  frame.question.problems.push(problemAt(path, 'wrong-shape', '一个对象', 'an object'));
}

function readFact(fact: CompiledFact, raw: unknown, frame: Frame): void {
  const { slot, index } = fact;
  const value = supply(fact, raw, frame);
  frame.values[index] = value;
  if (slot !== undefined) frame.codes[slot.index] = slot.classes.classify(value);
  if (fact.derive !== undefined) frame.given.push(fact);
}

/** Where in the input something stands. A frame of a case holds several entities, others one object. */
export function placeOf({ model }: CompiledFact, keys: readonly string[], frame: Frame): string {
  const place = frame.case === frame ? [frame.path, model.entity] : [frame.path];
  return [...place, ...keys].filter((part) => part !== '').join('.');
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
      if (Array.isArray(raw) && raw.length <= longestList && raw.every((entry) => isEntry(fact, entry)))
        return [...raw];
      break;
    case 'records':
      if (Array.isArray(raw) && raw.length <= longestList && raw.every(isRecord)) return raw;
      break;
    case 'number': {
      const number = steps(model.scale, raw);
      if (isWithin(fact.bounds, number)) return number;
      break;
    }
  }
  report(fact, raw, frame);
  return undefined;
}

const longestText = 2000;
/** The most entries of any other list. */
export const longestList = 1000;
const largest = 1e12;

/** A number as whole steps; no number where it is none, is too large, or has more decimals than its type allows. */
function steps(scale: number, raw: unknown): number {
  if (typeof raw !== 'number' || Math.abs(raw) > largest) return Number.NaN;
  const whole = Math.round(raw * scale);
  return whole / scale === raw ? whole + 0 : Number.NaN;
}

function isEntry(fact: CompiledFact, entry: unknown): boolean {
  if (fact.codes !== undefined) return (fact.codes as ReadonlySet<unknown>).has(entry);
  const { entries } = fact.model;
  if (entries === undefined) return typeof entry === 'string';
  return entries === 'date' ? isDay(entry) : isWithin(fact.bounds, steps(1, entry));
}

function isWithin({ low, high }: Interval, number: number): boolean {
  return number >= low && number <= high;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Says of what type a value is where that is another, never the value itself: it may be about a person. */
function report(fact: CompiledFact, raw: unknown, frame: Frame): void {
  const { path, kind } = fact.model;
  const [zh, en] = wanted(fact);
  const given = Array.isArray(raw) ? 'list' : typeof raw;
  const isType = given === (kind === 'records' ? 'list' : /^(?:code|date|text)$/.test(kind) ? 'string' : kind);
  const at = placeOf(fact, path as readonly string[], frame);
  frame.question.problems.push(
    problemAt(
      at,
      'wrong-value',
      zh + (isType ? '（所给不是）' : `（所给为 ${given}）`),
      en + (isType ? ' (the value given is not)' : ` (${given === 'object' ? 'an' : 'a'} ${given} was given)`),
    ),
  );
}

/** A problem whose remedy is said: 应为 …, should be …. */
export function problemAt(path: string, code: string, zh: string, en: string): Problem {
  return { code, path, zh: `应为${zh}`, en: `should be ${en}` };
}

function entriesWanted({ kind, entries, codes }: CompiledFact['model']): readonly [zh: string, en: string] {
  if (kind === 'records') return ['记录', 'records'];
  if (entries === 'date') return ['日期（yyyy-mm-dd）', 'dates, yyyy-mm-dd'];
  if (entries === 'number') return ['整数', 'whole numbers'];
  return codes === undefined ? ['文本', 'texts'] : ['代码', 'codes'];
}

function precisionWanted(scale: number): readonly [zh: string, en: string] {
  const decimals = Math.round(Math.log10(scale));
  if (decimals === 0) return ['整数', 'a whole number'];
  return [`数，最多 ${decimals} 位小数`, `a number with at most ${decimals} decimals`];
}

function wanted({ model, codes, bounds }: CompiledFact): readonly [zh: string, en: string] {
  const list = codes === undefined ? '' : `: ${[...codes].join(', ')}`;
  switch (model.kind) {
    case 'boolean':
      return [' true 或 false', 'true or false'];
    case 'date':
      return ['日期 yyyy-mm-dd', 'a date, yyyy-mm-dd'];
    case 'text':
      return [`文本，不超过 ${longestText} 字`, `text of at most ${longestText} characters`];
    case 'code':
      return [`代码之一${list}`, `one of these codes${list}`];
    case 'number': {
      const [zh, en] = precisionWanted(model.scale);
      const [zhRange, enRange] = rangeWords(bounds.low / model.scale, bounds.high / model.scale);
      return [zh + zhRange, en + enRange];
    }
    default: {
      const [zh, en] = entriesWanted(model);
      const [zhRange, enRange] = rangeWords(bounds.low, bounds.high);
      return [
        `${zh}的列表，不超过 ${longestList} 项${zhRange}${list}`,
        `a list of at most ${longestList} ${en}${enRange}${list}`,
      ];
    }
  }
}
