import { describe, expect, it } from 'vitest';
import { leaf, onePolicy, tinyParameter, title } from '../testing/tiny-policy.ts';
import type { SqlOptions } from './options.ts';
import { toSql } from './to-sql.ts';

// How a rule is written: its test, its status, and what it grants.

const is = (key: string) => leaf(`household.${key}`, 'equal', true);
const [rural, contacted, recognised, foodSecure] = ['rural', 'contacted', 'recognised', 'foodSecure'].map(is) as [
  object,
  object,
  object,
  object,
];
const item = (key: string, change: object) => ({ key, title, ...change });
const grant = (amount: string, unit = 'yuan') => ({ what: 'aid', amount, unit, per: 'household', every: 'year' });

function sqlOf(rule: object, change: Partial<SqlOptions>): string {
  const policy = onePolicy({ ...rule }, { parameters: { aid: tinyParameter('yuan', 333.33) } });
  return toSql(policy, { on: '2017-06-15', dialect: 'duckdb', ...change }).statements[0]?.sql ?? '';
}

/** What is worked out of a rule for each row: its tests, its status, and its amount. */
function written(rule: object): string[] {
  const sql = sqlOf(rule, { form: 'wide' });
  return [...sql.matchAll(/^ {2,4}(?!--)(.* AS tiny_rule_one_\w+?),?$/gm)].map(([, column]) => column as string);
}

describe('a rule', () => {
  it.each<[string, object, ...string[]]>([
    ['a test', { when: rural }, 'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status'],
    [
      'a test that is unknown for all',
      { when: leaf('village.exitDate', 'lessThan', '2017-01-01') },
      'CAST(2 AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'a scope alone',
      { scope: rural },
      'CAST(CASE WHEN rural THEN 1 WHEN NOT rural THEN 3 ELSE 2 END AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'a scope and a test',
      { scope: { any: [contacted, recognised] }, when: { all: [rural, foodSecure] } },
      'contacted OR recognised AS tiny_rule_one_scope',
      'rural AND food_secure AS tiny_rule_one_test',
      'CAST(CASE WHEN tiny_rule_one_scope THEN coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) WHEN NOT tiny_rule_one_scope THEN 3 ELSE 2 END AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'a test that is not due before a day',
      { when: rural, due: '2017-06-15' },
      'CAST(CASE WHEN rural THEN 1 ELSE 2 END AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'one that was due the day before',
      { when: rural, due: '2017-06-14' },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'one that is due on a day of the household',
      { scope: contacted, when: rural, due: 'household.exitDate' },
      "CAST(CASE WHEN contacted THEN CASE WHEN rural THEN 1 WHEN NOT rural AND NOT (exit_date IS NULL OR DATE '2017-06-15' <= exit_date) THEN 0 ELSE 2 END WHEN NOT contacted THEN 3 ELSE 2 END AS TINYINT) AS tiny_rule_one_status",
    ],
    [
      'one of which nobody knows when it is due',
      { when: rural, due: 'village.exitDate' },
      'CAST(CASE WHEN rural THEN 1 ELSE 2 END AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'a list of items',
      { items: [item('a', { when: rural }), item('b', { when: contacted })] },
      'rural AND contacted AS tiny_rule_one_test',
      'coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'items that apply to some',
      { items: [item('a', { when: rural, scope: recognised }), item('b', { when: contacted })] },
      'CASE WHEN (recognised AND NOT rural) OR NOT contacted THEN 0 WHEN (recognised IS NULL AND (rural IS NULL OR NOT rural)) OR (recognised AND rural IS NULL) OR contacted IS NULL THEN 2 WHEN (recognised AND rural) OR contacted THEN 1 WHEN recognised IS NULL AND rural THEN 2 ELSE 3 END AS tiny_rule_one_test',
      'CAST(CASE WHEN tiny_rule_one_test = 3 THEN 3 ELSE tiny_rule_one_test END AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'items that are due later',
      {
        scope: foodSecure,
        due: 'household.exitDate',
        items: [item('a', { when: rural, due: 'household.plannedExitDate' }), item('b', { when: contacted })],
      },
      "CASE WHEN (NOT rural AND NOT (planned_exit_date IS NULL OR DATE '2017-06-15' <= planned_exit_date)) OR NOT contacted THEN 0 WHEN rural IS NULL OR (NOT rural AND (planned_exit_date IS NULL OR DATE '2017-06-15' <= planned_exit_date)) OR contacted IS NULL THEN 2 WHEN rural OR contacted THEN 1 ELSE 3 END AS tiny_rule_one_test",
      "CAST(CASE WHEN NOT food_secure THEN 3 WHEN tiny_rule_one_test = 3 THEN 3 WHEN food_secure IS NULL THEN 2 WHEN tiny_rule_one_test = 0 AND (exit_date IS NULL OR DATE '2017-06-15' <= exit_date) THEN 2 ELSE tiny_rule_one_test END AS TINYINT) AS tiny_rule_one_status",
    ],
    [
      'items that are due on a day',
      {
        due: '2017-12-31',
        items: [item('a', { when: rural, due: '2017-12-31' }), item('b', { when: contacted, due: '2016-12-31' })],
      },
      'CASE WHEN NOT contacted THEN 0 WHEN rural IS NULL OR NOT rural OR contacted IS NULL THEN 2 WHEN rural OR contacted THEN 1 ELSE 3 END AS tiny_rule_one_test',
      'CAST(CASE WHEN tiny_rule_one_test = 3 THEN 3 WHEN tiny_rule_one_test = 0 THEN 2 ELSE tiny_rule_one_test END AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'the same for everybody',
      { when: rural, grant: grant('aid') },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
      'CASE WHEN coalesce(rural, TRUE) THEN CAST(33333 AS BIGINT) END AS tiny_rule_one_amount',
    ],
    [
      'the same for everybody to whom it applies',
      { scope: contacted, when: rural, grant: grant('aid') },
      'CAST(CASE WHEN contacted THEN coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) WHEN NOT contacted THEN 3 ELSE 2 END AS TINYINT) AS tiny_rule_one_status',
      'CASE WHEN coalesce(contacted AND rural, TRUE) THEN CAST(33333 AS BIGINT) END AS tiny_rule_one_amount',
    ],
    [
      'an amount of each',
      { when: rural, grant: grant('household.loan.amount') },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
      'CASE WHEN coalesce(rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END AS tiny_rule_one_amount',
    ],
    [
      'an amount of each to whom it applies',
      { scope: contacted, when: rural, grant: grant('household.loan.amount') },
      'CAST(CASE WHEN contacted THEN coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) WHEN NOT contacted THEN 3 ELSE 2 END AS TINYINT) AS tiny_rule_one_status',
      'CASE WHEN coalesce(contacted AND rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END AS tiny_rule_one_amount',
    ],
    [
      'months',
      { when: rural, grant: grant('household.loan.termMonths', 'months') },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
      'CASE WHEN coalesce(rural, TRUE) THEN CAST(loan_term_months AS BIGINT) END AS tiny_rule_one_amount',
    ],
    [
      'what is unknown for all',
      { when: rural, grant: grant('village.collectiveIncome * 1[year]') },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
      'CAST(NULL AS BIGINT) AS tiny_rule_one_amount',
    ],
    [
      'whole yuan, in fen',
      { grant: grant('10') },
      'CAST(1 AS TINYINT) AS tiny_rule_one_status',
      'CAST(1000 AS BIGINT) AS tiny_rule_one_amount',
    ],
    [
      'by items that apply to some',
      {
        scope: foodSecure,
        items: [item('a', { when: rural, scope: recognised }), item('b', { when: contacted })],
        grant: grant('10'),
      },
      'CASE WHEN (recognised AND NOT rural) OR NOT contacted THEN 0 WHEN (recognised IS NULL AND (rural IS NULL OR NOT rural)) OR (recognised AND rural IS NULL) OR contacted IS NULL THEN 2 WHEN (recognised AND rural) OR contacted THEN 1 WHEN recognised IS NULL AND rural THEN 2 ELSE 3 END AS tiny_rule_one_test',
      'CAST(CASE WHEN NOT food_secure THEN 3 WHEN tiny_rule_one_test = 3 THEN 3 WHEN food_secure IS NULL THEN 2 ELSE tiny_rule_one_test END AS TINYINT) AS tiny_rule_one_status',
      'CASE WHEN coalesce(food_secure, TRUE) AND tiny_rule_one_test <> 3 AND tiny_rule_one_test <> 0 THEN CAST(1000 AS BIGINT) END AS tiny_rule_one_amount',
    ],
    [
      'by items that apply to some, which are not yet due',
      {
        due: '2017-06-30',
        items: [item('a', { when: rural, scope: recognised }), item('b', { when: contacted })],
        grant: grant('10'),
      },
      'CASE WHEN (recognised AND NOT rural) OR NOT contacted THEN 0 WHEN (recognised IS NULL AND (rural IS NULL OR NOT rural)) OR (recognised AND rural IS NULL) OR contacted IS NULL THEN 2 WHEN (recognised AND rural) OR contacted THEN 1 WHEN recognised IS NULL AND rural THEN 2 ELSE 3 END AS tiny_rule_one_test',
      'CAST(CASE WHEN tiny_rule_one_test = 3 THEN 3 WHEN tiny_rule_one_test = 0 THEN 2 ELSE tiny_rule_one_test END AS TINYINT) AS tiny_rule_one_status',
      'CASE WHEN tiny_rule_one_test <> 3 THEN CAST(1000 AS BIGINT) END AS tiny_rule_one_amount',
    ],
    [
      'what nobody is granted',
      { when: leaf('household.mainBusinessCount', 'lessThan', 0), grant: grant('household.loan.amount') },
      'CAST(0 AS TINYINT) AS tiny_rule_one_status',
      'CAST(NULL AS BIGINT) AS tiny_rule_one_amount',
    ],
    [
      'not in force',
      { when: rural, force: { from: '2017-06-16' }, grant: grant('aid') },
      'CAST(4 AS TINYINT) AS tiny_rule_one_status',
    ],
  ])('%s', (_, rule, ...columns) => {
    expect(written(rule)).toEqual(columns);
  });
});

it('a grant of which nothing else is said is granted once', () => {
  const policy = onePolicy({ grant: { what: 'aid', amount: '10', unit: 'yuan' } });
  const { rules } = toSql(policy, { on: '2017-06-15', dialect: 'duckdb' });
  expect(rules).toMatchObject([{ unit: 'yuan', every: 'once', scale: 100 }]);
});
