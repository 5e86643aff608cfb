import type { Policy } from '@jingzhun/rules';
import { type TableColumn, tableColumns } from '@jingzhun/rules/sql';
import { fieldOf } from '@jingzhun/schemas';
import { matchColumns } from '@jingzhun/schemas/table';
import { unusable } from '../../unusable.ts';
import { type Database, sqlText } from '../duckdb.ts';
import { columnsOf } from '../parquet-columns.ts';
import { type PairColumn, pairColumn } from './pair-column.ts';

export type Level = 'household' | 'person';
export const levels: readonly Level[] = ['household', 'person'];

/** One of the two tables, as it stands in its file. */
export interface PairTable {
  readonly level: Level;
  readonly file: string;
  /** As SQL reads it. */
  readonly from: string;
  readonly headers: readonly string[];
  /** The type of its column household_id. */
  readonly key: string;
  readonly hasPersonId: boolean;
  readonly hasMember: boolean;
  /** What the rules read and the file holds. */
  readonly columns: readonly PairColumn[];
  /** What the rules read and the file does not hold: unknown. */
  readonly absent: readonly TableColumn[];
}

/** The typed tables of a folder. */
export interface Pair {
  readonly household: PairTable;
  readonly person: PairTable;
  /** The type that household_id has in both. */
  readonly key: string;
  /** Columns that are not read. */
  readonly match: ReturnType<typeof matchColumns>;
}

export async function describePair(
  database: Database,
  files: readonly [household: string, person: string],
  policy: Policy,
): Promise<Pair> {
  const wanted = tableColumns(policy, { dialect: 'duckdb' });
  const [household, person] = [
    await describeTable(database, 'household', files[0], wanted.household),
    await describeTable(database, 'person', files[1], wanted.person),
  ];
  const key = household.key === person.key && /INT$|INTEGER$/.test(person.key) ? person.key : 'VARCHAR';
  const headers = [...household.headers, ...person.headers.filter((header) => header !== 'household.id')];
  const match = matchColumns(headers);
  // Columns inside records are no headers of rosters, and the rules read them all the same.
  const read = new Set([...household.columns, ...person.columns].map(({ name }) => name));
  const unmatched = match.unmatched.filter(({ header }) => !read.has(header.slice(header.indexOf('.') + 1)));
  return { household, person, key, match: { ...match, unmatched } };
}

async function describeTable(
  database: Database,
  level: Level,
  file: string,
  wanted: readonly TableColumn[],
): Promise<PairTable> {
  const from = `read_parquet(${sqlText(file)})`;
  const there = await columnsOf(database, from, level);
  const types = new Map(there.map(({ name, type }) => [name, type]));
  const key = types.get('household_id');
  if (key === undefined)
    throw unusable(
      'no-household-column',
      '缺少 household_id 列，不知道谁与谁同户',
      'there is no column household_id, so nobody knows who lives with whom',
      { file },
    );
  const columns = wanted.flatMap(({ name, fact, type }) => {
    const [field, stored] = [fieldOf(fact), types.get(name)];
    return field === undefined || stored === undefined ? [] : [pairColumn(name, field, type, stored)];
  });
  return {
    level,
    file,
    from,
    key,
    headers: there.filter(({ name }) => name !== 'member').map(({ header }) => header),
    hasPersonId: types.has('person_id'),
    hasMember: types.has('member'),
    columns,
    absent: wanted.filter(({ name }) => !columns.some((column) => column.name === name)),
  };
}
