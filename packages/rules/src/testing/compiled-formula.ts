import type { Scope } from '../compile/expression.ts';
import { regimeOn } from '../compile/regime.ts';
import type { Expression } from '../model/expression.ts';
import { day, leaf, loadTiny, quoteSha256, tinyParameter, tinyRule, title } from './tiny-policy.ts';

const own = {
  'household.worth': { title, unit: 'yuan', formula: 'household.assetIncome * 1[year]' },
  'household.product': { title, unit: 'yuan/year', formula: 'household.worth * household.loan.rate' },
  'household.summed': { title, unit: 'yuan', formula: 'sum(household.members, person.pensionDue)' },
  'household.poor': { title, formula: 'household.rural or household.inDibao' },
};
const parameters = {
  aid: tinyParameter('yuan', 333),
  share: tinyParameter('%', 45),
  aidByType: {
    title,
    unit: 'yuan',
    by: 'household.type',
    values: [{ from: '2016-01-01', value: { general: 1, dibao: 2, wubao: 3, none: 0 }, quoteSha256 }],
  },
};

/** A formula as it is compiled, in a policy that has these facts of its own. */
export function compiledFormula(formula: string, unit?: string): [Expression, Scope] {
  const asked = { title, formula, ...(unit === undefined ? {} : { unit }) };
  const when = unit === undefined ? leaf('household.asked', 'equal', true) : leaf('household.asked', 'greaterThan', 1);
  const { policy } = loadTiny({
    facts: { ...own, 'household.asked': asked },
    parameters,
    rules: { 'tiny.rule.one': tinyRule({ when }) },
  });
  const { scope } = regimeOn(policy, day);
  const { derive } = scope.fact('household.asked').model;
  if (derive === undefined || !('formula' in derive)) throw new Error('it follows from no formula');
  return [derive.formula.expression, scope];
}
