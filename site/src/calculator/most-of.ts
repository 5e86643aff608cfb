import type { Expression } from '@jingzhun/rules';

/** The most that a formula can come to: what counts the entries of a fixed list, no more than it has. */
export function mostOf(of: Expression): number {
  switch (of.op) {
    case 'value':
      return typeof of.value === 'number' ? of.value : Number.POSITIVE_INFINITY;
    case 'add':
      return mostOf(of.left) + mostOf(of.right);
    case 'if':
      return Math.max(mostOf(of.yes), mostOf(of.no));
    case 'count':
      return of.where?.op === 'in' && of.where.of.op === 'entry' ? of.where.values.length : Number.POSITIVE_INFINITY;
    default:
      return Number.POSITIVE_INFINITY;
  }
}
