import { mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assess, type Policy } from '@jingzhun/rules';
import { type RuleCode, tableColumns } from '@jingzhun/rules/sql';
import { vocabulary } from '@jingzhun/schemas';
import { randomHouseholds } from '../../../../../../bench/random-households.ts';
import { caseRows, tabular } from '../../../../../rules/src/sql/testing/case-rows.ts';
import { loaded } from '../../../../../rules/src/sql/testing/in-duckdb.ts';
import { openPair } from '../../parquet-source.ts';
import { RosterBuilder } from '../../roster-builder.ts';

/** Random households as typed tables. A household's id is its place. */
export async function writePair(root: string, policy: Policy, count: number, how: string): Promise<string> {
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

/** Status and amount by household, member and rule. */
export type Answers = Record<string, string>;

/** What the roster in memory reads, decided one by one. */
export async function inMemory(
  folder: string,
  policy: Policy,
  on: string,
  rules: readonly RuleCode[],
): Promise<Answers> {
  const source = await openPair(folder, dirname(folder));
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
      answers[keyOf(household.id, member, code.code)] = `${statuses.indexOf(status)} ${steps}`;
    }
  }
  return answers;
}

/** @param member none of an answer about the household. */
export const keyOf = (household: unknown, member: unknown, code: number): string =>
  `${household} ${member ?? -1} ${code}`;
