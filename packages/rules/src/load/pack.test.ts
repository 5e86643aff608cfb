import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { unpack } from '../model/packed.ts';
import type { Policy } from '../model/policy.ts';
import { day, leaf, loadTiny, registered, tinyParameter, tinyRule, title } from '../testing/tiny-policy.ts';
import { pack } from './pack.ts';

const shipped = (policy: Policy): Policy => unpack(JSON.parse(JSON.stringify(pack(policy))));
const byName = (policy: Policy) => ({ ...policy, facts: policy.facts.toSorted((a, b) => (a.name < b.name ? -1 : 1)) });

/** A policy whose one own fact follows by the formula. */
function withFact(formula: string, unit?: string): Policy {
  const fact = { title, formula, ...(unit === undefined ? {} : { unit }) };
  return loadTiny({
    parameters: { end: tinyParameter('date', '2017-12-31') },
    facts: { 'household.own': fact },
    rules: { 'tiny.rule.one': tinyRule({ state: { what: 'own', value: 'household.own', ...(unit && { unit }) } }) },
  }).policy;
}

describe('a policy that is packed and unpacked is the same', () => {
  it.each<[string, string?]>([
    ['any(household.visitDates, entry >= end)'],
    ['every(household.annualPlanYears, entry in (2016, 2017))'],
    ["any(household.supportKinds, entry = 'industry')"],
    ['every(town.dedicatedLeaders, town.linkedCountyLeaders contains entry)'],
    ['any(household.measures, household.povertyCauses contains measure.cause)'],
    ['household.annualPlanYears contains year(date.on)'],
    ['household.visitDates contains end'],
    ['count(household.visitDates, entry <= date.assessedOn)', 'items'],
    ['sum(household.annualPlanYears, entry, entry > 2016)', '1'],
    ['count(household.fiveGoods)', 'items'],
    ['daysBetween(household.exitDate, end)', 'days'],
    ['earliest(household.visitDates)'],
    ['latest(household.visitDates, addDays(entry, 1), entry < end)'],
    ['latest(household.identificationReviews, review.date)'],
    ['min(household.exitDate, end)'],
    ['max(household.exitDate, date.on)'],
    ['present.village and not present.workTeam'],
  ])('with %s', (formula, unit) => {
    const policy = withFact(formula, unit);
    expect(JSON.stringify(policy.facts)).toContain('household.own');
    expect(byName(shipped(policy))).toEqual(byName(policy));
  });

  const items = [
    { key: 'plain', title, when: registered },
    { key: 'day', title, when: registered, due: '2017-06-30' },
    { key: 'parameter', title, when: registered, scope: registered, due: 'end' },
    { key: 'fact', title, asks: 'village', when: leaf('village.hasFibre', 'equal', true), due: 'village.exitDate' },
  ];
  const { policy } = loadTiny({
    parameters: { end: tinyParameter('date', '2017-12-31') },
    facts: { 'household.halfYearEnd': { title, formula: 'addMonths(household.exitDate, 6)' } },
    rules: {
      'tiny.rule.items': tinyRule({ kind: 'checklist', items }),
      'tiny.rule.day': tinyRule({ when: registered, due: '2017-06-30' }),
      'tiny.rule.parameter': tinyRule({ when: registered, due: 'end' }),
      'tiny.rule.fact': tinyRule({ when: registered, due: 'household.halfYearEnd' }),
      'tiny.rule.gap': tinyRule({
        require: { what: 'day', value: 'end', actual: 'household.exitDate', comparator: 'more-than' },
        state: { what: 'there', value: true, when: leaf('present.village', 'equal', true) },
      }),
    },
  });

  it('with items about other entities and due dates of all kinds', () => {
    expect(policy.rules.map(({ due }) => due)).toEqual([
      undefined,
      '2017-06-30',
      { parameter: 'end' },
      { fact: 'household.halfYearEnd' },
      undefined,
    ]);
    expect(byName(shipped(policy))).toEqual(byName(policy));
  });

  it('and decides the same', () => {
    const input = { household: { registered: false, exitDate: '2017-01-31' }, village: { hasFibre: false } } as Case;
    for (const on of [day, '2017-12-31', '2018-01-01']) {
      const decision = decide(policy, input, { on });
      expect(decision.findings.length).toBe(5);
      expect(decide(shipped(policy), input, { on }).findings).toEqual(decision.findings);
    }
  });
});
