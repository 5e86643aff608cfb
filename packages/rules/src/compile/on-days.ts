import type { Expression } from '../model/expression.ts';
import {
  addDays,
  addMonths,
  addYears,
  completedYears,
  daysBetween,
  firstOfNextMonth,
  isDay,
  yearOf,
} from '../values/dates.ts';
import { anything, type Value } from '../values/interval.ts';
import type { Evaluate } from './expression.ts';

type OnDays = Extract<
  Expression,
  {
    op: 'addDays' | 'addMonths' | 'addYears' | 'firstOfNextMonth' | 'year' | 'completedYears' | 'daysBetween';
  }
>;

/** Formulas over days: steps from one to another, and what lies between two. */
export function onDays(expression: OnDays, compile: (part: Expression) => Evaluate): Evaluate {
  switch (expression.op) {
    case 'addDays':
    case 'addMonths':
    case 'addYears': {
      const step = { addDays, addMonths, addYears }[expression.op];
      const of = compile(expression.of);
      const by = compile(expression.by);
      return (frame) => {
        const day = of(frame);
        const count = by(frame);
        if (typeof day !== 'string' || typeof count !== 'number') return undefined;
        // Past the calendar of cases, days no longer compare as text.
        const then = step(day, count);
        return isDay(then) ? then : undefined;
      };
    }
    case 'firstOfNextMonth': {
      const of = compile(expression.of);
      return (frame) => onDay(of(frame), firstOfNextMonth);
    }
    case 'year': {
      const of = compile(expression.of);
      return (frame) => onDay(of(frame), yearOf);
    }
    case 'completedYears': {
      const from = compile(expression.left);
      const to = compile(expression.right);
      return (frame) => {
        const first = from(frame);
        const last = to(frame);
        if (typeof first === 'string' && typeof last === 'string') return completedYears(first, last);
        return { low: 0, high: Number.POSITIVE_INFINITY };
      };
    }
    case 'daysBetween': {
      const from = compile(expression.left);
      const to = compile(expression.right);
      return (frame) => {
        const first = from(frame);
        const last = to(frame);
        return typeof first === 'string' && typeof last === 'string' ? daysBetween(first, last) : anything;
      };
    }
  }
}

function onDay(day: Value, step: (day: string) => string | number): Value {
  return typeof day === 'string' ? step(day) : undefined;
}
