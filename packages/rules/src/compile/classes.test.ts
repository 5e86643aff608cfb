import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../values/dates.ts';
import type { Interval, Value } from '../values/interval.ts';
import { codeClasses, orderedClasses, type Question, textClasses, truthClasses } from './classes.ts';
import type { CompiledFact } from './facts.ts';

const anywhere: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function numeric(bounds = anywhere): CompiledFact {
  const model = { name: 'household.x', entity: 'household', kind: 'number', type: 'number', scale: 1 } as const;
  return {
    model,
    level: 'case',
    index: 0,
    bounds,
    codes: undefined,
    derive: undefined,
    slot: undefined,
  };
}

const below =
  (threshold: number | string): Question =>
  (value) =>
    (value as number) < (threshold as number);
const upTo =
  (threshold: number | string): Question =>
  (value) =>
    (value as number) <= (threshold as number);
const is =
  (...values: readonly unknown[]): Question =>
  (value) =>
    values.includes(value);

describe('classes of truths, codes and texts', () => {
  it('keep true, false and unknown apart', () => {
    expect([undefined, true, false].map((value) => truthClasses.classify(value))).toEqual([0, 1, 2]);
    expect(truthClasses.representatives).toEqual([undefined, true, false]);
  });

  it('have one class a code', () => {
    const classes = codeClasses(['a', 'b', 'c']);
    expect([undefined, 'a', 'b', 'c'].map((value) => classes.classify(value))).toEqual([0, 1, 2, 3]);
    expect(classes.representatives).toEqual([undefined, 'a', 'b', 'c']);
  });

  it('have a class for other texts that is none of those named, not even of the empty one', () => {
    const { representatives, classify } = textClasses(['']);
    expect(new Set(representatives).size).toBe(3);
    expect([undefined, '', 'a'].map((value) => classify(value))).toEqual([0, 1, 2]);
  });

  it('have one class a text that is named, and one for all others, the empty text among them', () => {
    const classes = textClasses(['x', 'y']);
    expect([undefined, 'x', 'y', 'z', '', 'X', 'constructor'].map((value) => classes.classify(value))).toEqual([
      0, 1, 2, 3, 3, 3, 3,
    ]);
    expect(classes.representatives[3]).not.toBe('x');
  });
});

describe('classes of numbers and days', () => {
  const sides = (values: readonly Value[], classes: ReturnType<typeof orderedClasses>) =>
    values.map((value) => classes.classify(value));

  it('lie below and from a threshold on', () => {
    const classes = orderedClasses(numeric(), [400], [below(400)]);
    expect(sides([Number.MIN_SAFE_INTEGER, -1, 399, 400, 401, Number.MAX_SAFE_INTEGER], classes)).toEqual([
      1, 1, 1, 2, 2, 2,
    ]);
    expect(classes.representatives.length).toBe(3);
  });

  it('take the threshold itself for a class of its own where the conditions ask for it', () => {
    const classes = orderedClasses(numeric(), [400], [below(400), upTo(400)]);
    expect(sides([399, 400, 401], classes)).toEqual([1, 2, 3]);
  });

  it('put together what all conditions treat alike, on both sides of a value', () => {
    const classes = orderedClasses(numeric(), [5], [is(5)]);
    expect(sides([4, 5, 6], classes)).toEqual([1, 2, 1]);
  });

  it('step one day before and after a date', () => {
    const classes = orderedClasses(
      { ...numeric(), model: { ...numeric().model, kind: 'date' } },
      ['2017-01-01'],
      [upTo('2017-01-01')],
    );
    expect(sides(['2016-12-31', '2017-01-01', '2017-01-02'], classes)).toEqual([1, 1, 2]);
    expect(classes.representatives).toEqual([undefined, '2016-12-31', '2017-01-02']);
  });

  it('know an unknown for settled where the range leaves one class', () => {
    const classes = orderedClasses(numeric({ low: 0, high: Number.POSITIVE_INFINITY }), [0], [below(0)]);
    expect(classes.representatives.length).toBe(2);
    expect(sides([undefined, 0, 5], classes)).toEqual([1, 1, 1]);
  });

  it('have a class for every value of the range, wherever the thresholds lie', () => {
    const bound = fc.integer({ min: -6, max: 6 });
    const range = fc.oneof(
      fc.constant(anywhere),
      fc.tuple(bound, bound).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
    );
    // Every other one lies between two steps.
    const half = fc.integer({ min: -18, max: 18 }).map((halves) => halves / 2);
    const thresholds = fc.uniqueArray(half, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(range, thresholds, fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }), (bounds, sorted, kinds) => {
        const questions = sorted.map(
          (threshold, index) => [below, upTo, is, is][kinds[index] as number]?.(threshold) as Question,
        );
        const classes = orderedClasses(numeric(bounds), sorted, questions);
        for (let value = Math.max(-12, bounds.low); value <= Math.min(12, bounds.high); value++) {
          const code = classes.classify(value);
          expect(code, `${value} in ${JSON.stringify(bounds)} by ${sorted}`).toBeGreaterThan(0);
          const representative = classes.representatives[code] as number;
          expect(questions.map((question) => question(representative))).toEqual(
            questions.map((question) => question(value)),
          );
          expect(representative >= bounds.low && representative <= bounds.high).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('have none for a threshold between two steps, and one for each value beside it', () => {
    const counts = { low: 0, high: Number.POSITIVE_INFINITY };
    const sidesOf = (threshold: number, question: Question) => {
      const classes = orderedClasses(numeric(counts), [threshold], [question]);
      return sides([undefined, 0, 1, 2], classes).map((code) => code > 0 && question(classes.representatives[code]));
    };
    expect(sidesOf(0.5, below(0.5))).toEqual([false, true, false, false]);
    expect(sidesOf(1.5, below(1.5))).toEqual([false, true, true, false]);
    expect(orderedClasses(numeric(counts), [0.5], [is(0.5)]).representatives).toEqual([undefined, 0]);
    const several = orderedClasses(numeric(counts), [0.5, 1.5], [below(0.5), below(1.5)]);
    expect(sides([0, 1, 2], several)).toEqual([1, 2, 3]);
  });

  it('have none between two neighbours, where no value stands', () => {
    const classes = orderedClasses(numeric(), [3, 4, 6], [is(3), below(4), is(6)]);
    expect(sides([2, 3, 3.5, 4, 5, 6, 7], classes)).toEqual([1, 2, 0, 3, 3, 4, 3]);
  });

  it('narrow a value that is partly known to the classes it can be in', () => {
    const classes = orderedClasses(numeric(), [10, 20], [below(10), below(20)]);
    expect(classes.classify({ low: 0, high: 9 })).toBe(1);
    expect(classes.classify({ low: 10, high: 19 })).toBe(2);
    expect(classes.classify({ low: 9, high: 10 })).toBe(0);
    expect(classes.spread({ low: 9, high: 10 })).toEqual([1, 2]);
    expect(classes.spread({ low: 12, high: Number.POSITIVE_INFINITY })).toEqual([2, 3]);
    expect(classes.spread(anywhere)).toBeUndefined();
    expect(classes.spread(undefined)).toBeUndefined();
  });

  it('never leave out a class that a partly known value can be in', () => {
    const number = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(number, { minLength: 1, maxLength: 4 }), number, number, (thresholds, a, b) => {
        const classes = orderedClasses(numeric(), thresholds, thresholds.map(below));
        const interval = { low: Math.min(a, b), high: Math.max(a, b) };
        const possible = new Set<number>();
        for (let value = interval.low; value <= interval.high; value++) possible.add(classes.classify(value));
        const code = interval.low === interval.high ? classes.classify(interval.low) : classes.classify(interval);
        if (code > 0) expect([...possible]).toEqual([code]);
        else for (const each of possible) expect(classes.spread(interval) ?? [each]).toContain(each);
      }),
      { numRuns: 300 },
    );
  });

  it('hold a day apart from its neighbours at ends of months', () => {
    for (const day of ['2016-02-29', '2016-12-31', '2017-03-01']) {
      const classes = orderedClasses({ ...numeric(), model: { ...numeric().model, kind: 'date' } }, [day], [is(day)]);
      expect(sides([addDays(day, -1), day, addDays(day, 1)], classes)).toEqual([1, 2, 1]);
    }
  });
});

describe('classes of numbers with bounds', () => {
  it('have none for what the field cannot hold', () => {
    const { representatives } = orderedClasses(numeric({ low: 0, high: 10 }), [20], [upTo(20)]);
    expect(representatives).toEqual([undefined, 10]);
    const few = orderedClasses(numeric({ low: 0, high: 10 }), [5, 20], [upTo(5), upTo(20), is(20)]);
    expect(few.representatives).toEqual([undefined, 4, 10]);
  });

  it('leave what lies outside of them unknown', () => {
    const { classify, spread } = orderedClasses(numeric({ low: 10, high: 20 }), [10, 15], [below(10), below(15)]);
    expect(classify(5)).toBe(0);
    expect(spread({ low: 0, high: 5 })).toBeUndefined();
    expect(spread({ low: 0, high: 12 })).toEqual([1]);
    expect(spread(5)).toBeUndefined();
    expect(spread(undefined)).toBeUndefined();
  });
});
