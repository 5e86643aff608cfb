import type { Expression, FactModel } from '@jingzhun/rules';
import { fieldOf } from '@jingzhun/schemas';

/** Whether a fact of a policy's own is a year: that of a day, or one that is given. */
export function isYear(model: FactModel | undefined): boolean {
  const { derive } = model ?? {};
  const yields = (expression: Expression): boolean =>
    expression.op === 'year' ||
    (expression.op === 'fact' && fieldOf(expression.fact)?.type === 'year') ||
    (expression.op === 'ifAbsent' && yields(expression.other));
  return derive !== undefined && 'formula' in derive && yields(derive.formula.expression);
}
