import { expect, it } from 'vitest';
import { agreement, FALSE, join, negate, TRUE, type Truth, truthOf, UNKNOWN } from './truth.ts';

const truths: readonly Truth[] = [FALSE, TRUE, UNKNOWN];

it('a truth and its contrary; of what is unknown nobody knows the contrary', () => {
  expect(truths.map(negate)).toEqual([TRUE, FALSE, UNKNOWN]);
});

it('all are true where none is false or unknown, any is true where one is', () => {
  const both = (all: boolean) => truths.map((a) => truths.map((b) => join(all, [a, b])));
  expect(both(true)).toEqual([
    [FALSE, FALSE, FALSE],
    [FALSE, TRUE, UNKNOWN],
    [FALSE, UNKNOWN, UNKNOWN],
  ]);
  expect(both(false)).toEqual([
    [FALSE, TRUE, UNKNOWN],
    [TRUE, TRUE, TRUE],
    [UNKNOWN, TRUE, UNKNOWN],
  ]);
  expect([join(true, []), join(false, [])]).toEqual([TRUE, FALSE]);
});

it('two agree where they are the same', () => {
  expect(truths.map((a) => truths.map((b) => agreement(a, b)))).toEqual([
    [FALSE, UNKNOWN, UNKNOWN],
    [UNKNOWN, TRUE, UNKNOWN],
    [UNKNOWN, UNKNOWN, UNKNOWN],
  ]);
});

it('what is neither true nor false is unknown', () => {
  expect([false, true, undefined, null, 0, 1, 'true'].map(truthOf)).toEqual([FALSE, TRUE, ...Array(5).fill(UNKNOWN)]);
});
