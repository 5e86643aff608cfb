import type { Expression } from '../model/expression.ts';
import { anything } from '../values/interval.ts';
import type { Dialect } from './dialect.ts';
import * as number from './number.ts';
import { allOf, atom, choice, NULL } from './text.ts';
import { numberOf, plain, type SqlValue, truthSql } from './value.ts';

type OnDays = Extract<
  Expression,
  { op: 'addDays' | 'addMonths' | 'addYears' | 'firstOfNextMonth' | 'year' | 'completedYears' | 'daysBetween' }
>;

/** The days that a case can have. */
const first = '1900-01-01';
const last = '2100-12-31';

/** Formulas over days: steps from one to another, and what lies between two. */
export function onDays(expression: OnDays, part: (each: Expression) => SqlValue, dialect: Dialect): SqlValue {
  switch (expression.op) {
    case 'addDays':
    case 'addMonths':
    case 'addYears': {
      const day = truthSql(part(expression.of));
      const count = numberOf(part(expression.by)).point;
      if (day === NULL || count === NULL) return plain(NULL);
      const most = { addDays: 73_414, addMonths: 2_412, addYears: 201 }[expression.op];
      const months = expression.op === 'addYears' ? `12 * ${atom(count)}` : count;
      const then = expression.op === 'addDays' ? dialect.addDays(day, count) : dialect.addMonths(day, months);
      // Nobody's case has days past the calendar; further steps are not even tried.
      const within = /^-?\d+$/.test(count)
        ? Math.abs(Number(count)) <= most
          ? 'TRUE'
          : 'FALSE'
        : allOf([`${atom(count)} >= -${most}`, `${atom(count)} <= ${most}`]);
      const inside = allOf([`${atom(then)} >= ${dialect.date(first)}`, `${atom(then)} <= ${dialect.date(last)}`]);
      return plain(choice([[within, choice([[inside, then]])]]));
    }
    case 'firstOfNextMonth': {
      const day = truthSql(part(expression.of));
      return plain(day === NULL ? NULL : dialect.firstOfNextMonth(day));
    }
    case 'year': {
      const day = truthSql(part(expression.of));
      return day === NULL ? number.unknownNumber : number.filled(dialect.year(day), anything, years);
    }
    case 'completedYears': {
      const [from, to] = [truthSql(part(expression.left)), truthSql(part(expression.right))];
      const atLeast = { low: 0, high: Number.POSITIVE_INFINITY };
      return number.filled(completedYears(from, to, dialect), atLeast, { low: 0, high: 201 });
    }
    case 'daysBetween': {
      const [from, to] = [truthSql(part(expression.left)), truthSql(part(expression.right))];
      if (from === NULL || to === NULL) return number.unknownNumber;
      return number.filled(dialect.daysBetween(from, to), anything, { low: -73_414, high: 73_414 });
    }
  }
}

const years = { low: 1900, high: 2101 };

/** The N-th year is complete on the day N years later, for 29 February on 28 February where the year is common. */
function completedYears(from: string, to: string, dialect: Dialect): string {
  if (from === NULL || to === NULL) return NULL;
  const apart = `${atom(dialect.year(to))} - ${atom(dialect.year(from))}`;
  const reached = dialect.addMonths(from, `12 * (${apart})`);
  return choice([
    [`${atom(to)} < ${atom(from)}`, '0'],
    [`${atom(reached)} <= ${atom(to)}`, apart],
    [`${atom(reached)} > ${atom(to)}`, `${apart} - 1`],
  ]);
}
