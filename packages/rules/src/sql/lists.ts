import { itemFrames } from '../compile/entries.ts';
import { anything } from '../values/interval.ts';
import { type Aggregate, termOf } from './members.ts';
import type { NumberSql } from './number.ts';
import * as number from './number.ts';
import type { Place } from './place.ts';
import type { Plan } from './plan.ts';
import { allOf, anyOf, choice, FALSE, isGiven, isNull, maybe, NULL, negated, TRUE } from './text.ts';
import { constantValue, numberOf, plain, type SqlValue, truthSql, unknown } from './value.ts';

/** What is counted, added up or asked of the entries of a list: one that a column holds, or one that is the same in every row. */
export function overList(expression: Aggregate, place: Place, plan: Plan): SqlValue {
  const fact = plan.regime.scope.fact(expression.list);
  if (!plan.varying.fact(fact, place)) return overConstant(expression, place, plan);
  const { list: lists } = plan.dialect;
  const column = truthSql(plan.fact(fact, place));
  const depth = (place.depth ?? 0) + 1;
  const entry = depth === 1 ? 'entry' : `entry_${depth}`;
  const value: SqlValue = fact.model.entries === 'number' ? number.filled(entry, anything, wholeNumbers) : plain(entry);
  const inside = { ...place, entry: value, depth };
  const where = expression.where === null ? TRUE : truthSql(plan.formula(expression.where, inside));
  const filtered = (which: string): string => (which === TRUE ? column : lists.filter(column, entry, which));
  const some = (which: string): string =>
    which === FALSE || which === NULL ? FALSE : `${lists.length(filtered(which))} > 0`;
  /** Is the list given, without an entry of which this is true? */
  const none = (which: string): string => (which === FALSE ? isGiven(column) : `${lists.length(filtered(which))} = 0`);
  switch (expression.op) {
    case 'count': {
      const [low, high] = [where, maybe(where)].map((which) => lists.length(filtered(which))) as [string, string];
      const atLeast = { low: 0, high: Number.POSITIVE_INFINITY };
      const range = { low: 0, high: 1000 };
      return low === high ? number.filled(low, atLeast, range) : number.between(`coalesce(${low}, 0)`, high, range);
    }
    case 'sum': {
      const of = numberOf(expression.of === null ? unknown : plan.formula(expression.of, inside));
      const bound = (end: 'low' | 'high'): string => {
        const { term, missing } = termOf(where, of, end);
        return choice([[none(missing), lists.sum(lists.map(column, entry, term))]]);
      };
      const range = { low: Math.min(0, of.range.low * 1000), high: Math.max(0, of.range.high * 1000) };
      return number.between(bound('low'), bound('high'), range);
    }
    case 'any':
    case 'every': {
      const all = expression.op === 'every';
      const settled = some(all ? negated(where) : where);
      return plain(
        choice([
          [settled, all ? FALSE : TRUE],
          [none(isNull(where)), all ? TRUE : FALSE],
        ]),
      );
    }
    case 'earliest':
    case 'latest': {
      const day = truthSql(plan.formula(expression.of, inside));
      const open = anyOf([isNull(where), day === entry ? FALSE : allOf([where, isNull(day)])]);
      const days = lists.map(filtered(where), entry, day);
      // Of a list that is not given there is no such day anyway.
      return plain(choice([[open === FALSE ? TRUE : none(open), lists[expression.op](days)]]));
    }
  }
}

const wholeNumbers = { low: -1e12, high: 1e12 };

/** Each entry on its own: what it is does not differ from row to row, though what is asked of it may. */
function overConstant(expression: Aggregate, place: Place, plan: Plan): SqlValue {
  const frames = itemFrames(expression.list, plan.regime.scope)(place.frame);
  if (frames === undefined) {
    if (expression.op === 'count') return number.constant({ low: 0, high: Number.POSITIVE_INFINITY });
    return expression.op === 'sum' ? number.unknownNumber : unknown;
  }
  // Of records their own facts are asked: there an entry is still one of the list around them.
  const ofValues = plan.regime.scope.fact(expression.list).model.kind === 'list';
  const parts = frames.map((frame) => {
    const entry = ofValues ? { entry: constantValue(frame.entry, plan.dialect) } : {};
    const inside: Place = { ...place, frame, ...entry };
    const where = expression.where === null ? TRUE : truthSql(plan.formula(expression.where, inside));
    const of = expression.of === null ? number.constant(1) : plan.formula(expression.of, inside);
    return { where, of };
  });
  switch (expression.op) {
    case 'any':
      return plain(anyOf(parts.map(({ where }) => where)));
    case 'every':
      return plain(allOf(parts.map(({ where }) => where)));
    case 'count':
    case 'sum':
      return parts.map(({ where, of }) => one(where, numberOf(of))).reduce(number.add, number.constant(0));
    default: {
      const days = parts.map(({ where, of }) => ({ where, day: truthSql(of) }));
      const open = anyOf(days.map(({ where, day }) => anyOf([isNull(where), allOf([where, isNull(day)])])));
      const known = days.map(({ where, day }) => choice([[where, day]]));
      const furthest =
        known.length === 0 ? NULL : `${expression.op === 'latest' ? 'greatest' : 'least'}(${known.join(', ')})`;
      return plain(choice([[negated(open), furthest]]));
    }
  }
}

/** What one entry adds to a sum. */
function one(where: string, of: NumberSql): NumberSql {
  const bound = (end: 'low' | 'high'): number.Bound => {
    if (where === TRUE) return of[end];
    const { term, missing } = termOf(where, of, end);
    return choice([[missing, NULL]], term);
  };
  return number.between(bound('low'), bound('high'), {
    low: Math.min(0, of.range.low),
    high: Math.max(0, of.range.high),
  });
}
