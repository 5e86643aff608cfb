import type { Policy } from '@jingzhun/rules';
import { type TableColumn, tableColumns } from '@jingzhun/rules/sql';
import { fieldOf } from '@jingzhun/schemas';
import type { Database } from '../duckdb.ts';
import { columnsOf } from '../parquet-columns.ts';
import { sqlText } from '../sql-session.ts';
import { pairColumn } from './pair-column.ts';
import { householdKey, type Level, type TypedTable, type TypedTables, together } from './typed-tables.ts';

/** One of the two tables, as it stands in its file. */
export interface PairTable extends TypedTable {
  readonly file: string;
  readonly hasMember: boolean;
}

/** The typed tables of a folder. */
export type Pair = TypedTables<PairTable>;

export async function describePair(
  database: Database,
  files: readonly [household: string, person: string],
  policy: Policy,
): Promise<Pair> {
  const wanted = tableColumns(policy, { dialect: 'duckdb' });
  return together(
    await describeTable(database, 'household', files[0], wanted.household),
    await describeTable(database, 'person', files[1], wanted.person),
  );
}

async function describeTable(
  database: Database,
  level: Level,
  file: string,
  wanted: readonly TableColumn[],
): Promise<PairTable> {
  const from = `read_parquet(${sqlText(file)})`;
  const there = await columnsOf(database, from, file, level);
  const types = new Map(there.map(({ name, type }) => [name, type]));
  const key = householdKey(types, { file });
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
    member: types.has('member') ? 'CAST(member AS BIGINT)' : 'row_number() OVER (PARTITION BY household_id) - 1',
    columns,
    absent: wanted.filter(({ name }) => !columns.some((column) => column.name === name)),
  };
}
