import type { Change, Reason } from '@jingzhun/rules';
import { describe, expect, test } from 'vitest';
import type { Condition } from './conditions-of.ts';
import { Describe } from './describe.ts';
import { conditionSentence, reasonsInWords, reasonWords } from './reason-words.ts';
import { words } from './words.ts';

const voice = (language: 'zh' | 'en'): Describe =>
  new Describe({
    facts: {
      stage: { label: 'School stage', type: 'enum', codes: 'stages' },
      poor: { label: '贫困户数', type: 'number', unit: 'households', isCount: true },
      income: { label: '收入', type: 'number' },
      year: { label: '所问年度', type: 'year' },
      abuses: { label: '违规情形', type: 'list' },
      plan: { label: '方案', type: 'boolean', ...(language === 'zh' && { answers: ['有', '没有'] as const }) },
      signed: { label: '已签', type: 'boolean' },
      asked: { label: '问到村', type: 'boolean', isSwitch: true },
      staffed: { label: '任务完成情况·人力调配', type: 'boolean', isPart: true },
    },
    codes: { stages: { none: 'Not at school', primary: 'Primary school', junior: 'Junior secondary' } },
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

  test('of a rule that only applies is no demand', () => {
    const inWords = (given: Reason, language: 'zh' | 'en') =>
      reasonWords({ reason: given, against: undefined }, {}, voice(language), {
        ...words[language].answer,
        ...words[language].applying,
      }).expected;
    const isPrimary = reason('stage', 'equal', 'primary', 'none', false);
    expect(inWords(isPrimary, 'zh')).toBe('条件：Primary school');
    expect(inWords(reason('stage', 'notEqual', 'none', 'none', false), 'zh')).toBe('条件：不为“Not at school”');
    expect(inWords(reason('income', 'lessThan', 4000, 5000, false), 'zh')).toBe('条件：低于 4,000');
    expect(inWords(reason('year', 'in', [2016, 2017], 2017, true), 'zh')).toBe('条件：2016 或 2017');
    expect(inWords(isPrimary, 'en')).toBe('Condition: Primary school');
  });

  test('of one of several ways is no demand', () => {
    const way = (given: Reason) =>
      reasonWords(
        { reason: given, against: undefined, choices: [{ choice: 1, way: 0 }] },
        {},
        voice('zh'),
        words.zh.answer,
        words.zh.applying,
      ).expected;
    expect(way(reason('signed', 'equal', false, true, false))).toBe('条件：否');
    expect(way(reason('abuses', 'contains', 'lent', [], false))).toBe('条件：含lent');
    expect(way(reason('plan', 'equal', true, false, false))).toBe('条件：有');
  });

  test('of whether a part applies is told as what it is', () => {
    const applies = (given: Reason, language: 'zh' | 'en' = 'zh') =>
      reasonWords(
        { reason: given, against: undefined, circumstance: true },
        {},
        voice(language),
        words[language].answer,
      ).expected;
    expect(applies(reason('abuses', 'equal', true, null, null))).toBe('适用条件：是');
    expect(applies(reason('abuses', 'equal', false, null, null))).toBe('适用条件：否');
    expect(applies(reason('poor', 'greaterThanInclusive', 1, 3, true))).toBe('适用条件：不少于 1 户');
    expect(applies(reason('stage', 'in', ['none', 'primary'], 'none', true))).toBe(
      '适用条件：“Not at school”或“Primary school”',
    );
    expect(applies(reason('stage', 'equal', 'primary', 'none', null), 'en')).toBe('Applies if: Primary school');
  });

  test('names the fact with which it is compared, whether its value is known or not', () => {
    const least = (expected: number | null) => reason('poor', 'greaterThanInclusive', expected, 3, null);
    expect(say(least(null), 'zh', 'poor').expected).toBe('应不少于“贫困户数”（待补充）');
    expect(say(least(5), 'zh', 'poor').expected).toBe('应不少于“贫困户数”（5 户）');
    expect(say(least(5), 'en', 'poor').expected).toBe('Condition: at least “贫困户数” (5 households)');
  });

  test('that another fact be the same says so', () => {
    const same = (operator: string) => reason('stage', operator, 'primary', 'none', false);
    expect(say(same('equal'), 'zh', 'stage').expected).toBe('应与“School stage”相同（Primary school）');
    expect(say(same('equal'), 'en', 'stage').expected).toBe('Condition: the same as “School stage” (Primary school)');
    expect(say(same('notEqual'), 'zh', 'stage').expected).toBe('应与“School stage”不同（Primary school）');
  });

  test('puts a space between Chinese and figures, none within the thousands of a year', () => {
    expect(say(reason('poor', 'equal', 552, 552, true), 'zh').expected).toBe('应为 552 户');
    expect(say(reason('year', 'in', [2016, 2017], 2017, true), 'zh')).toMatchObject({
      actual: '2017',
      expected: '应为 2016 或 2017',
    });
  });

  test('that must not be is not to be', () => {
    expect(say(reason('stage', 'notEqual', 'none', 'none', false), 'zh').expected).toBe('不应为“Not at school”');
    expect(say(reason('stage', 'notIn', ['none', 'primary'], 'none', false), 'zh').expected).toBe(
      '不应是“Not at school”或“Primary school”',
    );
    expect(say(reason('abuses', 'doesNotContain', 'lent', [], true), 'zh').expected).toBe('不应含lent');
    expect(say(reason('poor', 'greaterThanInclusive', 3, 1, false), 'zh').expected).toBe('应不少于 3 户');
  });

  test('of a thing asks whether there is one, and nothing is not yes', () => {
    const asks = (fact: string, operator: string, expected: boolean, language: 'zh' | 'en' = 'zh') =>
      say(reason(fact, operator, expected, false, null), language);
    expect(asks('plan', 'equal', true)).toMatchObject({ actual: '没有', expected: '应有' });
    expect(asks('plan', 'equal', false).expected).toBe('不应有');
    expect(asks('plan', 'notEqual', true).expected).toBe('不应有');
    expect(asks('plan', 'equal', true, 'en')).toMatchObject({ actual: 'No', expected: 'Condition: Yes' });
    expect(asks('signed', 'equal', true)).toMatchObject({ actual: '否', expected: '应为是' });
    expect(asks('signed', 'notEqual', true).expected).toBe('应为否');
    expect(asks('signed', 'notEqual', true, 'en').expected).toBe('Condition: No');
    const change = { fact: 'plan', operator: 'equal', actual: false, value: true } as Change;
    expect(voice('zh').change(change)).toBe('有');
  });

  test('names those of which one will do as a choice', () => {
    const two = reason('stage', 'in', ['none', 'primary'], 'none', true);
    const three = reason('stage', 'in', ['none', 'primary', 'junior'], 'none', true);
    expect(say(two, 'zh').expected).toBe('应为“Not at school”或“Primary school”');
    expect(say(three, 'zh').expected).toBe('应为“Not at school”、“Primary school”或“Junior secondary”');
    expect(say(three, 'en').expected).toBe('Condition: Not at school, Primary school or Junior secondary');
    expect(voice('en').oneOf(['Province', 'County or district'])).toBe('“Province” or “County or district”');
  });

  test('that fails in a part of which nobody knows whether it applies is open', () => {
    const says = (language: 'zh' | 'en') =>
      reasonWords(
        { reason: reason('poor', 'greaterThanInclusive', 3, 1, false), against: undefined, ifApplies: true },
        undefined,
        voice(language),
        words[language].answer,
      );
    expect(says('zh')).toMatchObject({ state: 'open', expected: '若适用，应不少于 3 户' });
    expect(says('en')).toMatchObject({ state: 'open', expected: 'Condition: at least 3 households, if it applies' });
  });

  test('says what is settled though not all is known, and an empty list as none', () => {
    expect(say(reason('poor', 'greaterThan', 1, null, true), 'zh').actual).toBe('未填全，已能判断');
    expect(say(reason('abuses', 'equal', [], [], true), 'zh').actual).toBe('没有');
  });

  test('of what is counted, more than none is at least one', () => {
    const zero = (fact: string, operator: string, language: 'zh' | 'en' = 'zh') =>
      say(reason(fact, operator, 0, 1, true), language).expected;
    expect(zero('poor', 'greaterThan')).toBe('应不少于 1 户');
    expect(zero('poor', 'greaterThan', 'en')).toBe('Condition: at least 1 household');
    expect(zero('poor', 'lessThanInclusive')).toBe('应为 0 户');
    expect(zero('income', 'greaterThan')).toBe('应大于 0');
    expect(zero('income', 'greaterThan', 'en')).toBe('Condition: more than 0');
    expect(zero('income', 'lessThanInclusive')).toBe('应不超过 0');
    const change = { fact: 'poor', operator: 'greaterThan', actual: 0, value: 0 } as Change;
    expect(voice('zh').change(change)).toBe('不少于 1 户');
  });

  test('that fails and is not late is not yet due', () => {
    const later = reasonWords(
      { reason: reason('poor', 'greaterThanInclusive', 3, 1, false), against: undefined, due: '2016-12-31' },
      undefined,
      voice('zh'),
      words.zh.answer,
    );
    expect(later).toMatchObject({ state: 'later', expected: '应不少于 3 户，未到期（期限 2016-12-31）' });
  });

  test('that is to come after the day that is asked about is not to have come by that day', () => {
    const planned: Condition = {
      reason: reason('poor', 'lessThanInclusive', 2, 3, false),
      against: 'date.assessedOn',
      due: '2016-12-31',
    };
    const later = reasonWords(planned, undefined, voice('zh'), words.zh.answer);
    expect(later).toMatchObject({ state: 'later', expected: '未到期（期限 2016-12-31）' });
    expect(conditionSentence([planned], 'awaited', voice('en'), words.en.answer)).toBe(
      '{fact}: 3 households, not yet due (due 2016-12-31)',
    );
  });

  test('that is not wholly known and fails all the same is known enough', () => {
    const some: Condition = { reason: reason('poor', 'equal', 0, null, false), against: undefined };
    expect(conditionSentence([some], 'failing', voice('zh'), words.zh.answer)).toBe(
      '{fact}：未填全，已能判断，应为 0 户',
    );
  });

  test('at least a sum that has come to nothing asks nothing', () => {
    const none = reason('poor', 'greaterThanInclusive', 0, 0, true);
    expect(say(none, 'zh', 'year').expected).toBe('没有要求（所问年度为 0）');
    expect(say(none, 'zh').expected).toBe('应不少于 0 户');
  });

  test('says a part of a rule and its fact once where one says the other', () => {
    const one = { ...reason('stage', 'equal', 'primary', 'primary', true), item: 'one' };
    const named = (title: string) => say(one, 'en', undefined, { one: title }).fact;
    expect(named('school stage')).toBe('School stage');
    expect(named('stage')).toBe('School stage');
    // What a part says must be is not what is: of a code the fact is named, of yes and no the part.
    expect(named('the school stage is primary')).toBe('School stage');
    const signed = { ...reason('signed', 'equal', true, true, true), item: 'one' };
    expect(say(signed, 'zh', undefined, { one: '责任书已签' }).fact).toBe('责任书已签');
    expect(named('the child learns')).toBe('The child learns: School stage');
    // One of several ways that a part names is not the part.
    expect(named('the school stage or the year')).toBe('The school stage or the year: School stage');
  });

  test('what a list has to hold is named by the condition, not by the part as well', () => {
    const one = { ...reason('stage', 'contains', 'primary', ['primary'], true), item: 'one' };
    const named = (title: string) => say(one, 'en', undefined, { one: title }).fact;
    expect(named('the primary school')).toBe('School stage');
    expect(named('a middle school')).toBe('A middle school: School stage');
  });

  test('names the parts of a record as the rule does, and none by the name of the record as well', () => {
    const staffed = { ...reason('staffed', 'equal', true, true, true), item: 'one' };
    const named = (title: string) => say(staffed, 'zh', undefined, { one: title }).fact;
    expect(named('调配人力')).toBe('调配人力');
    expect(named('人力')).toBe('人力');
    // One of several ways is not the part.
    expect(named('调配人力或推进实施')).toBe('调配人力或推进实施：任务完成情况·人力调配');
  });

  test('what says whether a part applies is told by its own name: the part may say what is not so', () => {
    const circumstance = { ...reason('stage', 'equal', 'primary', 'primary', true), item: 'one' };
    const { fact, expected } = reasonWords(
      { reason: circumstance, against: undefined, circumstance: true },
      { one: 'the school stage of each' },
      voice('en'),
      words.en.answer,
    );
    expect([fact, expected]).toEqual(['School stage', '“The school stage of each” applies if: Primary school']);
  });
});

describe('a line about conditions', () => {
  const line = (language: 'zh' | 'en', ...given: readonly [Reason, ...Reason[]]) => {
    const conditions = given.map((each) => ({ reason: each, against: undefined }));
    const [first, ...others] = conditions as [Condition, ...Condition[]];
    return conditionSentence([first, ...others], 'failing', voice(language), words[language].answer);
  };
  const poor = reason('poor', 'equal', 1, 3, false);
  const year = reason('year', 'equal', 2017, 2016, false);

  test('that is one of several ways is no demand', () => {
    const way = { reason: poor, against: undefined, choices: [{ choice: 1, way: 0 }] };
    expect(conditionSentence([way], 'failing', voice('zh'), words.zh.answer, words.zh.applying)).toBe(
      '{fact}：3 户；条件：1 户',
    );
  });

  test('names the first and says how many there are', () => {
    expect(line('zh', poor)).toBe('{fact}：3 户，应为 1 户');
    expect(line('zh', poor, year)).toBe('{fact}：3 户，应为 1 户，等 2 项');
    expect(line('en', poor, year)).toBe('{fact}: 3 households; condition: 1 household; and 1 more');
  });
});

test('each of the ways that a part names is told by its own name', () => {
  const way = (place: number, fact: string) => ({
    reason: { ...reason(fact, 'equal', true, false, false), item: 'either' },
    against: undefined,
    choices: [{ choice: 1, way: place }],
  });
  const told = reasonsInWords(
    [way(0, 'signed'), way(1, 'plan')],
    { either: '已签或有方案' },
    voice('zh'),
    words.zh.answer,
  );
  expect(told.map(({ words: { fact } }) => fact)).toEqual(['已签', '方案']);
});

describe('several conditions', () => {
  const inWords = (...reasons: readonly Reason[]) =>
    reasonsInWords(
      reasons.map((each) => ({ reason: each, against: undefined })),
      { either: '贫困户数或违规情形' },
      voice('zh'),
      words.zh.answer,
    ).map(({ words: { fact } }) => fact);
  const poor = { ...reason('poor', 'equal', 1, 1, true), item: 'either' };

  test('that read alike of different facts are told apart', () => {
    expect(inWords(poor, { ...reason('abuses', 'equal', [], [], true), item: 'either' })).toEqual([
      '贫困户数或违规情形：贫困户数',
      '贫困户数或违规情形：违规情形',
    ]);
  });

  test('that are the same are said once', () => {
    expect(inWords(poor, poor)).toEqual(['贫困户数或违规情形：贫困户数']);
  });

  test('do not say of what a part of the rule was asked', () => {
    const circumstance = { against: undefined, circumstance: true } as const;
    const told = ['asked', 'signed'].map((fact) => ({
      ...circumstance,
      reason: reason(fact, 'equal', true, true, true),
    }));
    expect(reasonsInWords(told, {}, voice('zh'), words.zh.answer).map(({ words: { fact } }) => fact)).toEqual(['已签']);
  });
});
