import { datePath, membersPath } from './asks.ts';
import type { Describe } from './describe.ts';
import type { PageData } from './page-data.ts';
import { say } from './say.ts';

/** What the question at a path asks, and of whom: "第 2 人 在读学段", "第 1 条 金额". */
export function placeWords(
  path: string,
  names: readonly string[],
  describe: Describe,
  { words, entryFacts }: PageData,
): string {
  if (path === membersPath) return words.calc.addMember;
  if (path === datePath) return words.date;
  const parts = /^(household\.members\[(\d+)\]\.)?([^[]+)(?:\[(\d+)\]\.(.+))?$/.exec(path);
  if (parts === null) return path;
  const [, , member, fact = '', entry, inEntry] = parts;
  const name = member === undefined ? fact : `person.${fact}`;
  const whom = member === undefined ? [] : [describe.who({ entity: 'person', index: Number(member) }, names)];
  if (entry === undefined) return [...whom, describe.fact(name)].join(' ');
  const shape = entryFacts[name] ?? '';
  return [
    ...whom,
    describe.fact(name),
    say(words.calc.record, { n: Number(entry) + 1 }),
    describe.fact(`${shape}.${inEntry}`),
  ].join(' ');
}
