/** A connection to a database, whichever it is. */
export interface SqlSession {
  /** Runs a statement and gives its rows. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
}

/** The first row of a query, as numbers. */
export const numbers = async (session: SqlSession, sql: string): Promise<number[]> =>
  ((await session.rows(sql))[0] ?? []).map(Number);

export const sqlText = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
