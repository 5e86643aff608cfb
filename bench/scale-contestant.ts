/**
 * One contestant of bench/scale.ts in a process of its own: eight rules of Ruyuan over a registry, from Parquet to Parquet with totals.
 *
 * node --conditions=@jingzhun/source bench/scale-contestant.ts own|hand REGISTRY RESULT
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { decidePair } from '../packages/cli/src/roster/engine/decide-pair.ts';
import { ResultFolder } from '../packages/cli/src/roster/engine/result-folder.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016.gen.ts';
import { ruyuan2016Text } from '../packages/rules/src/policies/ruyuan-2016.text.gen.ts';
import { tableColumns } from '../packages/rules/src/sql/index.ts';
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
  for (const table of ['household', 'person'] as const) {
    const file = join(registry, `${table}.parquet`);
    const described = await connection.runAndReadAll(`DESCRIBE FROM '${file}'`);
    const there = new Set(described.getRows().map(([name]) => String(name)));
    // Columns that the registry has not, as somebody would add them.
    const absent = wanted[table]
      .filter(({ name }) => !there.has(name))
      .map(({ name, type }) => `, CAST(NULL AS ${type}) AS ${name}`);
    await connection.run(`CREATE VIEW ${table} AS SELECT *${absent.join('')} FROM '${file}'`);
  }
  for (const [name, sql] of [
    ['household', households?.sql],
    ['person', persons?.sql],
    ['totals', totals?.sql],
  ])
    await connection.run(`COPY (${sql}) TO '${join(out, `${name}.parquet`)}' (FORMAT parquet, COMPRESSION zstd)`);
}
