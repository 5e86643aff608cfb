import type { Outcome } from '@jingzhun/rules';
import { describe, expect, test } from 'vitest';
import { Describe } from './describe.ts';
import { type FigureOf, figureWords } from './figure-words.ts';
import type { PageData } from './page-data.ts';
import { words } from './words.ts';

const units = { zh: { households: '户', items: '个' }, en: { households: 'households', items: '' } };
const dataIn = (language: 'zh' | 'en') =>
  ({ facts: {}, codes: {}, units: units[language], rules: {}, words: words[language] }) as unknown as PageData;
const voice = (language: 'zh' | 'en') => new Describe(dataIn(language));

describe('a figure', () => {
  const outcome = (given: Partial<Outcome>) =>
    ({ what: 'w', value: 3, actual: 5, unit: 'households', gap: 2, ...given }) as Outcome;
  const figure = (given: Partial<Outcome>, how: Partial<FigureOf> = {}, language: 'zh' | 'en' = 'zh') =>
    figureWords(
      outcome(given),
      { printed: true, met: false, demanded: true, ...how },
      voice(language),
      words[language].answer,
    );

  test('says whether it is short or over', () => {
    expect(figure({})).toBe('要求 3 户，实际 5 户，多 2 户');
    expect(figure({ actual: 1 })).toBe('要求 3 户，实际 1 户，差 2 户');
    expect(figure({ gap: 0 }, { met: true })).toBe('要求 3 户，实际 5 户');
  });

  test('held against nothing says that it is required, where its rule says nothing else', () => {
    const stated = { actual: undefined, gap: undefined, per: 'household' };
    expect(figure(stated, { required: true })).toBe('要求每户 3 户');
    expect(figure(stated, { required: true }, 'en')).toBe('required 3 households per household');
    expect(figure(stated)).toBe('每户 3 户');
  });

  test('of at most nothing must be nothing', () => {
    const none = { value: 0, actual: 2, gap: 2, comparator: 'at-most' };
    expect(figure(none)).toBe('应为 0 户，实际 2 户，多 2 户');
    expect(figure(none, {}, 'en')).toBe('must be 0 households, actual 2 households, over by 2 households');
  });

  test('of at most nothing each says whose it is first', () => {
    const none = { value: 0, actual: 1, gap: 1, unit: 'items', per: 'village', comparator: 'at-most' };
    expect(figure(none)).toMatch(/^每村应为 0 个，实际 1 个/);
  });

  test('that is not yet due is not short', () => {
    expect(figure({ actual: 1 }, { due: '2016-12-31' })).toBe('要求 3 户，实际 1 户，未到期（期限 2016-12-31）');
  });

  test('set beside another is no demand, nor is one from which a met rule is apart', () => {
    expect(figure({}, { demanded: false })).toBe('对照 3 户，实际 5 户，相差 2 户');
    expect(figure({}, { met: true })).toBe('对照 3 户，实际 5 户，相差 2 户');
    expect(figure({}, { met: true }, 'en')).toBe('compared with 3 households, actual 5 households, 2 households apart');
  });

  test('below another that is as large is missed', () => {
    const below = { value: 5, actual: 5, gap: 0, comparator: 'less-than' };
    expect(figure(below, { met: true })).toBe('对照低于 5 户，实际 5 户');
    expect(figure({ ...below, actual: 4 }, { met: true })).toBe('要求低于 5 户，实际 4 户');
  });

  test('beside what is not all known is enough where it is', () => {
    const open = { actual: null, gap: null };
    expect(figure(open)).toBe('要求 3 户，实际 不清楚');
    expect(figure(open, {}, 'en')).toBe('required 3 households, actual not known');
    expect(figure(open, { settled: true })).toBe('要求 3 户，未填全，已能判断');
  });

  test('that is not known says what it hangs on, unless the rule is met all the same', () => {
    const open = { value: null, gap: null };
    const hangsOn = { hangsOn: ['growth', 'income'] };
    expect(figure(open, hangsOn)).toBe('要求看“growth”、“income”（还不知道），实际 5 户');
    expect(figure(open, hangsOn, 'en')).toBe(
      'required: depends on “growth”, “income”, not yet known, actual 5 households',
    );
    expect(figure({ ...open, actual: undefined }, hangsOn)).toBe('要求看“growth”、“income”（还不知道）');
    expect(figure(open, { ...hangsOn, met: true })).toBe('实际 5 户');
    expect(figure({ ...open, actual: null }, hangsOn)).toBeUndefined();
  });

  test('that the document does not print is no fact that is missing', () => {
    const none = { value: null, gap: null };
    expect(figure(none, { printed: false })).toBe('实际 5 户（文件没有定数）');
    expect(figure(none, { printed: false }, 'en')).toBe('actual 5 households (the document sets no number)');
    expect(figure(none, { printed: false, saidUnset: true })).toBe('实际 5 户');
    expect(figure({ ...none, actual: undefined }, { printed: false })).toBe('文件没有定数');
    expect(figure({ ...none, actual: null }, { printed: false })).toBeUndefined();
  });

  test('of yes and no is per nobody', () => {
    expect(figure({ value: true, actual: true, gap: null, per: 'village', unit: '1' })).toBe('应为是，实际 是');
    expect(figure({ value: true, actual: false, gap: null, comparator: 'all' })).toBe('应为是，实际 否');
    expect(figure({ value: true, actual: true, gap: null, unit: '1' }, {}, 'en')).toBe('required: Yes, actual Yes');
  });

  test('of all of so many is so many where it is no demand', () => {
    expect(figure({ comparator: 'all' }, { met: true })).toBe('对照 3 户，实际 5 户，相差 2 户');
  });

  test('that is a share of each year is so on both sides', () => {
    const share = { value: 25, actual: 25.03, gap: 0.03, unit: '%', every: 'year', comparator: 'more-than' };
    expect(figure(share, { met: true })).toBe('对照高于 25%/年，实际 25.03%/年，相差 0.03 个百分点');
  });

  test('of a percentage is points away from another', () => {
    const share = { value: 40, actual: 84.6, gap: 44.6, unit: '%' };
    expect(figure(share)).toBe('要求 40%，实际 84.6%，多 44.6 个百分点');
    expect(figure({ ...share, actual: 39, gap: 1 }, {}, 'en')).toBe(
      'required 40%, actual 39%, short by 1 percentage point',
    );
  });

  test('of a thing says whether there is one', () => {
    const had = { value: true, actual: false, gap: null, unit: 'had' };
    expect(figure(had)).toBe('应有，实际 没有');
    expect(figure({ ...had, comparator: 'all' })).toBe('应有，实际 没有');
  });

  test('of money is in the same unit throughout; what is counted says first whose it is', () => {
    const money = { value: 300, actual: 200, gap: 100, unit: 'yuan', per: 'village', every: 'year' };
    expect(figure(money)).toBe('要求 300 元/村·年，实际 200 元/村·年，差 100 元/村·年');
    const counted = { actual: 0, gap: 3, unit: 'items', per: 'village', comparator: 'at-least' };
    expect(figure(counted)).toBe('要求每村不少于 3 个，实际 0 个，差 3 个');
    expect(figure(counted, {}, 'en')).toBe('required at least 3 per village, actual 0, short by 3');
  });
});
