import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy, PolicyText } from '@jingzhun/rules';
import { type RuleCode, toSql } from '@jingzhun/rules/sql';
import { afterAll, describe, expect, it } from 'vitest';
import { embedded } from '../../policies.gen.ts';
import { Database } from '../duckdb.ts';
import { decidePair } from './decide-pair.ts';
import { ResultFolder } from './result-folder.ts';
import { type Answers, inMemory, keyOf, writePair } from './testing/random-pair.ts';

const root = mkdtempSync(join(tmpdir(), 'jingzhun-engine-'));
afterAll(() => rmSync(root, { recursive: true }));

async function inDuckDb(out: string, rules: readonly RuleCode[]): Promise<Answers> {
  const database = await Database.open(root);
  const answers: Answers = {};
  try {
    for (const level of readdirSync(out).filter((name) => !name.endsWith('.parquet'))) {
      const found = await database.connection.runAndReadAll(`FROM '${join(out, level)}/*.parquet'`);
      for (const row of found.getRowObjects())
        for (const { code, column, level: own } of rules)
          if (own === level)
            answers[keyOf(row.household_id, row.member, code)] =
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
  it.each(questions)('say the same of $count households under $id, $how', async (question) => {
    const { id, count, how, atOnce, ranges } = question;
    const found = embedded[id] as NonNullable<(typeof embedded)[string]>;
    const [policy, text]: [Policy, PolicyText] = [await found.policy(), await found.text()];
    const folder = await writePair(root, policy, count, how);
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
