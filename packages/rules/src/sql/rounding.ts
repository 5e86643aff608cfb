import type { Expression } from '../model/expression.ts';
import { mulDivRound } from '../values/exact.ts';
import * as interval from '../values/interval.ts';
import { anything, type Interval, toInterval } from '../values/interval.ts';
import type { Dialect } from './dialect.ts';
import type { NumberSql } from './number.ts';
import * as number from './number.ts';
import { allOf, atom, choice, FALSE, isGiven, NULL, TRUE } from './text.ts';

type Round = Extract<Expression, { op: 'round' }>;

/**
 * A quotient of whole numbers, rounded as the policy says, in whole numbers alone: sign and size apart, since databases
 * do not agree on what happens below zero. Dividing by zero, or by what is not known, tells nothing.
 */
export function rounded(
  { of, by, numerator, denominator, mode, step }: Round,
  quantity: (each: Expression) => NumberSql,
  dialect: Dialect,
): NumberSql {
  // A product is taken apart, as `decide` does: as a whole it may be too large, though the quotient is not.
  const factors = of.op === 'multiply' ? [quantity(of.left), quantity(of.right)] : [quantity(of)];
  const dividend = factors.reduce((a, b) => number.multiply(a, b, dialect.wide));
  const divisor = by === null ? number.constant(1) : quantity(by);
  const times = number.multiply(dividend, number.constant(numerator), dialect.wide);
  const over = number.multiply(divisor, number.constant(denominator * step), dialect.wide);
  const below = number.constantOf(over);
  if (below === 0 || over.point === NULL) return number.unknownNumber;
  const range = rangeOf(times.range, below, step);
  const quotient = (value: string): string =>
    value === NULL ? NULL : scaled(divided(value, times.range, over, mode, dialect), step);
  // Below zero only factors that are all known tell something, as in `decide`.
  const allKnown = allOf(
    factors.map((factor) => (number.constantOf(factor) === undefined ? isGiven(factor.point) : TRUE)),
  );
  const negative = below === undefined ? `${atom(over.point)} < 0` : below < 0 ? TRUE : FALSE;
  const positive = below === undefined ? `${atom(over.point)} > 0` : below > 0 ? TRUE : FALSE;
  const known = choice([
    [positive, quotient(times.point)],
    [allOf([negative, allKnown]), quotient(times.point)],
  ]);
  const [low, high] = [times.low, times.high].map((bound) => {
    if (typeof bound === 'number' && !Number.isFinite(bound)) return bound;
    const sql = quotient(number.boundSql(bound));
    return choice([
      [positive, sql],
      [allOf([negative, allKnown]), quotient(times.point)],
    ]);
  }) as [number.Bound, number.Bound];
  const { fill } = times;
  if (negative === TRUE) return number.filled(known, anything, range);
  if (fill !== undefined && below !== undefined) {
    const round = (end: number): number => (Number.isFinite(end) ? mulDivRound(end, 1, below, mode) * step : end);
    const unknown = { low: round(fill.low), high: round(fill.high) };
    if (unknown.low !== unknown.high) return number.filled(known, unknown, range);
  }
  // Bounds that lie apart can be rounded to one and the same number, which is then known.
  return number.between(low, high, range);
}

function scaled(sql: string, step: number): string {
  return step === 1 ? sql : `${atom(sql)} * ${step}`;
}

function rangeOf(dividend: Interval, divisor: number | undefined, step: number): Interval {
  // What divides counts the step too: of what is unknown nothing is sure but that it is a step at least.
  const times = divisor === undefined ? [-1, 1] : [step / divisor, step / divisor];
  const { low, high } = toInterval(interval.multiply(dividend, { low: Math.min(...times), high: Math.max(...times) }));
  return { low: Math.floor(low) - step, high: Math.ceil(high) + step };
}

function divided(value: string, range: Interval, over: NumberSql, mode: Round['mode'], dialect: Dialect): string {
  const long = Math.max(Math.abs(range.low), Math.abs(range.high)) * 2 + Math.abs(over.range.high) >= 9e18;
  const divisor = number.constantOf(over);
  const plus = range.low >= 0;
  const size = plus ? atom(value) : `abs(${value})`;
  const isPositive = over.range.low >= 0;
  const by = divisor === undefined ? (isPositive ? atom(over.point) : `abs(${over.point})`) : Math.abs(divisor);
  const top = long ? dialect.wide(size) : size;
  const quotient = dialect.whole(quotientOf(top, by, mode, dialect));
  if (plus && isPositive) return quotient;
  const sign =
    divisor === undefined ? `sign(${value}) * sign(${over.point})` : isPositive ? `sign(${value})` : `-sign(${value})`;
  return `${dialect.whole(sign)} * ${quotient}`;
}

function quotientOf(size: string, by: string | number, mode: Round['mode'], dialect: Dialect): string {
  if (mode === 'down') return dialect.divide(size, String(by));
  if (by === 1) return size;
  const isKnown = typeof by === 'number';
  if (mode === 'up') return dialect.divide(`${size} + ${isKnown ? by - 1 : `${by} - 1`}`, String(by));
  return dialect.divide(`2 * ${size} + ${by}`, isKnown ? String(2 * by) : `2 * ${by}`);
}
