import { codesOf, vocabulary } from '@jingzhun/schemas';
import { entitiesAsked } from './subjects.ts';

/** Levels of government that are entities: a county has towns, a town villages, a village households and their members. */
const levels: ReadonlySet<string> = new Set(codesOf('level').map(({ code }) => code));

/** The entities of which a page's subject has many: what its page asks of one of them is asked of an example. */
export function entitiesWithin(subject: string): readonly string[] {
  const all = Object.keys(vocabulary.entities);
  const asked = entitiesAsked(subject);
  const before = all.slice(0, all.indexOf(subject)).filter((entity) => !asked.includes(entity));
  return levels.has(subject) && subject in vocabulary.entities ? before : [];
}
