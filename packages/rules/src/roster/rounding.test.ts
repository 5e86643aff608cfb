import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoundingMode } from '../model/expression.ts';
import { mulDivRound } from '../values/exact.ts';
import { Rounding } from './rounding.ts';

const modes: readonly RoundingMode[] = ['half-up', 'up', 'down'];
const value = { op: 'value', value: 0 } as const;

function quotient(
  [dividend, times, numerator, denominator, below, step]: readonly number[],
  mode: RoundingMode,
): readonly [found: number, expected: number] {
  const [n = 1, d = 1, s = 1] = [numerator, denominator, step];
  const rounding = new Rounding({ op: 'round', of: value, by: null, numerator: n, denominator: d, mode, step: s });
  rounding.divideBy(below as number);
  const exact = mulDivRound(
    dividend as number,
    BigInt(times as number) * BigInt(n),
    BigInt(d) * BigInt(below as number) * BigInt(s),
    mode,
  );
  return [rounding.of(dividend as number, times as number), exact * s];
}

describe('rounding by a product and a floor', () => {
  it.each(modes)('comes to what exact division comes to: %s', (mode) => {
    const part = fc.integer({ min: 1, max: 1_000_000 });
    const operands = fc.tuple(
      fc.oneof(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.maxSafeInteger()),
      fc.integer({ min: 0, max: 1000 }),
      part,
      part,
      part,
      fc.constantFrom(1, 10, 100),
    );
    fc.assert(
      fc.property(operands, (given) => {
        const [found, expected] = quotient(given, mode);
        expect(found).toBe(expected + 0);
      }),
      { numRuns: 20_000, seed: 20161129 },
    );
  });

  it.each(modes)('is exact on both sides of every whole and every half, up to the largest products: %s', (mode) => {
    for (const divisor of [1, 2, 3, 7, 100, 12_345, 999_983]) {
      for (const whole of [0, 1, 999, 2 ** 26, Math.floor(2 ** 49 / divisor), Math.floor(2 ** 52 / divisor)]) {
        const middle = whole * divisor;
        for (const beside of [0, 1, Math.floor(divisor / 2), Math.ceil(divisor / 2), divisor - 1]) {
          const [found, expected] = quotient([middle + beside, 1, 1, divisor, 1, 1], mode);
          expect(found, `${middle + beside} / ${divisor}`).toBe(expected);
        }
      }
    }
  });
});
