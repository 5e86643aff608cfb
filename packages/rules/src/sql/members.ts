import type { Expression } from '../model/expression.ts';
import type { NumberSql } from './number.ts';
import { boundSql } from './number.ts';
import type { Place } from './place.ts';
import type { MembersColumn, Plan } from './plan.ts';
import { allOf, anyOf, atom, choice, FALSE, isNull, maybe, NULL, negated, TRUE } from './text.ts';
import { numberOf, type SqlValue, truthSql } from './value.ts';

export type Aggregate = Extract<Expression, { op: 'count' | 'sum' | 'any' | 'every' | 'earliest' | 'latest' }>;

/** What is counted, added up or asked of the members of a household: columns of one query over the persons. */
export function overMembers(expression: Aggregate, place: Place, plan: Plan): SqlValue {
  return plan.members(expression, place, (member) => {
    const where = expression.where === null ? TRUE : truthSql(plan.formula(expression.where, member));
    switch (expression.op) {
      case 'count':
        return { kind: 'number', range: { low: 0, high: mostMembers }, ...counted(where, plan) };
      case 'sum': {
        const of = numberOf(
          expression.of === null ? { kind: 'plain', sql: NULL } : plan.formula(expression.of, member),
        );
        const [low, high] = [of.range.low, of.range.high].map((end) => end * mostMembers) as [number, number];
        const range = { low: Math.min(0, low), high: Math.max(0, high) };
        return { kind: 'number', range, ...summed(where, of, plan) };
      }
      case 'any':
      case 'every': {
        const all = expression.op === 'every';
        const decisive = all ? negated(where) : where;
        const settled = plan.dialect.anyTrue(decisive);
        const open = where === maybe(where) ? FALSE : plan.dialect.anyTrue(isNull(where));
        const truth = choice([
          [settled, all ? FALSE : TRUE],
          [negated(open), all ? TRUE : FALSE],
        ]);
        return { kind: 'plain', columns: [{ suffix: '', sql: truth, empty: all ? TRUE : FALSE }] };
      }
      case 'earliest':
      case 'latest': {
        const day = truthSql(plan.formula(expression.of, member));
        const open = anyOf([isNull(where), allOf([where, isNull(day)])]);
        const further = plan.dialect.filtered(`${expression.op === 'latest' ? 'max' : 'min'}(${day})`, where);
        return {
          kind: 'plain',
          columns: [{ suffix: '', sql: choice([[negated(plan.dialect.anyTrue(open)), further]]), empty: NULL }],
        };
      }
    }
  });
}

/** The most members of a household that `decide` takes. */
const mostMembers = 500;

interface Columns {
  readonly columns: readonly MembersColumn[];
  readonly fill?: NumberSql['fill'];
}

/** A member who may or may not belong widens the count to a range. */
function counted(where: string, { dialect }: Plan): Columns {
  const count = (which: string): string => (which === TRUE ? 'count(*)' : dialect.filtered('count(*)', which));
  const certain = { suffix: '', sql: count(where), empty: '0' };
  if (where === maybe(where)) return { columns: [certain], fill: { low: 0, high: Number.POSITIVE_INFINITY } };
  return {
    columns: [
      { ...certain, suffix: '_low' },
      { suffix: '_high', sql: count(maybe(where)), empty: '0' },
    ],
  };
}

function summed(where: string, of: NumberSql, { dialect }: Plan): Columns {
  const sum = (end: 'low' | 'high'): string => {
    const { term, missing } = termOf(where, of, end);
    return choice([[missing === FALSE ? FALSE : dialect.anyTrue(missing), NULL]], dialect.whole(`sum(${term})`));
  };
  const plain = of.fill?.low === -Infinity && of.fill.high === Infinity;
  if (plain && where === maybe(where)) {
    const { low, high } = of.fill as { low: number; high: number };
    return { columns: [{ suffix: '', sql: sum('low'), empty: '0' }], fill: { low, high } };
  }
  return {
    columns: [
      { suffix: '_low', sql: sum('low'), empty: '0' },
      { suffix: '_high', sql: sum('high'), empty: '0' },
    ],
  };
}

/** What one entry adds to a bound of the sum, and whether it takes the bound away. */
export function termOf(where: string, of: NumberSql, end: 'low' | 'high'): { term: string; missing: string } {
  const bound = of[end];
  const sql = boundSql(bound);
  const missing = typeof bound === 'number' && Number.isFinite(bound) ? FALSE : allOf([maybe(where), isNull(sql)]);
  const doubtful = sql === NULL ? '0' : `${end === 'low' ? 'least' : 'greatest'}(0, ${sql})`;
  const term = choice(
    [
      [where, sql === NULL ? '0' : sql],
      [negated(where), '0'],
    ],
    doubtful,
  );
  return { term: sql === NULL || missing === FALSE ? term : `coalesce(${atom(term)}, 0)`, missing };
}
