import { expect, it } from 'vitest';
import { rangeWords } from './range-words.ts';

it.each([
  [1, Infinity, '，不小于 1', ', at least 1'],
  [-Infinity, 0, '，不大于 0', ', at most 0'],
  [1, 500, '，1 至 500 之间', ', from 1 to 500'],
  [-Infinity, Infinity, '', ''],
])('the range from %d to %d is told by the bounds that it has', (low, high, zh, en) => {
  expect(rangeWords(low, high)).toEqual([zh, en]);
});
