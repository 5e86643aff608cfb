/**
 * Asks every way to run the same random policies and the bundled ones about many synthetic (合成数据) households, facts missing at
 * random, and compares all with `assess`. Differences are shrunk and printed. PostgreSQL and Spark are asked where they
 * can be had. SIGTERM ends it after the question in hand.
 *
 * `pnpm agreement [households=1000000] [--write]`; exit code 1 where anything differs.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { duckdbWay } from '../packages/rules/src/sql/testing/in-duckdb.ts';
import { type Answers, compare, type Verdicts, type Way } from '../packages/rules/src/testing/agreement/answers.ts';
import type { Question } from '../packages/rules/src/testing/agreement/question.ts';
import { shrink } from '../packages/rules/src/testing/agreement/shrink.ts';
import { byAssess, decideWay, engineWay, rosterWay } from '../packages/rules/src/testing/agreement/ways.ts';
import { startPostgres } from './agreement/postgres.ts';
import { questions } from './agreement/questions.ts';
import { Report } from './agreement/report.ts';
import { startSpark } from './agreement/spark.ts';

const wanted = Number(process.argv.slice(2).find((each) => /^\d+$/.test(each)) ?? 1_000_000);
const seed = 20_161_129;

const started = await Promise.all([startPostgres(), startSpark()]);
const servers = started.filter((each) => 'way' in each);
const notRun = started.filter((each) => 'why' in each);
for (const { name, why } of notRun) console.log(`${name}: not run, ${why}`);

const report = new Report();
let isEnded = false;
process.once('SIGTERM', () => {
  isEnded = true;
});
try {
  for (const { kind, question, byEngine, byServers } of questions(seed)) {
    if (isEnded || report.households >= wanted) break;
    const reference = byAssess(question);
    report.asked(kind, question, reference);
    const few = firstOf(question, byEngine);
    const many = firstOf(question, byServers);
    await Promise.all([
      ...(byServers > 0 ? servers.map(({ way }) => hold(way, many)) : []),
      ...[decideWay, rosterWay, duckdbWay].map((way) => hold(way, question, reference)),
      hold(engineWay, few),
    ]);
    const done = `${report.households.toLocaleString('en')} households, ${report.differences} differences`;
    process.stdout.write(process.stdout.isTTY ? `\r${done}` : byServers > 0 ? `${done}\n` : '');
  }
} finally {
  await Promise.all(servers.map((server) => server.stop()));
}

const versions = [
  `Node ${process.versions.node}`,
  ...servers.map(({ way, version }) => `${way.name} ${version}`),
  `DuckDB ${await duckdbVersion()}`,
];
const text = report.written(`pnpm agreement ${wanted}`, versions, notRun);
console.log(`\n${text}`);
if (process.argv.includes('--write')) {
  writeFileSync(fileURLToPath(new URL('../docs/evidence/agreement.md', import.meta.url)), text);
}
if (report.differences > 0) process.exitCode = 1;

function firstOf(question: Question, households: number): Question {
  return { ...question, cases: question.cases.slice(0, households) };
}

async function hold(way: Way, question: Question, reference: ReadonlyMap<string, Verdicts> = byAssess(question)) {
  const households = question.cases.length;
  let answers: readonly Answers[];
  try {
    answers = await way.ask(question);
  } catch (error) {
    const said = `${way.name} fails on ${question.name}: ${(error as Error).message}`;
    console.error(said);
    report.note(said);
    report.answered(way.name, { households, compared: 0, partitions: 0, differences: 1 });
    return;
  }
  const { compared, differences } = compare(question, reference, answers);
  const partitions = answers.reduce((sum, { counts }) => sum + (counts?.size ?? 0), 0);
  report.answered(way.name, { households, compared, partitions, differences: differences.length });
  if (differences.length === 0) return;
  const isServer = servers.some((server) => server.way === way);
  const smallest = await shrink(question, way, isServer ? 60 : 1000);
  const { policy, dates, facts, cases } = smallest.question;
  const shown = JSON.stringify(
    { dates, facts, cases, rules: policy.rules, differences: smallest.differences },
    null,
    2,
  );
  const said = `${way.name} differs on ${question.name}`;
  console.error(`${said}:\n${shown}`);
  report.note(`${said}:\n\n\`\`\`json\n${shown}\n\`\`\``);
}

async function duckdbVersion(): Promise<string> {
  const { version } = await import('@duckdb/node-api');
  return version().replace(/^v/, '');
}
