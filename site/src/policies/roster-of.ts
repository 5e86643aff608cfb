import type { Syntax } from '@jingzhun/rules/compare';
import { vocabulary } from '@jingzhun/schemas';

/** Whether a part of a formula says how many a roster lists. */
export const countsRoster = (syntax: Syntax): boolean =>
  syntax.form === 'call' && syntax.name === 'count' && isRoster(syntax.inputs[0]);

const isRoster = (syntax: Syntax | undefined): boolean => syntax?.form === 'name' && syntax.name === 'roster';

/** The unit in which the entries of the roster are counted, by whose facts the formula asks about in it. */
export function rosterOf(syntax: Syntax): string | undefined {
  const inputs = 'inputs' in syntax && isRoster(syntax.inputs[0]) ? syntax.inputs.slice(1) : [];
  const [entity] = inputs.flatMap(namesIn).flatMap((name) => name.split('.')[0] ?? []);
  const unit = `${entity}s`;
  if (Object.hasOwn(vocabulary.units, unit)) return unit;
  return partsOf(syntax)
    .map(rosterOf)
    .find((each) => each !== undefined);
}

const namesIn = (syntax: Syntax): readonly string[] =>
  syntax.form === 'name' && syntax.name.includes('.') ? [syntax.name] : partsOf(syntax).flatMap(namesIn);

const partsOf = (syntax: Syntax): readonly Syntax[] =>
  Object.values(syntax)
    .flat()
    .filter((part): part is Syntax => typeof part === 'object' && part !== null && 'form' in part);
