import type { Problem } from '@jingzhun/schemas/problem';
import { closest, distance } from 'fastest-levenshtein';
import type { FactModel } from '../model/policy.ts';

/**
 * What a fact of json-rules-engine can hold. That engine asks nobody; here it is said once, so that a comparison between types is found
 * before anything runs. `min`, `max` and `codes` say what an unknown can still be: the tighter, the more is settled without it.
 */
export type EngineFact =
  | { readonly type: 'boolean' }
  /** `decimals`: at most so many, 0 to 6; 6 where it is left out. Bounds are included. */
  | { readonly type: 'number'; readonly decimals?: number; readonly min?: number; readonly max?: number }
  /** `codes`: the only texts there are. */
  | { readonly type: 'text'; readonly codes?: readonly string[] }
  /** A day, yyyy-mm-dd. */
  | { readonly type: 'date' }
  | { readonly type: 'list'; readonly of: 'text' | 'number' | 'date' };

/** The entity that holds the facts of an engine. */
export const entity = 'facts';

const forbidden = ['__proto__', 'constructor', 'prototype'];
const mostDecimals = 6;

const factName = (name: string): string => `${entity}.${name}`;
export const engineName = (fact: string): string => fact.slice(entity.length + 1);

/** The declared name that was probably meant; undefined where none is near. */
export function nearestFact(name: string, declared: Iterable<string>): string | undefined {
  const names = [...declared];
  if (names.length === 0 || name.length > 60) return undefined;
  const near = closest(name, names);
  return distance(name, near) <= name.length / 3 ? near : undefined;
}

/** The declared facts as a policy has them, undefined where a declaration is wrong; what is wrong with it goes to `problems`. */
export function factModels(
  facts: Readonly<Record<string, EngineFact>>,
  problems: Problem[],
): Map<string, FactModel | undefined> {
  const models = new Map<string, FactModel | undefined>();
  for (const [name, fact] of Object.entries(facts)) {
    const model = modelOf(name, fact);
    models.set(name, model);
    if (model === undefined)
      problems.push({
        code: 'wrong-fact',
        path: `facts.${name}`,
        zh: '应写作 { type: "boolean" }、{ type: "number", decimals, min, max }（小数 0 到 6 位）、{ type: "text", codes }、{ type: "date" } 或 { type: "list", of }，不含别的键；名称不得为 __proto__ 等',
        en: 'should be { type: "boolean" }, { type: "number", decimals, min, max } with 0 to 6 decimals, { type: "text", codes }, { type: "date" } or { type: "list", of }, without any other key and under a name other than __proto__ and its like',
      });
  }
  return models;
}

const keysOf: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['boolean', ['type']],
  ['number', ['type', 'decimals', 'min', 'max']],
  ['text', ['type', 'codes']],
  ['date', ['type']],
  ['list', ['type', 'of']],
]);

function modelOf(name: string, fact: EngineFact): FactModel | undefined {
  if (forbidden.includes(name)) return undefined;
  // A misspelt bound would otherwise bound nothing.
  const keys = keysOf.get(fact?.type);
  if (keys === undefined || Object.keys(fact).some((key) => !keys.includes(key))) return undefined;
  const base = { name: factName(name), entity, path: [name], scale: 1 } as const;
  switch (fact.type) {
    case 'boolean':
    case 'date':
      return { ...base, kind: fact.type, type: fact.type };
    case 'text':
      if (fact.codes === undefined) return { ...base, kind: 'text', type: 'text' };
      return isCodes(fact.codes) ? { ...base, kind: 'code', type: 'enum', codes: fact.codes } : undefined;
    case 'list':
      if (fact.of === 'text') return { ...base, kind: 'list', type: 'list' };
      return fact.of === 'number' || fact.of === 'date'
        ? { ...base, kind: 'list', type: 'list', entries: fact.of }
        : undefined;
    case 'number':
      return numberModel(base, fact);
  }
}

function numberModel(
  base: Pick<FactModel, 'name' | 'entity' | 'path'>,
  { decimals = mostDecimals, min, max }: Extract<EngineFact, { type: 'number' }>,
): FactModel | undefined {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > mostDecimals) return undefined;
  if ([min, max].some((bound) => bound !== undefined && !Number.isFinite(bound))) return undefined;
  if (min !== undefined && max !== undefined && min > max) return undefined;
  const scale = 10 ** decimals;
  return {
    ...base,
    kind: 'number',
    type: 'number',
    scale,
    // The nearest numbers of so many decimals that lie within.
    ...(min === undefined ? {} : { min: Math.ceil(min * scale) }),
    ...(max === undefined ? {} : { max: Math.floor(max * scale) }),
  };
}

function isCodes(codes: unknown): boolean {
  return Array.isArray(codes) && codes.length > 0 && codes.every((code) => typeof code === 'string');
}
