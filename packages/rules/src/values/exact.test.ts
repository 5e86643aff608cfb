import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoundingMode } from '../model/expression.ts';
import { mulDivRound } from './exact.ts';

/** Written another way than the function: from the exact remainder of a division that rounds down. */
function oracle(value: bigint, numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const product = value * numerator * (denominator < 0n ? -1n : 1n);
  const by = denominator < 0n ? -denominator : denominator;
  const below = product >= 0n || product % by === 0n ? product / by : product / by - 1n;
  const twiceRest = 2n * (product - below * by);
  if (twiceRest === 0n) return below;
  const towardsZero = product > 0n ? below : below + 1n;
  const awayFromZero = product > 0n ? below + 1n : below;
  if (mode === 'down') return towardsZero;
  if (mode === 'up') return awayFromZero;
  if (twiceRest === by) return awayFromZero;
  return twiceRest > by ? below + 1n : below;
}

const whole = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const mode = fc.constantFrom<RoundingMode>('half-up', 'up', 'down');

describe('mulDivRound', () => {
  it('agrees with exact integer arithmetic, also where the product passes 2^53', () => {
    fc.assert(
      fc.property(
        whole,
        whole,
        whole.filter((n) => n !== 0),
        mode,
        (value, numerator, denominator, how) => {
          const exact = oracle(BigInt(value), BigInt(numerator), BigInt(denominator), how);
          expect(mulDivRound(value, numerator, denominator, how)).toBe(Number(exact));
        },
      ),
    );
  });

  it('agrees with exact integer arithmetic on small numbers, where halves are frequent', () => {
    const small = fc.integer({ min: -12, max: 12 });
    fc.assert(
      fc.property(
        small,
        small,
        small.filter((n) => n !== 0),
        mode,
        (value, numerator, denominator, how) => {
          const exact = oracle(BigInt(value), BigInt(numerator), BigInt(denominator), how);
          expect(mulDivRound(value, numerator, denominator, how)).toBe(Number(exact));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    [5, 1, 2, 'half-up', 3],
    [5, 1, 2, 'up', 3],
    [5, 1, 2, 'down', 2],
    [-5, 1, 2, 'half-up', -3],
    [-5, 1, 2, 'up', -3],
    [-5, 1, 2, 'down', -2],
    [5, 1, -2, 'half-up', -3],
    [-5, -1, -2, 'down', -2],
    [4, 1, 3, 'half-up', 1],
    [5, 1, 3, 'half-up', 2],
    [333, 70, 100, 'half-up', 233],
    [6, 1, 2, 'up', 3],
    // Beyond what doubles hold: a half, and a quotient without rest.
    [3_000_000_000_001, 1_000_000_000_000, 2_000_000_000_000, 'half-up', 1_500_000_000_001],
    [3_000_000_000_001, 1_000_000_000_000, 2_000_000_000_000, 'down', 1_500_000_000_000],
    [-3_000_000_000_001, 1_000_000_000_000, 2_000_000_000_000, 'half-up', -1_500_000_000_001],
    [3_000_000_000_000, 1_000_000_000_000, 2_000_000_000_000, 'up', 1_500_000_000_000],
    [-3_000_000_000_000, 1_000_000_000_000, 2_000_000_000_000, 'up', -1_500_000_000_000],
  ] as const)('%d × %d / %d rounded %s is %d', (value, numerator, denominator, how, result) => {
    expect(mulDivRound(value, numerator, denominator, how)).toBe(result);
  });

  it('never yields a negative zero', () => {
    expect(mulDivRound(-1, 1, 3, 'down')).toBe(0);
    expect(mulDivRound(-1, 1, 3, 'half-up')).toBe(0);
    expect(mulDivRound(0, -1, 3, 'up')).toBe(0);
    expect(mulDivRound(-0, 1, 3, 'up')).toBe(0);
  });

  it('is exact where doubles are not: 1.005 yuan is 100.5 fen and rounds to 101', () => {
    expect(mulDivRound(1005, 1, 10, 'half-up')).toBe(101);
    expect(Math.round(1.005 * 100)).toBe(100);
  });

  it('throws on a zero denominator', () => {
    for (const value of [0, 1, -1]) expect(() => mulDivRound(value, 1, 0, 'half-up')).toThrow(/zero/);
  });

  it('mirrors around zero in every mode', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), mode, (v, n, d, how) => {
        expect(mulDivRound(-v, n, d, how) + mulDivRound(v, n, d, how)).toBe(0);
      }),
    );
  });
});
