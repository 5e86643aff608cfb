import type { Expression, RoundingMode } from '../model/expression.ts';
import { mulDivRound } from '../values/exact.ts';
import { multiply, toInterval } from '../values/interval.ts';
import { largestExact, type Work } from './number-vector.ts';

/** A quotient, rounded as its formula states: of a dividend, what it is multiplied with, and a divisor. */
export function rounded({ numerator, denominator, mode, step }: Extract<Expression, { op: 'round' }>): Work {
  // What is multiplied and divided with is mostly the same for all rows.
  let [lastTimes, lastBelow] = [Number.NaN, Number.NaN];
  let [by, over]: (number | bigint)[] = [0, 0];
  const round = (value: number, times: number, below: number): number => {
    if (!Number.isFinite(value)) return value;
    if (times !== lastTimes || below !== lastBelow) {
      [lastTimes, lastBelow] = [times, below];
      by = product(times, numerator);
      over = product(denominator, below * step);
    }
    const dividend = typeof by === 'number' ? value * by : Number.NaN;
    const isSmall = dividend <= largestExact && dividend >= -largestExact;
    return (
      (isSmall && typeof over === 'number'
        ? quotient(dividend, over, mode)
        : mulDivRound(value, by as number, over as number, mode)) * step
    );
  };
  return ([dividend, factor, divisor], low, high, rows, watch) => {
    for (let row = 0; row < rows; row++) {
      const below = divisor.low[row] as number;
      // Dividing by what may be zero, or by an unknown, tells nothing; zero by zero neither.
      if (below !== divisor.high[row] || below === 0) {
        low[row] = Number.NEGATIVE_INFINITY;
        high[row] = Number.POSITIVE_INFINITY;
        continue;
      }
      const [from, to] = [dividend.low[row] as number, dividend.high[row] as number];
      const [least, most] = [factor.low[row] as number, factor.high[row] as number];
      if (from === to && least === most) {
        const quotient = round(from, least, below);
        low[row] = high[row] = quotient;
        if (quotient > largestExact || quotient < -largestExact) watch(row);
        continue;
      }
      const whole = toInterval(multiply({ low: from, high: to }, { low: least, high: most }));
      low[row] = below > 0 ? round(whole.low, 1, below) : Number.NEGATIVE_INFINITY;
      high[row] = below > 0 ? round(whole.high, 1, below) : Number.POSITIVE_INFINITY;
    }
  };
}

/** Exact, whatever its size. */
function product(a: number, b: number): number | bigint {
  const small = a * b;
  return Number.isSafeInteger(small) ? small : BigInt(a) * BigInt(b);
}

/** As `mulDivRound`, of whole numbers that doubles hold; without a remainder, which takes long. */
function quotient(dividend: number, divisor: number, mode: RoundingMode): number {
  const [above, below] = [Math.abs(dividend), Math.abs(divisor)];
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
