import type { Expression } from '../model/expression.ts';
import { anything, fromBounds, toInterval, type Value } from '../values/interval.ts';
import { itemFrames } from './entries.ts';
import type { Evaluate, Scope } from './expression.ts';
import { FALSE, join, TRUE, type Truth, truthOf, UNKNOWN } from './truth.ts';

type Aggregate = Extract<Expression, { op: 'count' | 'sum' | 'any' | 'every' }>;

/**
 * Counts, sums and quantifies over the entries of a list. An entry that may or may not belong widens the result to a
 * range; a list that is not given makes it unknown (a count is then at least 0).
 */
export function aggregate(expression: Aggregate, scope: Scope, compile: (part: Expression) => Evaluate): Evaluate {
  const entries = itemFrames(expression.list, scope);
  const of = expression.of === null ? undefined : compile(expression.of);
  const where = expression.where === null ? undefined : compile(expression.where);
  const belongs = (frame: Parameters<Evaluate>[0]): Truth => (where === undefined ? TRUE : truthOf(where(frame)));

  if (expression.op === 'any' || expression.op === 'every') {
    const all = expression.op === 'every';
    return (frame) => {
      const list = entries(frame);
      if (list === undefined) return undefined;
      const truth = join(all, list.map(belongs));
      return truth === UNKNOWN ? undefined : truth === TRUE;
    };
  }
  return (frame): Value => {
    const list = entries(frame);
    if (list === undefined) return of === undefined ? { low: 0, high: Number.POSITIVE_INFINITY } : anything;
    let low = 0;
    let high = 0;
    for (const entry of list) {
      const belonging = belongs(entry);
      if (belonging === FALSE) continue;
      const amount = of === undefined ? { low: 1, high: 1 } : toInterval(of(entry));
      low += belonging === TRUE ? amount.low : Math.min(0, amount.low);
      high += belonging === TRUE ? amount.high : Math.max(0, amount.high);
    }
    return fromBounds(low, high);
  };
}
