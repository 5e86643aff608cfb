import type { Case, Contradiction } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../model/policy.ts';
import { day, findingOf, leaf, onePolicy } from '../testing/tiny-policy.ts';
import { decide } from './decide.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });

describe('contradictions', () => {
  const contradictions = (policy: Policy, input: unknown): Contradiction[] =>
    decide(policy, input as Case, { on: day }).findings.filter(
      (finding): finding is Contradiction => finding.kind === 'contradiction',
    );
  const counts = onePolicy({ when: leaf('household.memberCount', 'equal', 3) });

  it('a supplied value wins, and that it contradicts is reported', () => {
    const input = household({ id: 'h1', memberCount: 3, members: [{}, {}] });
    expect(findingOf(counts, input).status).toBe('met');
    expect(contradictions(counts, input)).toEqual([
      {
        rule: 'contradiction.household.memberCount',
        kind: 'contradiction',
        subject: { entity: 'household', id: 'h1' },
        status: 'unmet',
        fact: 'household.memberCount',
        supplied: 3,
        derived: 2,
        outcomes: [],
        missing: [],
        because: [{ fact: 'household.memberCount', operator: 'equal', expected: 2, actual: 3, holds: false }],
        cite: null,
      },
    ]);
  });

  it('there is none where the values agree, where nothing is supplied, or where nothing follows', () => {
    expect(contradictions(counts, household({ memberCount: 2, members: [{}, {}] }))).toEqual([]);
    expect(contradictions(counts, household({ members: [{}, {}] }))).toEqual([]);
    expect(contradictions(counts, household({ memberCount: 3 }))).toEqual([]);
    expect(contradictions(counts, household({ memberCount: null, members: [] }))).toEqual([]);
  });

  it('several are told by name, whatever the order in which they were given', () => {
    const policy = onePolicy({
      when: {
        all: [
          leaf('household.memberCount', 'equal', 3),
          leaf('household.housing.dangerous', 'equal', true),
          leaf('household.hasLabour', 'equal', true),
        ],
      },
    });
    const given = { memberCount: 3, housing: { dangerous: true, dangerLevel: 'a' }, hasLabour: true };
    const members = [{ labourAbility: 'none' }];
    const names = (facts: Data) => contradictions(policy, household({ ...facts, members })).map(({ fact }) => fact);
    const { memberCount, housing, hasLabour } = given;
    const sorted = names({ memberCount, housing, hasLabour });
    expect(sorted).toEqual(sorted.toSorted());
    expect(sorted).toContain('household.memberCount');
    expect(sorted).toContain('household.housing.dangerous');
    expect(names({ hasLabour, memberCount, housing })).toEqual(sorted);
    expect(names({ housing, hasLabour, memberCount })).toEqual(sorted);
  });

  it('name the member by its id, where it has one', () => {
    const policy = onePolicy({ subject: 'person', when: leaf('person.enrolled', 'equal', true) });
    const members = [{ id: 'a', enrolled: false, schoolStage: 'primary' }];
    expect(contradictions(policy, household({ members })).map(({ subject }) => subject)).toStrictEqual([
      { entity: 'person', id: 'a' },
    ]);
    expect(contradictions(counts, household({ memberCount: 3, members: [{}] }))[0]?.subject).toStrictEqual({
      entity: 'household',
      id: null,
    });
  });

  it('there is none where a fact stands in only for want of a better one', () => {
    const policy = onePolicy({ subject: 'person', when: leaf('person.exitDate', 'lessThan', '2018-01-01') });
    const input = household({ exitDate: '2017-01-01', members: [{ exitDate: '2017-02-01' }] });
    expect(contradictions(policy, input)).toEqual([]);
  });

  it('a supplied false contradicts a derived true', () => {
    const policy = onePolicy({ subject: 'person', when: leaf('person.enrolled', 'equal', true) });
    expect(
      contradictions(policy, household({ members: [{}, { enrolled: false, schoolStage: 'primary' }] })),
    ).toMatchObject([
      { fact: 'person.enrolled', supplied: false, derived: true, subject: { entity: 'person', id: null, index: 1 } },
    ]);
  });

  it('both are told in the unit in which a case gives them', () => {
    const policy = onePolicy({ when: leaf('household.loan.amount', 'greaterThan', 1) });
    const derive = { formula: { expression: { op: 'value', value: 750 }, type: 'number', scale: 100 } } as const;
    const facts = policy.facts.map((fact) => (fact.name === 'household.loan.amount' ? { ...fact, derive } : fact));
    expect(contradictions({ ...policy, facts }, household({ loan: { amount: 5 } }))).toMatchObject([
      { supplied: 5, derived: 7.5, because: [{ expected: 7.5, actual: 5 }] },
    ]);
    expect(contradictions({ ...policy, facts }, household({ loan: { amount: 7.5 } }))).toEqual([]);
  });

  it('a supplied count is held against what the unknown members leave open', () => {
    const name = 'village.safeHousingHouseholdCount';
    const policy = onePolicy({ subject: 'village', when: leaf(name, 'greaterThan', 0) });
    const roster = [{ registered: true, safeHousingSecured: true }, { registered: false }, { registered: true }].map(
      household,
    );
    const supplied = (safeHousingHouseholdCount: number) =>
      contradictions(policy, { village: { safeHousingHouseholdCount }, roster });
    expect(supplied(0)).toMatchObject([{ fact: name, supplied: 0, derived: 1 }]);
    expect(supplied(1)).toEqual([]);
    expect(supplied(2)).toEqual([]);
    expect(supplied(3)).toMatchObject([{ fact: name, supplied: 3, derived: 2 }]);
  });
});
