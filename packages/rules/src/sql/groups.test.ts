import type { Case, JingzhunError } from '@jingzhun/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruyuan2016 } from '../policies/ruyuan-2016/1.0.0.gen.ts';
import { dialects } from './dialects.ts';
import { impactSql, type ImpactSide as Side } from './impact.ts';
import type { ImpactOptions, SqlOptions } from './options.ts';
import { caseRows } from './testing/case-rows.ts';
import { columnsIn, loaded } from './testing/in-duckdb.ts';
import { toSql } from './to-sql.ts';

const question: SqlOptions = { on: '2017-09-01', dialect: 'duckdb', form: 'totals' };
const sqlOf = (options: Partial<SqlOptions>): string =>
  toSql(ruyuan2016, { ...question, ...options }).statements[0]?.sql ?? '';

const student = { schoolStage: 'undergraduate', studiesFullTime: true } as const;
const household = (type: 'dibao' | 'general' | undefined, more: object): Case => ({
  household: { ...(type && { type }), registered: true, members: [], ...more },
});
/** Synthetic (合成) households of two types, and of one that is not known. */
const cases: readonly Case[] = [
  household('dibao', { members: [student, { schoolStage: 'primary' }] }),
  household('dibao', { housing: { needsRenovation: true, work: 'repair' }, members: [{}] }),
  household('general', { members: [student] }),
  household('general', { registered: null, housing: { needsRenovation: true, work: 'new-build' } }),
  household(undefined, { members: [student, {}] }),
];

type Row = Readonly<Record<string, unknown>>;

let connection: Awaited<ReturnType<typeof loaded>>;
beforeAll(async () => {
  connection = await loaded(caseRows(ruyuan2016, cases));
});
afterAll(() => connection.closeSync());

async function rowsOf(sql: string): Promise<Row[]> {
  const columns = Object.entries(await columnsIn(connection, sql));
  const [, first = []] = columns[0] ?? [];
  return first.map((_, row) => Object.fromEntries(columns.map(([name, values]) => [name, values[row]])));
}

const byRule = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => Number(a.rule) - Number(b.rule));

const impactOf = (options: Omit<ImpactOptions, 'dialect'>): string => {
  const [before, after] = ['2016-12-31', '2019-01-01'].map((on) => ({ policy: ruyuan2016, on })) as [Side, Side];
  return impactSql(before, after, { dialect: 'duckdb', ...options }).statements[0]?.sql ?? '';
};

describe.each<[string, (options: Omit<ImpactOptions, 'dialect'>) => string]>([
  ['totals', sqlOf],
  ['the impact of a change', impactOf],
])('%s by a column of the households', (_, written) => {
  it.each(['dibao', 'general', null])('is that of the households that have it: %s', async (type) => {
    const all = await rowsOf(written({ by: 'type' }));
    const own = all.filter(({ by_value }) => by_value === type).map(({ by_value, ...row }) => row);
    const is = type === null ? 'IS NULL' : `= '${type}'`;
    await connection.run(`CREATE OR REPLACE VIEW some_households AS SELECT * FROM household WHERE type ${is}`);
    await connection.run(
      'CREATE OR REPLACE VIEW some_persons AS SELECT * FROM person WHERE household_id IN (SELECT household_id FROM some_households)',
    );
    const tables = { household: 'some_households', person: 'some_persons' };
    expect(byRule(own)).toEqual(byRule(await rowsOf(written({ tables }))));
    expect(own.length).toBeGreaterThan(50);
    expect(new Set(own.map(({ asked }) => asked)).size).toBeGreaterThan(1);
  });
});

describe('groups', () => {
  it('name a column of the user’s own, which no column that is worked out is called', () => {
    const rules = ['ruyuan.housing.new-build-10000'];
    const sql = sqlOf({ by: 'registered_known', rules });
    expect(sql).toMatch(/GROUP BY registered_known$/m);
    expect(sql).toContain(' AS registered_known_2');
  });

  it.each(Object.keys(dialects) as (keyof typeof dialects)[])('put the value before the rule in %s', (dialect) => {
    const sql = sqlOf({ by: 'county', dialect });
    expect(sql.match(/^SELECT by_value, /gm)).toHaveLength(2);
  });

  it.each<[string, Partial<SqlOptions>, string]>([
    ['what is no name', { by: 'type; DROP TABLE household' }, 'wrong-column by'],
    ['reasons beside it', { by: 'type', reasons: true, form: 'wide' }, 'wrong-column by'],
    ['another form', { by: 'type', form: 'rows' }, 'wrong-form form'],
  ])('refuse %s', (_, options, told) => {
    let error: JingzhunError | undefined;
    try {
      sqlOf(options);
    } catch (thrown) {
      error = thrown as JingzhunError;
    }
    expect(error?.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([told]);
  });
});
