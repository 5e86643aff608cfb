import type { Change } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { findingOf, leaf, onePolicy, title } from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });
const registered = leaf('household.registered', 'equal', true);
const poor = leaf('household.perCapitaNetIncome', 'lessThan', 4000);
const general = leaf('household.type', 'equal', 'general');

describe('eligibleIf', () => {
  it('takes no class of a fact for that of another', () => {
    const when = { any: [registered, leaf('household.creditRated', 'equal', false)] };
    expect(findingOf(onePolicy({ when }), household({ registered: false, creditRated: true })).eligibleIf).toEqual([
      { fact: 'household.registered', actual: false, operator: 'equal', value: true },
      { fact: 'household.creditRated', actual: true, operator: 'equal', value: false },
    ]);
    const unrated = leaf('household.creditRated', 'equal', false);
    const three = { any: [{ all: [registered, { not: unrated }, general] }, unrated] };
    const facts = { registered: false, creditRated: true, type: 'dibao' };
    expect(findingOf(onePolicy({ when: three }), household(facts)).eligibleIf).toEqual([
      { fact: 'household.creditRated', actual: true, operator: 'equal', value: false },
    ]);
  });

  /** Every value that a change allows, of those that matter. */
  function applied({ operator, value, actual }: Change, universe: readonly unknown[]): unknown[] {
    const holds: Record<string, (seen: never) => boolean> = {
      equal: (seen) => seen === value,
      notEqual: (seen) => seen !== value,
      in: (seen) => (value as unknown[]).includes(seen),
      notIn: (seen) => !(value as unknown[]).includes(seen),
      lessThan: (seen) => seen < (value as never),
      lessThanInclusive: (seen) => seen <= (value as never),
      greaterThan: (seen) => seen > (value as never),
      greaterThanInclusive: (seen) => seen >= (value as never),
      contains: (seen) => (seen as unknown[]).includes(value),
      doesNotContain: (seen) => !(seen as unknown[]).includes(value),
    };
    expect(Object.keys(holds)).toContain(operator);
    return universe.filter(
      (seen) => holds[operator]?.(seen as never) && JSON.stringify(seen) !== JSON.stringify(actual),
    );
  }

  const universes: Record<string, readonly unknown[]> = {
    registered: [true, false],
    creditRated: [true, false],
    type: ['general', 'dibao', 'wubao'],
    perCapitaNetIncome: [-1, 0, 999.99, 1000, 1000.01, 3999.99, 4000, 4000.01, 9000],
    assetIncome: [-1, 0, 999.99, 1000, 1000.01, 3999.99, 4000, 4000.01, 9000],
    exitDate: ['2016-12-31', '2017-01-01', '2017-01-02', '2018-01-01'],
    plannedExitDate: ['2016-12-31', '2017-01-01', '2017-01-02', '2018-01-01'],
    supportKinds: [[], ['industry'], ['employment', 'industry']],
  };

  it.each<[string, Data, Data, string[]]>([
    ['a boolean', { when: registered }, { registered: false }, ['registered']],
    ['a boolean, negated', { when: { not: registered } }, { registered: true }, ['registered']],
    ['a code', { when: general }, { type: 'dibao' }, ['type']],
    ['one of several codes', { when: leaf('household.type', 'in', ['general', 'dibao']) }, { type: 'wubao' }, ['type']],
    ['a threshold', { when: poor }, { perCapitaNetIncome: 5000 }, ['perCapitaNetIncome']],
    [
      'a band',
      { when: { all: [poor, leaf('household.perCapitaNetIncome', 'greaterThanInclusive', 1000)] } },
      { perCapitaNetIncome: 5000 },
      ['perCapitaNetIncome'],
    ],
    [
      'a band, from below',
      { when: { all: [poor, leaf('household.perCapitaNetIncome', 'greaterThanInclusive', 1000)] } },
      { perCapitaNetIncome: 5 },
      ['perCapitaNetIncome'],
    ],
    [
      'either of two facts',
      { when: { any: [registered, general] } },
      { registered: false, type: 'dibao' },
      ['registered', 'type'],
    ],
    [
      'the one of two that fails',
      { when: { all: [registered, general] } },
      { registered: true, type: 'dibao' },
      ['type'],
    ],
    ['neither where both fail', { when: { all: [registered, general] } }, { registered: false, type: 'dibao' }, []],
    ['nothing where another is unknown', { when: { all: [registered, general] } }, { registered: false }, []],
    ['a negation', { when: { not: general } }, { type: 'general' }, ['type']],
    [
      'the other fact',
      { when: leaf('household.exitDate', 'lessThan', { fact: 'household.plannedExitDate' }) },
      { exitDate: '2017-01-02', plannedExitDate: '2017-01-01' },
      ['exitDate'],
    ],
    [
      'the other fact, negated',
      { when: { not: leaf('household.exitDate', 'lessThan', { fact: 'household.plannedExitDate' }) } },
      { exitDate: '2016-12-31', plannedExitDate: '2017-01-01' },
      ['exitDate'],
    ],
    [
      'equality with the other fact, negated',
      { when: { not: leaf('household.exitDate', 'equal', { fact: 'household.plannedExitDate' }) } },
      { exitDate: '2017-01-01', plannedExitDate: '2017-01-01' },
      ['exitDate'],
    ],
    [
      'a list',
      { when: leaf('household.supportKinds', 'contains', 'industry') },
      { supportKinds: [] },
      ['supportKinds'],
    ],
    [
      'a list, negated',
      { when: { not: leaf('household.supportKinds', 'contains', 'industry') } },
      { supportKinds: ['industry'] },
      ['supportKinds'],
    ],
    [
      'nothing that would leave the scope',
      { scope: general, when: leaf('household.type', 'in', ['dibao']) },
      { type: 'general' },
      [],
    ],
    [
      'the part that keeps the scope',
      {
        scope: leaf('household.perCapitaNetIncome', 'greaterThan', 1000),
        when: leaf('household.perCapitaNetIncome', 'lessThan', 4000),
      },
      { perCapitaNetIncome: 5000 },
      ['perCapitaNetIncome'],
    ],
    [
      'the one item that fails',
      {
        items: [
          { key: 'a', title, when: registered },
          { key: 'b', title, when: general },
        ],
      },
      { registered: false, type: 'general' },
      ['registered'],
    ],
    [
      'nothing that makes another item fail',
      {
        items: [
          { key: 'a', title, when: registered },
          { key: 'b', title, when: { not: registered } },
        ],
      },
      { registered: false },
      [],
    ],
    [
      'nothing where an item is unknown',
      {
        items: [
          { key: 'a', title, when: registered },
          { key: 'b', title, when: general },
        ],
      },
      { registered: false },
      [],
    ],
  ])('%s', (_, rule, facts, changed) => {
    const policy = onePolicy(rule);
    const finding = findingOf(policy, household(facts));
    expect(finding.status).toBe('unmet');
    expect(finding.eligibleIf?.map(({ fact }) => fact.replace('household.', '')) ?? []).toEqual(changed);
    for (const change of finding.eligibleIf ?? []) {
      const key = change.fact.replace('household.', '');
      const allowed = applied(change, universes[key] ?? []);
      expect(allowed.length).toBeGreaterThan(0);
      for (const value of allowed) {
        expect(
          findingOf(policy, household({ ...facts, [key]: value })).status,
          `${key} ${change.operator} ${JSON.stringify(value)}`,
        ).toBe('met');
      }
    }
  });

  it('is not given for what is met, unknown or not applicable', () => {
    const policy = onePolicy({ scope: registered, when: poor });
    for (const facts of [
      { registered: true, perCapitaNetIncome: 1 },
      { registered: true },
      { registered: false, perCapitaNetIncome: 5000 },
    ]) {
      expect(findingOf(policy, household(facts)).eligibleIf).toBeUndefined();
    }
  });

  it('does not propose to change what is known in part', () => {
    const pupils = (least: number): Data => leaf('household.pupils', 'greaterThanInclusive', least);
    const policy = onePolicy(
      { scope: { any: [pupils(1), { not: pupils(1) }] }, when: pupils(3) },
      {
        facts: {
          'household.pupils': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
        },
      },
    );
    const finding = findingOf(policy, household({ members: [{}, {}] }));
    expect(finding.status).toBe('unmet');
    expect(finding.eligibleIf).toBeUndefined();
    expect(findingOf(policy, household({ members: [{ enrolled: true }, { enrolled: true }] })).eligibleIf).toEqual([
      { fact: 'household.pupils', actual: 2, operator: 'greaterThanInclusive', value: 3 },
    ]);
  });

  it('does not propose to change a date of the question', () => {
    const policy = onePolicy({ when: leaf('date.on', 'lessThan', '2017-01-01') });
    expect(findingOf(policy, household())).toMatchObject({ status: 'unmet' });
    expect(findingOf(policy, household()).eligibleIf).toBeUndefined();
  });
});
