import type { CompiledRule } from '../compile/rule.ts';
import type { Expression } from '../model/expression.ts';
import { around, thresholdsOf } from '../witness/boundary-values.ts';
import { leavesOfRule } from '../witness/condition.ts';
import type { Given } from '../witness/space.ts';
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
  const lines = [...new Set([...drawn, ...formulaLines(income, rule, period)])];
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

/** What formulas compare an income with, in its steps: plain numbers and parameters. */
function formulaLines(income: string, { model }: CompiledRule, { regime }: Period): number[] {
  const lines: number[] = [];
  /** A part that is the income, or a constant: what one step of it is worth, or its value. */
  const incomeIn = (part: Expression): number | undefined =>
    part.op === 'fact' && part.fact === income
      ? 1
      : part.op === 'rescale'
        ? scaled(incomeIn(part.of), part.by)
        : undefined;
  const constantIn = (part: Expression): number | undefined => {
    if (part.op === 'rescale') return scaled(constantIn(part.of), part.by);
    const value =
      part.op === 'value'
        ? part.value
        : part.op === 'parameter'
          ? regime.scope.parameters.get(part.parameter)
          : undefined;
    return typeof value === 'number' ? value : undefined;
  };
  const note = (one: Expression, other: Expression): void => {
    const [worth, value] = [incomeIn(one), constantIn(other)];
    if (worth !== undefined && value !== undefined) lines.push(value / worth);
  };
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const expression = part as Expression;
    if (expression.op === 'compare' || expression.op === 'min' || expression.op === 'max') {
      note(expression.left, expression.right);
      note(expression.right, expression.left);
    }
    Object.values(part).forEach(walk);
  };
  walk(model.outcomes.map(({ value }) => value));
  for (const { model: fact } of regime.facts.values()) if (fact.path === undefined) walk(fact.derive);
  return lines;
}

const scaled = (value: number | undefined, by: number): number | undefined =>
  value === undefined ? undefined : value * by;
