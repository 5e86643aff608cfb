import type { Expression } from '@jingzhun/rules';

/** The expressions directly inside one. */
export function partsOf(expression: Expression): Expression[] {
  return Object.values(expression)
    .flatMap((part) => (Array.isArray(part) ? part : [part]))
    .filter(isExpression);
}

function isExpression(part: unknown): part is Expression {
  return typeof part === 'object' && part !== null && 'op' in part;
}
