import { describe, expect, it } from 'vitest';
import { day, findingOf, findingsOf, leaf, onePolicy, tinyParameter, title } from '../testing/tiny-policy.ts';
import { regimeOn } from './regime.ts';
import { isFixed } from './slots.ts';

type Data = Record<string, unknown>;

describe('two facts that are kept in different steps', () => {
  // An eighth of a fen is kept: the loan is in whole fen.
  const facts = { 'household.eighth': { title, unit: 'yuan', formula: 'household.equity.amount * 0.125' } };
  const status = (fact: string, operator: string, other: string, household: Data) =>
    findingOf(onePolicy({ when: leaf(fact, operator, { fact: other }) }, { facts }), { household }).status;
  const [eighth, loan] = ['household.eighth', 'household.loan.amount'];
  const both = (equity: number, amount: number) => ({ equity: { amount: equity }, loan: { amount } });

  it.each<[string, number, number, string, string]>([
    ['equal', 800, 100, 'met', 'met'],
    ['equal', 800.01, 100, 'unmet', 'unmet'],
    ['lessThan', 800, 100, 'unmet', 'unmet'],
    ['lessThan', 800, 100.01, 'met', 'unmet'],
    ['greaterThan', 800.01, 100, 'met', 'unmet'],
    ['greaterThanInclusive', 800, 100, 'met', 'met'],
    ['lessThanInclusive', 800.01, 100, 'unmet', 'met'],
    ['notEqual', 800.01, 100, 'met', 'met'],
  ])('%s of %d/8 and %d: %s; the other way about %s', (operator, equity, amount, one, turned) => {
    expect(status(eighth, operator, loan, both(equity, amount))).toBe(one);
    expect(status(loan, operator, eighth, both(equity, amount))).toBe(turned);
  });

  it('are the same where they are so to the last step, however fine one of them is', () => {
    const finer = { 'household.share': { title, unit: 'yuan', formula: 'household.equity.amount * 0.001%' } };
    const when = leaf('household.share', 'equal', { fact: loan });
    expect(findingOf(onePolicy({ when }, { facts: finer }), { household: both(3000, 0.03) }).status).toBe('met');
  });

  it('are told apart as far as one of them is known, and none can be below zero', () => {
    expect(status(eighth, 'greaterThanInclusive', loan, { loan: { amount: 0 } })).toBe('met');
    expect(status(eighth, 'lessThan', loan, { loan: { amount: 0 } })).toBe('unmet');
    expect(status(loan, 'lessThan', eighth, { equity: { amount: 0 } })).toBe('unmet');
    expect(status(eighth, 'lessThan', loan, { loan: { amount: 0.01 } })).toBe('unknown');
    expect(status(eighth, 'lessThan', loan, {})).toBe('unknown');
  });

  it('of which one may be anything tell nothing', () => {
    const free = { 'household.free': { title, unit: 'yuan/year', formula: 'household.assetIncome * 2' } };
    const policy = onePolicy(
      { when: leaf('household.assetIncome', 'lessThan', { fact: 'household.free' }) },
      { facts: free },
    );
    expect(findingOf(policy, { household: {} }).status).toBe('unknown');
    expect(findingOf(policy, { household: { assetIncome: 1 } }).status).toBe('met');
    expect(findingOf(policy, { household: { assetIncome: -1 } }).status).toBe('unmet');
  });
});

describe('conditions on one fact', () => {
  const finding = (when: Data, household: Data) => findingOf(onePolicy({ when }), { household });

  it('are said in the terms of the case', () => {
    const because = (operator: string, value: unknown) =>
      finding(leaf('household.loan.amount', operator, value), { loan: { amount: 0.5 } }).because[0];
    expect(because('equal', 0.5)).toMatchObject({ expected: 0.5, actual: 0.5, holds: true });
    expect(because('in', [0.5, 1.25])).toMatchObject({ expected: [0.5, 1.25], holds: true });
    expect(because('notIn', [0.5, 1.25])).toMatchObject({ expected: [0.5, 1.25], holds: false });
    expect(because('in', [1.25])).toMatchObject({ holds: false });
  });

  it('that search one list for several entries keep them apart', () => {
    const kinds = (supportKinds: unknown) =>
      finding(
        {
          all: [
            leaf('household.supportKinds', 'contains', 'industry'),
            leaf('household.supportKinds', 'doesNotContain', 'funds'),
          ],
        },
        { supportKinds },
      );
    expect(kinds(['industry']).status).toBe('met');
    expect(kinds(['industry', 'funds']).status).toBe('unmet');
    expect(kinds(['trading']).status).toBe('unmet');
    expect(kinds(undefined)).toMatchObject({ status: 'unknown', missing: ['household.supportKinds'] });
  });

  it('name texts, and tell them from all others', () => {
    const cell = (gridCell?: string) =>
      finding(
        { any: [leaf('household.gridCell', 'equal', '一'), leaf('household.gridCell', 'in', ['二', '三'])] },
        { gridCell },
      ).status;
    expect([cell('一'), cell('二'), cell('三'), cell('四'), cell()]).toEqual(['met', 'met', 'met', 'unmet', 'unknown']);
  });
});

describe('two facts that are held in different steps', () => {
  const facts = {
    'household.part': { title, unit: 'yuan', formula: 'household.loan.amount * 12.5%' },
    'household.due': {
      title,
      unit: 'yuan',
      formula: 'sum(household.members, person.pensionDue, person.enrolled) * 12.5%',
    },
  };
  const [loan, equity] = [(amount: number) => ({ loan: { amount } }), (amount: number) => ({ equity: { amount } })];
  const member = { members: [{ pensionDue: 8 }] };

  it.each<[fact: string, operator: string, household: object, status: string]>([
    ['household.part', 'lessThan', { ...loan(8), ...equity(1.01) }, 'met'],
    ['household.part', 'lessThan', { ...loan(8), ...equity(1) }, 'unmet'],
    ['household.part', 'equal', { ...loan(8), ...equity(1) }, 'met'],
    ['household.part', 'equal', { ...loan(8), ...equity(8) }, 'unmet'],
    ['household.part', 'greaterThanInclusive', loan(8), 'unknown'],
    ['household.part', 'lessThanInclusive', loan(0), 'met'],
    ['household.part', 'lessThan', equity(0), 'unmet'],
    ['household.due', 'lessThan', { ...member, ...equity(1.01) }, 'met'],
    ['household.due', 'lessThan', { ...member, ...equity(1) }, 'unknown'],
    ['household.due', 'lessThanInclusive', { ...member, ...equity(1) }, 'met'],
    ['household.due', 'lessThanInclusive', { ...member, ...equity(0.99) }, 'unknown'],
    ['household.due', 'lessThan', {}, 'unknown'],
  ])('%s is %s: of %j %s', (fact, operator, household, status) => {
    const when = leaf(fact, operator, { fact: 'household.equity.amount' });
    expect(findingOf(onePolicy({ when }, { facts }), { household }).status).toBe(status);
    const turned = {
      lessThan: 'greaterThan',
      lessThanInclusive: 'greaterThanInclusive',
      greaterThanInclusive: 'lessThanInclusive',
    };
    const other = turned[operator as keyof typeof turned] ?? operator;
    const back = leaf('household.equity.amount', other, { fact });
    expect(findingOf(onePolicy({ when: back }, { facts }), { household }).status).toBe(status);
  });
});

it.each<[enrolled: boolean | undefined, amount: number, status: string]>([
  [undefined, 64, 'met'],
  [undefined, 63.99, 'unknown'],
  [undefined, 0, 'unknown'],
  [true, 64.08, 'unknown'],
  [true, 63.99, 'unmet'],
])(
  'a sum of 8 and perhaps 8 more (the first certain: %s) is at most an eighth of %d: %s',
  (enrolled, amount, status) => {
    const facts = {
      'household.sum': { title, unit: 'yuan', formula: 'sum(household.members, person.pensionDue, person.enrolled)' },
      'household.eighth': { title, unit: 'yuan', formula: 'household.loan.amount * 0.125' },
    };
    const first = enrolled ? [{ pensionDue: 8, enrolled }] : [];
    const household = { loan: { amount }, members: [...first, { pensionDue: 8 }] };
    const when = leaf('household.sum', 'lessThanInclusive', { fact: 'household.eighth' });
    expect(findingOf(onePolicy({ when }, { facts }), { household }).status).toBe(status);
  },
);

describe('what rules ask of several facts', () => {
  const statusOf = (when: Data, household: Data) => findingOf(onePolicy({ when }), { household }).status;
  const amounts = (loan: number, equity: number) => ({ loan: { amount: loan }, equity: { amount: equity } });
  const under = (fact: string, other: string) => leaf(fact, 'lessThan', { fact: other });
  const [loan, equity] = ['household.loan.amount', 'household.equity.amount'];

  it('is kept apart where two comparisons look at two facts', () => {
    const when = { any: [under(loan, equity), under(equity, loan)] };
    expect(statusOf(when, amounts(1, 2))).toBe('met');
    expect(statusOf(when, amounts(2, 1))).toBe('met');
    expect(statusOf(when, amounts(1, 1))).toBe('unmet');
  });

  it('is kept apart where a fact is compared with another and with a number, in either order', () => {
    const parts = [under(loan, equity), leaf(loan, 'lessThan', 5)];
    for (const all of [parts, parts.toReversed()]) {
      expect(statusOf({ all }, amounts(1, 2))).toBe('met');
      expect(statusOf({ all }, amounts(5, 6))).toBe('unmet');
      expect(statusOf({ all }, amounts(2, 1))).toBe('unmet');
      expect(statusOf({ all }, { loan: { amount: 5 } })).toBe('unmet');
      expect(statusOf({ all }, { loan: { amount: 1 } })).toBe('unknown');
    }
  });

  it('is asked of each member, where one fact is the member’s and one the household’s', () => {
    const members = [{ pensionDue: 1 }, { pensionDue: 3 }, {}];
    const statuses = (fact: string, other: string) =>
      findingsOf(onePolicy({ subject: 'person', when: under(fact, other) }), {
        household: { loan: { amount: 2 }, members },
      }).map(({ status }) => status);
    expect(statuses('person.pensionDue', loan)).toEqual(['met', 'unmet', 'unknown']);
    expect(statuses(loan, 'person.pensionDue')).toEqual(['unmet', 'met', 'unknown']);
  });

  it('says the values of both, though another had two that compare alike', () => {
    const policy = onePolicy({ when: leaf('household.registered', 'equal', { fact: 'household.rural' }) });
    for (const value of [true, false, true])
      expect(findingOf(policy, { household: { registered: value, rural: value } }).because).toMatchObject([
        { expected: value, actual: value, holds: true },
      ]);
  });
});

describe('what is in none of a list', () => {
  const policy = onePolicy({ when: leaf('household.loan.amount', 'notIn', [0.5, 1.25]) });

  it.each([
    [0.5, 'unmet'],
    [1, 'met'],
    [1.25, 'unmet'],
    [undefined, 'unknown'],
  ])('%s: %s', (amount, status) => {
    expect(findingOf(policy, { household: { loan: { amount } } }).status).toBe(status);
  });

  it('is not what is unknown', () => {
    const holds = regimeOn(policy, day).rules[0]?.compiled().leaves[0]?.leaf.holds;
    expect(holds?.[0]).toBe(false);
    expect(holds?.slice(1).toSorted()).toEqual([false, true]);
  });
});

it('a day is compared with a day that a parameter tells', () => {
  const parameters = { last: tinyParameter('date', '2017-03-01') };
  const when = leaf('household.exitDate', 'lessThanInclusive', { parameter: 'last' });
  const policy = onePolicy({ when }, { parameters });
  const status = (exitDate?: string) => findingOf(policy, { household: { exitDate } }).status;
  expect([status('2017-03-01'), status('2017-03-02'), status()]).toEqual(['met', 'unmet', 'unknown']);
});

describe('what tables are indexed by', () => {
  const slotsOf = (when: Data, facts: Data = {}) => regimeOn(onePolicy({ when }, { facts }), day).slots;
  const groundOf = (when: Data, facts: Data = {}) => {
    const [slot] = slotsOf(when, facts);
    return slot?.ground && { ...slot.ground, facts: slot.ground.facts.map(({ model }) => model.name) };
  };
  const of = (formula: string, unit?: string): Data => ({
    'household.own': { title, formula, ...(unit === undefined ? {} : { unit }) },
  });
  const [loan, equity] = ['household.loan.amount', 'household.equity.amount'];

  it('rests on the given facts that a comparison or what follows is plain arithmetic over', () => {
    const linear = true;
    expect(groundOf(leaf(loan, 'lessThan', { fact: equity }))).toEqual({ facts: [loan, equity], linear });
    expect(groundOf(leaf('household.supportKinds', 'contains', 'industry'))).toEqual({
      facts: ['household.supportKinds'],
      linear,
    });
    const half = of('household.loan.amount * 50%', 'yuan');
    expect(groundOf(leaf('household.own', 'lessThan', 5), half)).toEqual({ facts: [loan], linear });
    expect(groundOf(leaf('household.own', 'lessThan', { fact: equity }), half)).toEqual({
      facts: [loan, equity],
      linear,
    });
  });

  it('rests on nothing where it is given itself, goes through a list, or is more than plain arithmetic', () => {
    expect(groundOf(leaf(loan, 'lessThan', 5))).toBeUndefined();
    const counted = of('count(household.members, person.enrolled)', 'persons');
    expect(groundOf(leaf('household.own', 'lessThan', 5), counted)).toBeUndefined();
    expect(groundOf(leaf('household.own', 'lessThan', { fact: 'household.memberCount' }), counted)).toBeUndefined();
    const lesser = of('min(household.loan.amount, household.equity.amount)', 'yuan');
    expect(groundOf(leaf('household.own', 'lessThan', 5), lesser)).toBeUndefined();
  });

  it('is expected to be as another fact is, or as the condition says', () => {
    const expected = (value: unknown) =>
      regimeOn(onePolicy({ when: leaf(loan, 'lessThan', value) }), day).rules[0]?.compiled().leaves[0]?.leaf.expected;
    expect(expected({ fact: equity })).toBeUndefined();
    expect(expected(0.5)).toBe(0.5);
  });

  it('stands for one value where it is a truth or a code, and is no test of its own', () => {
    const isOne = (when: Data) => slotsOf(when).map(isFixed);
    expect(isOne(leaf('household.rural', 'equal', true))).toEqual([true]);
    expect(isOne(leaf('household.type', 'equal', 'dibao'))).toEqual([true]);
    expect(isOne(leaf(loan, 'equal', 5))).toEqual([false]);
    expect(isOne(leaf('household.gridCell', 'equal', 'a'))).toEqual([false]);
    expect(isOne(leaf('household.rural', 'equal', { fact: 'household.registered' }))).toEqual([false]);
    expect(isOne(leaf('household.supportKinds', 'contains', 'industry'))).toEqual([false]);
  });
});

it.each<[operator: string, line: number, statuses: readonly string[]]>([
  ['lessThan', 0.5, ['met', 'unmet', 'unmet', 'unknown']],
  ['greaterThan', 0.5, ['unmet', 'met', 'met', 'unknown']],
  ['greaterThanInclusive', 0.2, ['unmet', 'met', 'met', 'unknown']],
  ['lessThanInclusive', 1.5, ['met', 'met', 'unmet', 'unknown']],
  ['equal', 0.5, ['unmet', 'unmet', 'unmet', 'unmet']],
  ['notEqual', 0.5, ['met', 'met', 'met', 'met']],
])('of a count that is %s a parameter of %d, of 0, 1, 2 and an unknown one: %j', (operator, line, statuses) => {
  const when = leaf('household.mainBusinessCount', operator, { parameter: 'line' });
  const policy = onePolicy({ when }, { parameters: { line: tinyParameter('items', line) } });
  const found = [0, 1, 2, undefined].map((count) => findingOf(policy, { household: { mainBusinessCount: count } }));
  expect(found.map(({ status }) => status)).toEqual(statuses);
});
