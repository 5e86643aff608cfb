import { join } from 'node:path';
import type { Database } from '../duckdb.ts';
import { sqlName, sqlText } from '../sql-session.ts';
import type { Pair, PairTable } from './pair.ts';
import { hasHousehold, levels } from './typed-tables.ts';

/** Households of a range of ids, as a condition on household_id in both tables. */
export type Range = string;

/** Households that are decided at once: few enough for joins in memory, and enough to make planning cheap. */
export const usualHouseholds = 1_000_000;

/**
 * Cuts a pair into ranges of ids with about so many households each. Where a file's rows do not ascend by household_id, they are sorted
 * on the disk first: else every range would read the whole file.
 */
export async function rangesOf(
  database: Database,
  pair: Pair,
  households: number,
): Promise<{ readonly pair: Pair; readonly ranges: readonly Range[] }> {
  const groups = await rowGroups(database, pair.household, pair.key);
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  if (rows <= households) return { pair, ranges: [hasHousehold(pair)] };
  const sorted = await sortedPair(database, pair);
  const first = sorted.household === pair.household ? groups : await rowGroups(database, sorted.household, pair.key);
  const starts: string[] = [];
  let since = 0;
  for (const [place, group] of first.entries()) {
    since += first[place - 1]?.rows ?? 0;
    if (since < households || group.least === starts.at(-1)) continue;
    starts.push(group.least);
    since = 0;
  }
  const literals = starts.map((start) => `CAST(${sqlText(start)} AS ${pair.key})`);
  const ranges = [undefined, ...literals].map((start, place) => {
    const end = literals[place];
    const least = start === undefined ? '' : ` AND household_id >= ${start}`;
    const below = end === undefined ? '' : ` AND household_id < ${end}`;
    return `${hasHousehold(pair)}${least}${below}`;
  });
  return { pair: sorted, ranges };
}

async function sortedPair(database: Database, pair: Pair): Promise<Pair> {
  const tables: Partial<Record<PairTable['level'], PairTable>> = {};
  for (const level of levels) {
    const table = pair[level];
    tables[level] = (await ascends(database, table, pair.key)) ? table : await sorted(database, table, pair.key);
  }
  return { ...pair, ...tables };
}

interface RowGroup {
  readonly rows: number;
  /** The least id in it, or a text before it. */
  readonly least: string;
}

const statistics = (file: string, key: string): string => `
  SELECT row_group_id, row_group_num_rows,
    TRY_CAST(coalesce(stats_min_value, stats_min) AS ${key}) AS least, TRY_CAST(coalesce(stats_max_value, stats_max) AS ${key}) AS most
  FROM parquet_metadata(${sqlText(file)}) WHERE path_in_schema = 'household_id'`;

async function rowGroups(database: Database, { file }: PairTable, key: string): Promise<RowGroup[]> {
  const found = await database.connection.runAndReadAll(
    `SELECT row_group_num_rows::DOUBLE, least::VARCHAR FROM (${statistics(file, key)}) ORDER BY row_group_id`,
  );
  return found.getRows().map(([rows, least]) => ({ rows: Number(rows), least: String(least) }));
}

async function ascends(database: Database, table: PairTable, key: string): Promise<boolean> {
  if (table.key !== key) return false;
  const found = await database.connection.runAndReadAll(`
    SELECT coalesce(bool_and(coalesce(least >= before, false) OR row_group_id = 0) AND count(least) = count(*), true)
    FROM (SELECT *, lag(most) OVER (ORDER BY row_group_id) AS before FROM (${statistics(table.file, key)}))`);
  return found.getRows()[0]?.[0] === true;
}

/** The columns that are needed, in a file of their own beside the database. */
async function sorted(database: Database, table: PairTable, key: string): Promise<PairTable> {
  const file = join(database.folder, `${table.level}.parquet`);
  const others = [
    ...(table.hasPersonId ? ['person_id'] : []),
    ...(table.hasMember ? ['member'] : []),
    ...table.columns.map(({ name }) => name),
  ];
  const columns = [`CAST(household_id AS ${key}) AS household_id`, ...others.map(sqlName)].join(', ');
  await database.connection.run(`
    COPY (
      SELECT ${columns} FROM read_parquet(${sqlText(table.file)}, file_row_number = true)
      WHERE household_id IS NOT NULL ORDER BY CAST(household_id AS ${key}), file_row_number
    ) TO ${sqlText(file)} (FORMAT parquet, USE_TMP_FILE false)`);
  return { ...table, key, from: `read_parquet(${sqlText(file)})`, file };
}
