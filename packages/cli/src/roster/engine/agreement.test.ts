import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess, type Policy, type PolicyText } from '@jingzhun/rules';
import { type RuleCode, tableColumns, toSql } from '@jingzhun/rules/sql';
import { vocabulary } from '@jingzhun/schemas';
import { afterAll, describe, expect, it } from 'vitest';
import { randomHouseholds } from '../../../../../bench/random-households.ts';
import { caseRows, tabular } from '../../../../rules/src/sql/testing/case-rows.ts';
import { loaded } from '../../../../rules/src/sql/testing/in-duckdb.ts';
import { embedded } from '../../policies.gen.ts';
import { Database } from '../duckdb.ts';
import { openPair } from '../parquet-source.ts';
import { RosterBuilder } from '../roster-builder.ts';
import { decidePair } from './decide-pair.ts';
import { ResultFolder } from './result-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'jingzhun-engine-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Random households as typed tables. A household's id is its place. */
async function writePair(policy: Policy, count: number, how: string): Promise<string> {
  const folder = mkdtempSync(join(root, 'pair-'));
  const cases = [...randomHouseholds(policy, count, 7)].map((each) => tabular(policy, each));
  const connection = await loaded(caseRows(policy, cases));
  for (const table of ['household', 'person'] as const) {
    // Fields inside records are no columns of rosters, so the roster in memory does not read them.
    const inRecords = tableColumns(policy, { dialect: 'duckdb' })[table].filter(
      ({ fact }) => !(fact.slice(table.length + 1) in vocabulary.entities[table].fields),
    );
    for (const { name } of inRecords) await connection.run(`ALTER TABLE ${table} DROP ${name}`);
    await connection.run(`COPY (FROM ${table} ${how}) TO '${join(folder, table)}.parquet' (ROW_GROUP_SIZE 2048)`);
  }
  connection.closeSync();
  return folder;
}

type Answers = Record<string, string>;

/** What the roster in memory reads, decided one by one. */
async function inMemory(folder: string, policy: Policy, on: string, rules: readonly RuleCode[]): Promise<Answers> {
  const source = await openPair(folder, root);
  let builder: RosterBuilder | undefined;
  await source.read({
    headers: (cells) => {
      builder = new RosterBuilder(cells);
    },
    row: (row) => builder?.add(row),
  });
  source.close();
  const codes = new Map(rules.map((each) => [each.rule, each]));
  const answers: Answers = {};
  const statuses = ['unmet', 'met', 'unknown', 'not-applicable', 'not-in-force'];
  for (const household of builder?.finish().households ?? []) {
    for (const { rule, member, status, amount } of assess(policy, household.case, { on })) {
      const code = codes.get(rule);
      if (code === undefined) continue;
      const steps = amount === null ? null : Math.round(amount * (code.scale ?? 1));
      answers[`${household.id} ${member} ${code.code}`] = `${statuses.indexOf(status)} ${steps}`;
    }
  }
  return answers;
}

async function inDuckDb(out: string, rules: readonly RuleCode[]): Promise<Answers> {
  const database = await Database.open(root);
  const answers: Answers = {};
  try {
    for (const level of readdirSync(out).filter((name) => !name.endsWith('.parquet'))) {
      const found = await database.connection.runAndReadAll(`FROM '${join(out, level)}/*.parquet'`);
      for (const row of found.getRowObjects())
        for (const { code, column, level: own } of rules)
          if (own === level)
            answers[`${row.household_id} ${row.member ?? -1} ${code}`] =
              `${row[`${column}_status`]} ${row[`${column}_amount`] ?? null}`;
    }
  } finally {
    database.close();
  }
  return answers;
}

const questions = [
  ...Object.keys(embedded).map((id) => ({
    id,
    count: 150,
    how: 'ORDER BY hash(household_id)',
    atOnce: 1_000_000,
    ranges: 1,
  })),
  { id: 'huadu-2016', count: 5_000, how: 'ORDER BY household_id', atOnce: 2_000, ranges: 3 },
  { id: 'sichuan-2014', count: 5_000, how: 'ORDER BY hash(household_id)', atOnce: 2_000, ranges: 1 },
];

describe('DuckDB and the roster in memory', () => {
  it.each(questions)('say the same of $count households under $id, $how', { timeout: 120_000 }, async (question) => {
    const { id, count, how, atOnce, ranges } = question;
    const found = embedded[id] as NonNullable<(typeof embedded)[string]>;
    const [policy, text]: [Policy, PolicyText] = [await found.policy(), await found.text()];
    const folder = await writePair(policy, count, how);
    const on = '2017-09-01';
    const result = new ResultFolder(join(folder, 'result'));
    const decided = await decidePair(folder, { policy, text, days: { on }, language: 'zh' }, result, {
      households: atOnce,
    });
    result.publish();
    expect(decided.households).toBe(count);
    const { rules } = toSql(policy, { on, dialect: 'duckdb', form: 'wide' });
    const [own, wanted] = [await inDuckDb(result.path, rules), await inMemory(folder, policy, on, rules)];
    const keys = [...new Set([...Object.keys(wanted), ...Object.keys(own)])];
    const differences = keys.filter((key) => wanted[key] !== own[key]);
    expect(differences.slice(0, 10).map((key) => `${key}: ${wanted[key]}, in DuckDB ${own[key]}`)).toEqual([]);
    expect(keys.length).toBeGreaterThan(count * 5);
    expect(readdirSync(join(result.path, 'household'))).toHaveLength(ranges);
  });
});

describe('a folder of results', () => {
  it('never takes the place of something else', () => {
    const folder = mkdtempSync(join(root, 'taken-'));
    mkdirSync(join(folder, 'own'));
    expect(() => new ResultFolder(folder)).toThrow('something else is there');
    expect(readdirSync(folder)).toEqual(['own']);
  });
});
