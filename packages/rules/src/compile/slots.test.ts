import { describe, expect, it } from 'vitest';
import { findingOf, leaf, onePolicy, title } from '../testing/tiny-policy.ts';

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
