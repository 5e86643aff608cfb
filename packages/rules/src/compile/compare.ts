import type { ComparisonOperator } from '../model/expression.ts';
import { type Interval, isInterval, toInterval, type Value } from '../values/interval.ts';

/** Compares two values of one kind; intervals as far as their bounds tell. */
export function compare(operator: ComparisonOperator, a: Value, b: Value): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (isInterval(a) || isInterval(b)) return compareBounds(operator, toInterval(a), toInterval(b));
  switch (operator) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

function compareBounds(operator: ComparisonOperator, a: Interval, b: Interval): boolean | undefined {
  switch (operator) {
    case '<':
      return a.high < b.low ? true : a.low >= b.high ? false : undefined;
    case '<=':
      return a.high <= b.low ? true : a.low > b.high ? false : undefined;
    case '>':
      return compareBounds('<', b, a);
    case '>=':
      return compareBounds('<=', b, a);
    case '=':
      return a.high < b.low || a.low > b.high ? false : undefined;
    case '!=':
      return a.high < b.low || a.low > b.high ? true : undefined;
  }
}
