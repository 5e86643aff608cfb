import type { Expression } from '../model/expression.ts';
import { anything, fromBounds, toInterval, type Value } from '../values/interval.ts';
import { safe } from '../values/safe-whole.ts';
import { itemFrames } from './entries.ts';
import type { Evaluate, Scope } from './expression.ts';
import { FALSE, TRUE, type Truth, truthOf, UNKNOWN } from './truth.ts';

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
      const decisive = all ? FALSE : TRUE;
      let open = false;
      for (const entry of list) {
        const truth = belongs(entry);
        if (truth === decisive) return !all;
        if (truth === UNKNOWN) open = true;
      }
      return open ? undefined : all;
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
      const amount = of === undefined ? 1 : of(entry);
      const least = typeof amount === 'number' ? amount : toInterval(amount).low;
      const most = typeof amount === 'number' ? amount : toInterval(amount).high;
      low += belonging === TRUE ? least : Math.min(0, least);
      high += belonging === TRUE ? most : Math.max(0, most);
    }
    const total = fromBounds(low, high);
    return typeof total === 'number' ? safe(total) : total;
  };
}

/** The first or last of the days that entries come to; unknown where one of them is, or where there are none. */
export function extremeDay(
  expression: Extract<Expression, { op: 'earliest' | 'latest' }>,
  scope: Scope,
  compile: (part: Expression) => Evaluate,
): Evaluate {
  const entries = itemFrames(expression.list, scope);
  const of = compile(expression.of);
  const where = expression.where === null ? undefined : compile(expression.where);
  const isFurther = (day: string, than: string): boolean => (expression.op === 'latest' ? day > than : day < than);
  return (frame): Value => {
    const list = entries(frame);
    if (list === undefined) return undefined;
    let furthest: string | undefined;
    for (const entry of list) {
      const belonging = where === undefined ? TRUE : truthOf(where(entry));
      if (belonging === FALSE) continue;
      const day = of(entry);
      if (belonging === UNKNOWN || typeof day !== 'string') return undefined;
      if (furthest === undefined || isFurther(day, furthest)) furthest = day;
    }
    return furthest;
  };
}
