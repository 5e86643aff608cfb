import { longestList } from '../compile/read.ts';
import type { Regime } from '../compile/regime.ts';
import { mostCases, mostMembers } from '../decide/question.ts';
import type { Expression } from '../model/expression.ts';
import { mulDivRound } from '../values/exact.ts';
import { add, anything, type Interval, multiply, subtract, toInterval } from '../values/interval.ts';

const natural: Interval = { low: 0, high: Number.POSITIVE_INFINITY };
const calendar: Interval = { low: 1900, high: 2100 };

/** Between what a formula's number always lies, whatever is given: no count is below 0, no sum of such either. */
export function rangeOf(expression: Expression, regime: Regime, within: readonly string[] = []): Interval {
  const range = (part: Expression): Interval => rangeOf(part, regime, within);
  const rangeOfFact = (name: string): Interval => factRange(name, regime, within);
  switch (expression.op) {
    case 'value':
      return typeof expression.value === 'number' ? toInterval(expression.value) : anything;
    case 'parameter': {
      const value = regime.scope.parameters.get(expression.parameter);
      return typeof value === 'number' ? toInterval(value) : anything;
    }
    case 'table': {
      const table = regime.scope.parameters.get(expression.parameter);
      return typeof table === 'object' ? union(...Object.values(table).map(toInterval)) : anything;
    }
    case 'fact':
      return rangeOfFact(expression.fact);
    case 'add':
      return toInterval(add(range(expression.left), range(expression.right)));
    case 'subtract':
      return toInterval(subtract(range(expression.left), range(expression.right)));
    case 'multiply':
      return toInterval(multiply(range(expression.left), range(expression.right)));
    case 'rescale':
      return toInterval(multiply(range(expression.of), toInterval(expression.by)));
    case 'min':
    case 'max': {
      const [a, b] = [range(expression.left), range(expression.right)];
      const pick = Math[expression.op];
      return { low: pick(a.low, b.low), high: pick(a.high, b.high) };
    }
    case 'round':
      return rounded(expression, range);
    case 'if':
      return union(range(expression.yes), range(expression.no));
    case 'ifAbsent':
      return union(rangeOfFact(expression.fact), range(expression.other));
    case 'completedYears':
      return natural;
    case 'count':
      return { low: 0, high: longestOf(expression.list) };
    case 'sum': {
      if (expression.of === null) return natural;
      const { low, high } = range(expression.of);
      const most = longestOf(expression.list);
      return { low: low >= 0 ? 0 : most * low, high: high <= 0 ? 0 : most * high };
    }
    case 'year':
      return calendar;
    default:
      return anything;
  }
}

/** A longer list is refused. */
function longestOf(list: string): number {
  if (list === 'roster') return mostCases;
  return list === 'household.members' ? mostMembers : longestList;
}

function factRange(name: string, regime: Regime, within: readonly string[]): Interval {
  const fact = regime.facts.get(name);
  // Two facts can follow from each other: then from neither, where none is given.
  if (fact === undefined || fact.model.kind !== 'number' || within.includes(name)) return anything;
  const { path, derive, scale } = fact.model;
  if (derive === undefined) return fact.bounds;
  if (!('formula' in derive) || derive.formula.scale !== scale) return anything;
  const follows = rangeOf(derive.formula.expression, regime, [...within, name]);
  // What follows from others is not held against the field's own bounds: an empty list of members counts 0.
  return path === undefined ? follows : union(fact.bounds, follows);
}

function rounded(
  { of, by, numerator, denominator, mode, step }: Extract<Expression, { op: 'round' }>,
  range: (part: Expression) => Interval,
): Interval {
  const { low, high } = range(of);
  const divisor = by === null ? toInterval(1) : range(by);
  if (divisor.low !== divisor.high || divisor.low <= 0) return low >= 0 && divisor.low >= 0 ? natural : anything;
  if (numerator <= 0 || denominator <= 0) return anything;
  const round = (value: number): number =>
    Number.isSafeInteger(value)
      ? mulDivRound(value, numerator, denominator * divisor.low * step, mode) * step
      : Math.sign(value) * Number.POSITIVE_INFINITY;
  return { low: round(low), high: round(high) };
}

function union(...ranges: readonly Interval[]): Interval {
  if (ranges.length === 0) return anything;
  return { low: Math.min(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) };
}

/** What a fact of the policy's own follows from, a parameter's value; anything else as it is. */
export function readAs(part: Expression, { facts, scope }: Pick<Regime, 'facts' | 'scope'>): Expression {
  if (part.op === 'parameter') {
    const value = scope.parameters.get(part.parameter);
    return typeof value === 'number' || typeof value === 'string' ? { op: 'value', value } : part;
  }
  if (part.op !== 'fact') return part;
  const { path, derive, scale } = facts.get(part.fact)?.model ?? {};
  if (path !== undefined || derive === undefined || !('formula' in derive) || derive.formula.scale !== scale)
    return part;
  return readAs(derive.formula.expression, { facts, scope });
}
