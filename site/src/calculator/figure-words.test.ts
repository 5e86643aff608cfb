import type { Outcome, RuleFinding, RuleModel } from '@jingzhun/rules';
import { describe, expect, test } from 'vitest';
import type { Condition } from './conditions-of.ts';
import { Describe } from './describe.ts';
import { type FigureOf, figuresOf, figureWords } from './figure-words.ts';
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

  test('of at most nothing must be nothing', () => {
    const none = { value: 0, actual: 2, gap: 2, comparator: 'at-most' };
    expect(figure(none)).toBe('应为 0 户，实际 2 户，多 2 户');
    expect(figure(none, {}, 'en')).toBe('must be 0 households, actual: 2 households, over by 2 households');
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
    expect(figure({}, { met: true }, 'en')).toBe('to compare: 3 households, actual: 5 households, 2 households apart');
  });

  test('below another that is as large is missed', () => {
    const below = { value: 5, actual: 5, gap: 0, comparator: 'less-than' };
    expect(figure(below, { met: true })).toBe('对照低于 5 户，实际 5 户');
    expect(figure({ ...below, actual: 4 }, { met: true })).toBe('要求低于 5 户，实际 4 户');
  });

  test('beside what is not all known is enough where it is', () => {
    const open = { actual: null, gap: null };
    expect(figure(open)).toBe('要求 3 户，实际 不清楚');
    expect(figure(open, {}, 'en')).toBe('Required: 3 households, actual: not known');
    expect(figure(open, { settled: true })).toBe('要求 3 户，未填全，已能判断');
  });

  test('that is not known says what it hangs on, unless the rule is met all the same', () => {
    const open = { value: null, gap: null };
    const hangsOn = { hangsOn: ['growth', 'income'] };
    expect(figure(open, hangsOn)).toBe('要求看“growth”、“income”（还不知道），实际 5 户');
    expect(figure(open, hangsOn, 'en')).toBe(
      'Required: depends on “growth”, “income”, not yet known, actual: 5 households',
    );
    expect(figure({ ...open, actual: undefined }, hangsOn)).toBe('要求看“growth”、“income”（还不知道）');
    expect(figure(open, { ...hangsOn, met: true })).toBe('实际 5 户');
    expect(figure({ ...open, actual: null }, hangsOn)).toBeUndefined();
  });

  test('that the document does not print is no fact that is missing', () => {
    const none = { value: null, gap: null };
    expect(figure(none, { printed: false })).toBe('实际 5 户（文件没有定数）');
    expect(figure(none, { printed: false }, 'en')).toBe('actual: 5 households (the document sets no number)');
    expect(figure(none, { printed: false, saidUnset: true })).toBe('实际 5 户');
    expect(figure({ ...none, actual: undefined }, { printed: false })).toBe('文件没有定数');
    expect(figure({ ...none, actual: null }, { printed: false })).toBeUndefined();
  });

  test('of yes and no is per nobody', () => {
    expect(figure({ value: true, actual: true, gap: null, per: 'village', unit: '1' })).toBe('应为是，实际 是');
    expect(figure({ value: true, actual: false, gap: null, comparator: 'all' })).toBe('应为是，实际 否');
    expect(figure({ value: true, actual: true, gap: null, unit: '1' }, {}, 'en')).toBe('Required: Yes, actual: Yes');
  });

  test('of a percentage is points away from another', () => {
    const share = { value: 40, actual: 84.6, gap: 44.6, unit: '%' };
    expect(figure(share)).toBe('要求 40%，实际 84.6%，多 44.6 个百分点');
    expect(figure({ ...share, actual: 39, gap: 1 }, {}, 'en')).toBe(
      'Required: 40%, actual: 39%, short by 1 percentage point',
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
    expect(figure(counted, {}, 'en')).toBe('Required: at least 3 per village, actual: 0, short by 3');
  });
});

describe('the figures of a rule', () => {
  const fact = (name: string) => ({ expression: { op: 'fact', fact: name }, type: 'number', scale: 1 });
  const leaf = (name: string) => ({ fact: name, operator: 'greaterThanInclusive', value: 3 });
  const three = { expression: { op: 'value', value: 3 }, type: 'number', scale: 1 };
  const required = (what: string, value: unknown, actual: string, comparator?: string) => ({
    role: 'require',
    what,
    value,
    actual: fact(actual),
    unit: 'items',
    ...(comparator && { comparator }),
  });
  const figures = (rule: object, finding: object, told: readonly Condition[] = []) =>
    figuresOf(
      { missing: [], subject: { entity: 'village', id: null }, ...finding } as unknown as RuleFinding,
      rule as RuleModel,
      dataIn('zh'),
      voice('zh'),
      told,
    );
  const shown = (what: string, more: object = {}) => ({ what, value: 3, actual: 1, unit: 'items', gap: 2, ...more });

  test('count items by the word for what they are', () => {
    const rule = { id: 'r', outcomes: [required('plan', three, 'plans')] };
    const finding = { rule: 'r', status: 'unmet', because: [], outcomes: [shown('plan')] };
    const data = dataIn('zh');
    const of = (counted?: object) =>
      figuresOf(
        { missing: [], subject: { entity: 'village', id: null }, ...finding } as unknown as RuleFinding,
        rule as unknown as RuleModel,
        { ...data, rules: { r: { title: '', readings: [], items: {}, outcomes: { plan: '措施' }, ...counted } } },
        voice('zh'),
      );
    expect(of({ counted: { plan: '项' } })).toEqual(['措施：要求 3 项，实际 1 项，差 2 项']);
    expect(of()).toEqual(['措施：要求 3 个，实际 1 个，差 2 个']);
  });

  const because = (name: string, item: string) => ({ ...leaf(name), expected: 3, actual: 1, holds: false, item });

  test('say of each part what is late, what is to come, and nothing of what does not apply', () => {
    const parts = ['past', 'running', 'coming'];
    const rule = {
      items: parts.map((key) => ({ key, when: leaf(key), due: '2016-12-31' })),
      outcomes: parts.map((key) => required(key, three, key, 'all')),
    };
    const finding = {
      status: 'unmet',
      because: parts.map((key) => because(key, key)),
      items: [
        { key: 'past', status: 'unmet', due: '2016-06-30' },
        { key: 'running', status: 'unknown', due: '2016-12-31' },
        { key: 'coming', status: 'not-applicable' },
      ],
      outcomes: parts.map((key) => shown(key, { comparator: 'all' })),
    };
    expect(figures(rule, finding)).toEqual([
      '要求全部 3 个，实际 1 个，差 2 个',
      '要求全部 3 个，实际 1 个，未到期（期限 2016-12-31）',
    ]);
  });

  test('hang on the facts of their formula that are missing, or of which no condition knows the value', () => {
    const sum = {
      expression: { op: 'add', left: fact('told').expression, right: fact('grown').expression },
      type: 'number',
      scale: 1,
    };
    const rule = { outcomes: [required('sum', sum, 'counted')] };
    const open = { status: 'unknown', because: [], outcomes: [shown('sum', { value: null, gap: null })] };
    expect(figures(rule, open)).toEqual(['要求看“told”、“grown”（还不知道），实际 1 个']);
    expect(figures(rule, { ...open, missing: ['grown'] })).toEqual(['要求看“grown”（还不知道），实际 1 个']);
    expect(figures(rule, { ...open, because: [because('told', 'a')] })).toEqual([
      '要求看“grown”（还不知道），实际 1 个',
    ]);
    expect(figures(rule, { ...open, status: 'met' })).toEqual(['实际 1 个']);
  });

  test('that follow from the rule itself are due where the rule is met and nothing was received', () => {
    const yes = { expression: { op: 'value', value: true }, type: 'boolean', scale: 1 };
    const finding = { status: 'met', because: [], outcomes: [{ what: 'listed', value: true }] };
    const rule = { outcomes: [{ role: 'state', what: 'listed', value: yes }] };
    expect(figures(rule, { ...finding, delivered: 'unmet' })).toEqual(['应享未享']);
    expect(figures(rule, { ...finding, delivered: 'met' })).toEqual(['是']);
  });

  test('that are a last day say so once', () => {
    const day = { what: 'by', value: '2016-12-31', unit: 'date', comparator: 'at-most' };
    const of = (name: string) =>
      figuresOf(
        {
          rule: 'r',
          status: 'met',
          subject: { entity: 'village', id: null },
          because: [],
          outcomes: [day],
        } as unknown as RuleFinding,
        { outcomes: [{ role: 'state', what: 'by', value: null }] } as unknown as RuleModel,
        { ...dataIn('zh'), rules: { r: { title: '', readings: [], items: {}, outcomes: { by: name } } } },
        voice('zh'),
      );
    expect(of('期限')).toEqual(['期限：2016-12-31']);
    expect(of('验收')).toEqual(['验收：不晚于 2016-12-31']);
  });

  test('that the document gives are told as what it says, and not as facts of the case', () => {
    const of = (more: object, outcome: object = {}) =>
      figures(
        { outcomes: [{ role: 'state', what: 'steps', value: three, ...more }] },
        { status: 'met', because: [], outcomes: [{ what: 'steps', value: 3, unit: 'items', ...outcome }] },
      );
    expect(of({})).toEqual(['3 个（按文件）']);
    expect(of({ value: fact('steps') })).toEqual(['3 个']);
    // It is this figure where its own condition holds of the case.
    expect(of({ when: leaf('found') })).toEqual(['3 个']);
  });

  test('that say which of several is meant are one line', () => {
    const bodies = ['bureau', 'party', 'league'];
    const rule = { outcomes: bodies.map((what) => ({ role: 'state', what, value: fact('role') })) };
    const outcomes = bodies.map((what) => ({ what, value: what === 'bureau' }));
    expect(figures(rule, { status: 'met', because: [], outcomes })).toEqual(['是']);
  });

  test('that follow from the rule itself are so where it is met, and said to be so only then', () => {
    const yes = { expression: { op: 'value', value: true }, type: 'boolean', scale: 1 };
    const statement = { role: 'state', what: 'listed', value: yes };
    const stated = (status: string, more: object = {}) =>
      figures(
        { outcomes: [{ ...statement, ...more }] },
        { status, because: [], outcomes: [{ what: 'listed', value: true }] },
      );
    expect(stated('met')).toEqual(['是']);
    expect(stated('unknown')).toEqual(['符合时：是']);
    expect(stated('unmet')).toEqual([]);
    // It is a finding, made where its own condition holds.
    expect(stated('unmet', { when: leaf('found') })).toEqual(['是']);
    expect(stated('unknown', { value: fact('listed') })).toEqual(['是']);
  });

  test('that are reached are not told of a rule that fails by the same fact', () => {
    const rule = { when: leaf('counted'), outcomes: [required('level', three, 'counted', 'at-least')] };
    const reached = { outcomes: [shown('level', { actual: 3, gap: 0, comparator: 'at-least' })] };
    const fails = { ...because('counted', ''), item: undefined };
    expect(figures(rule, { status: 'unmet', because: [fails], ...reached })).toEqual([]);
    expect(figures(rule, { status: 'met', because: [{ ...fails, holds: true }], ...reached })).toEqual([
      '要求不少于 3 个，实际 3 个',
    ]);
    expect(figures(rule, { status: 'unmet', because: [fails], outcomes: [shown('level')] })).toEqual([
      '要求 3 个，实际 1 个，差 2 个',
    ]);
  });

  test('are enough where a condition on what is not all known is decided', () => {
    const rule = { when: leaf('counted'), outcomes: [required('level', three, 'counted')] };
    const open = { outcomes: [shown('level', { actual: null, gap: null })] };
    const told = (holds: boolean | null, status: string) =>
      figures(rule, {
        status,
        because: [{ ...because('counted', ''), item: undefined, actual: null, holds }],
        ...open,
      });
    expect(told(true, 'met')).toEqual(['要求 3 个，未填全，已能判断']);
    expect(told(null, 'unknown')).toEqual(['要求 3 个，实际 不清楚']);
  });

  test('say whose they are only where that is another than who the finding is about', () => {
    const rule = { outcomes: [required('plans', three, 'counted', 'at-least')] };
    const per = (entity: string, more: object = {}) =>
      figures(rule, {
        status: 'unmet',
        because: [],
        outcomes: [shown('plans', { comparator: 'at-least', per: entity, ...more })],
      });
    expect(per('village')).toEqual(['要求不少于 3 个，实际 1 个，差 2 个']);
    expect(per('household')).toEqual(['要求每户不少于 3 个，实际 1 个，差 2 个']);
    expect(per('village', { unit: 'yuan', every: 'year' })).toEqual(['要求不少于 3 元/年，实际 1 元/年，差 2 元/年']);
    // What the document gives to each, beside nothing that is.
    expect(per('village', { actual: undefined })).toEqual(['每村不少于 3 个']);
  });

  test('leave out at least nothing', () => {
    const rule = { outcomes: [required('sum', three, 'a', 'at-least')] };
    const none = shown('sum', { value: 0, actual: 0, gap: 0, comparator: 'at-least' });
    expect(figures(rule, { status: 'unknown', because: [], outcomes: [none] })).toEqual([]);
  });

  test('of yes and no are left out where a condition has asked for the same', () => {
    const rule = { when: leaf('counted'), outcomes: [required('done', fact('yes'), 'counted')] };
    const outcomes = [shown('done', { value: true, actual: true, gap: null })];
    const asks = (expected: boolean): readonly Condition[] => [
      { reason: { fact: 'counted', operator: 'equal', expected, actual: true, holds: true }, against: undefined },
    ];
    const told = (conditions?: readonly Condition[]) =>
      figures(rule, { status: 'met', because: [], outcomes }, conditions);
    expect(told(asks(true))).toEqual([]);
    expect(told()).toHaveLength(1);
    expect(told(asks(false))).toHaveLength(1);
  });

  test('set side by side what no condition compares and the document does not fix', () => {
    const of = (value: unknown, when?: object) =>
      figures(
        { outcomes: [required('sum', value, 'counted')], ...(when && { when }) },
        { status: 'unmet', because: [], outcomes: [shown('sum')] },
      );
    expect(of(fact('told'))).toEqual(['对照 3 个，实际 1 个，相差 2 个']);
    expect(of(three)).toEqual(['要求 3 个，实际 1 个，差 2 个']);
    expect(of(fact('told'), leaf('counted'))).toEqual(['要求 3 个，实际 1 个，差 2 个']);
  });
});
