import type { Village } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { leaf, onePolicy, title } from '../testing/tiny-policy.ts';
import { writtenRule } from './testing/written.ts';
import { toSql } from './to-sql.ts';

// What a condition sees of its fact: of columns, of what is the same for all, and of two facts at a time.

const village: Village = {
  type: 'poor',
  exitDate: '2017-05-01',
  name: "it's",
  hasBusService: true,
  collectiveIncome: 500,
};
const funds: Village = { measures: [{ kind: 'industry' }, { kind: 'funds' }, {}] };
const rural = leaf('household.rural', 'equal', true);
const or = (one: object): object => ({ any: [one, rural] });
const count = (operator: string, value: number): object => leaf('village.fundCount', operator, value);

describe('a condition', () => {
  it.each<[string, object, Village | undefined, string]>([
    [
      'two days, the same',
      leaf('household.exitDate', 'equal', { fact: 'household.plannedExitDate' }),
      undefined,
      'exit_date = planned_exit_date AS tiny_rule_one_test',
    ],
    [
      'two days, not the same',
      leaf('household.exitDate', 'notEqual', { fact: 'household.plannedExitDate' }),
      undefined,
      'exit_date <> planned_exit_date AS tiny_rule_one_test',
    ],
    [
      'two days, before',
      leaf('household.exitDate', 'lessThan', { fact: 'household.plannedExitDate' }),
      undefined,
      'exit_date < planned_exit_date AS tiny_rule_one_test',
    ],
    [
      'two days, not after',
      leaf('household.exitDate', 'lessThanInclusive', { fact: 'household.plannedExitDate' }),
      undefined,
      'exit_date <= planned_exit_date AS tiny_rule_one_test',
    ],
    [
      'two days, after',
      leaf('household.exitDate', 'greaterThan', { fact: 'household.plannedExitDate' }),
      undefined,
      'exit_date > planned_exit_date AS tiny_rule_one_test',
    ],
    [
      'two days, not before',
      leaf('household.exitDate', 'greaterThanInclusive', { fact: 'household.plannedExitDate' }),
      undefined,
      'exit_date >= planned_exit_date AS tiny_rule_one_test',
    ],
    [
      'two amounts',
      leaf('household.loan.amount', 'greaterThan', { fact: 'household.equity.amount' }),
      undefined,
      'CASE WHEN coalesce(CAST(loan_amount * 100 AS BIGINT), 0) > CAST(equity_amount * 100 AS BIGINT) THEN TRUE WHEN CAST(loan_amount * 100 AS BIGINT) <= coalesce(CAST(equity_amount * 100 AS BIGINT), 0) THEN FALSE END AS tiny_rule_one_test',
    ],
    [
      'two amounts in different steps',
      leaf('household.share', 'lessThan', { fact: 'household.loan.amount' }),
      undefined,
      'CASE WHEN share < coalesce(CAST(loan_amount * 100 AS BIGINT) * 1000, 0) THEN TRUE WHEN coalesce(share, 0) >= (CAST(loan_amount * 100 AS BIGINT) * 1000) THEN FALSE END AS tiny_rule_one_test',
    ],
    [
      'two amounts in different steps, the other way about',
      leaf('household.loan.amount', 'lessThan', { fact: 'household.share' }),
      undefined,
      'CASE WHEN (CAST(loan_amount * 100 AS BIGINT) * 1000) < coalesce(share, 0) THEN TRUE WHEN coalesce(CAST(loan_amount * 100 AS BIGINT) * 1000, 0) >= share THEN FALSE END AS tiny_rule_one_test',
    ],
    [
      'a day and one that is the same for all',
      leaf('household.exitDate', 'lessThan', { fact: 'village.exitDate' }),
      village,
      "exit_date < DATE '2017-05-01' AS tiny_rule_one_test",
    ],
    [
      'a day and one that is unknown for all',
      or(leaf('household.exitDate', 'lessThan', { fact: 'village.exitDate' })),
      {},
      'NULL OR rural AS tiny_rule_one_test',
    ],
    [
      'one that is unknown for all and a day',
      or(leaf('village.exitDate', 'lessThan', { fact: 'household.exitDate' })),
      {},
      'NULL OR rural AS tiny_rule_one_test',
    ],
    ['a text', or(leaf('village.name', 'equal', "it's")), village, "'it''s' = 'it''s' OR rural AS tiny_rule_one_test"],
    [
      'a truth',
      or(leaf('village.hasBusService', 'equal', false)),
      village,
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'a number',
      or(leaf('village.collectiveIncome', 'lessThan', 501)),
      village,
      'CAST(1 AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'a day',
      or(leaf('village.exitDate', 'lessThan', '2017-05-01')),
      village,
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'a code that is the same for all',
      or(leaf('village.type', 'equal', 'poor')),
      village,
      "'poor' = 'poor' OR rural AS tiny_rule_one_test",
    ],
    [
      'none of several codes',
      or(leaf('village.type', 'notIn', ['poor', 'other'])),
      village,
      "'poor' NOT IN ('poor', 'other') OR rural AS tiny_rule_one_test",
    ],
    [
      'a code that is unknown for all',
      or(leaf('village.type', 'equal', 'poor')),
      {},
      'NULL OR rural AS tiny_rule_one_test',
    ],
    [
      'a day of each household',
      or(leaf('household.exitDate', 'lessThan', '2017-05-01')),
      undefined,
      "exit_date < DATE '2017-05-01' OR rural AS tiny_rule_one_test",
    ],
    [
      'a text that looks like a day',
      or(leaf('village.name', 'equal', 'a')),
      { name: '2017-05-01' },
      "'2017-05-01' = 'a' OR rural AS tiny_rule_one_test",
    ],
    [
      'a text compared with one that looks like a day',
      leaf('household.gridCell', 'equal', '2017-05-01'),
      undefined,
      "grid_cell = '2017-05-01' AS tiny_rule_one_test",
    ],
    [
      'a list searched for a text',
      leaf('household.supportKinds', 'contains', 'industry'),
      undefined,
      "CASE WHEN support_kinds IS NOT NULL THEN list_contains(support_kinds, 'industry') END AS tiny_rule_one_test",
    ],
    [
      'a list searched for a number',
      leaf('household.annualPlanYears', 'contains', 2017),
      undefined,
      'CASE WHEN annual_plan_years IS NOT NULL THEN list_contains(annual_plan_years, 2017) END AS tiny_rule_one_test',
    ],
    [
      'a list searched for a day',
      leaf('household.visitDates', 'contains', '2017-01-01'),
      undefined,
      "CASE WHEN visit_dates IS NOT NULL THEN list_contains(visit_dates, DATE '2017-01-01') END AS tiny_rule_one_test",
    ],
    [
      'a text that is one of several',
      leaf('household.gridCell', 'in', ['a', "it's"]),
      undefined,
      "grid_cell IN ('a', 'it''s') AS tiny_rule_one_test",
    ],
    [
      'a text that is none of several',
      leaf('household.gridCell', 'notIn', ['a', 'b']),
      undefined,
      "grid_cell NOT IN ('a', 'b') AS tiny_rule_one_test",
    ],
    [
      'a text that comes back',
      {
        any: [
          { all: [leaf('household.gridCell', 'in', ['a', 'b']), rural] },
          { all: [leaf('household.gridCell', 'equal', 'a'), leaf('household.contacted', 'equal', true)] },
          { all: [leaf('household.gridCell', 'notIn', ['a', 'b']), leaf('household.recognised', 'equal', true)] },
        ],
      },
      undefined,
      "CASE WHEN grid_cell = 'a' THEN rural OR contacted WHEN grid_cell = 'b' THEN rural WHEN grid_cell NOT IN ('a', 'b') THEN recognised ELSE CASE WHEN (rural OR contacted) AND rural AND recognised THEN TRUE WHEN NOT (rural OR contacted) AND NOT rural AND NOT recognised THEN FALSE END END AS tiny_rule_one_test",
    ],
    [
      'a truth that comes back',
      {
        any: [
          { all: [leaf('household.contacted', 'equal', true), rural] },
          { all: [leaf('household.contacted', 'equal', false), leaf('household.recognised', 'equal', true)] },
        ],
      },
      undefined,
      'CASE WHEN contacted THEN rural WHEN NOT contacted THEN recognised ELSE CASE WHEN rural AND recognised THEN TRUE WHEN NOT rural AND NOT recognised THEN FALSE END END AS tiny_rule_one_test',
    ],
    ['a count that is known in part', or(count('lessThan', 3)), funds, 'CAST(1 AS TINYINT) AS tiny_rule_one_status'],
    [
      'one of two, not of three',
      {
        any: [
          { all: [count('lessThan', 1), { not: rural }] },
          { all: [count('equal', 1), rural] },
          { all: [count('equal', 2), rural] },
          { all: [count('greaterThan', 2), { not: rural }] },
        ],
      },
      funds,
      'CASE WHEN rural THEN TRUE WHEN NOT rural THEN FALSE END AS tiny_rule_one_test',
    ],
    [
      'one of all',
      { any: [{ all: [count('lessThan', 1), { not: rural }] }, { all: [count('greaterThanInclusive', 1), rural] }] },
      {},
      '(NULL AND NOT rural) OR (NULL AND rural) AS tiny_rule_one_test',
    ],
  ])('%s', (_, when, given, test) => {
    expect(writtenRule(when, given === undefined ? {} : { facts: { village: given } })[0]).toBe(test);
  });
});

it('a number of which a bound is known without the row is asked all the same', () => {
  const years = { title, unit: 'years', formula: 'completedYears(household.exitDate, date.on)' };
  const policy = onePolicy({ when: leaf('household.years', 'lessThan', 18) }, { facts: { 'household.years': years } });
  const { statements } = toSql(policy, { on: '2017-06-15', dialect: 'duckdb', form: 'wide' });
  expect(statements[0]?.sql).toContain('years < 18 AS tiny_rule_one_test');
});
