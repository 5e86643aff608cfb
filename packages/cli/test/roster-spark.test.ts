import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { makeRegistry } from '../../../bench/registry/make-registry.ts';
import { query } from './duckdb-query.ts';
import { jingzhun, policies, sample } from './run-jingzhun.ts';

const root = mkdtempSync(join(tmpdir(), 'jingzhun-roster-spark-'));
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** A folder with both tables, and beside it a Spark whose `spark-sql` does what a shell is told. */
async function folderOf(script: string): Promise<{ folder: string; registry: string }> {
  const folder = mkdtempSync(join(root, 'f-'));
  const [registry, bin] = [join(folder, 'registry'), join(folder, 'spark', 'bin')];
  mkdirSync(registry);
  mkdirSync(bin, { recursive: true });
  for (const table of ['household', 'person'])
    await query(`copy (select 1 as household_id) to '${join(registry, table)}.parquet'`);
  writeFileSync(join(bin, 'spark-sql'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  vi.stubEnv('SPARK_HOME', join(folder, 'spark'));
  return { folder, registry };
}

const left = (folder: string): string[] => readdirSync(folder).sort();

describe('roster in Spark', () => {
  test('says what is to be installed where there is no Spark', async () => {
    const { folder, registry } = await folderOf('');
    vi.stubEnv('SPARK_HOME', join(folder, 'nowhere'));
    const run = await sample('roster', [registry, '--engine', 'spark', '--out', join(folder, 'result')]);
    expect(run).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/安装 Spark.* \| .*install Spark/) });
    expect(left(folder)).toEqual(['registry', 'spark']);
  });

  test('says what Spark says last where it fails, and leaves nothing behind', async () => {
    const { folder, registry } = await folderOf(
      [
        'for word in "$@"; do [ "$before" = --master ] && echo "master $word" >&2; before=$word; done',
        'echo "26/01/01 00:00:00 WARN of no use" >&2',
        'printf "AnalysisException: what went wrong\\n\\tat org.apache.spark(Here.scala:1)\\n" >&2',
        'exit 3',
      ].join('\n'),
    );
    const args = [registry, '--engine', 'spark', '--connection', 'local[1]', '--out', join(folder, 'result')];
    const run = await sample('roster', args);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('（退出码 3）');
    expect(run.err).toContain('its last lines: master local[1] / AnalysisException: what went wrong\n');
    expect(left(folder)).toEqual(['registry', 'spark']);
  });

  test('ends Spark and leaves nothing behind when it gets SIGINT', async () => {
    const { folder, registry } = await folderOf('echo $$ > "$SPARK_HOME/started"; exec sleep 600');
    const args = ['roster', registry, '--policy', 'sample-2020', '--on', '2020-09-01', '--policies', policies];
    const child = spawn(process.execPath, [bin, ...args, '--engine', 'spark', '--out', join(folder, 'result')]);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (!existsSync(join(folder, 'spark/started')) && child.exitCode === null) await pause(5);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(left(folder)).toEqual(['registry', 'spark']);
  });

  test('refuses half of the pair, and to write where something else stands', async () => {
    const { folder, registry } = await folderOf('exit 9');
    const ask = (out: string) => sample('roster', [registry, '--engine', 'spark', '--out', out]);
    expect(await ask(registry)).toMatchObject({ code: 2, err: expect.stringContaining('--out') });
    rmSync(join(registry, 'person.parquet'));
    expect(await ask(join(folder, 'result'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('person.parquet'),
    });
    expect(left(folder)).toEqual(['registry', 'spark']);
  });
});

const { SPARK_HOME } = process.env;
const title = SPARK_HOME ? 'Spark and DuckDB' : 'Spark and DuckDB (not run: SPARK_HOME is not set)';

describe.skipIf(!SPARK_HOME)(title, { timeout: 600_000 }, () => {
  test('say the same of every household', async () => {
    const folder = mkdtempSync(join(root, 'real-'));
    const registry = join(folder, 'registry');
    await makeRegistry({ households: 200, seed: 5, out: registry, format: 'parquet', patterns: 1 });
    const ask = async (engine: string) => {
      const args = ['--policy', 'huadu-2016', '--on', '2017-09-01', '--json', '--out', join(folder, engine)];
      const run = await jingzhun(['roster', registry, '--engine', engine, ...args]);
      expect(run.code, run.err).toBe(0);
      return { ...JSON.parse(run.out), engine: '', out: '' };
    };
    expect(await ask('spark')).toEqual(await ask('duckdb'));
    for (const table of ['household', 'person']) {
      const [spark, duckdb] = ['spark', 'duckdb'].map((engine) => `'${join(folder, engine, table)}/*.parquet'`);
      expect(await query(`from ${spark} except from ${duckdb}`)).toEqual([]);
      expect(await query(`from ${duckdb} except from ${spark}`)).toEqual([]);
    }
  });
});

const bin = fileURLToPath(new URL('../bin/jingzhun.mjs', import.meta.url));
