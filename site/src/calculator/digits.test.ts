import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digits } from './digits.ts';

const written = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

test.each([
  [0, '0'],
  [-0, '0'],
  [1000, '1,000'],
  [107_040_000, '107,040,000'],
  [12_345.5, '12,345.5'],
  [0.0001, '0.0001'],
  [0.00001, '0'],
  [-0.00001, '0'],
  [-1234.25, '-1,234.25'],
])('%d is written %s', (value, text) => {
  expect(digits(value)).toBe(text);
});

test('writes whole steps of a ten-thousandth as the platform does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 50 }), fc.boolean(), (steps, negative) => {
      const value = (negative ? -steps : steps) / 10_000;
      expect(digits(value)).toBe(written.format(value));
    }),
  );
});
