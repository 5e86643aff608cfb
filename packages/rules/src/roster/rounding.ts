import type { Expression, RoundingMode } from '../model/expression.ts';
import { mulDivRound } from '../values/exact.ts';
import { largestExact } from './number-vector.ts';

type Round = Extract<Expression, { op: 'round' }>;

/**
 * Up to here, a whole number and a half times the reciprocal of another never comes to the next whole number by an error of
 * doubles: it lies half a divisor's part away from it, and is off by less.
 */
const largestDividend = 2 ** 50;

/** A quotient of whole numbers, rounded as a formula states: a product and a floor, as long as doubles hold the numbers. */
export class Rounding {
  /** What a dividend is multiplied with, what is added to that, and what the sum is multiplied with. */
  by = 0;
  half = 0;
  part = 1;
  /** The largest product of a dividend with `by` that may be rounded so. */
  limit = Number.NEGATIVE_INFINITY;
  readonly step: number;
  private readonly formula: Round;
  private below = Number.NaN;

  constructor(formula: Round) {
    this.formula = formula;
    this.step = formula.step;
  }

  /** For another divisor; mostly it is the same for all rows. */
  divideBy(below: number): void {
    if (below === this.below) return;
    this.below = below;
    const { numerator, denominator, mode, step } = this.formula;
    const divisor = denominator * below * step;
    this.limit = Number.NEGATIVE_INFINITY;
    if (!(divisor > 0 && Number.isSafeInteger(divisor) && Number.isSafeInteger(numerator) && numerator > 0)) return;
    // In lowest terms, products stay small.
    const common = largestDivisor(numerator, divisor);
    const times = mode === 'half-up' ? 2 : 1;
    this.by = (times * numerator) / common;
    const over = (times * divisor) / common;
    this.part = 1 / over;
    this.half = halves[mode](over) + 0.5;
    if (step >= 1) this.limit = Math.min(largestDividend, Math.floor(largestExact / step) * over) - this.half;
  }

  /** The quotient of the product of two numbers; what has no end stays so. */
  of(value: number, times: number): number {
    const dividend = value * times * this.by;
    if (dividend >= 0 && dividend <= this.limit) return this.small(dividend);
    if (dividend < 0 && dividend >= -this.limit) return 0 - this.small(-dividend);
    if (!Number.isFinite(value)) return value;
    const { numerator, denominator, mode, step } = this.formula;
    return mulDivRound(value, product(times, numerator), product(denominator, this.below * step), mode) * step;
  }

  private small(dividend: number): number {
    return Math.floor((dividend + this.half) * this.part) * this.step;
  }
}

/** What rounding adds before the floor; half away from zero divides twice the dividend by twice the divisor. */
const halves: Readonly<Record<RoundingMode, (over: number) => number>> = {
  'half-up': (over) => over / 2,
  up: (over) => over - 1,
  down: () => 0,
};

function largestDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** Exact, whatever its size. */
function product(a: number, b: number): number | bigint {
  const small = a * b;
  return Number.isSafeInteger(small) ? small : BigInt(a) * BigInt(b);
}
