import type { Expression, RoundingMode } from '../model/expression.ts';
import { mulDivRound } from '../values/exact.ts';
import { multiply, toInterval } from '../values/interval.ts';
import { largestExact, type Work } from './number-vector.ts';

type Round = Extract<Expression, { op: 'round' }>;

/** A quotient, rounded as its formula states: of a dividend, what it is multiplied with, and a divisor. */
export function rounded(formula: Round): Work {
  const round = rounder(formula);
  return ([dividend, factor, divisor], low, high, rows, watch) => {
    for (let row = 0; row < rows; row++) {
      const below = divisor.low[row] as number;
      // Dividing by what may be zero, or by an unknown, tells nothing; zero by zero neither.
      if (below !== divisor.high[row] || below === 0) {
        low[row] = Number.NEGATIVE_INFINITY;
        high[row] = Number.POSITIVE_INFINITY;
        continue;
      }
      const from = dividend.low[row] as number;
      const to = dividend.high[row] as number;
      const least = factor.low[row] as number;
      const most = factor.high[row] as number;
      if (from === to && least === most) {
        const quotient = round(from, least, below);
        low[row] = quotient;
        high[row] = quotient;
        if (quotient > largestExact || quotient < -largestExact) watch(row);
        continue;
      }
      const whole = toInterval(multiply({ low: from, high: to }, { low: least, high: most }));
      low[row] = below > 0 ? round(whole.low, 1, below) : Number.NEGATIVE_INFINITY;
      high[row] = below > 0 ? round(whole.high, 1, below) : Number.POSITIVE_INFINITY;
    }
  };
}

/** The quotient of whole numbers; what has no end stays so. */
function rounder({
  numerator,
  denominator,
  mode,
  step,
}: Round): (value: number, times: number, below: number) => number {
  // What is divided by is mostly the same for all rows. In lowest terms, products stay small.
  let last = Number.NaN;
  let [by, over] = [0, 0];
  return (value, times, below) => {
    if (below !== last) {
      last = below;
      const divisor = denominator * below * step;
      const common =
        Number.isSafeInteger(divisor) && Number.isSafeInteger(numerator) ? largestDivisor(numerator, divisor) : 0;
      [by, over] = common > 0 ? [numerator / common, divisor / common] : [Number.NaN, Number.NaN];
    }
    const dividend = value * times * by;
    if (dividend <= largestExact && dividend >= -largestExact) return quotient(dividend, over, mode) * step;
    if (!Number.isFinite(value)) return value;
    return mulDivRound(value, product(times, numerator), product(denominator, below * step), mode) * step;
  };
}

function largestDivisor(a: number, b: number): number {
  let [larger, smaller] = [Math.abs(a), Math.abs(b)];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** As `mulDivRound`, of whole numbers that doubles hold; without a remainder, which takes long. */
function quotient(dividend: number, divisor: number, mode: RoundingMode): number {
  const above = Math.abs(dividend);
  const below = Math.abs(divisor);
  let whole = Math.floor(above / below);
  let rest = above - whole * below;
  // The quotient of two doubles can be off by one.
  if (rest < 0) {
    whole -= 1;
    rest += below;
  } else if (rest >= below) {
    whole += 1;
    rest -= below;
  }
  if (mode === 'half-up' ? rest * 2 >= below : mode === 'up' && rest > 0) whole += 1;
  return dividend < 0 === divisor < 0 ? whole : 0 - whole;
}

/** Exact, whatever its size. */
function product(a: number, b: number): number | bigint {
  const small = a * b;
  return Number.isSafeInteger(small) ? small : BigInt(a) * BigInt(b);
}
