import { describe, expect, it } from 'vitest';
import { findingOf, leaf, onePolicy, registered, title } from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });
const because = (actual: unknown, holds: unknown) => [
  { fact: 'household.registered', operator: 'equal', expected: true, actual, holds },
];

describe('a finding says what it has to say, and no key stands for what it has not', () => {
  const body = { rule: 'tiny.rule.one', kind: 'entitlement', subject: { entity: 'household', id: null } };
  const strict = (rule: Data, facts: Data) => {
    const { cite, ...finding } = findingOf(onePolicy(rule), household(facts));
    expect(cite).toMatchObject({ clause: '一' });
    return finding;
  };

  it('met, unmet and unknown', () => {
    const rule = { when: registered };
    const plain = { ...body, outcomes: [], missing: [] };
    expect(strict(rule, { registered: true })).toStrictEqual({ ...plain, status: 'met', because: because(true, true) });
    expect(strict(rule, { registered: false })).toStrictEqual({
      ...plain,
      status: 'unmet',
      because: because(false, false),
      eligibleIf: [{ fact: 'household.registered', actual: false, operator: 'equal', value: true }],
    });
    expect(strict(rule, {})).toStrictEqual({
      ...plain,
      status: 'unknown',
      missing: ['household.registered'],
      because: because(null, null),
    });
  });

  it('with what was delivered', () => {
    const rule = { delivered: leaf('household.inDibao', 'equal', true) };
    const plain = { ...body, status: 'met', outcomes: [], missing: [], because: [] };
    expect(strict(rule, { inDibao: false })).toStrictEqual({ ...plain, delivered: 'unmet' });
    expect(strict({}, { inDibao: false })).toStrictEqual(plain);
  });

  it('of a checklist', () => {
    const rule = { kind: 'checklist', items: [{ key: 'file', title, when: registered }] };
    expect(strict(rule, { registered: true })).toStrictEqual({
      ...body,
      kind: 'checklist',
      status: 'met',
      outcomes: [],
      missing: [],
      because: because(true, true).map((reason) => ({ ...reason, item: 'file' })),
      items: [{ key: 'file', status: 'met' }],
    });
  });

  it('with a due date, and while nothing is late the days left', () => {
    const rule = { kind: 'deadline', when: registered, due: '2017-06-30' };
    const plain = { ...body, kind: 'deadline', outcomes: [], missing: [], due: '2017-06-30' };
    expect(strict(rule, { registered: true })).toStrictEqual({ ...plain, status: 'met', because: because(true, true) });
    expect(strict(rule, { registered: false })).toStrictEqual({
      ...plain,
      status: 'unknown',
      because: because(false, false),
      daysLeft: 15,
    });
    const byFact = { ...rule, due: 'household.exitDate' };
    const { due: _due, ...undated } = plain;
    expect(strict(byFact, { registered: true })).toStrictEqual({
      ...undated,
      status: 'met',
      because: because(true, true),
    });
  });

  it('of a checklist whose items are done: no day is due', () => {
    const rule = { kind: 'checklist', items: [{ key: 'file', title, when: registered, due: '2017-06-30' }] };
    const finding = strict(rule, { registered: true });
    expect(finding.items).toStrictEqual([{ key: 'file', status: 'met', due: '2017-06-30' }]);
    expect(finding).not.toHaveProperty('due');
    expect(finding).not.toHaveProperty('daysLeft');
    const unknownDay = { ...rule, items: [{ key: 'file', title, when: registered, due: 'household.exitDate' }] };
    expect(strict(unknownDay, { registered: true }).items).toStrictEqual([{ key: 'file', status: 'met' }]);
  });
});

describe('what to change to', () => {
  it('is not proposed where it is itself unknown', () => {
    const policy = onePolicy({ when: leaf('household.loan.amount', 'lessThan', { fact: 'household.equity.amount' }) });
    const at = (facts: Data) => findingOf(policy, household(facts));
    expect(at({ loan: { amount: 5 }, equity: { amount: 4 } }).eligibleIf).toEqual([
      { fact: 'household.loan.amount', actual: 5, operator: 'lessThan', value: 4 },
    ]);
    // The test fails whatever the equity is, and nobody knows to what to change.
    const capped = onePolicy(
      { when: leaf('household.loan.amount', 'lessThan', { fact: 'household.capped' }) },
      { facts: { 'household.capped': { title, unit: 'yuan', formula: 'min(household.equity.amount, 5)' } } },
    );
    expect(findingOf(capped, household({ loan: { amount: 6 } })).status).toBe('unmet');
    expect(findingOf(capped, household({ loan: { amount: 6 } }))).not.toHaveProperty('eligibleIf');
  });

  it('is told of each fact, whether the case shows its value or only its class', () => {
    const policy = onePolicy({
      when: { any: [registered, leaf('household.perCapitaNetIncome', 'lessThan', 4000)] },
    });
    for (const income of [5000, 6000])
      expect(findingOf(policy, household({ registered: false, perCapitaNetIncome: income })).eligibleIf).toEqual([
        { fact: 'household.registered', actual: false, operator: 'equal', value: true },
        { fact: 'household.perCapitaNetIncome', actual: income, operator: 'lessThan', value: 4000 },
      ]);
  });

  it('is one value where only one would do, and several where several would', () => {
    const but = (codes: string[]) =>
      findingOf(
        onePolicy({ when: { not: { any: codes.map((code) => leaf('household.type', 'equal', code)) } } }),
        household({ type: 'none' }),
      ).eligibleIf;
    expect(but(['none', 'general', 'dibao', 'dibao-assisted'])).toEqual([
      { fact: 'household.type', actual: 'none', operator: 'equal', value: 'wubao' },
    ]);
    expect(but(['none', 'general', 'dibao'])).toEqual([
      { fact: 'household.type', actual: 'none', operator: 'in', value: ['dibao-assisted', 'wubao'] },
    ]);
  });

  it('is never who is in the case', () => {
    const policy = onePolicy({ when: leaf('present.village', 'equal', true) });
    expect(findingOf(policy, household())).toMatchObject({ status: 'unmet' });
    expect(findingOf(policy, household())).not.toHaveProperty('eligibleIf');
  });
});

describe('reasons where a fact is known in part', () => {
  const counted = (threshold: number) =>
    onePolicy(
      {
        when: {
          any: [
            leaf('household.students', 'greaterThanInclusive', threshold),
            leaf('household.students', 'greaterThanInclusive', 2),
            leaf('household.students', 'equal', 9),
          ],
        },
      },
      {
        facts: {
          'household.students': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
        },
      },
    );
  const first = (threshold: number) =>
    findingOf(counted(threshold), household({ members: [{ enrolled: true }, {}, {}] })).because[0];

  it('say that a condition holds, or does not, where it does so for all that is possible', () => {
    expect(first(1)).toMatchObject({ actual: null, holds: true });
    expect(first(2)).toMatchObject({ actual: null, holds: null });
    expect(first(4)).toMatchObject({ actual: null, holds: false });
  });

  it('show of two facts that are compared the one that is known', () => {
    const policy = onePolicy({ when: leaf('household.loan.amount', 'lessThan', { fact: 'household.equity.amount' }) });
    const reason = (facts: Data) => findingOf(policy, household(facts)).because[0];
    for (const turn of [5, 7])
      expect(reason({ loan: { amount: turn } })).toMatchObject({ actual: turn, expected: null, holds: null });
    for (const turn of [5, 7])
      expect(reason({ equity: { amount: turn } })).toMatchObject({ actual: null, expected: turn, holds: null });
    expect(reason({})).toMatchObject({ actual: null, expected: null, holds: null });
  });
});
