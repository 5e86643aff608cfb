import { codesOf, vocabulary } from '@jingzhun/schemas';
import { entitiesAsked } from './subjects.ts';

/** Levels of government that are entities: a county has towns, a town villages, a village households and their members. */
const levels: ReadonlySet<string> = new Set(codesOf('level').map(({ code }) => code));
const people = entitiesAsked('household');

/**
 * The entities of which a page's subject has many: what its page asks of one of them is asked of an example. A unit is a level
 * as well, and no place that has others in it.
 */
export function entitiesWithin(subject: string): readonly string[] {
  const all = Object.keys(vocabulary.entities);
  const before = all.slice(0, Math.max(0, all.indexOf(subject)));
  const isPlace = levels.has(subject) && before.every((entity) => levels.has(entity) || people.includes(entity));
  return isPlace ? before : [];
}
