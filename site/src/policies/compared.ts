import type { Syntax } from '@jingzhun/rules/compare';

/** What is compared: a day is early or late, a rate high or low, and of what is counted there is no part of one. */
export type Compared = 'day' | 'rate' | 'count' | 'other';

const counted = new Set(['persons', 'households', 'villages', 'groups', 'items', 'times', 'days']);

/** What a number in this unit is. There may be a part of a share, a yuan or a mu. */
export function comparedIn(unit: string | undefined): Compared {
  if (unit === 'date' || unit === 'year') return 'day';
  if (unit?.startsWith('%')) return 'rate';
  return unit !== undefined && (counted.has(unit) || counted.has(`${unit}s`)) ? 'count' : 'other';
}

const dayFunctions = new Set(['addDays', 'addMonths', 'addYears', 'firstOfNextMonth', 'earliest', 'latest', 'year']);
const countFunctions = new Set(['count', 'daysBetween', 'completedYears']);
/** The inputs that say what the value of the call is: of a choice, what is chosen from. */
const valuesOf = ({ name, inputs }: Extract<Syntax, { form: 'call' }>): readonly Syntax[] =>
  name === 'if' ? inputs.slice(1) : ['max', 'min', 'ifAbsent'].includes(name) ? inputs : [];

/** What a part of a formula is. `named` knows it of the names. */
function comparedOf(syntax: Syntax, named: (name: string) => Compared): Compared {
  switch (syntax.form) {
    case 'date':
      return 'day';
    case 'name':
      return named(syntax.name);
    case 'number':
      return syntax.percent ? 'rate' : comparedIn(syntax.unit);
    case 'call':
      if (dayFunctions.has(syntax.name)) return 'day';
      if (countFunctions.has(syntax.name)) return 'count';
      return comparedAmong(valuesOf(syntax), named);
    default:
      return 'other';
  }
}

/** What several that are held against each other are: a bare number is what stands beside it. */
export function comparedAmong(parts: readonly Syntax[], named: (name: string) => Compared): Compared {
  return parts.map((part) => comparedOf(part, named)).find((each) => each !== 'other') ?? 'other';
}
