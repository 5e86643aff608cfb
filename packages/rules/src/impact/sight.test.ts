import { describe, expect, it } from 'vitest';
import { regimeOn } from '../compile/regime.ts';
import { compiledFormula } from '../testing/compiled-formula.ts';
import { day, leaf, onePolicy, registered, title } from '../testing/tiny-policy.ts';
import { decisive, sightOf } from './sight.ts';

const names = (facts: readonly { readonly model: { readonly name: string } }[]): string[] =>
  facts.map(({ model }) => model.name.replace('household.', ''));

describe('what a formula looks at', () => {
  it.each<[formula: string, unit: string | undefined, facts: string[], whole: boolean]>([
    ['household.loan.amount + household.equity.amount', 'yuan', ['loan.amount', 'equity.amount'], true],
    ['household.loan.amount + household.loan.amount', 'yuan', ['loan.amount'], true],
    ['household.loan.amount > 5', undefined, ['loan.amount'], true],
    ['household.rural and household.recognised', undefined, ['rural', 'recognised'], true],
    ['household.rural or household.recognised', undefined, ['rural', 'recognised'], true],
    ['not household.rural', undefined, ['rural'], true],
    ["household.type in ('dibao', 'none')", undefined, ['type'], true],
    ['given(household.rural)', undefined, ['rural'], true],
    ['ifAbsent(household.loan.amount, household.equity.amount)', 'yuan', ['loan.amount', 'equity.amount'], true],
    ['aidByType + aid', 'yuan', ['type'], true],
    ["household.supportKinds contains 'industry'", undefined, ['supportKinds'], true],
    ['household.annualPlanYears contains year(household.exitDate)', undefined, ['annualPlanYears', 'exitDate'], true],
    [
      'if(household.rural, household.loan.amount, household.equity.amount)',
      'yuan',
      ['rural', 'loan.amount', 'equity.amount'],
      true,
    ],
    ['round(household.loan.amount * 12.5%, up)', 'yuan', ['loan.amount'], true],
    [
      'round(household.loan.amount / household.mainBusinessCount, up)',
      'yuan/item',
      ['loan.amount', 'mainBusinessCount'],
      true,
    ],
    ['year(addMonths(household.exitDate, household.loan.termMonths))', '1', ['exitDate', 'loan.termMonths'], true],
    // What they follow from is looked at too.
    ['household.worth * 2', 'yuan', ['worth', 'assetIncome'], true],
    ['household.worth + household.worth', 'yuan', ['worth', 'assetIncome'], true],
    ['household.summed + household.loan.amount', 'yuan', ['summed', 'loan.amount'], false],
    ['household.loan.amount + household.summed', 'yuan', ['loan.amount', 'summed'], false],
    ['household.rural and household.hasLabour', undefined, ['rural', 'hasLabour'], false],
  ])('%s', (formula, unit, facts, whole) => {
    const sight = sightOf(...compiledFormula(formula, unit));
    expect({ ...sight, facts: names(sight?.facts ?? []) }).toEqual({ facts, whole });
  });

  it.each([
    ['count(household.members)', 'persons'],
    ['sum(household.members, person.pensionDue)', 'yuan'],
    ['any(household.visitDates, entry >= household.exitDate)', undefined],
    ['every(household.visitDates, entry >= household.exitDate)', undefined],
    ['year(earliest(household.members, person.birthDate))', '1'],
    ['year(latest(household.visitDates))', '1'],
    ['year(latest(household.members, person.birthDate))', '1'],
    ['household.loan.amount + sum(household.members, person.pensionDue)', 'yuan'],
    ['sum(household.members, person.pensionDue) + household.loan.amount', 'yuan'],
    ['ifAbsent(household.loan.amount, sum(household.members, person.pensionDue))', 'yuan'],
    ['household.rural and any(household.members, person.inDibao)', undefined],
    ['any(household.members, person.inDibao) or household.rural', undefined],
    ['if(any(household.members, person.inDibao), 1, 2)', '1'],
    ['if(household.rural, count(household.members), 2[persons])', 'persons'],
    ['if(household.rural, 2[persons], count(household.members))', 'persons'],
    ['household.annualPlanYears contains year(latest(household.visitDates))', undefined],
    ['round(sum(household.members, person.pensionDue) / 3, up)', 'yuan'],
    ['round(household.loan.amount / count(household.members), up)', 'yuan/person'],
    ['not any(household.members, person.inDibao)', undefined],
  ])('%s goes through a list itself', (formula, unit) => {
    expect(sightOf(...compiledFormula(formula, unit))).toBeUndefined();
  });
});

const yuan = (formula: string) => ({ title, unit: 'yuan', formula });

it('of facts that decide, those that follow from the others are left out', () => {
  const facts = {
    'household.twice': yuan('2 * household.loan.amount'),
    'household.both': yuan('household.twice + household.equity.amount'),
    'household.listed': yuan('sum(household.members, person.medical.inpatientInScopeCost)'),
  };
  const when = {
    any: [registered, ...Object.keys(facts).map((fact) => leaf(fact, 'greaterThan', 5))],
  };
  const { scope } = regimeOn(onePolicy({ when }, { facts }), day);
  const left = (...names: string[]) =>
    decisive(
      names.map((name) => scope.fact(name)),
      scope,
    ).map(({ model }) => model.name);

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
