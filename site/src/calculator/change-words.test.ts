import type { Change, Reason } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { changeWords } from './change-words.ts';
import { Describe } from './describe.ts';
import { words } from './words.ts';

const facts = {
  'town.cadres': { label: '', type: 'number', unit: 'persons' },
  'village.day': { label: '', type: 'date' },
};
const bounds = (fact: string, low: number | string, high: number | string): readonly Reason[] => [
  { fact, operator: 'greaterThanInclusive', expected: low, actual: null, holds: null },
  { fact, operator: 'lessThanInclusive', expected: high, actual: null, holds: null },
];

function said(
  language: 'zh' | 'en',
  change: Pick<Change, 'fact' | 'value'>,
  because: readonly Reason[],
  operator = 'equal',
) {
  const units = { persons: language === 'zh' ? '人' : 'persons' };
  const describe = new Describe({ facts, codes: {}, units, words: words[language] });
  return changeWords({ actual: null, operator, ...change }, because, describe, words[language].answer).change;
}

test('of all that lies between two bounds both are said', () => {
  const cadres = { fact: 'town.cadres', value: 2 };
  expect(said('zh', cadres, bounds('town.cadres', 2, 3))).toBe('为 2 至 3 人');
  expect(said('en', cadres, bounds('town.cadres', 2, 3))).toBe('2 to 3 persons');
  const day = { fact: 'village.day', value: '2016-11-15' };
  expect(said('zh', day, bounds('village.day', '2016-11-15', '2016-12-15'))).toBe('为 2016-11-15 至 2016-12-15');
});

test('beside a range a number stands as it is', () => {
  const cadres = { fact: 'town.cadres', value: [1, 3] };
  expect(said('en', cadres, bounds('town.cadres', 3, 6), 'in')).toBe('1 person or 3 to 6 persons');
});

test('a change that is no range is told as it is', () => {
  const cadres = { fact: 'town.cadres', value: 2 };
  expect(said('zh', cadres, [])).toBe('为 2 人');
  expect(said('zh', cadres, bounds('other.fact', 2, 3))).toBe('为 2 人');
  expect(said('zh', cadres, bounds('town.cadres', 2, 3), 'greaterThanInclusive')).toBe('不少于 2 人');
});
