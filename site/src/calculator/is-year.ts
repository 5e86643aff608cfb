import type { Expression, FactModel, Policy } from '@jingzhun/rules';
import { fieldOf } from '@jingzhun/schemas';
import { factModels } from './facts-read.ts';

/** Whether a fact of a policy's own is a year: that of a day, or one that is given. */
export function isYear(model: FactModel | undefined): boolean {
  const { derive } = model ?? {};
  const yields = (expression: Expression): boolean =>
    expression.op === 'year' ||
    (expression.op === 'fact' && fieldOf(expression.fact)?.type === 'year') ||
    (expression.op === 'ifAbsent' && yields(expression.other));
  return derive !== undefined && 'formula' in derive && yields(derive.formula.expression);
}

/** Whether a fact of a policy's own is how many years a list of years has. */
export function countsYears(name: string, policy: Policy): boolean {
  const derive = factModels(policy).get(name)?.derive;
  if (fieldOf(name) !== undefined || derive === undefined || !('formula' in derive)) return false;
  const { expression } = derive.formula;
  return expression.op === 'count' && fieldOf(expression.list)?.items?.type === 'year';
}
