import type { RoundingMode } from '../model/expression.ts';

/**
 * `value × numerator / denominator` rounded to a whole number, exactly, whatever the size of the product.
 *
 * @example
 * mulDivRound(333, 70, 100, 'half-up') // 233
 * mulDivRound(-5, 1, 2, 'half-up') // -3: half away from zero
 * mulDivRound(5, 1, 2, 'down') // 2: towards zero
 *
 * @throws RangeError when the denominator is zero; callers treat that as unknown first.
 */
export function mulDivRound(
  value: number,
  numerator: number | bigint,
  denominator: number | bigint,
  mode: RoundingMode,
): number {
  if (Number(denominator) === 0) throw new RangeError('division by zero');
  const small = value * Number(numerator);
  const awayFromZero = Math.sign(small) === Math.sign(Number(denominator)) ? 1 : -1;
  if (Number.isSafeInteger(small) && Number.isSafeInteger(Number(denominator))) {
    return divideRound(small, Number(denominator), awayFromZero, mode);
  }
  const dividend = BigInt(value) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const rest = dividend % divisor;
  const quotient = Number((dividend - rest) / divisor);
  if (rest === 0n || mode === 'down') return quotient;
  // Big integers divide towards zero: of less than a half nothing is left.
  if (mode === 'half-up' && (rest * 2n) / divisor === 0n) return quotient;
  return quotient + awayFromZero;
}

/** The same for whole numbers that doubles hold exactly, which nearly all amounts are. */
function divideRound(dividend: number, divisor: number, awayFromZero: number, mode: RoundingMode): number {
  const rest = dividend % divisor;
  const quotient = (dividend - rest) / divisor;
  if (rest === 0 || mode === 'down') return quotient + 0;
  if (mode === 'half-up' && Math.abs(rest) * 2 < Math.abs(divisor)) return quotient + 0;
  return quotient + awayFromZero;
}
