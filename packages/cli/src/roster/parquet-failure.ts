import { JingzhunError } from '@jingzhun/schemas/problem';
import { damagedParquet, databaseFailure } from './duckdb.ts';
import { sqlText } from './sql-session.ts';

/** What else DuckDB says of files that do not hold what their form promises; the SQL that they are read by is always the same. */
const unreadable = /^(?:Invalid|Invalid Input|Serialization|INTERNAL|FATAL) Error/;

/** What DuckDB could not do with Parquet files, in plain words; of several, by the one that is damaged, where that can be told. */
export async function parquetFailure(error: unknown, place: string, files: readonly string[]): Promise<unknown> {
  const failure = databaseFailure(error, place);
  const isDamage =
    failure instanceof JingzhunError
      ? failure.code === 'damaged' && failure.problems.every(({ file }) => file === place)
      : failure instanceof Error && unreadable.test(failure.message);
  if (!isDamage) return failure;
  for (const file of files) if (!(await isReadable(file))) return damagedParquet(file);
  return damagedParquet(place);
}

/** Reads a file from end to end, in a database of its own: one that met a damaged file may not answer any more. */
async function isReadable(file: string): Promise<boolean> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '1GB',
    autoinstall_known_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    await connection.run(`select bit_xor(hash(t)) from read_parquet(${sqlText(file)}) as t`);
    return true;
  } catch {
    return false;
  } finally {
    instance.closeSync();
  }
}
