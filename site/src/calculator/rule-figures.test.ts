import type { RuleFinding, RuleModel } from '@jingzhun/rules';
import { describe, expect, test } from 'vitest';
import type { Condition } from './conditions-of.ts';
import { Describe } from './describe.ts';
import type { PageData } from './page-data.ts';
import { figuresOf } from './rule-figures.ts';
import { words } from './words.ts';

const data = {
  facts: { 'date.assessedOn': { label: '政策日期' } },
  codes: {},
  units: { households: '户', items: '个' },
  rules: {},
  words: words.zh,
} as unknown as PageData;
const voice = new Describe(data);

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
      data,
      voice,
      told,
    );
  const shown = (what: string, more: object = {}) => ({ what, value: 3, actual: 1, unit: 'items', gap: 2, ...more });

  test('count items by the word for what they are', () => {
    const rule = { id: 'r', outcomes: [required('plan', three, 'plans')] };
    const finding = { rule: 'r', status: 'unmet', because: [], outcomes: [shown('plan')] };
    const of = (counted?: object) =>
      figuresOf(
        { missing: [], subject: { entity: 'village', id: null }, ...finding } as unknown as RuleFinding,
        rule as unknown as RuleModel,
        { ...data, rules: { r: { title: '', readings: [], items: {}, outcomes: { plan: '措施' }, ...counted } } },
        voice,
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
        { ...data, rules: { r: { title: '', readings: [], items: {}, outcomes: { by: name } } } },
        voice,
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
    // What is worked out from it, it need not have said.
    const twice = { expression: { op: 'multiply', left: three.expression, right: three.expression } };
    expect(of({ value: twice }, { value: 9 })).toEqual(['9 个']);
    // It is this figure where its own condition holds of the case.
    expect(of({ when: leaf('found') })).toEqual(['3 个']);
  });

  test('that are held against the day that is asked about name it', () => {
    const told = (actual: string) =>
      figures(
        {
          when: { fact: 'done', operator: 'lessThanInclusive', value: { fact: 'date.assessedOn' } },
          outcomes: [{ ...required('done', fact('date.assessedOn'), 'done', 'at-most'), unit: 'date' }],
        },
        {
          status: 'met',
          because: [],
          outcomes: [{ what: 'done', value: '2017-01-01', actual, gap: 0, unit: 'date', comparator: 'at-most' }],
        },
      );
    expect(told('2016-12-31')).toEqual(['要求不晚于“政策日期”（2017-01-01），实际 2016-12-31']);
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

  test('demand all of a list where they demand as many as it has', () => {
    const one = (name: string) => ({
      op: 'if',
      when: { op: 'fact', fact: name },
      yes: { op: 'value', value: 1 },
      no: { op: 'value', value: 0 },
    });
    const actual = { expression: { op: 'add', left: { op: 'add', left: one('a'), right: one('b') }, right: one('c') } };
    const of = (value: number) =>
      figures(
        { when: leaf('a'), outcomes: [{ ...required('sum', three, 'a', 'at-least'), actual }] },
        { status: 'unmet', because: [], outcomes: [shown('sum', { value, comparator: 'at-least' })] },
      );
    expect(of(3)).toEqual(['要求全部 3 个，实际 1 个，差 2 个']);
    expect(of(2)).toEqual(['要求不少于 2 个，实际 1 个，差 2 个']);
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
