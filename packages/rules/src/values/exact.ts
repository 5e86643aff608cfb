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
export function mulDivRound(value: number, numerator: number, denominator: number, mode: RoundingMode): number {
  if (denominator === 0) throw new RangeError('division by zero');
  const small = value * numerator;
  if (Number.isSafeInteger(small) && Number.isSafeInteger(denominator)) return divideRound(small, denominator, mode);
  const product = BigInt(value) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const negative = product < 0n !== divisor < 0n && product !== 0n;
  const size = product < 0n ? -product : product;
  const by = divisor < 0n ? -divisor : divisor;
  let quotient = size / by;
  const rest = size % by;
  if (rest !== 0n && (mode === 'up' || (mode === 'half-up' && rest * 2n >= by))) quotient += 1n;
  return Number(negative ? -quotient : quotient);
}

/** The same for whole numbers that doubles hold exactly, which nearly all amounts are. */
function divideRound(dividend: number, divisor: number, mode: RoundingMode): number {
  const rest = dividend % divisor;
  const quotient = (dividend - rest) / divisor;
  if (rest === 0 || mode === 'down') return quotient + 0;
  if (mode === 'half-up' && Math.abs(rest) * 2 < Math.abs(divisor)) return quotient + 0;
  return dividend < 0 === divisor < 0 ? quotient + 1 : quotient - 1;
}
