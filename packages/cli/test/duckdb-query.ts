import { DuckDBInstance } from '@duckdb/node-api';

/** The rows of the last of some statements, run in a database of their own. */
export async function query(...statements: readonly string[]): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    let found: Record<string, unknown>[] = [];
    for (const sql of statements) found = (await connection.runAndReadAll(sql)).getRowObjectsJson() as typeof found;
    return found;
  } finally {
    instance.closeSync();
  }
}
