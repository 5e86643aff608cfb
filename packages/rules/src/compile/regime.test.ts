import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { evaluated } from '../testing/evaluated.ts';
import {
  day,
  findingOf,
  findingsOf,
  leaf,
  loadTiny,
  onePolicy,
  quoteSha256,
  registered,
  tinyRule,
  title,
} from '../testing/tiny-policy.ts';
import { addDays } from '../values/dates.ts';
import { changeDays, regimeOn } from './regime.ts';

const policy = loadTiny({
  parameters: {
    aid: {
      title,
      unit: 'yuan',
      values: [
        { from: '2016-01-01', value: 100, quoteSha256 },
        { from: '2017-01-01', value: 200, quoteSha256 },
        { from: '2018-03-01', value: 300, quoteSha256 },
      ],
    },
    line: {
      title,
      unit: 'yuan/person/year',
      values: [
        { from: '2016-01-01', to: '2016-12-31', value: 3000, quoteSha256 },
        { from: '2017-01-01', value: 4000, quoteSha256 },
      ],
    },
  },
  facts: { 'household.twice': { title, unit: 'yuan', formula: 'aid * 2' } },
  rules: {
    'tiny.rule.aid': tinyRule({
      grant: { what: 'aid', amount: 'aid', unit: 'yuan' },
      require: { what: 'twice', value: 'household.twice', unit: 'yuan' },
    }),
    'tiny.rule.line': tinyRule({
      when: leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'line' }),
      force: { from: '2016-06-01', to: '2017-06-30' },
    }),
  },
}).policy;

describe('a regime', () => {
  const amounts = (on: string) => findingOf(policy, { household: {} }, on).outcomes.map(({ value }) => value);

  it.each([
    ['2016-12-31', 100],
    ['2017-01-01', 200],
    ['2017-01-02', 200],
    ['2018-02-28', 200],
    ['2018-03-01', 300],
    ['2018-03-02', 300],
  ])('on %s has the parameter of that day: %d', (on, amount) => {
    expect(amounts(on)).toEqual([amount, 2 * amount]);
  });

  it.each([
    ['2016-05-31', 'not-in-force'],
    ['2016-06-01', 'unmet'],
    ['2016-12-31', 'unmet'],
    ['2017-01-01', 'met'],
    ['2017-06-30', 'met'],
    ['2017-07-01', 'not-in-force'],
  ])('on %s has the rules of that day: %s', (on, status) => {
    expect(findingsOf(policy, { household: { perCapitaNetIncome: 3500 } }, on)[1]?.status).toBe(status);
  });

  it('changes on the days on which a rule or a parameter does', () => {
    expect(changeDays(policy)).toEqual([
      '2016-01-01',
      '2016-06-01',
      '2017-01-01',
      '2017-07-01',
      '2018-03-01',
      '2019-01-01',
    ]);
  });

  it('is one from a change to the day before the next', () => {
    const days = changeDays(policy);
    days.forEach((start, index) => {
      const end = addDays(days[index + 1] ?? '2030-01-01', -1);
      expect(regimeOn(policy, end)).toBe(regimeOn(policy, start));
      expect(regimeOn(policy, addDays(start, -1))).not.toBe(regimeOn(policy, start));
    });
  });

  it('does not depend on which day was asked first', () => {
    const copy = structuredClone(policy);
    const input = { household: { perCapitaNetIncome: 3500 } };
    const on = ['2018-12-31', '2016-01-01', '2017-03-01', '2016-07-07', '1999-01-01', '2018-03-01'];
    const first = on.map((day) => findingsOf(copy, input, day));
    const again = on.toReversed().map((day) => findingsOf(structuredClone(policy), input, day));
    expect(again.reverse()).toEqual(first);
  });

  it('an identical value on both sides of a day gives identical results', () => {
    const same = loadTiny({
      parameters: {
        aid: {
          title,
          unit: 'yuan',
          values: [
            { from: '2016-01-01', value: 100, quoteSha256 },
            { from: '2017-01-01', value: 100, quoteSha256 },
          ],
        },
      },
      rules: {
        'tiny.rule.aid': tinyRule({
          when: leaf('household.registered', 'equal', true),
          grant: { what: 'aid', amount: 'aid', unit: 'yuan' },
        }),
      },
    }).policy;
    for (const household of [{}, { registered: true }, { registered: false }]) {
      expect(findingsOf(same, { household }, '2017-01-01')).toEqual(findingsOf(same, { household }, '2016-12-31'));
    }
  });
});

describe('what rules are compiled to', () => {
  it('has a change on the first day alone, where a rule is in force without end', () => {
    const open = loadTiny(
      { rules: { 'tiny.rule.one': tinyRule({ when: registered }) } },
      { force: { from: '2016-01-01', to: null } },
    );
    expect(changeDays(open.policy)).toEqual(['2016-01-01']);
  });

  it('has the days in order, whatever the order of the rules', () => {
    const rules = {
      'tiny.rule.one': tinyRule({ when: registered, force: { from: '2017-01-01', to: '2017-12-31' } }),
      'tiny.rule.two': tinyRule({ when: registered }),
    };
    expect(changeDays(loadTiny({ rules }).policy)).toEqual(['2016-01-01', '2017-01-01', '2018-01-01', '2019-01-01']);
  });

  it('has each rule compiled once, and totals in the order of the rules, whichever is asked first', () => {
    const granting = (subject: string, every: string, change = {}) =>
      tinyRule({ subject, when: undefined, grant: { what: 'aid', amount: '10', unit: 'yuan', every }, ...change });
    const { policy } = loadTiny({
      rules: {
        'tiny.rule.county': granting('county', 'once'),
        'tiny.rule.household': granting('household', 'year'),
        'tiny.rule.later': granting('household', 'month', { force: { from: '2018-01-01' } }),
      },
    });
    const { rules, totals } = regimeOn(policy, day);
    expect(decide(policy, { household: {} }, { on: day }).totals).toMatchObject([{ every: 'year', certain: 10 }]);
    expect(decide(policy, { county: {}, household: {} }, { on: day }).totals.map(({ every }) => every)).toEqual([
      'once',
      'year',
    ]);
    expect(totals.map(({ every }) => every)).toEqual(['once', 'year']);
    for (const { compiled } of rules) expect(compiled()).toBe(compiled());
  });

  it('tells the leaf of a condition, and has no fact that the policy does not name', () => {
    const model = { fact: 'household.registered', operator: 'equal', value: true } as const;
    const regime = regimeOn(onePolicy({ when: model }), day);
    expect(regime.leaf(regime.rules[0]?.compiled().leaves[0]?.leaf.model as never)).toBe(
      regime.rules[0]?.compiled().leaves[0]?.leaf,
    );
    expect(() => regime.scope.fact('household.nobody')).toThrow('fact household.nobody is not among');
  });

  it('does not look at what rules ask that are not in force', () => {
    const income = (value: number) => leaf('household.perCapitaNetIncome', 'lessThan', value);
    const rules = {
      'tiny.rule.one': tinyRule({ when: { all: [income(4000), registered] } }),
      'tiny.rule.two': tinyRule({ when: { any: [income(1000), income(2000)] }, force: { from: '2018-01-01' } }),
    };
    const missing = (on: string) => findingsOf(loadTiny({ rules }).policy, { household: {} }, on)[0]?.missing;
    // Of two classes of income one settles the first rule, as of two truths; of four classes one.
    expect(missing('2017-06-15')).toEqual(['household.perCapitaNetIncome', 'household.registered']);
    expect(missing('2018-06-15')).toEqual(['household.registered', 'household.perCapitaNetIncome']);
  });

  it('knows what nobody can be, though nothing is given', () => {
    const nobody = findingOf(onePolicy({ when: leaf('household.mainBusinessCount', 'lessThan', 0) }), {
      household: {},
    });
    expect(nobody).toMatchObject({ status: 'unmet', because: [{ holds: false }] });
  });

  it('has for each member what is compared in the household', () => {
    const policy = onePolicy({
      subject: 'person',
      when: {
        all: [
          registered,
          leaf('household.loan.amount', 'lessThan', { fact: 'household.equity.amount' }),
          leaf('person.enrolled', 'equal', true),
        ],
      },
    });
    const statuses = (facts: object) =>
      findingsOf(policy, { household: { ...facts, members: [{ enrolled: true }, { enrolled: false }, {}] } }).map(
        ({ status }) => status,
      );
    const loan = { loan: { amount: 1 }, equity: { amount: 2 } };
    expect(statuses({ ...loan, registered: true })).toEqual(['met', 'unmet', 'unknown']);
    expect(statuses({ ...loan, registered: false })).toEqual(['unmet', 'unmet', 'unmet']);
    expect(statuses({ ...loan })).toEqual(['unknown', 'unmet', 'unknown']);
    const more = { loan: { amount: 3 }, equity: { amount: 2 } };
    expect(statuses({ ...more, registered: true })).toEqual(['unmet', 'unmet', 'unmet']);
  });
});

describe('a fact that follows', () => {
  const members = (...abilities: (string | undefined)[]) => ({
    members: abilities.map((labourAbility) => (labourAbility === undefined ? {} : { labourAbility })),
  });

  it.each<[household: Record<string, unknown>, hasLabour: boolean | undefined]>([
    [members('able'), true],
    [members(undefined, 'able'), true],
    [members('lost', 'none'), false],
    [members('lost', undefined), undefined],
    [members(), undefined],
    [{}, undefined],
  ])('from the first case that holds: of %j', (household, expected) => {
    expect(evaluated('household.hasLabour', household, '')).toBe(expected);
  });

  it('from no case after one that is unknown', () => {
    const model = onePolicy({ when: leaf('household.type', 'equal', 'dibao') });
    const when = (fact: string) => ({ expression: { op: 'fact', fact }, type: 'boolean', scale: 1 }) as const;
    const cases = [
      { is: 'dibao', when: when('household.rural') },
      { is: 'wubao', when: when('household.recognised') },
    ];
    const truths = onePolicy({
      when: { all: [leaf('household.rural', 'equal', true), leaf('household.recognised', 'equal', true)] },
    });
    const facts = [
      ...model.facts.map((fact) => (fact.name === 'household.type' ? { ...fact, derive: { cases } } : fact)),
      ...truths.facts.filter(({ name }) => !model.facts.some((fact) => fact.name === name)),
    ];
    const typeOf = (household: object) =>
      findingOf({ ...model, facts }, { household }).because.map(({ actual }) => actual);
    expect(typeOf({ recognised: true })).toEqual([null]);
    expect(typeOf({ rural: false, recognised: true })).toEqual(['wubao']);
    expect(typeOf({ rural: true, recognised: true })).toEqual(['dibao']);
    expect(typeOf({ rural: false, recognised: false })).toEqual([null]);
  });

  it('is not given while nothing is known of it, and is in part where one bound is', () => {
    const facts = {
      'household.rest': { title, unit: 'yuan', formula: 'household.loan.amount - household.equity.amount' },
      'household.debt': { title, unit: 'yuan', formula: '0 - household.loan.amount' },
      'household.has': { title, formula: 'given(household.rest)' },
    };
    const status = (when: object, household = {}) =>
      findingOf(onePolicy({ when: when as never }, { facts }), { household }).status;
    expect(status(leaf('household.has', 'equal', true))).toBe('unknown');
    expect(status(leaf('household.has', 'equal', true), { equity: { amount: 1 } })).toBe('met');
    expect(status(leaf('household.debt', 'lessThanInclusive', 0))).toBe('met');
    expect(status(leaf('household.rest', 'lessThanInclusive', 5))).toBe('unknown');
    expect(status(leaf('household.rest', 'greaterThan', -2), { equity: { amount: 1 } })).toBe('met');
    expect(status(leaf('household.rest', 'lessThanInclusive', 5), { loan: { amount: 5 } })).toBe('met');
  });
});
