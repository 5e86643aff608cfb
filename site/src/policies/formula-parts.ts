import type { Syntax } from '@jingzhun/rules/compare';

const conditions = new Set(['compare', 'in', 'contains', 'join', 'not', 'truth']);
const truths = new Set(['any', 'every', 'given']);

/** Whether a part of a formula is true or not. `isTruth` knows it of the facts. */
export function isCondition(syntax: Syntax, isTruth: (name: string) => boolean): boolean {
  if (syntax.form === 'name') return isTruth(syntax.name);
  if (syntax.form !== 'call') return conditions.has(syntax.form);
  const values = { ifAbsent: syntax.inputs.slice(0, 1), if: syntax.inputs.slice(1) }[syntax.name];
  return values === undefined ? truths.has(syntax.name) : values.some((value) => isCondition(value, isTruth));
}

/** The name of what a part takes, also where another value is taken if it is not given. */
export function nameOf(syntax: Syntax | undefined): string | undefined {
  if (syntax?.form === 'name') return syntax.name;
  return syntax?.form === 'call' && syntax.name === 'ifAbsent' ? nameOf(syntax.inputs[0]) : undefined;
}

/** A product without a factor that is one: that says but in what unit the other is counted. */
export function withoutOne(syntax: Syntax): Syntax {
  if (syntax.form !== 'arithmetic' || syntax.operator !== '*') return syntax;
  const { left, right } = syntax;
  if (isOne(left)) return withoutOne(right);
  return isOne(right) ? withoutOne(left) : syntax;
}

const isOne = (syntax: Syntax): boolean => syntax.form === 'number' && syntax.digits === '1' && !syntax.percent;

/** What a part of a formula is made of. */
export const partsOf = (syntax: Syntax): readonly Syntax[] =>
  Object.values(syntax)
    .flat()
    .filter((part): part is Syntax => typeof part === 'object' && part !== null && 'form' in part);
