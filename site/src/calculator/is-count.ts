import type { Expression, FactModel } from '@jingzhun/rules';
import { partsOf } from './expression-parts.ts';

/** Whether a fact is counted: a whole number that is never below nought. */
export function isCount({ kind, scale, min, derive }: FactModel): boolean {
  if (kind !== 'number' || scale !== 1) return false;
  if (min !== undefined) return min >= 0;
  return derive !== undefined && 'formula' in derive && !takesAway(derive.formula.expression);
}

const takesAway = (expression: Expression): boolean =>
  expression.op === 'subtract' || expression.op === 'daysBetween' || partsOf(expression).some(takesAway);
