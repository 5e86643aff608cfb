/**
 * Asks every way to run the same random policies and the bundled ones about many synthetic (合成数据) households, facts missing at
 * random, and compares all with `assess`. Differences are shrunk and printed. PostgreSQL and Spark are asked where they
 * can be had. SIGTERM ends it and keeps what was compared.
 *
 * `pnpm agreement [households=1000000] [--write] [--workers 2]`; exit code 1 where anything differs.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { version as duckdbVersion } from '@duckdb/node-api';
import { hold, holdAll } from './agreement/hold.ts';
import { startPostgres } from './agreement/postgres.ts';
import { largeQuestions } from './agreement/questions.ts';
import { reportOf } from './agreement/report.ts';
import type { Server } from './agreement/server.ts';
import { startSpark } from './agreement/spark.ts';
import { type Counted, Tallies } from './agreement/tallies.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
const wanted = Number(positionals[0] ?? 1_000_000);
const every = Number(values.workers);

const started = await Promise.all([startPostgres(), startSpark()]);
const servers = started.filter((each) => 'way' in each);
const notRun = started.filter((each) => 'why' in each);
for (const { name, why } of notRun) console.log(`${name}: not run, ${why}`);

const tallies = new Tallies();
let isEnded = false;
let end: () => void = () => {};
const ended = new Promise<void>((resolve) => {
  end = resolve;
});
process.once('SIGTERM', () => {
  isEnded = true;
  end();
});

const workers = Array.from({ length: every }, (_, first) => {
  const worker = new Worker(new URL('agreement/worker.ts', import.meta.url), { workerData: { first, every } });
  worker.on('message', (counted: Counted) => {
    if (isEnded || tallies.households >= wanted) return end();
    tallies.take(counted);
    tell();
  });
  return worker;
});
const own = async (): Promise<void> => {
  for (const asked of largeQuestions()) if (!isEnded) await holdAll(asked, tallies);
};
await Promise.all([ended, own(), ...servers.map(ask)]);
// A thread is not stopped in the midst of a query: DuckDB does not bear it.
await Promise.all(
  workers.map((worker) => {
    const exit = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('end');
    return exit;
  }),
);
await Promise.all(servers.map((server) => server.stop()));

const versions = [
  `Node ${process.versions.node}`,
  `DuckDB ${duckdbVersion().replace(/^v/, '')}`,
  ...servers.map(({ way, version }) => `${way.name} ${version}`),
];
const text = reportOf(tallies, `pnpm agreement ${wanted}`, versions, notRun);
console.log(`\n${text}`);
if (values.write) writeFileSync(fileURLToPath(new URL('../docs/evidence/agreement.md', import.meta.url)), text);
if (tallies.differences > 0) process.exitCode = 1;

/** A database takes its own time over each question. */
async function ask({ way }: Server): Promise<void> {
  for (const { question } of largeQuestions()) {
    if (isEnded) return;
    await hold(way, question, tallies, undefined, 60);
    tell();
  }
}

function tell(): void {
  const households = [...tallies.counted.byWay].map(([name, of]) => `${name} ${of.households.toLocaleString('en')}`);
  const line = `${households.join(', ')} households; ${tallies.differences} differences`;
  process.stdout.write(process.stdout.isTTY ? `\r${line}` : `${line}\n`);
}
