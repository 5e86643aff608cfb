import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  anything,
  fromBounds,
  type Interval,
  isInterval,
  multiply,
  subtract,
  toInterval,
  type Value,
} from './interval.ts';

const bound = fc.integer({ min: -50, max: 50 });
const interval = fc.tuple(bound, bound).map(([a, b]): Interval => ({ low: Math.min(a, b), high: Math.max(a, b) }));

function contains(value: number | Interval, number: number): boolean {
  const { low, high } = toInterval(value);
  return low <= number && number <= high;
}

const operations = { add, subtract, multiply };
const exact = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
};

describe.each(['add', 'subtract', 'multiply'] as const)('%s of intervals', (name) => {
  it('holds the result for every pair of numbers inside, and its bounds are reached', () => {
    fc.assert(
      fc.property(interval, interval, fc.nat(), fc.nat(), (a, b, m, n) => {
        const result = operations[name](a, b);
        const x = a.low + (m % (a.high - a.low + 1));
        const y = b.low + (n % (b.high - b.low + 1));
        expect(contains(result, exact[name](x, y))).toBe(true);
        const corners = [a.low, a.high].flatMap((p) => [b.low, b.high].map((q) => exact[name](p, q)));
        const { low, high } = toInterval(result);
        expect(low).toBe(Math.min(...corners) + 0);
        expect(high).toBe(Math.max(...corners) + 0);
      }),
    );
  });

  it('never yields NaN, whatever is unbounded', () => {
    const edges = [Number.NEGATIVE_INFINITY, -3, 0, 5, Number.POSITIVE_INFINITY];
    const intervals = edges.flatMap((low) => edges.filter((high) => high >= low).map((high) => ({ low, high })));
    // A bound is only infinite on its own side: no interval lies wholly at infinity.
    const usable = intervals.filter(
      ({ low, high }) => low !== Number.POSITIVE_INFINITY && high !== Number.NEGATIVE_INFINITY,
    );
    for (const a of usable) {
      for (const b of usable) {
        const { low, high } = toInterval(operations[name](a, b));
        expect(low <= high).toBe(true);
      }
    }
  });
});

describe('intervals', () => {
  it('are zero when anything is multiplied with zero', () => {
    expect(multiply({ low: 0, high: 0 }, anything)).toBe(0);
    expect(multiply(anything, { low: 0, high: 0 })).toBe(0);
  });

  it('collapse to a plain number where both bounds are one', () => {
    expect(fromBounds(3, 3)).toBe(3);
    expect(add({ low: 1, high: 1 }, { low: 2, high: 2 })).toBe(3);
    expect(fromBounds(3, 4)).toEqual({ low: 3, high: 4 });
  });

  it('stand for an unknown as a range without bounds', () => {
    expect(toInterval(undefined)).toEqual(anything);
    expect(toInterval(7)).toEqual({ low: 7, high: 7 });
    expect(toInterval({ low: 1, high: 2 })).toEqual({ low: 1, high: 2 });
  });

  it('are told from all other values', () => {
    const others: Value[] = [undefined, true, 0, 'x', [], ['low']];
    for (const value of others) expect(isInterval(value)).toBe(false);
    expect(isInterval({ low: 0, high: 1 })).toBe(true);
  });
});

it('what is unknown, or no number, can be any number', () => {
  for (const value of [undefined, true, 'text', [1]] as const) expect(toInterval(value)).toBe(anything);
  const known = { low: 1, high: 2 };
  expect(toInterval(known)).toBe(known);
});
