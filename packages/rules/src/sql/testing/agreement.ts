import type { Case } from '@jingzhun/schemas';
import { assess } from '../../decide/assess.ts';
import type { Dates } from '../../decide/question.ts';
import type { Policy } from '../../model/policy.ts';
import { statusCodes } from '../rule.ts';
import { type SqlOptions, toSql } from '../to-sql.ts';
import { caseRows, tabular } from './case-rows.ts';
import { loaded } from './in-duckdb.ts';

export interface Agreement {
  readonly compared: number;
  readonly differences: readonly string[];
}

/** Runs the SQL of a policy over cases in DuckDB and compares every status and amount with `assess`. */
export async function agreement(
  policy: Policy,
  cases: readonly Case[],
  dates: Dates,
  facts: SqlOptions['facts'] = {},
): Promise<Agreement> {
  const tables = cases.map((each) => tabular(policy, each));
  const connection = await loaded(caseRows(policy, tables));
  const { statements, rules } = toSql(policy, { ...dates, dialect: 'duckdb', form: 'rows', facts });
  const codes = new Map(rules.map((each) => [each.rule, each]));
  const found = new Map<string, string>();
  for (const { sql } of statements) {
    const reader = await connection.runAndReadAll(sql);
    for (const [id, member, rule, status, amount] of reader.getRows()) {
      const key = `${id} ${member} ${rule}`;
      found.set(key, found.has(key) ? 'twice' : `${status} ${amount}`);
    }
  }
  connection.closeSync();
  const differences: string[] = [];
  let compared = 0;
  tables.forEach((each, id) => {
    for (const { rule, member, status, amount } of assess(policy, { ...facts, ...each }, dates)) {
      const code = codes.get(rule);
      if (code === undefined) continue;
      compared++;
      const key = `${id} ${member} ${code.code}`;
      const expected = `${statusCodes[status]} ${amount === null ? null : Math.round(amount * (code.scale ?? 1))}`;
      if (found.get(key) !== expected && differences.length < 20) {
        differences.push(
          `${policy.id} ${rule} of household ${id}, member ${member}: ${expected}, in SQL ${found.get(key)}\n${JSON.stringify(each)}`,
        );
      }
      found.delete(key);
    }
  });
  if (found.size > 0) differences.push(`${found.size} rows that nobody expects`);
  return { compared, differences };
}
