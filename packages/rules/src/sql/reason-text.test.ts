import { describe, expect, it } from 'vitest';
import { leaf, onePolicy, title } from '../testing/tiny-policy.ts';
import { writtenRule } from './testing/written.ts';
import { toSql } from './to-sql.ts';

// How reasons are written: a digit for every condition, a number made of them, and the status read off it where that can be.

const is = (key: string, value: unknown = true) => leaf(`household.${key}`, 'equal', value);
const number = (operator: string, value: number) => leaf('household.mainBusinessCount', operator, value);
const students = (operator: string, value: number) => leaf('household.students', operator, value);
const funds = (operator: string, value: number) => leaf('village.fundCount', operator, value);
const [rural, contacted] = ['rural', 'contacted'].map((key) => is(key)) as [object, object];

describe('the conditions of a rule, each by itself', () => {
  it.each<[string, object, ...string[]]>([
    [
      'all',
      { all: [rural, contacted] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'coalesce(CAST(contacted AS TINYINT), CAST(2 AS TINYINT)) AS contacted_equal',
      'CAST(rural_equal | 4 * contacted_equal AS TINYINT) AS tiny_rule_one_reasons',
      'CASE WHEN NOT (((tiny_rule_one_reasons + 5) & 10) = 10) THEN CAST(0 AS TINYINT) WHEN tiny_rule_one_reasons = 5 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_one_status',
    ],
    [
      'all in all',
      { all: [rural, { all: [contacted, is('type', 'dibao')] }] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'coalesce(CAST(contacted AS TINYINT), CAST(2 AS TINYINT)) AS contacted_equal',
      "coalesce(CAST(type = 'dibao' AS TINYINT), CAST(2 AS TINYINT)) AS type_equal",
      'CAST(rural_equal | 4 * contacted_equal | 16 * type_equal AS TINYINT) AS tiny_rule_one_reasons',
      'CASE WHEN NOT (((tiny_rule_one_reasons + 21) & 42) = 42) THEN CAST(0 AS TINYINT) WHEN tiny_rule_one_reasons = 21 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_one_status',
    ],
    [
      'any',
      { any: [rural, contacted] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'coalesce(CAST(contacted AS TINYINT), CAST(2 AS TINYINT)) AS contacted_equal',
      'CAST(rural_equal | 4 * contacted_equal AS TINYINT) AS tiny_rule_one_reasons',
      'rural OR contacted AS tiny_rule_one_test',
      'coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'not',
      { not: rural },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'CAST(rural_equal AS TINYINT) AS tiny_rule_one_reasons',
      'coalesce(CAST(NOT rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'not so',
      is('rural', false),
      'coalesce(CAST(NOT rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'CAST(rural_equal AS TINYINT) AS tiny_rule_one_reasons',
      'CASE WHEN NOT (((tiny_rule_one_reasons + 1) & 2) = 2) THEN CAST(0 AS TINYINT) WHEN tiny_rule_one_reasons = 1 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_one_status',
    ],
    [
      'any in all',
      { all: [{ any: [rural, contacted] }, rural] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'coalesce(CAST(contacted AS TINYINT), CAST(2 AS TINYINT)) AS contacted_equal',
      'CAST(rural_equal | 4 * contacted_equal | 16 * rural_equal AS TINYINT) AS tiny_rule_one_reasons',
      '(rural OR contacted) AND rural AS tiny_rule_one_test',
      'coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'codes',
      { all: [leaf('household.type', 'in', ['dibao', 'wubao']), leaf('household.type', 'notEqual', 'none')] },
      "coalesce(CAST(type IN ('dibao', 'wubao') AS TINYINT), CAST(2 AS TINYINT)) AS type_in",
      "coalesce(CAST(type <> 'none' AS TINYINT), CAST(2 AS TINYINT)) AS type_not_equal",
      'CAST(type_in | 4 * type_not_equal AS TINYINT) AS tiny_rule_one_reasons',
      "type IN ('dibao', 'wubao') AND type <> 'none' AS tiny_rule_one_test",
      'coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'two facts',
      leaf('household.exitDate', 'lessThan', { fact: 'household.plannedExitDate' }),
      'coalesce(CAST(exit_date < planned_exit_date AS TINYINT), CAST(2 AS TINYINT)) AS exit_date_less_than',
      'CAST(exit_date_less_than AS TINYINT) AS tiny_rule_one_reasons',
      'CASE WHEN NOT (((tiny_rule_one_reasons + 1) & 2) = 2) THEN CAST(0 AS TINYINT) WHEN tiny_rule_one_reasons = 1 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_one_status',
    ],
    [
      'a list searched',
      leaf('household.supportKinds', 'contains', 'industry'),
      "coalesce(CAST(CASE WHEN support_kinds IS NOT NULL THEN list_contains(support_kinds, 'industry') END AS TINYINT), CAST(2 AS TINYINT)) AS support_kinds_contains",
      'CAST(support_kinds_contains AS TINYINT) AS tiny_rule_one_reasons',
      'CASE WHEN NOT (((tiny_rule_one_reasons + 1) & 2) = 2) THEN CAST(0 AS TINYINT) WHEN tiny_rule_one_reasons = 1 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_one_status',
    ],
    [
      'one of a fact that comes back',
      { all: [rural, contacted, is('rural', false)] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'coalesce(CAST(contacted AS TINYINT), CAST(2 AS TINYINT)) AS contacted_equal',
      'coalesce(CAST(NOT rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal_2',
      'CAST(rural_equal | 4 * contacted_equal | 16 * rural_equal_2 AS TINYINT) AS tiny_rule_one_reasons',
      'CAST(0 AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'what nobody can have',
      { all: [number('lessThan', 0), rural] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'CAST(4 * rural_equal AS TINYINT) AS tiny_rule_one_reasons',
      'CAST(0 AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'what everybody has, as soon as it is known',
      { all: [number('greaterThanInclusive', 0), rural] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'CAST(4 * rural_equal | 1 AS TINYINT) AS tiny_rule_one_reasons',
      'CASE WHEN NOT (((tiny_rule_one_reasons + 4) & 8) = 8) THEN CAST(0 AS TINYINT) WHEN (tiny_rule_one_reasons & 12) = 4 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_one_status',
    ],
    [
      'what everybody has, as soon as it is known, after what some have',
      { all: [rural, number('greaterThanInclusive', 0)] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'CAST(rural_equal | 4 AS TINYINT) AS tiny_rule_one_reasons',
      'CASE WHEN NOT (((tiny_rule_one_reasons + 1) & 2) = 2) THEN CAST(0 AS TINYINT) WHEN (tiny_rule_one_reasons & 3) = 1 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_one_status',
    ],
    [
      'what everybody has, as soon as it is known, beside what some have',
      { all: [number('greaterThanInclusive', 0), number('greaterThan', 1)] },
      'coalesce(CAST(CASE WHEN NOT coalesce(main_business_count <= 1, TRUE) OR NOT coalesce(main_business_count > 1, TRUE) THEN TRUE END AS TINYINT), CAST(2 AS TINYINT)) AS main_business_count_greater_than_inclusive',
      'coalesce(CAST(main_business_count > 1 AS TINYINT), CAST(2 AS TINYINT)) AS main_business_count_greater_than',
      'CAST(main_business_count_greater_than_inclusive | 4 * main_business_count_greater_than AS TINYINT) AS tiny_rule_one_reasons',
      'CASE WHEN NOT (((tiny_rule_one_reasons + 4) & 8) = 8) THEN CAST(0 AS TINYINT) WHEN (tiny_rule_one_reasons & 12) = 4 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_one_status',
    ],
    [
      'what nobody can have, beside what some have',
      { any: [number('lessThan', 0), number('greaterThan', 1), number('equal', 0)] },
      'coalesce(CAST(CASE WHEN NOT coalesce(main_business_count <= 0, TRUE) OR NOT coalesce(main_business_count = 1, TRUE) OR NOT coalesce(main_business_count > 1, TRUE) THEN FALSE END AS TINYINT), CAST(2 AS TINYINT)) AS main_business_count_less_than',
      'coalesce(CAST(main_business_count > 1 AS TINYINT), CAST(2 AS TINYINT)) AS main_business_count_greater_than',
      'coalesce(CAST(main_business_count <= 0 AS TINYINT), CAST(2 AS TINYINT)) AS main_business_count_equal',
      'CAST(main_business_count_less_than | 4 * main_business_count_greater_than | 16 * main_business_count_equal AS TINYINT) AS tiny_rule_one_reasons',
      'main_business_count > 1 OR main_business_count <= 0 AS tiny_rule_one_test',
      'coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'only what everybody has',
      number('greaterThanInclusive', 0),
      'CAST(1 AS TINYINT) AS tiny_rule_one_reasons',
      'CAST(1 AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'a number known in part',
      { all: [students('greaterThanInclusive', 0), students('greaterThan', 1)] },
      'coalesce(CAST(CASE WHEN students_low >= 0 THEN TRUE WHEN students_high < 0 THEN FALSE END AS TINYINT), CAST(2 AS TINYINT)) AS students_greater_than_inclusive',
      'coalesce(CAST(CASE WHEN students_low > 1 THEN TRUE WHEN students_high <= 1 THEN FALSE END AS TINYINT), CAST(2 AS TINYINT)) AS students_greater_than',
      'CAST(students_greater_than_inclusive | 4 * students_greater_than AS TINYINT) AS tiny_rule_one_reasons',
      'CASE WHEN students_low >= 0 THEN TRUE WHEN students_high < 0 THEN FALSE END AND CASE WHEN students_low > 1 THEN TRUE WHEN students_high <= 1 THEN FALSE END AS tiny_rule_one_test',
      'coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'what is unknown for all',
      { all: [funds('lessThan', 3), rural] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS rural_equal',
      'CAST(4 * rural_equal | 2 AS TINYINT) AS tiny_rule_one_reasons',
      'CASE WHEN NOT (((tiny_rule_one_reasons + 5) & 10) = 10) THEN CAST(0 AS TINYINT) WHEN tiny_rule_one_reasons = 5 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END AS tiny_rule_one_status',
    ],
  ])('%s', (_, when, ...columns) => {
    expect(writtenRule(when, { reasons: true })).toEqual(columns);
  });
});

describe('the reasons of a rule', () => {
  const sqlOf = (rule: object) =>
    toSql(onePolicy(rule as never), { on: '2017-06-15', dialect: 'duckdb', form: 'wide', reasons: true }).statements[0]
      ?.sql;

  it('about persons name what is of the household as such', () => {
    expect(sqlOf({ subject: 'person', when: { all: [rural, leaf('person.inDibao', 'equal', true)] } })).toContain(
      'CAST(household_rural_equal | 4 * in_dibao_equal AS TINYINT) AS tiny_rule_one_reasons',
    );
  });

  it('of items do not tell its status', () => {
    const items = [{ key: 'first', title, when: contacted }];
    expect(sqlOf({ kind: 'checklist', scope: rural, items })).toContain(
      'CAST(CASE WHEN rural THEN coalesce(CAST(contacted AS TINYINT), CAST(2 AS TINYINT)) WHEN NOT rural THEN 3 ELSE 2 END AS TINYINT)',
    );
  });
});
