import { datePath, membersPath } from './asks.ts';
import type { Describe } from './describe.ts';
import type { PageData } from './page-data.ts';
import { say } from './say.ts';

/** The facts that stand at a path: of a question inside a record that of the list as well, which comes first. */
function factsAt(path: string, { entryFacts }: Pick<PageData, 'entryFacts'>) {
  const parts = /^(household\.members\[(\d+)\]\.)?([^[]+)(?:\[(\d+)\]\.(.+))?$/.exec(path);
  if (parts === null) return undefined;
  const [, , member, fact = '', entry, inEntry] = parts;
  const name = member === undefined ? fact : `person.${fact}`;
  return { member, name, entry, inEntry: entry === undefined ? undefined : `${entryFacts[name] ?? ''}.${inEntry}` };
}

/** What the question at a path asks, and of whom: "第 2 人 在读学段", "第 1 条 金额". */
export function placeWords(path: string, names: readonly string[], describe: Describe, data: PageData): string {
  const { words } = data;
  if (path === membersPath) return words.calc.addMember;
  if (path === datePath) return words.date;
  const at = factsAt(path, data);
  if (at === undefined) return path;
  const { member, name, entry, inEntry } = at;
  const whom = member === undefined ? [] : [describe.who({ entity: 'person', index: Number(member) }, names)];
  const inside =
    inEntry === undefined ? [] : [say(words.calc.record, { n: Number(entry) + 1 }), describe.fact(inEntry)];
  return [...whom, describe.fact(name), ...inside].join(' ');
}

/** Whether the page has a name for what stands at a path. */
export function isNamed(path: string, data: Pick<PageData, 'entryFacts' | 'facts'>): boolean {
  const at = factsAt(path, data);
  return [at?.name, at?.inEntry ?? at?.name].every((fact) => fact !== undefined && fact in data.facts);
}
