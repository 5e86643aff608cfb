import type { CompiledFact } from '../compile/facts.ts';
import type { Regime } from '../compile/regime.ts';
import { inTerms } from '../compile/slots.ts';
import { addDays } from '../values/dates.ts';
import { leavesOfRule } from './condition.ts';

/**
 * Values of a fact just below, at and just above every threshold that conditions of these regimes hold it against, in
 * the terms in which a case gives them, the smallest first: both sides of every line. Of a fact with codes, every
 * code; of a truth, both. Empty where no condition compares it with a constant or a parameter.
 * For a line of 4,000 yuan: `[3999.99, 4000, 4000.01]`.
 */
export function boundaryValues(name: string, ...regimes: readonly Regime[]): readonly (boolean | number | string)[] {
  const values = new Map<string, boolean | number | string>();
  for (const regime of regimes) {
    const fact = regime.facts.get(name);
    if (fact === undefined) continue;
    const { kind, codes } = fact.model;
    const thresholds = thresholdsOf(name, regime);
    if (thresholds.length === 0 && kind !== 'boolean' && kind !== 'code') continue;
    const all =
      kind === 'boolean'
        ? [true, false]
        : kind === 'code'
          ? (codes ?? [])
          : kind === 'number' || kind === 'date'
            ? valuesAround(fact, thresholds)
            : thresholds;
    for (const value of all) values.set(String(value), value);
  }
  return [...values.values()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Values just below, at and just above lines in a fact's steps, that it can have, in the terms of a case. */
export function valuesAround(fact: CompiledFact, lines: Iterable<number | string>): readonly (number | string)[] {
  return [...lines]
    .flatMap(around)
    .filter((value) => typeof value === 'string' || isWithin(value, fact.bounds))
    .map((value) => inTerms(fact, value));
}

/** What conditions hold a fact against, numbers in its steps. */
export function thresholdsOf(name: string, regime: Regime): (number | string)[] {
  const fact = regime.facts.get(name);
  if (fact === undefined) return [];
  const leaves = regime.rules
    .filter(({ inForce }) => inForce)
    .flatMap(({ model }) => leavesOfRule(model))
    .filter((leaf) => leaf.fact === name);
  return leaves.flatMap(({ value }): (number | string)[] => {
    if (typeof value === 'number') return [Math.round(value * fact.model.scale)];
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) {
      return value.map((each) => (typeof each === 'number' ? Math.round(each * fact.model.scale) : each));
    }
    if (typeof value !== 'object' || !('parameter' in value)) return [];
    const known = regime.scope.parameters.get(value.parameter);
    if (typeof known === 'string') return [known];
    if (typeof known !== 'number') return [];
    return [(known * fact.model.scale) / (regime.scope.scaleOf?.(value.parameter) ?? fact.model.scale)];
  });
}

/** A threshold and its two neighbours; one that lies between two steps has only neighbours. */
export function around(value: number | string): (number | string)[] {
  if (typeof value === 'string') return [addDays(value, -1), value, addDays(value, 1)];
  if (Number.isInteger(value)) return [value - 1, value, value + 1];
  return [Math.floor(value), Math.ceil(value)];
}

function isWithin(value: number, { low, high }: { low: number; high: number }): boolean {
  return value >= low && value <= high;
}
