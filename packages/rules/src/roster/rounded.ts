import type { Expression } from '../model/expression.ts';
import { mulDivRound } from '../values/exact.ts';
import { multiply, toInterval } from '../values/interval.ts';
import { largestExact, type Work } from './number-vector.ts';

/** A quotient, rounded as its formula states: of a dividend, what it is multiplied with, and a divisor. */
export function rounded({ numerator, denominator, mode, step }: Extract<Expression, { op: 'round' }>): Work {
  const round = (value: number, times: number, below: number): number =>
    Number.isFinite(value)
      ? mulDivRound(value, product(times, numerator), product(denominator, below * step), mode) * step
      : value;
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
