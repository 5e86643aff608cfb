import { JingzhunError } from '@jingzhun/schemas/problem';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../model/policy.ts';
import { leaf, onePolicy } from '../testing/tiny-policy.ts';
import type { SqlOptions } from './options.ts';
import { agreement } from './testing/agreement.ts';
import { toSql } from './to-sql.ts';

const on = '2017-06-15';
const asked = { on, dialect: 'duckdb', form: 'wide', reasons: true, language: 'en' } as const;
const income = (operator: string, value: number) => leaf('household.perCapitaNetIncome', operator, value);

function codeOf(policy: Policy, change: Partial<SqlOptions> = {}): string {
  try {
    toSql(policy, { ...asked, ...change });
    return 'none';
  } catch (error) {
    return error instanceof JingzhunError ? `${error.code} ${error.path}` : String(error);
  }
}

describe('reasons', () => {
  const when = { all: [leaf('household.rural', 'equal', true), income('lessThan', 4000)] };
  const rule = { scope: leaf('household.creditRated', 'equal', true), when };

  it('are two bits a condition, and say the status where conditions are joined by AND', () => {
    const [statement] = toSql(onePolicy(rule), asked).statements;
    expect(statement?.sql.split('\n').slice(4).join('\n')).toBe(`WITH household_conditions AS NOT MATERIALIZED (
  SELECT *,
    -- is rated a credit household equal true
    coalesce(CAST(credit_rated AS TINYINT), CAST(2 AS TINYINT)) AS credit_rated_equal,
    -- is a rural household equal true
    coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal,
    -- per-capita net income (yuan/person/year) lessThan 4000
    coalesce(CAST(per_capita_net_income < 4000.00 AS TINYINT), CAST(2 AS TINYINT)) AS per_capita_net_income_less_than
  FROM household
),
household_tests AS NOT MATERIALIZED (
  SELECT *,
    -- 1 一 tiny.rule.one
    CAST(credit_rated_equal | 4 * rural_equal | 16 * per_capita_net_income_less_than AS TINYINT) AS tiny_rule_one_reasons
  FROM household_conditions
)
SELECT household_id,
  -- 1 一 tiny.rule.one
  CASE WHEN NOT (((tiny_rule_one_reasons + 1) & 2) = 2) THEN CAST(3 AS TINYINT) WHEN NOT ((tiny_rule_one_reasons & 3) = 1) THEN CAST(2 AS TINYINT) WHEN NOT (((tiny_rule_one_reasons + 20) & 40) = 40) THEN CAST(0 AS TINYINT) WHEN (tiny_rule_one_reasons & 60) = 20 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_one_status,
  tiny_rule_one_reasons
FROM household_tests`);
  });

  it('leave a test that is more than that as it is', () => {
    const or = { when: { any: [leaf('household.rural', 'equal', true), income('lessThan', 4000)] } };
    const [statement] = toSql(onePolicy(or), asked).statements;
    expect(statement?.sql).toContain('rural OR per_capita_net_income < 4000.00 AS tiny_rule_one_test');
    expect(statement?.sql).toContain(
      'rural_equal | 4 * per_capita_net_income_less_than AS TINYINT) AS tiny_rule_one_reasons',
    );
  });

  it('are explained by the dictionary, as data and as a query', () => {
    const checklist = {
      items: ['a', 'b'].map((key) => ({
        key,
        title: { zh: '项', en: 'item' },
        when: leaf('household.loan.amount', 'lessThan', key === 'a' ? 1000.5 : { fact: 'household.equity.amount' }),
      })),
    };
    const { conditions, dictionary } = toSql(onePolicy(checklist), asked);
    const fact = 'household.loan.amount';
    expect(conditions).toEqual([
      { rule: 1, place: 0, item: 'a', fact, operator: 'lessThan', expected: 1000.5 },
      { rule: 1, place: 1, item: 'b', fact, operator: 'lessThan', expected: { fact: 'household.equity.amount' } },
    ]);
    const rows = dictionary.find(({ name }) => name === 'conditions')?.sql;
    expect(rows).toContain("(1, 0, 3, 1, 2, 'a', 'household.loan.amount', ");
    expect(rows).toContain("(1, 1, 12, 4, 8, 'b', 'household.loan.amount', ");
    expect(rows).toContain("'lessThan', 'household.equity.amount')");
    expect(toSql(onePolicy(checklist), { ...asked, reasons: false }).conditions).toBeUndefined();
  });

  it('hold 31 conditions, and no more', async () => {
    const many = (count: number) =>
      onePolicy({ when: { any: Array.from({ length: count }, (_, place) => income('lessThan', place + 1)) } });
    const cases = [0, 7.5, 30, 31, undefined].map((perCapitaNetIncome) => ({
      household: { members: [], ...(perCapitaNetIncome === undefined ? {} : { perCapitaNetIncome }) },
    }));
    expect((await agreement(many(31), cases, { on })).differences).toEqual([]);
    expect(codeOf(many(32))).toBe('too-many-conditions rules.tiny.rule.one');
  });

  it.each([
    [3, 'TINYINT'],
    [4, 'SMALLINT'],
    [7, 'SMALLINT'],
    [8, 'BIGINT'],
  ])('of %i conditions are of the narrowest type that holds them all: %s', async (count, type) => {
    const flags = [
      'rural',
      'contacted',
      'creditRated',
      'recognised',
      'hasFile',
      'foodSecure',
      'inDibao',
      'exitStable',
    ].slice(0, count);
    const policy = onePolicy({ when: { all: flags.map((flag) => leaf(`household.${flag}`, 'equal', true)) } });
    const known = (value: boolean, but?: string) =>
      Object.fromEntries(flags.flatMap((flag) => (flag === but ? [] : [[flag, value]])));
    const cases = [{}, known(true), known(false), known(true, flags.at(-1)), known(false, flags[0])].map((facts) => ({
      household: { members: [], ...facts },
    }));
    expect((await agreement(policy, cases, { on })).differences).toEqual([]);
    expect(toSql(policy, asked).statements[0]?.sql).toContain(` AS ${type}) AS tiny_rule_one_reasons`);
  });

  it('of a rule that is not in force are none', async () => {
    const policy = onePolicy({ when, force: { from: '2017-06-16' } });
    const { statements, conditions, dictionary } = toSql(policy, asked);
    expect(statements[0]?.sql).toContain('CAST(NULL AS BIGINT) AS tiny_rule_one_reasons');
    expect(conditions).toEqual([]);
    expect(dictionary.map(({ name }) => name)).toEqual(['statuses', 'rules']);
  });

  it('are not counted: totals have none', () => {
    expect(codeOf(onePolicy(rule), { form: 'totals' })).toBe('wrong-form form');
  });
});
