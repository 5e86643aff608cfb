import { describe, expect, it } from 'vitest';
import { compiledFormula } from '../testing/compiled-formula.ts';
import { groundOf } from './ground.ts';

const names = (facts: readonly { readonly model: { readonly name: string } }[]): string[] =>
  facts.map(({ model }) => model.name.replace('household.', ''));

describe('what a formula rests on', () => {
  it.each<[formula: string, unit: string | undefined, facts: string[], linear: boolean]>([
    ['household.loan.amount', 'yuan', ['loan.amount'], true],
    ['household.loan.amount + household.equity.amount', 'yuan', ['loan.amount', 'equity.amount'], true],
    ['household.loan.amount - household.equity.amount', 'yuan', ['loan.amount', 'equity.amount'], true],
    ['household.loan.amount + household.loan.amount', 'yuan', ['loan.amount'], true],
    ['household.loan.amount + aid', 'yuan', ['loan.amount'], true],
    ['household.loan.amount + 5', 'yuan', ['loan.amount'], true],
    ['household.loan.amount * 2', 'yuan', ['loan.amount'], true],
    ['2 * household.loan.amount', 'yuan', ['loan.amount'], true],
    ['household.loan.amount * household.loan.rate', 'yuan/year', ['loan.amount', 'loan.rate'], false],
    ['round(household.loan.amount * 12.5%, up)', 'yuan', ['loan.amount'], true],
    [
      'round(household.loan.amount / household.mainBusinessCount, up)',
      'yuan/item',
      ['loan.amount', 'mainBusinessCount'],
      false,
    ],
    [
      'household.loan.amount + household.mainBusinessCount * 0.5[yuan/item]',
      'yuan',
      ['loan.amount', 'mainBusinessCount'],
      true,
    ],
    ['min(household.loan.amount, household.equity.amount)', 'yuan', ['loan.amount', 'equity.amount'], false],
    ['max(household.loan.amount, 5)', 'yuan', ['loan.amount'], false],
    ['household.loan.amount > household.equity.amount', undefined, ['loan.amount', 'equity.amount'], false],
    [
      'if(household.rural, household.loan.amount, household.equity.amount)',
      'yuan',
      ['rural', 'loan.amount', 'equity.amount'],
      false,
    ],
    ['year(household.exitDate)', '1', ['exitDate'], true],
    ['year(firstOfNextMonth(household.exitDate))', '1', ['exitDate'], true],
    // Facts of the policy's own are followed, those of the vocabulary are given.
    ['household.worth + household.loan.amount', 'yuan', ['assetIncome', 'loan.amount'], true],
    ['household.product', 'yuan/year', ['assetIncome', 'loan.rate'], false],
    ['household.memberCount * 1', 'persons', ['memberCount'], true],
    ['aid', 'yuan', [], true],
    ['household.loan.amount * share', 'yuan', ['loan.amount'], true],
    ['share * household.loan.amount', 'yuan', ['loan.amount'], true],
    ['household.rural', undefined, ['rural'], true],
  ])('%s', (formula, unit, facts, linear) => {
    const ground = groundOf(...compiledFormula(formula, unit));
    expect({ ...ground, facts: names(ground?.facts ?? []) }).toEqual({ facts, linear });
  });

  it.each([
    ['sum(household.members, person.pensionDue)', 'yuan'],
    ['household.loan.amount + household.summed', 'yuan'],
    ['household.summed - household.loan.amount', 'yuan'],
    ['household.summed * household.loan.rate', 'yuan/year'],
    ['household.loan.rate * household.summed', 'yuan/year'],
    ['min(household.summed, 5)', 'yuan'],
    ['max(5, household.summed)', 'yuan'],
    ['if(household.poor, 1, 2)', '1'],
    ['if(household.rural, household.summed, household.loan.amount)', 'yuan'],
    ['if(household.rural, household.loan.amount, household.summed)', 'yuan'],
    ['round(household.summed / 3, up)', 'yuan'],
    ['round(household.loan.amount * 3[yuan] / household.summed, up)', 'yuan'],
    ['aidByType', 'yuan'],
    ['year(date.on)', '1'],
    ['ifAbsent(household.loan.amount, 5)', 'yuan'],
  ])('%s is not told by such facts alone', (formula, unit) => {
    expect(groundOf(...compiledFormula(formula, unit))).toBeUndefined();
  });
});
