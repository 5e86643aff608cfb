import type { Expression } from '../model/expression.ts';
import { multiply, toInterval } from '../values/interval.ts';
import { largestExact, type Work } from './number-vector.ts';
import { Rounding } from './rounding.ts';

type Round = Extract<Expression, { op: 'round' }>;

/** A quotient, rounded as its formula states: of a dividend, what it is multiplied with, and a divisor. */
export function rounded(formula: Round): Work {
  const rounding = new Rounding(formula);
  return ([dividend, factor, divisor], low, high, rows, watch) => {
    const [froms, tos, leasts, mosts] = [dividend.low, dividend.high, factor.low, factor.high];
    const [belows, belowsMost] = [divisor.low, divisor.high];
    for (let row = 0; row < rows; row++) {
      const below = belows[row] as number;
      // Dividing by what may be zero, or by an unknown, tells nothing; zero by zero neither.
      if (below !== belowsMost[row] || below === 0) {
        low[row] = Number.NEGATIVE_INFINITY;
        high[row] = Number.POSITIVE_INFINITY;
        continue;
      }
      rounding.divideBy(below);
      const { by, half, part, limit, step } = rounding;
      const from = froms[row] as number;
      const to = tos[row] as number;
      const least = leasts[row] as number;
      const most = mosts[row] as number;
      const small = from * least * by;
      const large = to * most * by;
      // Nothing below zero, and both ends exact or without bounds: no matter which rows are known.
      const fits = (Number(large <= limit) | Number(large === Number.POSITIVE_INFINITY)) & Number(small <= limit);
      if (fits === 1 && from >= 0 && least >= 0) {
        low[row] = Math.floor((small + half) * part) * step;
        high[row] = Math.floor((large + half) * part) * step;
      } else if (from === to && least === most) {
        const quotient = rounding.of(from, least);
        low[row] = quotient;
        high[row] = quotient;
        if (quotient > largestExact || quotient < -largestExact) watch(row);
      } else {
        const whole = toInterval(multiply({ low: from, high: to }, { low: least, high: most }));
        low[row] = below > 0 ? rounding.of(whole.low, 1) : Number.NEGATIVE_INFINITY;
        high[row] = below > 0 ? rounding.of(whole.high, 1) : Number.POSITIVE_INFINITY;
      }
    }
  };
}
