import type { CompiledFact } from '../compile/facts.ts';
import type { Value } from '../values/interval.ts';
import { dayOfNumber, numberOfDay } from './columns.ts';
import { NotInColumns } from './vectors.ts';

/** The days that a case can name, and the first of the month after the last of them. */
const firstDay = numberOfDay('1900-01-01');
const lastDay = numberOfDay('2101-01-01');

interface ClassesOfKind {
  readonly width: number;
  classOf(value: Value): number;
  meaning(of: number): Value;
}

/** How values that are no numbers are told apart. */
export function classesOfKind({ model: { kind, codes = [], name } }: CompiledFact): ClassesOfKind {
  switch (kind) {
    case 'boolean':
      return {
        width: 3,
        classOf: (value) => (value === true ? 1 : value === false ? 2 : 0),
        meaning: (of) => (of === 0 ? undefined : of === 1),
      };
    case 'code':
      return {
        width: codes.length + 1,
        classOf: (value) => codes.indexOf(value as string) + 1,
        meaning: (of) => codes[of - 1],
      };
    case 'date':
      return {
        width: lastDay - firstDay + 2,
        classOf: (value) => (typeof value === 'string' ? numberOfDay(value) - firstDay + 1 : 0),
        meaning: (of) => (of === 0 ? undefined : dayOfNumber(of + firstDay - 1)),
      };
    default:
      throw new NotInColumns(`${name} has no classes of its own`);
  }
}

/** The class of a day as columns hold it. */
export function classOfDay(day: number): number {
  return day - firstDay + 1;
}
