import { describe, expect, it } from 'vitest';
import { leaf, loadTiny, tinyParameter, tinyRule } from '../testing/tiny-policy.ts';
import type { SqlOptions } from './options.ts';
import { toSql } from './to-sql.ts';

// Whole statements: of two rules asked of households and one asked of persons, in each form.

const grant = (amount: string, per: string) => ({ what: 'aid', amount, unit: 'yuan', per, every: 'year' });
const { policy } = loadTiny({
  parameters: { aid: tinyParameter('yuan', 333.33) },
  rules: {
    'tiny.rule.loan': tinyRule({
      scope: leaf('household.contacted', 'equal', true),
      when: leaf('household.rural', 'equal', true),
      grant: grant('household.loan.amount', 'household'),
    }),
    'tiny.rule.late': tinyRule({ when: leaf('household.rural', 'equal', true), force: { from: '2017-06-16' } }),
    'tiny.rule.student': tinyRule({
      subject: 'person',
      when: leaf('person.studiesFullTime', 'equal', true),
      grant: grant('aid', 'person'),
    }),
  },
});

/** The statement without its head. */
function written(change: Partial<SqlOptions>): string {
  const [statement] = toSql(policy, { on: '2017-06-15', dialect: 'duckdb', ...change }).statements;
  return (statement?.sql ?? '').replace(/^(?:--.*\n)*/, '');
}

describe('a statement', () => {
  it('has a row for every rule and everyone', () => {
    expect(written({ form: 'rows' })).toBe(`WITH household_results AS NOT MATERIALIZED (
  SELECT household_id, -1 AS member,
    -- 1 一 tiny.rule.loan
    CAST(CASE WHEN contacted THEN coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) WHEN NOT contacted THEN 3 ELSE 2 END AS TINYINT) AS tiny_rule_loan_status,
    CASE WHEN coalesce(contacted AND rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END AS tiny_rule_loan_amount,
    -- 2 一 tiny.rule.late
    CAST(4 AS TINYINT) AS tiny_rule_late_status
  FROM household
),
person_results AS NOT MATERIALIZED (
  SELECT household_id, member,
    -- 3 一 tiny.rule.student
    coalesce(CAST(studies_full_time AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_student_status,
    CASE WHEN coalesce(studies_full_time, TRUE) THEN CAST(33333 AS BIGINT) END AS tiny_rule_student_amount
  FROM person
)
SELECT household_id, member, unnest([CAST(1 AS SMALLINT), CAST(2 AS SMALLINT)]) AS rule,
  unnest([tiny_rule_loan_status, tiny_rule_late_status]) AS status,
  unnest([tiny_rule_loan_amount, CAST(NULL AS BIGINT)]) AS amount
FROM household_results
UNION ALL
SELECT household_id, member, unnest([CAST(3 AS SMALLINT)]) AS rule,
  unnest([tiny_rule_student_status]) AS status,
  unnest([tiny_rule_student_amount]) AS amount
FROM person_results`);
  });

  it('has their reasons too', () => {
    expect(
      written({ form: 'rows', reasons: true, dialect: 'postgres' }),
    ).toBe(`WITH household_conditions AS NOT MATERIALIZED (
  SELECT *,
    -- 已联系走访 equal true
    coalesce(CAST(CAST(contacted AS integer) AS smallint), CAST(2 AS smallint)) AS contacted_equal,
    -- 农村户 equal true
    coalesce(CAST(CAST(rural AS integer) AS smallint), CAST(2 AS smallint)) AS rural_equal
  FROM household
),
household_tests AS NOT MATERIALIZED (
  SELECT *,
    -- 1 一 tiny.rule.loan
    CAST(contacted_equal | 4 * rural_equal AS smallint) AS tiny_rule_loan_reasons
  FROM household_conditions
),
person_conditions AS NOT MATERIALIZED (
  SELECT *,
    -- 全日制 equal true
    coalesce(CAST(CAST(studies_full_time AS integer) AS smallint), CAST(2 AS smallint)) AS studies_full_time_equal
  FROM person
),
person_tests AS NOT MATERIALIZED (
  SELECT *,
    -- 3 一 tiny.rule.student
    CAST(studies_full_time_equal AS smallint) AS tiny_rule_student_reasons
  FROM person_conditions
),
household_results AS NOT MATERIALIZED (
  SELECT household_id, -1 AS member,
    -- 1 一 tiny.rule.loan
    CASE WHEN NOT (((tiny_rule_loan_reasons + 1) & 2) = 2) THEN CAST(3 AS smallint) WHEN NOT ((tiny_rule_loan_reasons & 3) = 1) THEN CAST(2 AS smallint) WHEN NOT (((tiny_rule_loan_reasons + 4) & 8) = 8) THEN CAST(0 AS smallint) WHEN (tiny_rule_loan_reasons & 12) = 4 THEN CAST(1 AS smallint) ELSE CAST(2 AS smallint) END AS tiny_rule_loan_status,
    CASE WHEN ((tiny_rule_loan_reasons + 1) & 2) = 2 AND ((tiny_rule_loan_reasons + 4) & 8) = 8 THEN CAST(CAST(loan_amount * 100 AS bigint) AS bigint) END AS tiny_rule_loan_amount,
    tiny_rule_loan_reasons,
    -- 2 一 tiny.rule.late
    CAST(4 AS smallint) AS tiny_rule_late_status,
    CAST(NULL AS bigint) AS tiny_rule_late_reasons
  FROM household_tests
),
person_results AS NOT MATERIALIZED (
  SELECT household_id, member,
    -- 3 一 tiny.rule.student
    CASE WHEN NOT (((tiny_rule_student_reasons + 1) & 2) = 2) THEN CAST(0 AS smallint) WHEN tiny_rule_student_reasons = 1 THEN CAST(1 AS smallint) ELSE CAST(2 AS smallint) END AS tiny_rule_student_status,
    CASE WHEN ((tiny_rule_student_reasons + 1) & 2) = 2 THEN CAST(33333 AS bigint) END AS tiny_rule_student_amount,
    tiny_rule_student_reasons
  FROM person_tests
)
SELECT household_id, member, results.rule, results.status, results.amount, results.reasons
FROM household_results
CROSS JOIN LATERAL (VALUES
  (CAST(1 AS smallint), tiny_rule_loan_status, tiny_rule_loan_amount, CAST(tiny_rule_loan_reasons AS bigint)),
  (CAST(2 AS smallint), tiny_rule_late_status, CAST(NULL AS bigint), CAST(tiny_rule_late_reasons AS bigint))
) AS results (rule, status, amount, reasons)
UNION ALL
SELECT household_id, member, results.rule, results.status, results.amount, results.reasons
FROM person_results
CROSS JOIN LATERAL (VALUES
  (CAST(3 AS smallint), tiny_rule_student_status, tiny_rule_student_amount, CAST(tiny_rule_student_reasons AS bigint))
) AS results (rule, status, amount, reasons)`);
  });

  it('has a column for every rule', () => {
    expect(written({ form: 'wide', reasons: true })).toBe(`WITH household_conditions AS NOT MATERIALIZED (
  SELECT *,
    -- 已联系走访 equal true
    coalesce(CAST(contacted AS TINYINT), CAST(2 AS TINYINT)) AS contacted_equal,
    -- 农村户 equal true
    coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal
  FROM household
),
household_tests AS NOT MATERIALIZED (
  SELECT *,
    -- 1 一 tiny.rule.loan
    CAST(contacted_equal | 4 * rural_equal AS TINYINT) AS tiny_rule_loan_reasons
  FROM household_conditions
)
SELECT household_id,
  -- 1 一 tiny.rule.loan
  CASE WHEN NOT (((tiny_rule_loan_reasons + 1) & 2) = 2) THEN CAST(3 AS TINYINT) WHEN NOT ((tiny_rule_loan_reasons & 3) = 1) THEN CAST(2 AS TINYINT) WHEN NOT (((tiny_rule_loan_reasons + 4) & 8) = 8) THEN CAST(0 AS TINYINT) WHEN (tiny_rule_loan_reasons & 12) = 4 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_loan_status,
  CASE WHEN ((tiny_rule_loan_reasons + 1) & 2) = 2 AND ((tiny_rule_loan_reasons + 4) & 8) = 8 THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END AS tiny_rule_loan_amount,
  tiny_rule_loan_reasons,
  -- 2 一 tiny.rule.late
  CAST(4 AS TINYINT) AS tiny_rule_late_status,
  CAST(NULL AS BIGINT) AS tiny_rule_late_reasons
FROM household_tests`);
  });

  it('counts for every rule', () => {
    expect(written({ form: 'totals', dialect: 'postgres' })).toBe(`WITH household_counts AS NOT MATERIALIZED (
  SELECT
    count(*) AS asked,
    count(*) FILTER (WHERE CASE WHEN contacted THEN rural END) AS tiny_rule_loan_met,
    count(CASE WHEN contacted THEN rural END) AS tiny_rule_loan_settled,
    count(*) FILTER (WHERE NOT contacted) AS tiny_rule_loan_outside,
    count(*) FILTER (WHERE coalesce(contacted AND rural, TRUE)) AS tiny_rule_loan_open,
    coalesce(sum(CASE WHEN CASE WHEN contacted THEN rural END THEN CASE WHEN coalesce(contacted AND rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS bigint) AS bigint) END END), 0) AS tiny_rule_loan_certain,
    coalesce(sum(CASE WHEN coalesce(contacted AND rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS bigint) AS bigint) END), 0) AS tiny_rule_loan_possible,
    count(CASE WHEN coalesce(contacted AND rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS bigint) AS bigint) END) AS tiny_rule_loan_priced
  FROM household
),
person_counts AS NOT MATERIALIZED (
  SELECT
    count(*) AS asked,
    count(*) FILTER (WHERE studies_full_time) AS tiny_rule_student_met,
    count(studies_full_time) AS tiny_rule_student_settled
  FROM person
)
SELECT results.rule, results.asked, results.met, results.unmet, results.unknown, results.not_applicable, results.not_in_force, results.certain, results.possible, results.amounts_unknown
FROM household_counts
CROSS JOIN LATERAL (VALUES
  (CAST(1 AS smallint), CAST(asked AS bigint), CAST(tiny_rule_loan_met AS bigint), CAST(tiny_rule_loan_settled - tiny_rule_loan_met AS bigint), CAST(asked - tiny_rule_loan_settled - tiny_rule_loan_outside AS bigint), CAST(tiny_rule_loan_outside AS bigint), CAST(0 AS bigint), CAST(tiny_rule_loan_certain AS bigint), CAST(tiny_rule_loan_possible AS bigint), CAST(tiny_rule_loan_open - tiny_rule_loan_priced AS bigint)),
  (CAST(2 AS smallint), CAST(asked AS bigint), CAST(0 AS bigint), CAST(0 AS bigint), CAST(0 AS bigint), CAST(0 AS bigint), CAST(asked AS bigint), CAST(NULL AS bigint), CAST(NULL AS bigint), CAST(NULL AS bigint))
) AS results (rule, asked, met, unmet, unknown, not_applicable, not_in_force, certain, possible, amounts_unknown)
UNION ALL
SELECT results.rule, results.asked, results.met, results.unmet, results.unknown, results.not_applicable, results.not_in_force, results.certain, results.possible, results.amounts_unknown
FROM person_counts
CROSS JOIN LATERAL (VALUES
  (CAST(3 AS smallint), CAST(asked AS bigint), CAST(tiny_rule_student_met AS bigint), CAST(tiny_rule_student_settled - tiny_rule_student_met AS bigint), CAST(asked - tiny_rule_student_settled - 0 AS bigint), CAST(0 AS bigint), CAST(0 AS bigint), CAST(tiny_rule_student_met * 33333 AS bigint), CAST((asked - (tiny_rule_student_settled - tiny_rule_student_met)) * 33333 AS bigint), CAST(0 AS bigint))
) AS results (rule, asked, met, unmet, unknown, not_applicable, not_in_force, certain, possible, amounts_unknown)`);
  });

  it('reads tables of other names', () => {
    expect(
      written({
        form: 'rows',
        dialect: 'spark',
        tables: { household: 'homes', person: 'people' },
        rules: ['tiny.rule.student'],
      }),
    ).toBe(`WITH person_results AS (
  SELECT household_id, member,
    -- 3 一 tiny.rule.student
    coalesce(CAST(studies_full_time AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_student_status,
    CASE WHEN coalesce(studies_full_time, TRUE) THEN CAST(33333 AS BIGINT) END AS tiny_rule_student_amount
  FROM people
)
SELECT household_id, member, stack(1,
  CAST(3 AS SMALLINT), tiny_rule_student_status, tiny_rule_student_amount
) AS (rule, status, amount)
FROM person_results`);
  });
});
