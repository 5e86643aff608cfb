import type { Case } from '@jingzhun/schemas';
import type { Regime } from '../compile/regime.ts';
import type { ConditionModel, FactModel, LeafModel, RuleModel } from '../model/policy.ts';
import { countsMembers } from './boundary-counts.ts';

/** A fact that a case can give, or that counts members, and the facts of the conditions whose thresholds matter for it: itself, or what follows from it. */
export interface BoundaryFact {
  readonly fact: FactModel;
  readonly sources: readonly string[];
}

const kinds: ReadonlySet<string> = new Set(['number', 'date', 'code']);

/** The numbers, days and codes that a rule's conditions look at, those of the policy's own facts followed down to given ones. */
export function inputsOf(rule: RuleModel, { facts }: Regime): BoundaryFact[] {
  const found = new Map<string, { fact: FactModel; sources: Set<string> }>();
  for (const { fact: name } of leavesOf(rule)) {
    const model = facts.get(name)?.model;
    if (model === undefined || !kinds.has(model.kind)) continue;
    if (countsMembers(model)) {
      found.set(name, { fact: model, sources: new Set([name]) });
      continue;
    }
    const seen = new Set<string>();
    const inputs = (each: FactModel): FactModel[] => {
      if (each.path !== undefined) return [each];
      if (seen.has(each.name)) return [];
      seen.add(each.name);
      return namesIn(each.derive).flatMap((part) => {
        const next = facts.get(part)?.model;
        return next === undefined ? [] : inputs(next);
      });
    };
    for (const fact of inputs(model)) {
      if (fact.kind !== model.kind || fact.scale !== model.scale) continue;
      const known = found.get(fact.name) ?? { fact, sources: new Set<string>() };
      known.sources.add(name);
      found.set(fact.name, known);
    }
  }
  return [...found.values()].map(({ fact, sources }) => ({ fact, sources: [...sources] }));
}

function leavesOf({ scope, when, items = [] }: RuleModel): LeafModel[] {
  const leaves = (condition: ConditionModel | undefined): LeafModel[] => {
    if (condition === undefined) return [];
    if ('all' in condition) return condition.all.flatMap(leaves);
    if ('any' in condition) return condition.any.flatMap(leaves);
    return 'not' in condition ? leaves(condition.not) : [condition];
  };
  return [scope, when, ...items.flatMap((item) => [item.scope, item.when])].flatMap(leaves);
}

function namesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'fact' && typeof value === 'string' ? [value] : namesIn(value),
  );
}

/** The case with what it lacks taken from another one. */
export function filledFrom(input: Case, other: Case): Case {
  return filled(input, other) as Case;
}

function filled(own: unknown, other: unknown): unknown {
  if (own === undefined) return other;
  if (Array.isArray(own) && Array.isArray(other)) return own.map((each, place) => filled(each, other[place]));
  if (!isRecord(own) || !isRecord(other)) return own;
  const keys = [...new Set([...Object.keys(own), ...Object.keys(other)])];
  return Object.fromEntries(keys.map((key) => [key, filled(own[key], other[key])]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
