import type { CompiledRule } from '../compile/rule.ts';
import { around, thresholdsOf } from '../witness/boundary-values.ts';
import { leavesOfRule } from '../witness/condition.ts';
import { formulaLines } from '../witness/formula-lines.ts';
import type { Given } from '../witness/inputs.ts';
import type { Period } from './period.ts';

/** A rise of an income, in the terms of a case, and what else has to be given for it to count. */
export interface Step {
  readonly below: number;
  readonly above: number;
  readonly given?: Given;
}

/**
 * Rises of an income that can cost a grant, in the terms of a case: over every line that a condition or a formula draws,
 * and between and beyond the lines, where an amount may fall faster than the income rises.
 */
export function stepsOf(income: string, rule: CompiledRule, facts: ReadonlySet<string>, period: Period): Step[] {
  const { regime } = period;
  const scale = regime.facts.get(income)?.model.scale ?? 1;
  // A fact of the policy's own that rests on an income has lines in its place.
  const names = [...facts].filter(
    (name) => name === income || (regime.facts.get(name)?.model.path === undefined && regime.facts.has(name)),
  );
  const drawn = names.flatMap((name) => {
    const own = regime.facts.get(name)?.model.scale ?? 1;
    return thresholdsOf(name, regime).flatMap((value) => (typeof value === 'number' ? [(value / own) * scale] : []));
  });
  const written = [...(formulaLines(rule.model, regime).get(income) ?? [])].filter((line) => typeof line === 'number');
  const lines = [...new Set([...drawn, ...written])];
  const over = lines.flatMap((line) => {
    const steps = around(Math.round(line)) as number[];
    return steps
      .slice(1)
      .map((step, place): Step => ({ below: (steps[place] as number) / scale, above: step / scale }));
  });
  return [...over, ...overOthers(income, rule, scale), ...between(lines.map((line) => line / scale))];
}

/** A figure that an income is held against where the figure is a fact too. */
const figure = 5000;

/** Rises over another fact that the income is compared with. */
function overOthers(income: string, { model }: CompiledRule, scale: number): Step[] {
  const others = leavesOfRule(model).flatMap(({ fact, value }): string[] => {
    if (typeof value !== 'object' || !('fact' in value)) return [];
    return fact === income ? [value.fact] : value.fact === income ? [fact] : [];
  });
  return [...new Set(others)].flatMap((other) =>
    [-1, 0].map(
      (step): Step => ({
        below: figure + step / scale,
        above: figure + (step + 1) / scale,
        given: { [other]: figure },
      }),
    ),
  );
}

const samples = 12;

/** Rises all along, up to twice the highest line. */
function between(lines: readonly number[]): Step[] {
  const highest = 2 * Math.max(1000, ...lines);
  const width = Math.ceil(highest / samples);
  return Array.from({ length: samples }, (_, place): Step => ({ below: place * width, above: (place + 1) * width }));
}
