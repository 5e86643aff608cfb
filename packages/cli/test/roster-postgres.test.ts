import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Policy } from '@jingzhun/rules';
import { tableColumns, toSql } from '@jingzhun/rules/sql';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { startPrivatePostgres } from '../../../scripts/agreement/private-postgres.ts';
import { embedded } from '../src/policies.gen.ts';
import { type Answers, inMemory, keyOf, writePair } from '../src/roster/engine/testing/random-pair.ts';
import { query } from './duckdb-query.ts';
import { jingzhun, policies, sample } from './run-jingzhun.ts';

const root = mkdtempSync(join(tmpdir(), 'jingzhun-roster-postgres-'));
const server = await startPrivatePostgres();
const url = `postgres:///postgres?user=postgres&host=${encodeURIComponent(server?.folder ?? '')}`;
const psql = (script: string): Promise<string> => server?.psql(script) ?? Promise.resolve('');
afterAll(async () => {
  await server?.stop();
  rmSync(root, { recursive: true });
});

const on = ['--engine', 'postgres', '--connection', url] as const;
const decide = (from: string, out: string, ...more: readonly string[]) =>
  sample('roster', [from, ...on, '--out', out, ...more]);
const isThere = async (schema: string): Promise<boolean> =>
  (await psql(`SELECT count(*) FROM pg_namespace WHERE nspname = '${schema}';`)) === '1';

/** Puts the tables of a folder into a schema. */
async function load(folder: string, schema: string, policy: Policy): Promise<void> {
  const script = [`CREATE SCHEMA ${schema};`];
  for (const level of ['household', 'person'] as const) {
    const from = `'${join(folder, level)}.parquet'`;
    const types = new Map(tableColumns(policy, { dialect: 'postgres' })[level].map(({ name, type }) => [name, type]));
    const columns = (await query(`DESCRIBE FROM ${from}`)).map(({ column_name }) => String(column_name));
    const cells = columns.map((name) =>
      types.get(name)?.endsWith('[]') ? `'{' || array_to_string("${name}", ',') || '}'` : `"${name}"`,
    );
    const csv = join(server?.folder ?? '', `${schema}-${level}.csv`);
    await query(`COPY (SELECT ${cells.join(', ')} FROM ${from}) TO '${csv}' (FORMAT csv, HEADER, NULLSTR '\\N')`);
    const typed = columns.map((name) => `"${name}" ${types.get(name) ?? (name === 'person_id' ? 'text' : 'bigint')}`);
    script.push(
      `CREATE TABLE ${schema}.${level} (${typed.join(', ')});`,
      `\\copy ${schema}.${level} FROM '${csv}' WITH (FORMAT csv, HEADER, NULL '\\N')`,
    );
  }
  await psql(script.join('\n'));
}

const title = server === undefined ? 'roster in PostgreSQL (not run: it is not installed)' : 'roster in PostgreSQL';

describe.skipIf(server === undefined)(title, () => {
  test.each(['ruyuan-2016', 'huadu-2016'])(
    'says of every household under %s what the roster in memory says',
    async (id) => {
      const policy = (await embedded[id]?.policy()) as Policy;
      const folder = await writePair(root, policy, 150, 'ORDER BY household_id');
      const [schema, out] = [`in_${id.slice(0, 3)}`, `out_${id.slice(0, 3)}`];
      await load(folder, schema, policy);
      const ask = async (...args: readonly string[]) => {
        const run = await jingzhun(['roster', ...args, '--policy', id, '--on', '2017-09-01', '--json']);
        expect(run).toMatchObject({ code: 0, err: '' });
        return JSON.parse(run.out);
      };
      const own = await ask(schema, ...on, '--out', out);
      const other = await ask(folder, '--out', join(root, `${id}.csv`));
      const told = (summary: { measures: { missing: unknown }[] }) =>
        summary.measures.map(({ missing: _, ...measure }) => measure);
      expect(told(own)).toEqual(told(other));
      for (const name of ['policy', 'on', 'households', 'persons', 'rowsLeftOut', 'problems', 'totals'])
        expect(own[name]).toEqual(other[name]);
      expect(own).toMatchObject({ engine: 'postgres', format: 'PostgreSQL', households: 150, out });

      const { rules } = toSql(policy, { on: '2017-09-01', dialect: 'postgres', form: 'wide' });
      const wanted = await inMemory(folder, policy, '2017-09-01', rules);
      const answers: Answers = {};
      for (const level of ['household', 'person'] as const) {
        const rows = (await psql(`SELECT row_to_json(r) FROM ${out}.${level} AS r;`)).split('\n');
        for (const row of rows.map((line) => JSON.parse(line)))
          for (const { code, column } of rules.filter((rule) => rule.level === level))
            answers[keyOf(row.household_id, row.member, code)] =
              `${row[`${column}_status`]} ${row[`${column}_amount`] ?? null}`;
      }
      const keys = [...new Set([...Object.keys(wanted), ...Object.keys(answers)])];
      const differences = keys.filter((key) => wanted[key] !== answers[key]);
      expect(differences.slice(0, 10).map((key) => `${key}: ${wanted[key]}, in PostgreSQL ${answers[key]}`)).toEqual(
        [],
      );
      expect(keys.length).toBeGreaterThan(150 * 5);

      const names = await psql(`SELECT string_agg(name, ' ' ORDER BY status) FROM ${out}.statuses;`);
      expect(names).toBe('unmet met unknown not-applicable not-in-force');
      expect(await psql(`SELECT columns_begin_with FROM ${out}.rules ORDER BY rule;`)).toBe(
        rules.map(({ column }) => column).join('\n'),
      );
    },
  );

  test('takes what cannot be used as unknown, and leaves out who stands there twice', async () => {
    await psql(`CREATE SCHEMA faults;
      CREATE TABLE faults.household (household_id text, registered boolean, housing_danger_level char(4), per_capita_disposable_income numeric, remark text);
      INSERT INTO faults.household VALUES ('1', true, 'D', 3600, 'x'), ('2', true, 'X', 1e15, 'x'), ('3', true, '', 'NaN', 'x'),
        ('4', true, 'D', 1.005, 'x'), ('5', true, 'D', 1, 'x'), ('5', true, 'D', 1, 'x'), (NULL, true, 'D', 1, 'x');
      CREATE TABLE faults.person (household_id bigint, person_id int, school_stage varchar(20));
      INSERT INTO faults.person VALUES (1, 1, '小学'), (1, 2, 'primary'), (2, 3, '幼教'), (9, 4, 'primary'), (3, 5, 'none'), (3, 5, 'none');`);
    const errors = join(root, 'errors.csv');
    const run = await decide('faults', 'faults_out', '--errors', errors, '--lang', 'en');
    expect(run).toMatchObject({
      code: 0,
      out: expect.stringContaining('PostgreSQL; 4 households, 4 persons decided; 2 rows left out; 8 problems'),
      err: expect.stringContaining('household.remark'),
    });
    const lines = readFileSync(errors, 'utf8').trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',').slice(0, 4).join(' ')).toSorted()).toEqual([
      'household household_id  1',
      'household household_id  1',
      'household housing_danger_level X 1',
      'household per_capita_disposable_income  1',
      'household per_capita_disposable_income  1',
      'household per_capita_disposable_income  1',
      'person person_id  1',
      'person school_stage 幼教 1',
    ]);
    expect(await psql('SELECT household_id FROM faults_out.household ORDER BY 1;')).toBe('1\n2\n4\n9');
    expect(await psql("SELECT member, person_id FROM faults_out.person WHERE household_id = '1' ORDER BY 1;")).toBe(
      '0|1\n1|2',
    );
  });

  test('refuses a schema that is there, tables that are not, and types that are others', async () => {
    const made = await sample('sql', ['--dialect', 'postgres', '--tables']);
    await psql(`CREATE SCHEMA made; SET search_path = made; ${made.out}; CREATE SCHEMA taken; CREATE TABLE taken.own (x int);
      CREATE SCHEMA typed; CREATE TABLE typed.household (household_id int, registered text);
      CREATE TABLE typed.person (household_id int, member text);`);
    expect(await decide('made', 'taken')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('已有模式') });
    expect(await psql('SELECT count(*) FROM taken.own;')).toBe('0');
    expect(await decide('made', 'made')).toMatchObject({ code: 2, err: expect.stringContaining('made') });
    expect(await decide('nowhere', 'none')).toMatchObject({
      code: 2,
      err: expect.stringContaining('nowhere.household'),
    });
    const wrong = await decide('typed', 'none');
    expect(wrong.code).toBe(2);
    expect(wrong.err.trim().split('\n')).toEqual([
      expect.stringContaining('typed.household.registered'),
      expect.stringContaining('typed.person.member'),
    ]);
    expect(await decide('made', 'no.csv')).toMatchObject({ code: 2, err: expect.stringContaining('--out') });
    expect(await isThere('none')).toBe(false);
    expect(await decide('made', 'empty')).toMatchObject({ code: 0, out: expect.stringContaining('判定 0 户、0 人') });
  });

  test.each([
    ['a server that is not there', 'postgres://me:Geheim7@127.0.0.1:9/none'],
    ['a database that is not there', `${url.replace('/postgres?', '/none?')}&password=Geheim7`],
    ['what is no connection', 'postgres://me:Geheim7/8@:x/none'],
    ['another way to write one', 'host=localhost password=Geheim7'],
  ])('refuses %s, without a password in what it says', async (_, connection) => {
    const run = await sample('roster', ['made', '--engine', 'postgres', '--connection', connection, '--out', 'none']);
    expect(run).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/连不上 PostgreSQL.* \| cannot connect/),
    });
    expect(run.err).not.toContain('Geheim');
  });

  test.each([
    ['its connection is ended', 2, '没有写入任何结果', 'SELECT pg_terminate_backend(pid)'],
    ['it gets SIGINT', 130, '', undefined],
  ])('leaves nothing behind when %s in the middle', async (_, code, says, sql) => {
    const [client, watcher] = [new pg.Client(url), new pg.Client(url)];
    await Promise.all([client.connect(), watcher.connect()]);
    try {
      const out = `ended_${code}`;
      await client.query(`CREATE SCHEMA busy${code}; CREATE TABLE busy${code}.household (household_id int);
        CREATE TABLE busy${code}.person (household_id int); INSERT INTO busy${code}.household VALUES (1);`);
      // It waits for the table when the schema of the result is already made.
      await client.query(`BEGIN; LOCK TABLE busy${code}.person`);
      const args = ['roster', `busy${code}`, ...on, '--policy', 'sample-2020', '--on', '2020-09-01'];
      const errors = join(root, 'ended.csv');
      const child = spawn(process.execPath, [bin, ...args, '--policies', policies, '--out', out, '--errors', errors]);
      const [told, err] = [text(child.stdout), text(child.stderr)];
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      const backends = (then: string) =>
        watcher.query(`${then} FROM pg_stat_activity WHERE application_name = 'jingzhun' AND wait_event_type = 'Lock'`);
      while ((await backends('SELECT pid')).rows.length === 0 && child.exitCode === null) await pause(5);
      if (sql === undefined) child.kill('SIGINT');
      else await backends(sql);
      expect(await ended).toBe(code);
      expect(await told).toBe('');
      expect(await err).toContain(says);
      while ((await backends('SELECT pid')).rows.length > 0) await pause(5);
      await client.query('COMMIT');
      expect(await isThere(out)).toBe(false);
      expect(readdirSync(root).filter((name) => name.includes('ended'))).toEqual([]);
    } finally {
      await Promise.all([client.end(), watcher.end()]);
    }
  });

  test('connects to nothing where the engine is another', async () => {
    const run = await sample('roster', ['x', '--connection', url, '--out', 'y', '--engine', 'duckdb']);
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('--connection') });
  });
});

const bin = fileURLToPath(new URL('../bin/jingzhun.mjs', import.meta.url));
