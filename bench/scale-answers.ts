import { isDeepStrictEqual } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { type RuleTotals, rowsOf, type Who } from './scale-work.ts';

/** What a contestant found: of each table how many rows, with a sum over what they hold; and what each rule comes to. */
export interface Found {
  readonly rows: Readonly<Record<'household' | 'person', string>>;
  readonly totals: Readonly<Record<string, RuleTotals>>;
}

export async function foundBy(who: Who, out: string, totals: Found['totals']): Promise<Found> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '3GB' });
  try {
    const connection = await instance.connect();
    const rows = { household: '', person: '' };
    for (const table of ['household', 'person'] as const) {
      const sum = 'count(*), sum(CAST(hash(*COLUMNS(*)) AS HUGEINT))';
      const read = await connection.runAndReadAll(`SELECT ${sum} FROM ${rowsOf(who, out, table)}`);
      rows[table] = (read.getRows()[0] ?? []).join(' rows ');
    }
    return { rows, totals };
  } finally {
    instance.closeSync();
  }
}

/** @throws Error where the rows are not the same, or the totals of a rule that both add up, as far as both count. */
export function refuseOthers(of: string, ours: Found, other: Found): void {
  for (const table of ['household', 'person'] as const)
    if (ours.rows[table] !== other.rows[table])
      throw new Error(`${of}: ${table} rows differ: ${ours.rows[table]}, ${other.rows[table]}`);
  for (const [rule, totals] of Object.entries(other.totals)) {
    const { households, ...counts } = ours.totals[rule] as RuleTotals;
    const same =
      totals.households === undefined ? counts : { ...counts, ...(households !== undefined && { households }) };
    if (!isDeepStrictEqual(same, totals))
      throw new Error(`${of}: ${rule}: ${JSON.stringify(same)}, ${JSON.stringify(totals)}`);
  }
}
