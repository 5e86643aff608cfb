import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sqlAnswers } from '../../packages/rules/src/sql/testing/sql-answers.ts';
import type { Question } from '../../packages/rules/src/testing/agreement/question.ts';
import { isThere, type NotRun, run, type Server } from './server.ts';
import { Tables } from './tables.ts';

const name = 'Spark';
const pyspark = '4.3.0';

/** Where Spark is installed for these runs alone. */
const installed = fileURLToPath(new URL('../../node_modules/.cache/agreement/spark', import.meta.url));
const session = fileURLToPath(new URL('spark.py', import.meta.url));

/** Spark on this machine alone, with both tables in several parts that do not match each other. */
export async function startSpark(): Promise<Server | NotRun> {
  if (!(await isThere('java', '-version'))) return { name, why: 'Java is not installed' };
  const python = join(installed, 'bin/python');
  if (!(await isThere(python, '-c', 'import pyspark'))) {
    const failed = await install().catch((error: Error) => error.message.split('\n')[0]);
    if (failed !== undefined) return { name, why: `PySpark cannot be installed: ${failed}` };
  }
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-spark-'));
  const spark = spawn(python, [session], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = createInterface({ input: spark.stdout })[Symbol.asyncIterator]();
  const said = async (): Promise<Record<string, string>> => {
    const { value, done } = await answers.next();
    if (done) throw new Error('Spark has ended');
    return JSON.parse(value) as Record<string, string>;
  };
  const { version = '' } = await said();
  const told = async (job: unknown): Promise<void> => {
    spark.stdin.write(`${JSON.stringify(job)}\n`);
    const { error } = await said();
    if (error !== undefined) throw new Error(error);
  };
  return {
    way: { name, ask: (question) => ask(question, folder, told) },
    version,
    stop: async () => {
      spark.stdin.end();
      if (spark.exitCode === null) await new Promise((resolve) => spark.once('exit', resolve));
      rmSync(folder, { recursive: true });
    },
  };
}

async function install(): Promise<undefined> {
  if (!existsSync(join(installed, 'bin/pip'))) {
    mkdirSync(installed, { recursive: true });
    await run('python3', ['-m', 'venv', installed]);
  }
  await run(join(installed, 'bin/pip'), ['install', '--quiet', `pyspark==${pyspark}`]);
}

async function ask(question: Question, folder: string, told: (job: unknown) => Promise<void>) {
  const tables = await Tables.of(question);
  try {
    await tables.toParquet(folder);
    await told({ load: { household: `${folder}/household.parquet`, person: `${folder}/person.parquet` } });
    return await sqlAnswers(question, 'spark', async (statements) => {
      const queries = statements.map((each) => ({ sql: each.sql, to: `${folder}/${each.name}-result` }));
      await told({ queries });
      return Promise.all(queries.map(({ to }) => tables.readParquet(to)));
    });
  } finally {
    tables.close();
  }
}
