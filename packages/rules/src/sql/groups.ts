import { JingzhunError } from '@jingzhun/schemas/problem';
import { problemAt } from '../compile/read.ts';
import type { Level } from './columns.ts';
import type { Sources } from './stages.ts';

/** A column of the table of households, by which results are divided, and that table. */
export interface Groups {
  readonly by: string;
  readonly households: string;
}

/** The groups of a column, if there is one; what is no name of a column is refused. */
export function groupsOf(by: string | undefined, { household }: Sources): Groups | undefined {
  if (by === undefined) return undefined;
  if (!/^[A-Za-z_]\w*$/.test(by))
    throw wrongColumn('户表的列名，由字母、数字和 _ 组成', 'a column of the household table: letters, digits and _');
  return { by, households: household };
}

export function wrongColumn(zh: string, en: string): JingzhunError {
  return new JingzhunError('wrong-column', [problemAt('by', 'wrong-column', zh, en)]);
}

/** The group as a column, and from where it is read with the rows. A person belongs to the group of the household. */
export function withGroup(level: Level, source: string, groups: Groups | undefined) {
  if (groups === undefined) return { group: [], from: source };
  const { by, households } = groups;
  if (level === 'household') return { group: [{ name: 'by_value', sql: by }], from: source };
  const of = `(SELECT household_id, ${by} AS by_value FROM ${households}) AS household`;
  return {
    group: [{ name: 'by_value', sql: 'by_value' }],
    from: `${source} AS person\nLEFT JOIN ${of} USING (household_id)`,
  };
}

/** GROUP BY what a column is made of. */
export function groupedBy(group: readonly { readonly sql: string }[]): string {
  return group.map(({ sql }) => `\nGROUP BY ${sql}`).join('');
}
