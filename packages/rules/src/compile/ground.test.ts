import { expect, it } from 'vitest';
import { day, leaf, onePolicy, registered, title } from '../testing/tiny-policy.ts';
import type { CompiledFact } from './facts.ts';
import { decisive } from './ground.ts';
import { regimeOn } from './regime.ts';

const own = (formula: string) => ({ title, unit: 'yuan', formula });

it('of facts that decide, those that follow from the others are left out', () => {
  const facts = {
    'household.twice': own('2 * household.loan.amount'),
    'household.both': own('household.twice + household.equity.amount'),
    'household.listed': own('sum(household.members, person.medical.inpatientInScopeCost)'),
  };
  const when = {
    any: [registered, ...Object.keys(facts).map((fact) => leaf(fact, 'greaterThan', 5))],
  };
  const { scope } = regimeOn(onePolicy({ when }, { facts }), day);
  const left = (...names: string[]) =>
    decisive(
      names.map((name) => scope.fact(name)),
      scope,
    ).map(({ model }: CompiledFact) => model.name);

  expect(left('household.loan.amount', 'household.twice')).toEqual(['household.loan.amount']);
  expect(left('household.twice')).toEqual(['household.twice']);
  expect(left('household.both', 'household.twice', 'household.loan.amount')).toEqual([
    'household.both',
    'household.loan.amount',
  ]);
  // The entries of a list are no facts that could be compared; what is given may be anything.
  expect(left('household.listed')).toEqual(['household.listed']);
  const given = ['household.registered', 'household.type'];
  expect(left(...given)).toEqual(given);
});
