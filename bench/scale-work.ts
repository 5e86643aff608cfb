import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { decidePair } from '../packages/cli/src/roster/engine/decide-pair.ts';
import { ResultFolder } from '../packages/cli/src/roster/engine/result-folder.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.gen.ts';
import { ruyuan2016Text } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.text.gen.ts';
import { tableColumns } from '../packages/rules/src/sql/index.ts';
import { badValues, type HeldColumn, type SummedRule, sumsOf, wrongKeys } from './careful-by-hand.ts';
import { byHand } from './sql-by-hand.ts';

/** `hand` believes its input; `careful` looks through what the command looks through, and sums up what it sums up. */
export type Who = 'own' | 'careful' | 'hand';

/** What a rule comes to; money in yuan, households only where the contestant counts them. */
export interface RuleTotals {
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly certain: number;
  readonly possible: number;
  readonly households?: number;
}

const on = '2017-09-01';
const [households, persons, totals] = byHand;
const ruleIds = [...(households?.rules ?? []), ...(persons?.rules ?? [])];
/** As they are called by hand, in the order of the ids. */
const summed: Readonly<Record<'household' | 'person', readonly SummedRule[]>> = {
  household: [
    { name: 'income', isGranted: false },
    ...['new_build', 'repair', 'solar'].map((name) => ({ name, isGranted: true })),
  ],
  person: ['university', 'senior', 'basic', 'preschool'].map((name) => ({ name, isGranted: true })),
};

/** Eight rules of Ruyuan over a registry, from Parquet to Parquet with totals, rule by rule. */
export async function work(who: Who, registry: string, out: string): Promise<Readonly<Record<string, RuleTotals>>> {
  return who === 'own' ? ours(registry, out) : written(who, registry, out);
}

/** The rows of a table that a contestant wrote. */
export const rowsOf = (who: Who, out: string, table: 'household' | 'person'): string =>
  `read_parquet('${who === 'own' ? join(out, table, '*.parquet') : join(out, `${table}.parquet`)}')`;

async function ours(registry: string, out: string): Promise<Readonly<Record<string, RuleTotals>>> {
  const result = new ResultFolder(out);
  const question = { policy: ruyuan2016, text: ruyuan2016Text, days: { on }, language: 'en' } as const;
  const { measures, problems } = await decidePair(registry, question, result, { rules: ruleIds });
  if (problems.length > 0) {
    result.discard();
    throw new Error(problems.map(({ table, column, en }) => `${table}.${column}: ${en}`).join('\n'));
  }
  result.publish();
  return Object.fromEntries(
    measures.map(({ rule, findings: { met, unmet, unknown }, households: of, amounts: [amount], asks }) => {
      const { certain = 0, possible = 0 } = amount ?? {};
      return [rule, { met, unmet, unknown, certain, possible, ...(asks === 'person' && { households: of }) }];
    }),
  );
}

async function written(
  who: 'careful' | 'hand',
  registry: string,
  out: string,
): Promise<Readonly<Record<string, RuleTotals>>> {
  mkdirSync(out);
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '3GB', temp_directory: `${out}.tmp` });
  const connection = await instance.connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  try {
    await connection.run('SET preserve_insertion_order = false');
    const wanted = tableColumns(ruyuan2016, { dialect: 'duckdb' });
    const held: Record<'household' | 'person', readonly HeldColumn[]> = { household: [], person: [] };
    for (const table of ['household', 'person'] as const) {
      const file = join(registry, `${table}.parquet`);
      const there = new Set((await rows(`DESCRIBE FROM '${file}'`)).map(([name]) => String(name)));
      held[table] = wanted[table].filter(({ name }) => there.has(name));
      // Columns that the registry has not, as somebody would add them.
      const absent = wanted[table]
        .filter(({ name }) => !there.has(name))
        .map(({ name, type }) => `, CAST(NULL AS ${type}) AS ${name}`);
      await connection.run(`CREATE VIEW ${table} AS SELECT *${absent.join('')} FROM '${file}'`);
    }
    if (who === 'careful') {
      const checks = (['household', 'person'] as const).map((table) => badValues(table, held[table]));
      for (const sql of [...checks, ...wrongKeys]) {
        const counts = (await rows(sql))[0] ?? [];
        if (counts.some((count) => Number(count) !== 0)) throw new Error(`${counts} in ${sql}`);
      }
    }
    const file = (name: string): string => join(out, `${name}.parquet`);
    const write = async (name: string, sql: string | undefined): Promise<void> => {
      await connection.run(`COPY (${sql}) TO '${file(name)}' (FORMAT parquet, COMPRESSION zstd)`);
    };
    await write('household', households?.sql);
    await write('person', persons?.sql);
    if (who === 'hand') {
      await write('totals', totals?.sql);
      const found = await rows(`FROM '${file('totals')}'`);
      return Object.fromEntries(
        found.map((row, place) => {
          const [, , met, unmet, unknown, , , certain, possible] = row.map(Number) as number[];
          return [ruleIds[place], totalsOf([unmet, met, unknown, certain, possible])];
        }),
      );
    }
    const found: [string, RuleTotals][] = [];
    for (const table of ['household', 'person'] as const) {
      const [sums = []] = await rows(sumsOf(file(table), summed[table], table === 'person'));
      const width = sums.length / summed[table].length;
      summed[table].forEach((_, place) => {
        const own = sums.slice(place * width, (place + 1) * width).map(Number);
        found.push([ruleIds[found.length] as string, totalsOf(own)]);
      });
    }
    return Object.fromEntries(found);
  } finally {
    instance.closeSync();
  }
}

function totalsOf([unmet = 0, met = 0, unknown = 0, certain = 0, possible = 0, of]: readonly (number | undefined)[]) {
  const yuan = { certain: certain / 100, possible: possible / 100 };
  return { met, unmet, unknown, ...yuan, ...(of !== undefined && { households: of }) };
}
