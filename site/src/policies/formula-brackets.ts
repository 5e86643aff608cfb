import type { Syntax } from '@jingzhun/rules/compare';

const conditions = ['compare', 'in', 'contains', 'join', 'not'];

/** What stands in brackets inside of each: it would else be read together with what stands around it. */
export const bracketed: Readonly<
  Record<'arithmetic' | 'compare' | 'join' | 'not' | 'call' | 'choice' | 'extreme', ReadonlySet<string>>
> = {
  arithmetic: new Set([...conditions, 'arithmetic', 'call', 'if', 'extreme', 'round', 'span']),
  compare: new Set([...conditions, 'arithmetic', 'if', 'round']),
  join: new Set(['join', 'if', 'round']),
  not: new Set([...conditions, 'if', 'round']),
  call: new Set([...conditions, 'if', 'extreme', 'round', 'span']),
  choice: new Set([...conditions, 'if', 'extreme', 'round']),
  extreme: new Set([...conditions, 'arithmetic', 'if', 'extreme', 'round', 'span']),
};

/** Calls whose words are read differently from those of the others. */
const kinds: Readonly<Record<string, string>> = {
  if: 'if',
  round: 'round',
  max: 'extreme',
  min: 'extreme',
  year: 'name',
  addDays: 'span',
  addMonths: 'span',
  addYears: 'span',
};

/** What a part is read as. */
export const kindOf = (syntax: Syntax): string =>
  syntax.form === 'call' ? (kinds[syntax.name] ?? 'call') : syntax.form;

/** Whether what is asked is said with an “or”: one of several values, or a value or none at all. */
export function isAlternative(syntax: Syntax): boolean {
  if (syntax.form === 'in') return syntax.values.length > 1;
  if (syntax.form === 'not') return isAlternative(syntax.of);
  return (
    syntax.form === 'compare' &&
    syntax.operator === '=' &&
    syntax.left.form === 'call' &&
    syntax.left.name === 'ifAbsent' &&
    JSON.stringify(syntax.left.inputs[1]) === JSON.stringify(syntax.right)
  );
}
