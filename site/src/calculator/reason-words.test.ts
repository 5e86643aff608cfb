import type { Outcome, Reason } from '@jingzhun/rules';
import { describe, expect, test } from 'vitest';
import { Describe } from './describe.ts';
import { figureWords, reasonWords } from './reason-words.ts';
import { words } from './words.ts';

const voice = (language: 'zh' | 'en'): Describe =>
  new Describe({
    facts: {
      stage: { label: 'School stage', type: 'enum', codes: 'stages' },
      poor: { label: '贫困户数', type: 'number', unit: 'households' },
      year: { label: '所问年度', type: 'year' },
      abuses: { label: '违规情形', type: 'list' },
    },
    codes: { stages: { none: 'Not at school', primary: 'Primary school' } },
    units: { households: language === 'zh' ? '户' : 'households' },
    words: words[language],
  });
const reason = (
  fact: string,
  operator: string,
  expected: Reason['expected'],
  actual: Reason['actual'],
  holds: boolean | null,
) => ({ fact, operator, expected, actual, holds }) as Reason;
const say = (given: Reason, language: 'zh' | 'en', against?: string, items = {}) =>
  reasonWords({ reason: given, against }, items, voice(language), words[language].answer);

describe('a condition', () => {
  test('in English says what is asked without a verb, and quotes what is not to be', () => {
    expect(say(reason('stage', 'equal', 'primary', 'none', false), 'en').expected).toBe('Condition: Primary school');
    expect(say(reason('stage', 'notEqual', 'none', 'none', false), 'en').expected).toBe(
      'Condition: not “Not at school”',
    );
  });

  test('names the fact whose value is not known', () => {
    expect(say(reason('poor', 'greaterThanInclusive', null, 3, null), 'zh', 'poor').expected).toBe(
      '应不少于 贫困户数（待补充）',
    );
  });

  test('puts a space between Chinese and figures, none within the thousands of a year', () => {
    expect(say(reason('poor', 'equal', 552, 552, true), 'zh').expected).toBe('应为 552 户');
    expect(say(reason('year', 'in', [2016, 2017], 2017, true), 'zh')).toMatchObject({
      actual: '2017',
      expected: '应为 2016、2017 之一',
    });
  });

  test('says what is settled though not all is known, and an empty list as none', () => {
    expect(say(reason('poor', 'greaterThan', 1, null, true), 'zh').actual).toBe('未填全，已能判断');
    expect(say(reason('abuses', 'equal', [], [], true), 'zh').actual).toBe('没有');
  });

  test('says a part of a rule and its fact once where one says the other', () => {
    const one = { ...reason('stage', 'equal', 'primary', 'primary', true), item: 'one' };
    const named = (title: string) => say(one, 'en', undefined, { one: title }).fact;
    expect(named('school stage')).toBe('School stage');
    expect(named('stage')).toBe('Stage');
    expect(named('the child learns')).toBe('The child learns: School stage');
  });
});

describe('a figure', () => {
  const outcome = (given: Partial<Outcome>) =>
    ({ what: 'w', value: 3, actual: 5, unit: 'households', gap: 2, ...given }) as Outcome;
  const figure = (given: Partial<Outcome>, met = false) =>
    figureWords(outcome(given), { printed: true, met }, voice('zh'), words.zh.answer);

  test('says whether it is short or over, and nothing of it where the rule is met', () => {
    expect(figure({})).toBe('要求 3 户，实际 5 户，多 2 户');
    expect(figure({ actual: 1 })).toBe('要求 3 户，实际 1 户，差 2 户');
    expect(figure({}, true)).toBe('要求 3 户，实际 5 户');
  });

  test('that is not known is open; one that the document does not print is no fact that is missing', () => {
    expect(figure({ value: null, gap: null })).toBe('要求 待补充，实际 5 户');
    const given = outcome({ value: null, gap: null });
    expect(figureWords(given, { printed: false, met: false }, voice('zh'), words.zh.answer)).toContain('文件未定数');
  });

  test('of yes and no is per nobody', () => {
    expect(figure({ value: true, actual: true, gap: null, per: 'village', unit: '1' })).toBe('要求 是，实际 是');
  });
});
