import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { unusable } from '../unusable.ts';

/** Statements for `spark-sql`. Those that ask have a name, by which their rows are found in what it prints. */
export class SparkScript {
  private readonly statements: string[] = [];

  run(sql: string): void {
    this.statements.push(sql);
  }

  ask(name: string, sql: string): void {
    this.statements.push(`SELECT '${mark}${name}'`, sql);
  }

  get text(): string {
    return this.statements.map((sql) => `${sql};\n`).join('');
  }
}

/** Stands before the rows of a query. */
const mark = 'jingzhun asks ';

/** The rows of each query that asks, by its name. */
export type Answers = ReadonlyMap<string, readonly (readonly string[])[]>;

export function answersIn(output: string): Answers {
  const answers = new Map<string, string[][]>();
  let rows: string[][] = [];
  for (const line of output.split(/\r?\n/)) {
    if (line.startsWith(mark)) {
      rows = [];
      answers.set(line.slice(mark.length), rows);
    } else if (line !== '') rows.push(line.split('\t').map((cell) => cell.trim()));
  }
  return answers;
}

const settings = {
  // A number that is too large ends the query instead of turning into another.
  'spark.sql.ansi.enabled': true,
  'spark.sql.ansi.doubleQuotedIdentifiers': true,
  // Tables are names for this run alone; what stands at their places stays.
  'spark.sql.catalogImplementation': 'in-memory',
  'spark.sql.legacy.allowNonEmptyLocationInCTAS': false,
  'spark.sql.cli.print.header': false,
};

/** Runs statements in Spark, in a folder of its own for what Spark leaves in the folder that it is started in. */
export async function runSpark(script: SparkScript, master: string | undefined, signal: AbortSignal): Promise<Answers> {
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-spark-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, script.text);
    return answersIn(await outputOf(['-f', file], master, folder, signal));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function outputOf(
  args: readonly string[],
  master: string | undefined,
  cwd: string,
  signal: AbortSignal,
): Promise<string> {
  const { SPARK_HOME } = process.env;
  const program = SPARK_HOME ? join(SPARK_HOME, 'bin', 'spark-sql') : 'spark-sql';
  const confs = Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${value}`]);
  const where = master === undefined ? [] : ['--master', master];
  signal.throwIfAborted();
  const spark = spawn(program, [...where, '--name', 'jingzhun', ...confs, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => spark.kill();
  signal.addEventListener('abort', stop);
  try {
    const ended = new Promise<number | null>((resolve, reject) => spark.once('error', reject).once('close', resolve));
    const [code, out, err] = await Promise.all([ended, text(spark.stdout), text(spark.stderr)]);
    signal.throwIfAborted();
    if (code !== 0) throw failed(code, err);
    return out;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? noSpark(program) : error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

const noSpark = (program: string) =>
  unusable(
    'no-spark',
    `没有 ${program}。请安装 Spark 4（需要 Java），并把其 bin 加入 PATH 或设 SPARK_HOME`,
    `there is no ${program}; install Spark 4 (it needs Java) and add its bin to PATH, or set SPARK_HOME`,
    { path: '--engine' },
  );

function failed(code: number | null, err: string) {
  const said = lastLines(err);
  return unusable(
    'spark',
    `Spark 未能完成（退出码 ${code}），其最后几行见后`,
    `Spark could not do it (exit code ${code}); its last lines: ${said}`,
    { path: '--engine' },
  );
}

/** What Spark says whenever it starts, its log, and where in its sources something was. */
const ofNoUse =
  /^\s*$|^\s+(at|Suppressed:|\.\.\.) |\b(WARN|INFO)\b|^WARNING: |^Using Spark's|^To adjust logging|^Spark (Web UI|master)|^Time taken/;

function lastLines(err: string): string {
  const lines = err.split(/\r?\n/).filter((line) => !ofNoUse.test(line));
  return lines.slice(-8).join(' / ').slice(-1500);
}
