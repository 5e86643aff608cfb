import type { DuckDBConnection } from '@duckdb/node-api';
import type { Case } from '@jingzhun/schemas';
import type { Dates } from '../../decide/question.ts';
import type { Policy } from '../../model/policy.ts';
import { compare } from '../../testing/agreement/answers.ts';
import { byAssess } from '../../testing/agreement/ways.ts';
import { dialects } from '../dialects.ts';
import type { Facts } from '../options.ts';
import { type CaseRows, caseRows, tabular } from './case-rows.ts';
import { columnsIn, loaded } from './in-duckdb.ts';
import { type ResultColumns, sqlAnswers } from './sql-answers.ts';

export interface Agreement {
  readonly compared: number;
  readonly differences: readonly string[];
}

/** Runs the SQL of a policy over cases in DuckDB, in every form, and compares all that it says with `assess`. */
export async function agreement(
  policy: Policy,
  cases: readonly Case[],
  dates: Dates,
  facts: Facts = {},
): Promise<Agreement> {
  const question = { name: policy.id, policy, dates, facts, cases: cases.map((each) => tabular(policy, each)) };
  const rows = caseRows(policy, question.cases);
  const answers = await sqlAnswers(question, 'duckdb', (statements) =>
    Promise.all(statements.map(({ sql }) => answerOf(rows, sql))),
  );
  const { compared, differences } = compare(question, byAssess(question), answers);
  return { compared, differences: differences.map((each) => JSON.stringify(each)) };
}

/** What databases with the same rows answered: where a change of the code leaves a statement as it is, it is not run again. */
const answered = new Map<string, Map<string, Promise<ResultColumns>>>();
/** Many tests ask of the same rows. */
let last: { readonly rows: string; readonly connection: Promise<DuckDBConnection> } | undefined;

function answerOf(rows: CaseRows, sql: string): Promise<ResultColumns> {
  const name = nameOf(rows);
  const answers = answered.get(name) ?? new Map<string, Promise<ResultColumns>>();
  answered.set(name, answers);
  const answer = answers.get(sql) ?? connectionTo(rows, name).then((connection) => columnsIn(connection, sql));
  answers.set(sql, answer);
  return answer;
}

function connectionTo(rows: CaseRows, name: string): Promise<DuckDBConnection> {
  if (last?.rows !== name) {
    last?.connection.then((connection) => connection.closeSync());
    last = { rows: name, connection: loaded(rows) };
  }
  return last.connection;
}

const names = new WeakMap<CaseRows, string>();

function nameOf(rows: CaseRows): string {
  const types = Object.values(rows.columns).map((columns) => columns.map(({ type }) => dialects.duckdb.type(type)));
  const name = names.get(rows) ?? JSON.stringify([rows, types]);
  names.set(rows, name);
  return name;
}
