import type { Bilingual, SectionFile } from '@jingzhun/schemas';
import type { PolicyFiles } from '../load/load.ts';
import type { Difference, Path } from './comparison.ts';

/** What a section holds by name. */
export const holders = ['parameters', 'facts', 'conditions', 'rules', 'listed'] as const;
export type Holder = (typeof holders)[number];

export const subjects = {
  parameters: 'parameter',
  facts: 'fact',
  conditions: 'condition',
  rules: 'rule',
  listed: 'listed',
} as const satisfies Record<Holder, Difference['of']>;

/** A named thing of a policy, and where it stands. */
export interface Located<T = unknown> {
  readonly name: string;
  readonly section: string;
  readonly clause: string;
  readonly title?: Bilingual;
  readonly path: Path;
  readonly file: T;
}

type File<H extends Holder> = NonNullable<SectionFile[H]>[string];

/** All of one holder, over the whole policy: names are unique in it. */
export function contentsOf<H extends Holder>({ sections }: PolicyFiles, holder: H): Map<string, Located<File<H>>> {
  const contents = new Map<string, Located<File<H>>>();
  for (const [section, { clause, [holder]: held = {} }] of Object.entries(sections)) {
    for (const [name, file] of Object.entries(held as Record<string, File<H>>)) {
      const own = file as { clause?: string; title?: Bilingual };
      const title = own.title === undefined ? {} : { title: own.title };
      contents.set(name, { name, section, clause: own.clause ?? clause, ...title, path: [holder, name], file });
    }
  }
  return contents;
}

/**
 * The earlier name of each later one: the same; or, between two policies that share no id, the one that is the same
 * without its first segment.
 */
export function partnersOf(
  before: readonly string[],
  after: readonly string[],
  otherPolicy: boolean,
): ReadonlyMap<string, string> {
  const old = new Set(before);
  const shared = after.filter((name) => old.has(name));
  if (!otherPolicy || shared.length > 0) return new Map(shared.map((name) => [name, name]));
  const rest = (id: string): string => id.slice(id.indexOf('.') + 1);
  const byRest = new Map(before.map((id) => [rest(id), id]));
  return new Map(
    after.flatMap((id) => {
      const partner = byRest.get(rest(id));
      return partner === undefined ? [] : [[id, partner] as const];
    }),
  );
}
