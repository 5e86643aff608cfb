import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../testing/seeded-numbers.ts';
import { leaf, loadTiny, tinyRule, title } from '../testing/tiny-policy.ts';
import { agreement } from './testing/agreement.ts';
import { formulaCases, formulaPolicies, villageFacts } from './testing/formulas.ts';

const cases = formulaCases(150, mulberry32(Number(process.env.FUZZ_SEED ?? 20161129)));
const questions = [
  { dates: { on: '2017-06-15' }, facts: {} },
  { dates: { on: '2018-02-28', assessedOn: '2018-12-31' }, facts: villageFacts },
];

describe('SQL of a formula agrees with assess', () => {
  it.each(formulaPolicies().map((policy) => ({ policy, id: policy.rules[0]?.id })))('$id', async ({ policy }) => {
    for (const { dates, facts } of questions) {
      const { compared, differences } = await agreement(policy, cases, dates, facts);
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(150);
    }
  });

  it.each([{ min: 0 }, { max: 100_000 }, { min: -500, max: 5000 }])(
    'of a fact that follows in part, and lies within %j',
    async (bounds) => {
      const formula = (unit: string, text: string): object => ({ title, unit, formula: text });
      const facts = {
        'household.worth': formula('yuan', 'household.assetIncome * 1[year]'),
        'household.summed': formula('yuan', 'sum(household.members, household.worth, person.skillCount >= 1)'),
        'household.twice': formula('yuan', 'household.summed * 2'),
      };
      const when = { any: [leaf('household.twice', 'lessThan', 0), leaf('household.twice', 'greaterThan', 10)] };
      const grant = { what: 'aid', amount: 'household.twice', unit: 'yuan' };
      const { policy } = loadTiny({ facts, rules: { 'tiny.rule.one': tinyRule({ when, grant }) } });
      const bounded = policy.facts.map((fact) => (fact.name === 'household.summed' ? { ...fact, ...bounds } : fact));
      const { differences } = await agreement({ ...policy, facts: bounded }, cases, { on: '2017-06-15' });
      expect(differences).toEqual([]);
    },
  );

  it.each([{ min: 0 }, { max: 1000 }, { min: 0, max: 1000 }, { min: 1, max: 999 }, { min: -1, max: 1001 }])(
    'of a fact that comes to more or less than its field can hold, in units of %j',
    async (bounds) => {
      const formula = (unit: string, text: string): object => ({ title, unit, formula: text });
      const facts = {
        'household.worth': formula('yuan', 'household.assetIncome * 1[year]'),
        'household.summed': formula('yuan', 'sum(household.members, household.worth, person.skillCount >= 1)'),
        'household.rest': formula('yuan', 'max(household.loan.amount, 500) - household.equity.amount'),
        'household.counted': formula('items', 'household.mainBusinessCount * 3 - 2'),
      };
      const rules = Object.fromEntries(
        Object.keys(facts).flatMap((fact, place) => [
          [`tiny.rule.out-${place}`, tinyRule({ when: leaf(fact, 'greaterThan', 0) })],
          [`tiny.rule.to-${place}`, tinyRule({ when: leaf(fact, 'lessThanInclusive', 1000) })],
          [`tiny.rule.at-${place}`, tinyRule({ when: { any: [leaf(fact, 'equal', 0), leaf(fact, 'equal', 1000)] } })],
          [
            `tiny.rule.in-${place}`,
            tinyRule({ when: { all: [leaf(fact, 'greaterThanInclusive', 0), leaf(fact, 'lessThan', 1000)] } }),
          ],
        ]),
      );
      const { policy } = loadTiny({ facts, rules });
      const bounded = policy.facts.map((fact) => {
        if (!(fact.name in facts)) return fact;
        return { ...fact, ...Object.fromEntries(Object.entries(bounds).map(([end, of]) => [end, of * fact.scale])) };
      });
      const { differences } = await agreement({ ...policy, facts: bounded }, cases, { on: '2017-06-15' });
      expect(differences).toEqual([]);
    },
  );
});
