/**
 * Times the SQL of a policy in DuckDB against SQL written by hand for the same answers: some rules of Ruyuan about
 * households and about persons, wide rows and totals. Before anything is timed the answers have to be the same. CPU
 * time in turns on one thread, so that a busy machine slows both; the data is synthetic (合成数据).
 *
 * node --conditions=@jingzhun/source bench/sql.ts [--households 300000] [--rounds 15] [--write]
 *
 * `--write` puts its goals into docs/evidence/benchmarks.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.gen.ts';
import { type Column, columnsOf } from '../packages/rules/src/sql/columns.ts';
import { duckdb } from '../packages/rules/src/sql/duckdb.ts';
import { type SqlOptions, toSql } from '../packages/rules/src/sql/index.ts';
import { type Bar, recordBars } from './bars.ts';
import { type Spread, spreadOf } from './rounds.ts';
import { type ByHand, byHand } from './sql-by-hand.ts';

const { values } = parseArgs({
  options: {
    households: { type: 'string', default: '300000' },
    rounds: { type: 'string', default: '15' },
    write: { type: 'boolean' },
  },
});
const households = Number(values.households);
const rounds = Number(values.rounds);

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
await fill(connection);
const bars: Bar[] = [];
for (const work of byHand) bars.push(await compare(connection, work));
const folder = mkdtempSync(join(tmpdir(), 'jingzhun-bench-'));
for (const { name, form, rules } of byHand.filter(({ form }) => form === 'wide')) {
  bars.push(...(await withReasons(connection, name, { form, rules })));
}
rmSync(folder, { recursive: true });
if (values.write) recordBars('SQL', `pnpm bench:sql --households ${households} --rounds ${rounds} --write`, bars);

async function fill(to: DuckDBConnection): Promise<void> {
  const { household, person } = columnsOf(ruyuan2016);
  const invented = (columns: readonly Column[], first: number): string =>
    columns.map((column, place) => `${inventedValue(column, first + place)} AS "${column.name}"`).join(',\n');
  await to.run(
    `CREATE TABLE household AS SELECT i AS household_id, ${invented(household, 1)} FROM range(${households}) AS rows(i)`,
  );
  await to.run(
    `CREATE TABLE person AS SELECT i // 3 AS household_id, CAST(i AS VARCHAR) AS person_id, i % 3 AS member, ${invented(person, 100)} FROM range(${3 * households}) AS rows(i)`,
  );
}

/** Nine of ten values are known. */
function inventedValue({ type, fact }: Column, seed: number): string {
  const draw = `(hash(i * 1000 + ${seed}) % 1000)`;
  const value = (): string => {
    switch (type.kind) {
      case 'boolean':
        return `${draw} < 700`;
      case 'code': {
        const codes = (fact.codes ?? []).map((code) => `'${code}'`);
        return `list_extract([${codes.join(', ')}], CAST(1 + ${draw} % ${codes.length} AS BIGINT))`;
      }
      case 'number':
        return fact.type === 'year' ? `2014 + ${draw} % 3` : `${draw} * 9`;
      case 'date':
        return `DATE '2016-06-01' + CAST(${draw} AS INTEGER)`;
      case 'list':
        return '[]';
      default:
        return `'x'`;
    }
  };
  return `CASE WHEN hash(i * 77 + ${seed}) % 10 < 9 THEN CAST(${value()} AS ${duckdb.type(type)}) END`;
}

async function compare(to: DuckDBConnection, { name, form, rules, atMost, sql }: ByHand): Promise<Bar> {
  const ours = queryOf({ form, rules });
  await refuseDifferences(to, name, ours, sql);
  const measured = await race(to, name, intoTable(ours), intoTable(sql), `by hand, at most ${atMost}`);
  return { work: `${name} in DuckDB / SQL by hand`, measured, unit: '×', atMost };
}

/** What reasons cost: the same rules with and without them. */
async function withReasons(
  to: DuckDBConnection,
  name: string,
  asked: Pick<SqlOptions, 'form' | 'rules'>,
): Promise<Bar[]> {
  const [bare, why] = [false, true].map((reasons) => queryOf({ ...asked, reasons })) as [string, string];
  await refuseDifferences(to, name, `SELECT COLUMNS(c -> NOT contains(c, '_reasons')) FROM (${why})`, bare);
  const file = (table: string): string => join(folder, `${table}.parquet`);
  for (const table of ['household', 'person']) await to.run(`COPY ${table} TO '${file(table)}' (FORMAT parquet)`);
  const tables = { household: `read_parquet('${file('household')}')`, person: `read_parquet('${file('person')}')` };
  const intoFile = (reasons: boolean): string =>
    `COPY (${queryOf({ ...asked, reasons, tables })}) TO '${file('results')}' (FORMAT parquet)`;
  const said = 'without reasons, at most 1.1';
  const inTable = await race(to, `${name} and reasons`, intoTable(why), intoTable(bare), said);
  const inFile = await race(to, `${name} and reasons, Parquet to Parquet`, intoFile(true), intoFile(false), said);
  const work = `${name} with reasons in DuckDB / without`;
  return [
    { work, measured: inTable, unit: '×', atMost: 1.1 },
    { work: `${work}, Parquet to Parquet`, measured: inFile, unit: '×', atMost: 1.1 },
  ];
}

function queryOf(options: Omit<SqlOptions, 'on' | 'dialect'>): string {
  return toSql(ruyuan2016, { ...options, on: '2017-09-01', dialect: 'duckdb' }).statements[0]?.sql ?? '';
}

function intoTable(sql: string): string {
  return `CREATE OR REPLACE TEMP TABLE results AS ${sql}`;
}

async function refuseDifferences(to: DuckDBConnection, name: string, ours: string, sql: string): Promise<void> {
  const differing = await to.runAndReadAll(
    `SELECT count(*) FROM ((FROM (${ours}) EXCEPT ALL FROM (${sql})) UNION ALL (FROM (${sql}) EXCEPT ALL FROM (${ours}))) AS apart`,
  );
  const apart = Number(differing.getRows()[0]?.[0]);
  if (apart > 0) throw new Error(`${name}: ${apart} rows are not the same`);
}

/** How many times as long the first takes as the second, round by round. */
async function race(to: DuckDBConnection, name: string, ours: string, other: string, than: string): Promise<Spread> {
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = -2; round < rounds; round++) {
    const turns = round % 2 === 0 ? [ours, other] : [other, ours];
    const spent = new Map<string, number>();
    for (const each of turns) spent.set(each, await spentOn(to, each));
    if (round < 0) continue;
    const [own = 0, others = 1] = [spent.get(ours), spent.get(other)];
    ratios.push(own / others);
    times.push(own);
  }
  const measured = spreadOf(ratios);
  const { low, median, high } = measured;
  const each = ((spreadOf(times).median * 1e6) / households).toFixed(0);
  console.log(
    `${name}: ${median.toFixed(2)} × ${than} (${low.toFixed(2)} – ${high.toFixed(2)}); ${each} ns a household`,
  );
  return measured;
}

/** Milliseconds of processor. */
async function spentOn(to: DuckDBConnection, statement: string): Promise<number> {
  const before = process.cpuUsage();
  await to.run(statement);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
