import type { DuckDBConnection } from '@duckdb/node-api';
import type { Case } from '@jingzhun/schemas';
import { assess } from '../../decide/assess.ts';
import type { Dates } from '../../decide/question.ts';
import type { Policy } from '../../model/policy.ts';
import type { Facts, Form, RuleCode } from '../options.ts';
import { statusCodes } from '../rule.ts';
import { toSql } from '../to-sql.ts';
import { caseRows, tabular } from './case-rows.ts';
import { loaded } from './in-duckdb.ts';

export interface Agreement {
  readonly compared: number;
  /** At most 20. */
  readonly differences: readonly string[];
}

/** Runs the SQL of a policy over cases in DuckDB, in every form, and compares all that it says with `assess`. */
export async function agreement(
  policy: Policy,
  cases: readonly Case[],
  dates: Dates,
  facts: Facts = {},
): Promise<Agreement> {
  const tables = cases.map((each) => tabular(policy, each));
  const connection = await loaded(caseRows(policy, tables));
  const run = (form: Form) => runForm(connection, policy, { ...dates, facts }, form);
  try {
    const expected = expectedOf(policy, tables, dates, facts, await run('rows').then(({ rules }) => rules));
    const differences = [
      ...compared('row', expected.rows, rowsOf(await run('rows'))),
      ...compared('wide row', expected.rows, wideOf(await run('wide'))),
      ...compared('total', expected.totals, totalsOf(await run('totals'))),
    ];
    return { compared: expected.rows.size, differences: differences.slice(0, 20) };
  } finally {
    connection.closeSync();
  }
}

type Cell = string | number | bigint | null;
interface Found {
  readonly rules: readonly RuleCode[];
  readonly results: readonly (readonly Record<string, Cell>[])[];
}

async function runForm(
  connection: DuckDBConnection,
  policy: Policy,
  options: Dates & { readonly facts: Facts },
  form: Form,
): Promise<Found> {
  const { statements, rules } = toSql(policy, { ...options, dialect: 'duckdb', form });
  const results = [];
  for (const { sql } of statements) {
    const reader = await connection.runAndReadAll(sql);
    results.push(reader.getRowObjects() as Record<string, Cell>[]);
  }
  return { rules, results };
}

type Answers = Map<string, string>;

function rowsOf({ results }: Found): Answers {
  const answers: Answers = new Map();
  for (const { household_id, member, rule, status, amount } of results.flat()) {
    put(answers, `${household_id} ${member} ${rule}`, `${status} ${amount}`);
  }
  return answers;
}

function wideOf({ rules, results }: Found): Answers {
  const answers: Answers = new Map();
  for (const row of results.flat()) {
    for (const { code, column } of rules) {
      const status = row[`${column}_status`];
      if (status === undefined) continue;
      put(answers, `${row.household_id} ${row.member ?? -1} ${code}`, `${status} ${row[`${column}_amount`] ?? null}`);
    }
  }
  return answers;
}

function put(answers: Answers, key: string, answer: string): void {
  answers.set(key, answers.has(key) ? 'more than one' : answer);
}

const totalColumns = ['asked', 'met', 'unmet', 'unknown', 'not_applicable', 'not_in_force', 'certain', 'possible'];

function totalsOf({ results }: Found): Answers {
  return new Map(results.flat().map((row) => [`${row.rule}`, totalColumns.map((name) => row[name]).join(' ')]));
}

function expectedOf(
  policy: Policy,
  cases: readonly Case[],
  dates: Dates,
  facts: Facts,
  rules: readonly RuleCode[],
): { rows: Answers; totals: Answers } {
  const codes = new Map(rules.map((each) => [each.rule, each]));
  const rows: Answers = new Map();
  const sums = new Map<RuleCode, number[]>(rules.map((code) => [code, [0, 0, 0, 0, 0, 0, 0, 0]]));
  cases.forEach((each, id) => {
    for (const { rule, member, status, amount } of assess(policy, { ...facts, ...each }, dates)) {
      const code = codes.get(rule);
      if (code === undefined) continue;
      const steps = amount === null ? null : Math.round(amount * (code.scale ?? 1));
      rows.set(`${id} ${member} ${code.code}`, `${statusCodes[status]} ${steps}`);
      const sum = sums.get(code) as number[];
      const add = (place: number, by: number): void => {
        sum[place] = (sum[place] as number) + by;
      };
      add(0, 1);
      add({ met: 1, unmet: 2, unknown: 3, 'not-applicable': 4, 'not-in-force': 5 }[status], 1);
      if (steps !== null) add(7, steps);
      if (steps !== null && status === 'met') add(6, steps);
    }
  });
  const totals: Answers = new Map();
  for (const [{ code, unit }, sum] of sums)
    totals.set(`${code}`, (unit === null ? [...sum.slice(0, 6), null, null] : sum).join(' '));
  return { rows, totals };
}

function compared(what: string, expected: Answers, found: Answers): string[] {
  const differences: string[] = [];
  for (const [key, answer] of expected) {
    if (found.get(key) !== answer) differences.push(`${what} ${key}: ${answer}, in SQL ${found.get(key)}`);
  }
  for (const key of found.keys()) if (!expected.has(key)) differences.push(`${what} ${key}: nobody expects it`);
  return differences;
}
