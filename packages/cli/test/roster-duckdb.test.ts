import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { makeRegistry } from '../../../bench/registry/make-registry.ts';
import { query } from './duckdb-query.ts';
import { jingzhun, policies, sample } from './run-jingzhun.ts';

const root = mkdtempSync(join(tmpdir(), 'jingzhun-duckdb-'));
afterAll(() => rmSync(root, { recursive: true }));
const folderOfOwn = () => mkdtempSync(join(root, 'r-'));

/** A pair of tables; the third person's household is in the other table, the fourth person's is not. */
async function pairIn(folder: string, { stage = "'primary'", again = '' } = {}): Promise<string> {
  const pair = join(folder, 'registry');
  mkdirSync(pair);
  await query(
    `copy (from (values ('9902', true, null, 4200.5::decimal(18,2), 'x'), ('9901', true, 'D', 3600, 'x'), ('9903', true, null, null, 'x'))
      as t(household_id, registered, housing_danger_level, per_capita_disposable_income, remark)) to '${pair}/household.parquet'`,
    `copy (from (values ('9902', '990201', 0, 'head', null), ('9901', '990102', 1, 'son', ${stage}), ('9901', '990101', 0, 'head', 'none'),
      ('9909', '990901', 0, 'head', 'primary')${again}) as t(household_id, person_id, member, relation, school_stage)) to '${pair}/person.parquet'`,
  );
  return pair;
}

const statuses = ['unmet', 'met', 'unknown', 'not-applicable', 'not-in-force'];

describe('roster in DuckDB', () => {
  test('sums up what the roster in memory sums up', async () => {
    const folder = folderOfOwn();
    const registry = join(folder, 'registry');
    await makeRegistry({ households: 800, seed: 3, out: registry, format: 'parquet', patterns: 1 });
    const ask = async (policy: string, ...more: readonly string[]) => {
      const run = await jingzhun(['roster', registry, '--policy', policy, '--on', '2017-09-01', '--json', ...more]);
      expect(run.code).toBe(0);
      return JSON.parse(run.out);
    };
    for (const policy of ['ruyuan-2016', 'huadu-2016']) {
      const inMemory = await ask(policy, '--out', join(folder, `${policy}.csv`));
      const inDuckDb = await ask(policy, '--engine', 'duckdb', '--out', join(folder, policy));
      const told = (summary: { measures: { missing: unknown }[] }) =>
        summary.measures.map(({ missing: _, ...measure }) => measure);
      expect(told(inDuckDb)).toEqual(told(inMemory));
      for (const name of ['policy', 'on', 'households', 'persons', 'rowsLeftOut', 'problems', 'totals'])
        expect(inDuckDb[name]).toEqual(inMemory[name]);
      expect(inDuckDb.measures.length).toBeGreaterThan(10);
    }
  });

  test.each([
    ['household_id', "('9901'), ('9901'), ('9902')"],
    ['household_id, remark', "('9901', 'x'), ('9901', 'y'), ('9902', 'z')"],
  ])('counts persons of whom nothing is known as the roster in memory does: %s', async (columns, persons) => {
    const folder = folderOfOwn();
    await query(
      `copy (from (values ('9901', true), ('9902', true), ('9903', true)) as t(household_id, registered)) to '${folder}/household.parquet'`,
      `copy (from (values ${persons}) as t(${columns})) to '${folder}/person.parquet'`,
    );
    for (const [engine, out] of [
      ['memory', 'out.csv'],
      ['duckdb', 'out'],
    ] as const) {
      const run = await sample('roster', [folder, '--engine', engine, '--out', join(folder, out), '--json']);
      expect(run.code).toBe(0);
      expect(JSON.parse(run.out)).toMatchObject({ households: 3, persons: 3, rowsLeftOut: 0, problems: 0 });
    }
  });

  test('writes a file of each table and the dictionary, and nothing else', async () => {
    const folder = folderOfOwn();
    const out = join(folder, 'result');
    const pair = await pairIn(folder);
    const run = await sample('roster', [pair, '--engine', 'duckdb', '--out', out]);
    expect(run).toMatchObject({
      code: 0,
      out: expect.stringContaining('判定 4 户、4 人'),
      err: expect.stringContaining('household.remark'),
    });
    expect(readdirSync(folder).sort()).toEqual(['registry', 'result']);
    expect(readdirSync(out).sort()).toEqual(['household', 'person', 'rules.parquet', 'statuses.parquet']);
    const [household] = await query(`select * from '${out}/household/*.parquet' where household_id = '9901'`);
    const rules = await query(`from '${out}/rules.parquet' order by rule`);
    const names = await query(`from '${out}/statuses.parquet' order by status`);
    expect(names.map(({ name }) => name)).toEqual(statuses);
    const housing = rules.find(({ id }) => id === 'sample.aid.housing');
    expect(housing).toMatchObject({ asked_of: 'household', unit: 'yuan', amount_scale: 100 });
    expect(household?.[`${housing?.columns_begin_with}_status`]).toBe(1);
    expect(household?.[`${housing?.columns_begin_with}_amount`]).toBe('2000000');
    // An earlier result is replaced, anything else is not.
    expect((await sample('roster', [pair, '--engine', 'duckdb', '--out', out])).code).toBe(0);
    expect(await sample('roster', [pair, '--engine', 'duckdb', '--out', pair])).toMatchObject({ code: 2 });
    expect(readdirSync(pair).sort()).toEqual(['household.parquet', 'person.parquet']);
  });

  test('takes what cannot be read as unknown, and says column, value and count', async () => {
    const folder = folderOfOwn();
    const [out, errors] = [join(folder, 'result'), join(folder, 'errors.csv')];
    const pair = await pairIn(folder, { stage: "'幼教'" });
    await query(
      `copy (select * replace (case household_id when '9903' then -1e13 else per_capita_disposable_income end as per_capita_disposable_income)
        from '${pair}/household.parquet') to '${pair}/again.parquet'`,
      `copy (from '${pair}/again.parquet') to '${pair}/household.parquet'`,
    );
    rmSync(join(pair, 'again.parquet'));
    const run = await sample('roster', [pair, '--engine', 'duckdb', '--out', out, '--errors', errors, '--lang', 'en']);
    expect(run).toMatchObject({ code: 0, out: expect.stringContaining('2 problems') });
    const lines = readFileSync(errors, 'utf8').trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',').slice(0, 4))).toEqual([
      ['household', 'per_capita_disposable_income', '', '1'],
      ['person', 'school_stage', '幼教', '1'],
    ]);
    expect(lines[1]).toContain('the cell counts as unknown');
  });

  test('leaves out households of which somebody stands there twice', async () => {
    const folder = folderOfOwn();
    const pair = await pairIn(folder, {
      again: ", ('9901', '990102', 2, 'son', 'primary'), (null, '990000', 0, 'head', 'none')",
    });
    const run = await sample('roster', [pair, '--engine', 'duckdb', '--out', join(folder, 'result'), '--json']);
    const inMemory = await sample('roster', [pair, '--out', join(folder, 'out.csv'), '--json']);
    const [own, other] = [JSON.parse(run.out), JSON.parse(inMemory.out)];
    expect(own).toMatchObject({ households: 3, persons: 2, rowsLeftOut: 4 });
    expect(own.households).toBe(other.households);
    expect(own.persons).toBe(other.persons);
  });

  test.each([
    ['half of the pair', (pair: string) => rmSync(join(pair, 'person.parquet')), 'person.parquet'],
    ['a table that is cut off', (pair: string) => truncateSync(join(pair, 'person.parquet'), 200), '损坏或不完整'],
    ['a file', (pair: string) => [rmSync(pair, { recursive: true }), writeFileSync(pair, '户编号\n1')], '文件夹'],
  ])('refuses %s and leaves nothing behind', async (_, spoil, says) => {
    const folder = folderOfOwn();
    const pair = await pairIn(folder);
    spoil(pair);
    const run = await sample('roster', [pair, '--engine', 'duckdb', '--out', join(folder, 'result')]);
    expect(run).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) });
    expect(run.err).toContain(' | ');
    expect(readdirSync(folder)).toEqual(['registry']);
  });

  test('refuses an engine that it has not, and a result that is a table', async () => {
    const folder = folderOfOwn();
    const pair = await pairIn(folder);
    const out = join(folder, 'result');
    expect(await sample('roster', [pair, '--engine', 'sqlite', '--out', out])).toMatchObject({
      code: 2,
      err: expect.stringContaining('memory'),
    });
    expect(await sample('roster', [pair, '--engine', 'duckdb', '--out', `${out}.csv`])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Parquet'),
    });
    expect(readdirSync(folder)).toEqual(['registry']);
  });

  test('leaves no half of a folder where it cannot be written', async () => {
    const folder = folderOfOwn();
    const pair = await pairIn(folder);
    // A limit on the size of files stands in for a full disk: writing fails in the same way.
    const args = [bin, 'roster', pair, '--policy', 'sample-2020', '--on', '2020-09-01', '--policies', policies];
    const run = spawnSync(
      'bash',
      [
        '-c',
        'ulimit -f 1; exec "$0" "$@"',
        process.execPath,
        ...args,
        '--engine',
        'duckdb',
        '--out',
        join(folder, 'result'),
      ],
      { encoding: 'utf8' },
    );
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('写入失败');
    expect(readdirSync(folder)).toEqual(['registry']);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind when it gets %s', async (signal) => {
    const folder = folderOfOwn();
    const registry = join(folder, 'registry');
    await makeRegistry({ households: 20_000, seed: 3, out: registry, format: 'parquet', patterns: 1 });
    const child = spawn(process.execPath, [
      ...[bin, 'roster', registry, '--policy', 'sample-2020', '--on', '2020-09-01', '--policies', policies],
      ...['--engine', 'duckdb', '--out', join(folder, 'result')],
    ]);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (!readdirSync(folder).some((name) => name.endsWith('.part')) && child.exitCode === null)
      await new Promise((go) => setTimeout(go, 5));
    child.kill(signal);
    expect(await ended).toBe(130);
    expect(readdirSync(folder)).toEqual(['registry']);
    expect(existsSync(join(folder, 'result'))).toBe(false);
  });
});

const bin = fileURLToPath(new URL('../bin/jingzhun.mjs', import.meta.url));
