import { readFileSync } from 'node:fs';
import { loadPolicy, sourceOf } from '@jingzhun/rules/load';
import { expect, test } from 'vitest';
import { comparedIn } from './compared.ts';
import { PolicyVoice } from './policy-voice.ts';

const file = new URL('../../../packages/rules/policies/ruyuan-2016/releases/1.0.0.json', import.meta.url);
const loaded = loadPolicy(sourceOf(JSON.parse(readFileSync(file, 'utf8'))));
const zh = new PolicyVoice(loaded, 'zh');
const en = new PolicyVoice(loaded, 'en');

test.each([
  ['at-least', 'day', '不早于甲日', 'no earlier than A'],
  ['at-most', 'day', '不晚于甲日', 'no later than A'],
  ['at-least', 'rate', '不低于甲日', 'at least A'],
  ['at-most', 'rate', '不高于甲日', 'at most A'],
  ['at-least', 'count', '不少于甲日', 'at least A'],
  ['equal', 'day', '甲日', 'A'],
] as const)('%s of a %s', (comparator, compared, chinese, english) => {
  expect(zh.close(zh.bounded(comparator, '甲日', compared))).toBe(chinese);
  expect(en.bounded(comparator, 'A', compared)).toBe(english);
});

test.each([
  ['county.mostUrgentHouseholdCount', 'greaterThan', 0, '至少 1 户', ': at least 1 household'],
  ['household.equity.amount', 'greaterThan', 0, '大于 0 元', ': more than ¥0'],
  ['county.mostUrgentHouseholdCount', 'lessThanInclusive', 0, '为 0 户', ': 0 households'],
  ['county.mostUrgentHouseholdCount', 'greaterThan', 2, '多于 2 户', ': above 2 households'],
  ['household.loan.rate', 'greaterThanInclusive', 5, '不低于 5%/年', ': at least 5% a year'],
])('%s %s %s', (fact, operator, value, chinese, english) => {
  const leaf = { fact, operator, value } as never;
  expect(zh.leaf(leaf, '')).toContain(chinese);
  expect(en.leaf(leaf, '')).toContain(english);
});

test.each([
  ['count(household.members) > 0', '至少 1', 'is at least 1'],
  ['household.equity.amount > 0', '大于 0', 'is more than ¥0'],
  ['year(date.on) >= 2017', '不早于 2017', 'is no earlier than 2017'],
  ['household.loan.rate >= 5%', '不低于 5%', 'is at least 5%'],
])('%s', (formula, chinese, english) => {
  expect(zh.formula(formula, 'household')).toContain(chinese);
  expect(en.formula(formula, 'household')).toContain(english);
});

test('there may be a part of a share, but none of a household', () => {
  expect(comparedIn('shares')).toBe('other');
  expect(comparedIn('household')).toBe('count');
  expect(comparedIn('%/year')).toBe('rate');
});
