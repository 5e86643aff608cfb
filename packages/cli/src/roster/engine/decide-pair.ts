import { dirname } from 'node:path';
import { toSql } from '@jingzhun/rules/sql';
import type { Question } from '../decide-rows.ts';
import { Database, databaseFailure } from '../duckdb.ts';
import { parquetFailure } from '../parquet-failure.ts';
import { sqlText } from '../sql-session.ts';
import { pairIn } from '../table-source.ts';
import type { DecidedTables } from './decided-tables.ts';
import { dictionaryTables } from './dictionary-tables.ts';
import { householdsMet, measuresOf, rulesOf, totalsIn } from './measures.ts';
import { describePair } from './pair.ts';
import { openRange } from './range-tables.ts';
import { rangesOf, usualHouseholds } from './ranges.ts';
import type { ResultFolder } from './result-folder.ts';
import type { Level } from './typed-tables.ts';
import { unusableValues, type ValueProblem } from './unusable-values.ts';
import { countRows, rowsWithoutHousehold } from './usable-rows.ts';

export interface PairOptions {
  /** The rules that are wanted; all of households and persons where it is left out. */
  readonly rules?: readonly string[];
  /** Households that are decided at once. */
  readonly households?: number;
  readonly progress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** With what DuckDB needs beside it the process stays below 4 GiB. */
const memory = '3GB';

/**
 * Decides the households of a folder of typed tables in DuckDB, range after range of their ids, from Parquet to Parquet: a file of each
 * table for every range, and the dictionary of rules and statuses beside them.
 */
export async function decidePair(
  folder: string,
  question: Question,
  result: ResultFolder,
  options: PairOptions = {},
): Promise<DecidedTables> {
  const database = await Database.open(dirname(result.path), memory).catch((error: unknown) => {
    throw databaseFailure(error, result.path);
  });
  const interrupt = () => database.connection.interrupt();
  options.signal?.addEventListener('abort', interrupt);
  try {
    return await decideIn(database, folder, question, result, options);
  } catch (error) {
    throw await parquetFailure(error, folder, pairIn(folder));
  } finally {
    options.signal?.removeEventListener('abort', interrupt);
    database.close();
  }
}

async function decideIn(
  database: Database,
  folder: string,
  { policy, text, days, language }: Question,
  result: ResultFolder,
  { rules: wanted, households: atOnce = usualHouseholds, progress, signal }: PairOptions,
): Promise<DecidedTables> {
  const described = await describePair(database, pairIn(folder), policy);
  const { problems, repairs } = await unusableValues(database, described);
  const { statements, rules, dictionary } = toSql(policy, {
    ...days,
    dialect: 'duckdb',
    form: 'wide',
    text,
    language,
    ...(wanted !== undefined && { rules: wanted }),
  });
  const { pair, ranges } = await rangesOf(database, described, atOnce);
  const of = ranges.length + 1;
  const asked = rulesOf(rules);
  const metIn = asked.person.map(() => 0);
  const found = [...problems];
  const decided = { household: 0, person: 0 };
  for (const [place, range] of ranges.entries()) {
    progress?.(place + 1, of);
    const own = await openRange(database, pair, range, repairs);
    decided.household += own.households;
    decided.person += own.persons;
    found.push(...own.problems);
    for (const { name, sql } of statements) {
      signal?.throwIfAborted();
      const file = result.place(name, `part-${String(place).padStart(5, '0')}.parquet`);
      await write(database, sql, file, result);
      if (name !== 'person') continue;
      const met = await householdsMet(database, asked.person, `read_parquet(${sqlText(file)})`);
      for (const [index, number] of met.entries()) metIn[index] = (metIn[index] ?? 0) + number;
    }
  }
  for (const statement of dictionaryTables(dictionary, rules))
    await write(database, statement.sql, result.place(`${statement.name}.parquet`), result);
  const totalsOf = async (level: Level) =>
    asked[level].length === 0
      ? []
      : totalsIn(database, asked[level], `read_parquet(${sqlText(result.place(level, '*.parquet'))})`);
  const totals = { household: await totalsOf('household'), person: await totalsOf('person') };
  progress?.(of, of);
  const { households, persons } = await countRows(database, described);
  if (households !== decided.household || persons !== decided.person)
    found.push(...(await rowsWithoutHousehold(database, described)));
  return {
    match: described.match,
    households: decided.household,
    persons: decided.person,
    leftOut: persons - decided.person,
    problems: merged(found),
    measures: measuresOf(policy, days.on, totals, metIn),
  };
}

/** Writes the rows of a query. What fails may be the input, which says that it is Parquet, or the disk of the result. */
async function write(database: Database, sql: string, file: string, result: ResultFolder): Promise<void> {
  try {
    await database.connection.run(
      // Ids are all different: a dictionary of them is only built to be thrown away.
      `COPY (\n${sql}\n) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 1000, USE_TMP_FILE false)`,
    );
  } catch (error) {
    const writing = error instanceof Error && /No space left|Could not write|File too large/i.test(error.message);
    throw writing ? databaseFailure(error, result.path) : error;
  }
}

/** The same of several ranges is said once. */
function merged(problems: readonly ValueProblem[]): ValueProblem[] {
  const byText = new Map<string, ValueProblem>();
  for (const problem of problems) {
    const key = [problem.table, problem.column, problem.value, problem.en].join('\n');
    byText.set(key, { ...problem, count: problem.count + (byText.get(key)?.count ?? 0) });
  }
  return [...byText.values()];
}
