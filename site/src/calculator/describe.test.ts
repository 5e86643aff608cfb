import type { OutcomeModel } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { Describe } from './describe.ts';
import { words } from './words.ts';

const voice = (language: 'zh' | 'en'): Describe =>
  new Describe({
    facts: {},
    codes: {},
    units: { days: language === 'zh' ? '天' : 'days' },
    subject: 'cadre',
    entities: { cadre: language === 'zh' ? '干部' : 'Cadre' },
    words: words[language],
  });

test('an amount per an entity that has no word of its own is per what the vocabulary calls it', () => {
  const amount = { what: 'allowance', value: 100, unit: 'yuan', per: 'cadre', every: 'year' };
  expect(voice('zh').amount(amount)).toBe('100 元/干部·年');
  expect(voice('en').amount(amount)).toBe('¥100 per cadre per year');
});

test('a day that is required is no earlier or no later, and days apart are counted in days', () => {
  const day = { what: 'end', value: '2016-09-08', unit: 'date' };
  expect(voice('zh').amount({ ...day, comparator: 'at-least' })).toBe('不早于 2016-09-08');
  expect(voice('zh').amount({ ...day, comparator: 'at-most' })).toBe('不晚于 2016-09-08');
  expect(voice('zh').amount(day)).toBe('2016-09-08');
  expect(voice('zh').quantity(7, 'date')).toBe('7 天');
});

test('a year is before or after another, as a day is', () => {
  const facts = { year: { label: 'Year', type: 'year' }, other: { label: 'Other', type: 'year' } };
  const asked = { fact: 'year', operator: 'greaterThan', value: 2016 } as const;
  const [chinese, english] = (['zh', 'en'] as const).map(
    (language) => new Describe({ facts, codes: {}, units: {}, words: words[language] }),
  );
  expect(chinese?.condition(asked)).toBe('晚于 2016');
  expect(english?.condition(asked)).toBe('is after 2016');
  expect(chinese?.condition({ ...asked, operator: 'greaterThanInclusive' })).toBe('不早于 2016');
  const reason = { fact: 'year', operator: 'lessThanInclusive', expected: 2016, actual: 2017, holds: false } as const;
  expect(english?.expected(reason, 'other')).toBe('no later than “Other” (2016)');
});

test('what is counted says first whose it is, with the word that counts them; in English it follows', () => {
  const width = { what: 'width', value: 8.5, unit: 'm', per: 'bridge' };
  expect(voice('zh').amount(width)).toBe('每座桥梁 8.5 m');
  expect(voice('en').amount(width)).toBe('8.5 m per bridge');
  const days = { what: 'days', value: 180, unit: 'days', per: 'person', every: 'year', comparator: 'at-least' };
  expect(voice('zh').amount(days)).toBe('每人每年不少于 180 天');
});

test('in English a thing is asked for at least once, and then comes so many times', () => {
  const visits = { what: 'visits', value: 1, unit: 'times', comparator: 'at-least' };
  const english = new Describe({ facts: {}, codes: {}, units: { times: 'times' }, words: words.en });
  expect(english.amount(visits)).toBe('at least once');
  expect(english.amount({ ...visits, value: 2 })).toBe('at least 2 times');
  expect(english.quantity(1, 'times')).toBe('1 time');
});

test('all of one is that one, and all of a whole the whole', () => {
  const all = { what: 'done', value: 1, unit: 'items', comparator: 'all' };
  expect(voice('en').amount(all)).toBe('1 item');
  expect(voice('en').amount({ ...all, value: 6 })).toBe('all 6 items');
  expect(
    new Describe({ facts: {}, codes: {}, units: { '%': '%' }, words: words.en }).amount({
      ...all,
      value: 100,
      unit: '%',
    }),
  ).toBe('100%');
});

test('the minus of an amount stands before the sign of its currency', () => {
  expect(voice('en').quantity(-7, 'yuan')).toBe('-¥7');
  expect(voice('en').quantity(-7000, 'yuan')).toBe('-¥7,000');
  expect(voice('zh').quantity(-7, 'yuan')).toBe('-7 元');
});

test('a sum of money is said as every amount of it is', () => {
  expect(voice('zh').quantity(19130, 'yuan')).toBe('19,130 元');
  expect(voice('en').quantity(19130, 'yuan')).toBe('¥19,130');
});

test('what a fact is in yuan is written as an amount of it is', () => {
  const facts = { income: { label: 'Income', type: 'yuan', unit: 'yuan/person/year' } };
  const units = { 'yuan/person/year': words.en.units['yuan/person/year'] ?? '' };
  const english = new Describe({ facts, codes: {}, units, words: words.en });
  expect(english.value('income', 3600)).toBe('¥3,600 per person per year');
  expect(english.amount({ what: 'aid', value: 3600, unit: 'yuan', per: 'person', every: 'year' })).toBe(
    english.value('income', 3600),
  );
  const chinese = new Describe({ facts, codes: {}, units: { 'yuan/person/year': '元/人·年' }, words: words.zh });
  expect(chinese.value('income', 3600)).toBe('3,600 元/人·年');
});

test('a rate has its sign, or how many it is of, right behind it', () => {
  const units = { '%': '%', 'per-thousand': '‰', 'per-hundred-thousand': '/10万', 'years-of-life': '岁' };
  const rates = new Describe({ facts: {}, codes: {}, units, words: words.zh });
  expect(rates.quantity(60, '%')).toBe('60%');
  // Two decimals tell a share, unless it would then be as large as it is not.
  expect(rates.quantity(91.6667, '%')).toBe('91.67%');
  expect(rates.quantity(99.9967, '%')).toBe('99.9967%');
  expect(rates.quantity(2.4, 'per-thousand')).toBe('2.4‰');
  expect(rates.quantity(11.6, 'per-hundred-thousand')).toBe('11.6/10万');
  expect(rates.quantity(77, 'years-of-life')).toBe('77 岁');
});

test('what is granted without a number is an amount only of money', () => {
  const unset = (unit: string, printed: boolean, isSettled: boolean, language: 'zh' | 'en' = 'zh') =>
    voice(language).unset({ what: 'w', value: null, unit }, { value: printed ? {} : null } as OutcomeModel, isSettled);
  expect(unset('yuan', false, true)).toBe('符合；文件没有定金额');
  expect(unset('shares', false, true)).toBe('符合；文件没有定数');
  expect(unset('items', false, true, 'en')).toBe('Met; the document sets no number');
  // What the document sets no number for, no answer settles.
  expect(unset('yuan', false, false)).toBe('文件没有定金额');
  expect(unset('items', false, false, 'en')).toBe('the document sets no number');
  expect(unset('yuan', true, false)).toBe('金额待补充后确定');
});
