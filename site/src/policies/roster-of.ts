import type { Syntax } from '@jingzhun/rules/compare';
import { fieldOf, vocabulary } from '@jingzhun/schemas';
import { partsOf } from './formula-parts.ts';

/** Whether a part of a formula says how many a roster lists. */
export const countsRoster = (syntax: Syntax): boolean =>
  syntax.form === 'call' && syntax.name === 'count' && isRoster(syntax.inputs[0]);

export const isRoster = (syntax: Syntax | undefined): boolean => syntax?.form === 'name' && syntax.name === 'roster';

/** What the roster lists: the entity by whose facts the formula asks about in it, or in which it is counted. */
export function rosterOf(syntax: Syntax): string | undefined {
  const inputs = 'inputs' in syntax && isRoster(syntax.inputs[0]) ? syntax.inputs.slice(1) : [];
  const entity = inputs
    .flatMap((input) => (input.form === 'number' && input.unit !== undefined ? [input.unit] : namesIn(input)))
    .map((name) => name.split('.')[0] ?? '')
    .find((name) => Object.hasOwn(vocabulary.entities, name) && !outside.has(name));
  return (
    entity ??
    partsOf(syntax)
      .map(rosterOf)
      .find((each) => each !== undefined)
  );
}

/** What no roster lists. */
const outside = new Set(['external', 'period']);

/** The unit in which an entity is counted. */
export function unitOf(entity: string | undefined): string | undefined {
  const unit = `${entity}s`;
  return Object.hasOwn(vocabulary.units, unit) ? unit : undefined;
}

/** What the entries of a list are, where they are an entity: the members of a household are persons. */
export function entryOf(list: Syntax | undefined, roster: string | undefined): string | undefined {
  if (list?.form !== 'name') return undefined;
  return list.name === 'roster' ? roster : fieldOf(list.name)?.items?.entity;
}

/** Whether what is counted is a record of answers, of which each yes counts. */
export const isFlags = (syntax: Syntax | undefined): boolean =>
  syntax?.form === 'name' && fieldOf(syntax.name)?.values?.type === 'boolean';

const namesIn = (syntax: Syntax): readonly string[] =>
  syntax.form === 'name' && syntax.name.includes('.') ? [syntax.name] : partsOf(syntax).flatMap(namesIn);
