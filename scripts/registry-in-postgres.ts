/**
 * Decides a synthetic (合成数据) registry in a PostgreSQL of its own and in DuckDB, and compares what is counted and added up:
 * `pnpm compile && node --conditions=@jingzhun/source scripts/registry-in-postgres.ts [HOUSEHOLDS] [--write]`; exit code 1 where
 * anything differs. `--write` puts it into docs/evidence/postgres.md.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { makeRegistry } from '../bench/registry/make-registry.ts';
import { embedded } from '../packages/cli/src/policies.gen.ts';
import { type Column, columnsOf } from '../packages/rules/src/sql/columns.ts';
import { tableDdl } from '../packages/rules/src/sql/index.ts';
import { startPrivatePostgres } from './agreement/private-postgres.ts';
import { nullText } from './agreement/tables.ts';

const args = process.argv.slice(2);
const households = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 1_000_000);
const seed = 7;
const id = 'ruyuan-2016';
const policy = await (embedded[id] as (typeof embedded)[string]).policy();
const command = fileURLToPath(new URL('../packages/cli/bin/jingzhun.mjs', import.meta.url));
const postgres = await startPrivatePostgres();
if (postgres === undefined) throw new Error('PostgreSQL is not installed');
const { folder, psql, stop } = postgres;
try {
  const registry = join(folder, 'registry');
  const version = (await psql('SHOW server_version;')).split(' ')[0];
  const { persons } = await makeRegistry({ households, seed, out: registry, format: 'parquet' });
  console.log(`${households} households, ${persons} persons, seed ${seed}`);
  await load(registry);
  const url = `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}`;
  const inPostgres = decided('PostgreSQL', ['public', '--engine', 'postgres', '--connection', url, '--out', 'result']);
  const inDuckDb = decided('DuckDB', [registry, '--engine', 'duckdb', '--out', join(folder, 'result')]);
  if (inPostgres.said !== inDuckDb.said) throw new Error(`they differ:\n${inPostgres.said}\n${inDuckDb.said}`);
  console.log('counts and sums are the same');
  if (args.includes('--write')) {
    const number = (value: number): string => value.toLocaleString('en');
    writeFileSync(
      fileURLToPath(new URL('../docs/evidence/postgres.md', import.meta.url)),
      `# A registry in PostgreSQL

\`pnpm compile && node --conditions=@jingzhun/source scripts/registry-in-postgres.ts ${households} --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()},
${cpus().length} cores, Node ${process.versions.node}, PostgreSQL ${version}, load ${loadavg()[1]?.toFixed(1)}.

A synthetic registry (合成数据) of ${number(households)} households and ${number(persons)} persons was loaded into a PostgreSQL of its own and decided by \`jingzhun roster --engine postgres\` and,
from Parquet, by \`--engine duckdb\`. All counts, by rule and status, and all sums are the same. PostgreSQL took ${inPostgres.seconds} s and DuckDB ${inDuckDb.seconds} s, the
command itself and the writing of results included.
`,
    );
  }
} finally {
  await stop();
}

/** Both tables, with the columns that the policy reads and the registry has. */
async function load(registry: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const columns = columnsOf(policy);
  const ids = { household: ['household_id'], person: ['household_id', 'person_id', 'member'] };
  for (const level of ['household', 'person'] as const) {
    const [table, file] = [join(registry, `${level}.parquet`), join(folder, `${level}.csv`)];
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${table}'`);
    const there = new Set(described.getRows().map(([name]) => String(name)));
    const read = columns[level].filter(({ name }) => there.has(name));
    const select = [...ids[level], ...read.map(asCsv)].join(', ');
    await connection.run(
      `COPY (SELECT ${select} FROM '${table}') TO '${file}' (FORMAT csv, HEADER, NULLSTR '${nullText}')`,
    );
    const names = [...ids[level], ...read.map(({ name }) => name)].join(', ');
    const ddl = tableDdl(policy, { dialect: 'postgres' }).find(({ name }) => name === level)?.sql;
    await psql(`${ddl};
\\copy ${level} (${names}) FROM '${file}' WITH (FORMAT csv, HEADER, NULL '${nullText}')
ANALYZE ${level};`);
  }
  connection.closeSync();
}

/** Lists as PostgreSQL writes them. */
function asCsv({ name, type }: Column): string {
  return type.kind === 'list' ? `'{' || array_to_string(${name}, ',') || '}' AS ${name}` : name;
}

/** What the command says, and how long it took. */
function decided(name: string, args: readonly string[]): { said: string; seconds: string } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'roster', ...args, '--policy', id, '--on', '2017-09-01', '--json'],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(stderr);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${name}: ${seconds} s`);
  const { households, persons, rowsLeftOut, problems, measures, totals } = JSON.parse(stdout);
  return { said: JSON.stringify({ households, persons, rowsLeftOut, problems, measures, totals }), seconds };
}
