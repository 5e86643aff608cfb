import type { Case } from '@jingzhun/schemas';
import type { Dates } from '../../decide/question.ts';
import type { Policy } from '../../model/policy.ts';
import { compare } from '../../testing/agreement/answers.ts';
import { byAssess } from '../../testing/agreement/ways.ts';
import type { Facts } from '../options.ts';
import { tabular } from './case-rows.ts';
import { duckdbWay } from './in-duckdb.ts';

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
  const { compared, differences } = compare(question, byAssess(question), await duckdbWay.ask(question));
  return { compared, differences: differences.map((each) => JSON.stringify(each)) };
}
