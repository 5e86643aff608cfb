import { expect, it } from 'vitest';
import { words } from './words.ts';

const few = { above: 2, largest: 100, most: 3, longest: 4 };

it('each value has a number of its own, which it keeps', () => {
  const wordOf = words(few);
  expect(['1', 1, undefined].map(wordOf)).toEqual([3, 4, 5]);
  expect([undefined, 1, '1'].map(wordOf)).toEqual([5, 4, 3]);
});

it('past the most that are kept all are forgotten, and get other numbers', () => {
  const wordOf = words(few);
  expect(['a', 'b', 'c', 'a'].map(wordOf)).toEqual([3, 4, 5, 3]);
  expect(['d', 'a', 'd', 'b'].map(wordOf)).toEqual([6, 7, 6, 8]);
});

it('a text that is too long has none, and takes none away', () => {
  const wordOf = words(few);
  expect(['long', 'longer', 'x', 'longer'].map(wordOf)).toEqual([3, 0, 4, 0]);
  expect([null, true, 12_345].map(wordOf)).toEqual([5, 6, 7]);
});

it('when numbers have run out, what has one keeps it', () => {
  const wordOf = words({ ...few, largest: 4 });
  expect(['a', 'b', 'c', 'a', 'b', 'd'].map(wordOf)).toEqual([3, 4, 0, 3, 4, 0]);
});
