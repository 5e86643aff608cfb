import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../model/policy.ts';
import { day, leaf, loadTiny, onePolicy, tinyRule } from '../testing/tiny-policy.ts';
import { decide } from './decide.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });

describe('totals', () => {
  const aid = { what: 'aid', amount: 0.1, unit: 'yuan', per: 'person', every: 'year' };
  const person = (rule: Data) =>
    onePolicy({ subject: 'person', when: leaf('person.enrolled', 'equal', true), grant: aid, ...rule });
  const totals = (policy: Policy, members: unknown[]) =>
    decide(policy, household({ members }) as Case, { on: day }).totals;

  it('hold what is certain, and what it would be if every unknown came out met', () => {
    expect(totals(person({}), [{ enrolled: true }, {}, { enrolled: false }])).toEqual([
      { unit: 'yuan', every: 'year', value: 0.2, certain: 0.1 },
    ]);
  });

  it('are exact to the fen over many findings', () => {
    expect(totals(person({}), new Array(500).fill({ enrolled: true }))).toEqual([
      { unit: 'yuan', every: 'year', value: 50, certain: 50 },
    ]);
    const odd = person({ grant: { ...aid, amount: 1_234_567.89 } });
    expect(totals(odd, new Array(499).fill({ enrolled: true }))).toEqual([
      { unit: 'yuan', every: 'year', value: 616_049_377.11, certain: 616_049_377.11 },
    ]);
  });

  it('are one sum over the rules that grant the same unit as often', () => {
    const when = leaf('person.enrolled', 'equal', true);
    const rule = (change: Data) => tinyRule({ subject: 'person', when, grant: { ...aid, ...change } });
    const { policy } = loadTiny({
      rules: {
        'tiny.rule.one': rule({}),
        'tiny.rule.two': rule({ every: 'month' }),
        'tiny.rule.three': rule({ amount: 2 }),
        'tiny.rule.four': rule({ every: 'month', amount: 4 }),
      },
    });
    expect(totals(policy, [{ enrolled: true }])).toEqual([
      { unit: 'yuan', every: 'year', value: 2.1, certain: 2.1 },
      { unit: 'yuan', every: 'month', value: 4.1, certain: 4.1 },
    ]);
  });

  it('stay apart by unit and by how often', () => {
    const policy = person({
      grant: [
        aid,
        { ...aid, every: 'month' },
        { ...aid, unit: 'kW', amount: 3 },
        { what: 'once', amount: 7, unit: 'yuan' },
      ],
    });
    expect(totals(policy, [{ enrolled: true }])).toEqual([
      { unit: 'yuan', every: 'year', value: 0.1, certain: 0.1 },
      { unit: 'yuan', every: 'month', value: 0.1, certain: 0.1 },
      { unit: 'kW', every: 'year', value: 3, certain: 3 },
      { unit: 'yuan', every: 'once', value: 7, certain: 7 },
    ]);
  });

  it('count the findings whose amount is not known', () => {
    const policy = person({ grant: { ...aid, amount: 'person.medicalPremium' } });
    expect(
      totals(policy, [{ enrolled: true }, {}, { enrolled: true, medicalPremium: 120.5 }, { enrolled: false }]),
    ).toEqual([{ unit: 'yuan', every: 'year', value: 120.5, certain: 120.5, unpriced: 2 }]);
  });

  it('are empty where nothing is granted', () => {
    expect(totals(person({}), [{ enrolled: false }])).toEqual([]);
    expect(totals(person({}), [])).toEqual([]);
  });
});
