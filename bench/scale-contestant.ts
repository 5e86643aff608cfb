/**
 * One contestant of bench/scale.ts in a process of its own: eight rules of Ruyuan over a registry, from Parquet to Parquet with totals.
 *
 * node --conditions=@jingzhun/source bench/scale-contestant.ts own|hand|careful REGISTRY RESULT
 *
 * `hand` believes its input; `careful` looks through what the command looks through, and sums up what it sums up.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { decidePair } from '../packages/cli/src/roster/engine/decide-pair.ts';
import { ResultFolder } from '../packages/cli/src/roster/engine/result-folder.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.gen.ts';
import { ruyuan2016Text } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.text.gen.ts';
import { tableColumns } from '../packages/rules/src/sql/index.ts';
import { badValues, type HeldColumn, sumsOf, wrongKeys } from './careful-by-hand.ts';
import { byHand } from './sql-by-hand.ts';

const [contestant, registry = '', out = ''] = process.argv.slice(2);
const on = '2017-09-01';
const [households, persons, totals] = byHand;

if (contestant === 'own') {
  const result = new ResultFolder(out);
  const rules = [...(households?.rules ?? []), ...(persons?.rules ?? [])];
  const question = { policy: ruyuan2016, text: ruyuan2016Text, days: { on }, language: 'en' } as const;
  await decidePair(registry, question, result, { rules });
  result.publish();
} else {
  mkdirSync(out);
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '3GB', temp_directory: `${out}.tmp` });
  const connection = await instance.connect();
  await connection.run('SET preserve_insertion_order = false');
  const wanted = tableColumns(ruyuan2016, { dialect: 'duckdb' });
  const held: Record<'household' | 'person', readonly HeldColumn[]> = { household: [], person: [] };
  for (const table of ['household', 'person'] as const) {
    const file = join(registry, `${table}.parquet`);
    const described = await connection.runAndReadAll(`DESCRIBE FROM '${file}'`);
    const there = new Set(described.getRows().map(([name]) => String(name)));
    held[table] = wanted[table].filter(({ name }) => there.has(name));
    // Columns that the registry has not, as somebody would add them.
    const absent = wanted[table]
      .filter(({ name }) => !there.has(name))
      .map(({ name, type }) => `, CAST(NULL AS ${type}) AS ${name}`);
    await connection.run(`CREATE VIEW ${table} AS SELECT *${absent.join('')} FROM '${file}'`);
  }
  if (contestant === 'careful') {
    for (const table of ['household', 'person'] as const) await nothingIn(badValues(table, held[table]));
    for (const sql of wrongKeys) await nothingIn(sql);
  }
  await write('household', households?.sql);
  await write('person', persons?.sql);
  if (contestant === 'careful') {
    const ofHouseholds = sumsOf(file('household'), ['new_build', 'repair', 'solar'], false);
    const income = 'sum(CASE WHEN income = 1 THEN 1 ELSE 0 END), sum(CASE WHEN income = 0 THEN 1 ELSE 0 END), count(*)';
    await connection.runAndReadAll(ofHouseholds.replace('SELECT ', `SELECT ${income}, `));
    await connection.runAndReadAll(sumsOf(file('person'), ['university', 'senior', 'basic', 'preschool'], true));
  } else await write('totals', totals?.sql);

  function file(name: string): string {
    return join(out, `${name}.parquet`);
  }
  async function write(name: string, sql: string | undefined): Promise<void> {
    await connection.run(`COPY (${sql}) TO '${file(name)}' (FORMAT parquet, COMPRESSION zstd)`);
  }
  async function nothingIn(sql: string): Promise<void> {
    const counts = (await connection.runAndReadAll(sql)).getRows()[0] ?? [];
    if (counts.some((count) => Number(count) !== 0)) throw new Error(`${counts} in ${sql}`);
  }
}
