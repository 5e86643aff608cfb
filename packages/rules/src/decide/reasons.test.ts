import { describe, expect, it } from 'vitest';
import { findingOf, leaf, onePolicy, quoteSha256, tinyParameter, title } from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });
const registered = leaf('household.registered', 'equal', true);
const poor = leaf('household.perCapitaNetIncome', 'lessThan', 4000);

describe('because', () => {
  it('says of each condition what it expects, what is, and whether it holds', () => {
    const policy = onePolicy({
      scope: registered,
      when: {
        all: [
          poor,
          leaf('household.type', 'in', ['general', 'dibao']),
          leaf('household.supportKinds', 'contains', 'industry'),
        ],
      },
    });
    expect(
      findingOf(policy, household({ registered: true, perCapitaNetIncome: 4200.5, supportKinds: ['industry'] }))
        .because,
    ).toEqual([
      { fact: 'household.registered', operator: 'equal', expected: true, actual: true, holds: true },
      { fact: 'household.perCapitaNetIncome', operator: 'lessThan', expected: 4000, actual: 4200.5, holds: false },
      { fact: 'household.type', operator: 'in', expected: ['general', 'dibao'], actual: null, holds: null },
      { fact: 'household.supportKinds', operator: 'contains', expected: 'industry', actual: ['industry'], holds: true },
    ]);
  });

  it('shows a parameter with its value of the day, in the terms of the fact', () => {
    const parameters = {
      line: tinyParameter('yuan/person/year', 2736, {
        values: [
          { from: '2016-01-01', value: 2736, quoteSha256 },
          { from: '2017-01-01', value: 2952.5, quoteSha256 },
        ],
      }),
    };
    const policy = onePolicy(
      { when: leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'line' }) },
      { parameters },
    );
    const expected = (on: string) => findingOf(policy, household({ perCapitaNetIncome: 2800 }), on);
    expect(expected('2016-12-31')).toMatchObject({ status: 'unmet', because: [{ expected: 2736, actual: 2800 }] });
    expect(expected('2017-01-01')).toMatchObject({ status: 'met', because: [{ expected: 2952.5, actual: 2800 }] });
  });

  it('shows both sides where two facts are compared', () => {
    const policy = onePolicy({
      when: leaf('household.exitDate', 'lessThanInclusive', { fact: 'household.plannedExitDate' }),
    });
    expect(findingOf(policy, household({ exitDate: '2017-01-02', plannedExitDate: '2017-01-01' })).because).toEqual([
      {
        fact: 'household.exitDate',
        operator: 'lessThanInclusive',
        expected: '2017-01-01',
        actual: '2017-01-02',
        holds: false,
      },
    ]);
    expect(findingOf(policy, household({ exitDate: '2017-01-02' })).because[0]).toMatchObject({
      expected: null,
      actual: '2017-01-02',
      holds: null,
    });
  });

  it('does not mix up subjects that fall in the same classes', () => {
    const policy = onePolicy({ when: { all: [registered, poor] } });
    const actual = (income: number) =>
      findingOf(policy, household({ registered: true, perCapitaNetIncome: income })).because[1]?.actual;
    expect([actual(100), actual(200), actual(300.25)]).toEqual([100, 200, 300.25]);
  });
});

describe('a parameter is compared in the steps of the fact', () => {
  it('whatever steps each is kept in', () => {
    const policy = onePolicy(
      {
        when: {
          all: [
            leaf('household.tenth', 'greaterThan', { parameter: 'line' }),
            leaf('household.mainBusinessCount', 'lessThanInclusive', { parameter: 'most' }),
          ],
        },
      },
      {
        parameters: { line: tinyParameter('yuan', 100), most: tinyParameter('items', 2.5) },
        facts: { 'household.tenth': { title, unit: 'yuan', formula: 'household.loan.amount * 0.125' } },
      },
    );
    const of = (amount: number, mainBusinessCount: number) =>
      findingOf(policy, household({ loan: { amount }, mainBusinessCount }));
    expect(of(800, 2).status).toBe('unmet');
    expect(of(800.08, 2).status).toBe('met');
    expect(of(800.08, 3).status).toBe('unmet');
    expect(of(800.08, 2).because.map(({ expected }) => expected)).toEqual([100, 2.5]);
  });
});
