import { describe, expect, it } from 'vitest';
import { leaf, onePolicy, tinyParameter, title } from '../testing/tiny-policy.ts';
import type { SqlOptions } from './options.ts';
import { toSql } from './to-sql.ts';

// How the rows of a rule are counted, and what is added up of them.

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

/** What is counted of a rule's rows, and then its columns in totals. */
function written(rule: object): string[] {
  const sql = sqlOf(rule, { form: 'totals' });
  const counted = sql.slice(sql.indexOf('household_counts'));
  const counts = [...counted.matchAll(/^ {4}(?!--)(.* AS tiny_rule_one_\w+?),?$/gm)].map(
    ([, column]) => column as string,
  );
  const cells = [...counted.matchAll(/unnest\(\[(?:CAST\()?(.*?)(?: AS \w+\))?\]\)/g)].map(([, cell]) => cell);
  return [...counts, cells.join(' | ')];
}

describe('a rule', () => {
  it.each<[string, object, ...string[]]>([
    [
      'a test',
      { when: rural },
      'coalesce(count_if(rural), 0) AS tiny_rule_one_met',
      'count(rural) AS tiny_rule_one_settled',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - 0 | 0 | 0 | NULL | NULL | NULL',
    ],
    [
      'conditions that are all to hold',
      { when: { all: [rural, leaf('household.type', 'equal', 'dibao')] } },
      'coalesce(count_if(tiny_rule_one_met), 0) AS tiny_rule_one_met',
      'coalesce(count_if(tiny_rule_one_open), 0) AS tiny_rule_one_open',
      '1 | asked | tiny_rule_one_met | asked - tiny_rule_one_open | tiny_rule_one_open - tiny_rule_one_met | 0 | 0 | NULL | NULL | NULL',
    ],
    [
      'conditions that are all to hold, for the same amount',
      { when: { all: [rural, contacted] }, grant: grant('aid') },
      'coalesce(count_if(tiny_rule_one_met), 0) AS tiny_rule_one_met',
      'coalesce(count_if(tiny_rule_one_open), 0) AS tiny_rule_one_open',
      '1 | asked | tiny_rule_one_met | asked - tiny_rule_one_open | tiny_rule_one_open - tiny_rule_one_met | 0 | 0 | tiny_rule_one_met * 33333 | (tiny_rule_one_open) * 33333 | 0',
    ],
    [
      'conditions that are all to hold, for an amount of each',
      { when: { all: [rural, contacted] }, grant: grant('household.loan.amount') },
      'coalesce(count_if(tiny_rule_one_met), 0) AS tiny_rule_one_met',
      'coalesce(count_if(tiny_rule_one_open), 0) AS tiny_rule_one_open',
      'coalesce(sum(CASE WHEN tiny_rule_one_met THEN CASE WHEN tiny_rule_one_open THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END END), 0) AS tiny_rule_one_certain',
      'coalesce(sum(CASE WHEN tiny_rule_one_open THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END), 0) AS tiny_rule_one_possible',
      'count(CASE WHEN tiny_rule_one_open THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END) AS tiny_rule_one_priced',
      '1 | asked | tiny_rule_one_met | asked - tiny_rule_one_open | tiny_rule_one_open - tiny_rule_one_met | 0 | 0 | tiny_rule_one_certain | tiny_rule_one_possible | tiny_rule_one_open - tiny_rule_one_priced',
    ],
    [
      'a scope alone',
      { scope: rural },
      'coalesce(count_if(CASE WHEN rural THEN TRUE END), 0) AS tiny_rule_one_met',
      'count(CASE WHEN rural THEN TRUE END) AS tiny_rule_one_settled',
      'coalesce(count_if(NOT rural), 0) AS tiny_rule_one_outside',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - tiny_rule_one_outside | tiny_rule_one_outside | 0 | NULL | NULL | NULL',
    ],
    [
      'a scope and a test',
      { scope: { any: [contacted, recognised] }, when: { all: [rural, foodSecure] } },
      'coalesce(count_if(CASE WHEN tiny_rule_one_scope THEN tiny_rule_one_test END), 0) AS tiny_rule_one_met',
      'count(CASE WHEN tiny_rule_one_scope THEN tiny_rule_one_test END) AS tiny_rule_one_settled',
      'coalesce(count_if(NOT tiny_rule_one_scope), 0) AS tiny_rule_one_outside',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - tiny_rule_one_outside | tiny_rule_one_outside | 0 | NULL | NULL | NULL',
    ],
    [
      'one that is due on a day of the household',
      { scope: contacted, when: rural, due: 'household.exitDate' },
      "coalesce(count_if(CASE WHEN contacted THEN CASE WHEN rural THEN TRUE WHEN NOT rural AND NOT (exit_date IS NULL OR DATE '2017-06-15' <= exit_date) THEN FALSE END END), 0) AS tiny_rule_one_met",
      "count(CASE WHEN contacted THEN CASE WHEN rural THEN TRUE WHEN NOT rural AND NOT (exit_date IS NULL OR DATE '2017-06-15' <= exit_date) THEN FALSE END END) AS tiny_rule_one_settled",
      'coalesce(count_if(NOT contacted), 0) AS tiny_rule_one_outside',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - tiny_rule_one_outside | tiny_rule_one_outside | 0 | NULL | NULL | NULL',
    ],
    [
      'items that apply to some',
      { items: [item('a', { when: rural, scope: recognised }), item('b', { when: contacted })] },
      'coalesce(count_if(CASE WHEN tiny_rule_one_test = 1 THEN TRUE WHEN tiny_rule_one_test = 0 THEN FALSE END), 0) AS tiny_rule_one_met',
      'count(CASE WHEN tiny_rule_one_test = 1 THEN TRUE WHEN tiny_rule_one_test = 0 THEN FALSE END) AS tiny_rule_one_settled',
      'coalesce(count_if(tiny_rule_one_test = 3), 0) AS tiny_rule_one_outside',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - tiny_rule_one_outside | tiny_rule_one_outside | 0 | NULL | NULL | NULL',
    ],
    [
      'items that are due on a day',
      {
        due: '2017-12-31',
        items: [item('a', { when: rural, due: '2017-12-31' }), item('b', { when: contacted, due: '2016-12-31' })],
      },
      'coalesce(count_if(CASE WHEN tiny_rule_one_test = 1 THEN TRUE END), 0) AS tiny_rule_one_met',
      'count(CASE WHEN tiny_rule_one_test = 1 THEN TRUE END) AS tiny_rule_one_settled',
      'coalesce(count_if(tiny_rule_one_test = 3), 0) AS tiny_rule_one_outside',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - tiny_rule_one_outside | tiny_rule_one_outside | 0 | NULL | NULL | NULL',
    ],
    [
      'the same for everybody',
      { when: rural, grant: grant('aid') },
      'coalesce(count_if(rural), 0) AS tiny_rule_one_met',
      'count(rural) AS tiny_rule_one_settled',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - 0 | 0 | 0 | tiny_rule_one_met * 33333 | (asked - (tiny_rule_one_settled - tiny_rule_one_met)) * 33333 | 0',
    ],
    [
      'the same for everybody to whom it applies',
      { scope: contacted, when: rural, grant: grant('aid') },
      'coalesce(count_if(CASE WHEN contacted THEN rural END), 0) AS tiny_rule_one_met',
      'count(CASE WHEN contacted THEN rural END) AS tiny_rule_one_settled',
      'coalesce(count_if(NOT contacted), 0) AS tiny_rule_one_outside',
      'coalesce(count_if(coalesce(contacted AND rural, TRUE)), 0) AS tiny_rule_one_open',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - tiny_rule_one_outside | tiny_rule_one_outside | 0 | tiny_rule_one_met * 33333 | (tiny_rule_one_open) * 33333 | 0',
    ],
    [
      'an amount of each',
      { when: rural, grant: grant('household.loan.amount') },
      'coalesce(count_if(rural), 0) AS tiny_rule_one_met',
      'count(rural) AS tiny_rule_one_settled',
      'coalesce(sum(CASE WHEN rural THEN CASE WHEN coalesce(rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END END), 0) AS tiny_rule_one_certain',
      'coalesce(sum(CASE WHEN coalesce(rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END), 0) AS tiny_rule_one_possible',
      'count(CASE WHEN coalesce(rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END) AS tiny_rule_one_priced',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - 0 | 0 | 0 | tiny_rule_one_certain | tiny_rule_one_possible | asked - (tiny_rule_one_settled - tiny_rule_one_met) - tiny_rule_one_priced',
    ],
    [
      'an amount of each to whom it applies',
      { scope: contacted, when: rural, grant: grant('household.loan.amount') },
      'coalesce(count_if(CASE WHEN contacted THEN rural END), 0) AS tiny_rule_one_met',
      'count(CASE WHEN contacted THEN rural END) AS tiny_rule_one_settled',
      'coalesce(count_if(NOT contacted), 0) AS tiny_rule_one_outside',
      'coalesce(count_if(coalesce(contacted AND rural, TRUE)), 0) AS tiny_rule_one_open',
      'coalesce(sum(CASE WHEN CASE WHEN contacted THEN rural END THEN CASE WHEN coalesce(contacted AND rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END END), 0) AS tiny_rule_one_certain',
      'coalesce(sum(CASE WHEN coalesce(contacted AND rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END), 0) AS tiny_rule_one_possible',
      'count(CASE WHEN coalesce(contacted AND rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END) AS tiny_rule_one_priced',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - tiny_rule_one_outside | tiny_rule_one_outside | 0 | tiny_rule_one_certain | tiny_rule_one_possible | tiny_rule_one_open - tiny_rule_one_priced',
    ],
    [
      'what is unknown for all',
      { when: rural, grant: grant('village.collectiveIncome * 1[year]') },
      'coalesce(count_if(rural), 0) AS tiny_rule_one_met',
      'count(rural) AS tiny_rule_one_settled',
      'coalesce(sum(CASE WHEN rural THEN CAST(NULL AS BIGINT) END), 0) AS tiny_rule_one_certain',
      'coalesce(sum(CAST(NULL AS BIGINT)), 0) AS tiny_rule_one_possible',
      'count(CAST(NULL AS BIGINT)) AS tiny_rule_one_priced',
      '1 | asked | tiny_rule_one_met | tiny_rule_one_settled - tiny_rule_one_met | asked - tiny_rule_one_settled - 0 | 0 | 0 | tiny_rule_one_certain | tiny_rule_one_possible | asked - (tiny_rule_one_settled - tiny_rule_one_met) - tiny_rule_one_priced',
    ],
    [
      'what nobody is granted',
      { when: leaf('household.mainBusinessCount', 'lessThan', 0), grant: grant('household.loan.amount') },
      'coalesce(sum(CAST(NULL AS BIGINT)), 0) AS tiny_rule_one_possible',
      'count(CAST(NULL AS BIGINT)) AS tiny_rule_one_priced',
      '1 | asked | 0 | asked - 0 | asked - asked - 0 | 0 | 0 | 0 | tiny_rule_one_possible | asked - (asked - 0) - tiny_rule_one_priced',
    ],
    [
      'what everybody meets is asked of no row',
      { when: leaf('household.mainBusinessCount', 'greaterThanInclusive', 0), grant: grant('aid') },
      '1 | asked | asked | asked - asked | asked - asked - 0 | 0 | 0 | asked * 33333 | (asked - (asked - asked)) * 33333 | 0',
    ],
    [
      'not in force',
      { when: rural, force: { from: '2017-06-16' }, grant: grant('aid') },
      '1 | asked | 0 | 0 | 0 | 0 | asked | NULL | NULL | NULL',
    ],
  ])('%s', (_, rule, ...columns) => {
    expect(written(rule)).toEqual(columns);
  });
});

describe('conditions that are all to hold', () => {
  const asked = (when: object): string[] =>
    [
      ...(sqlOf({ when }, { form: 'totals' })
        .split('household_counts AS')[0]
        ?.matchAll(/^ {4}(?!--)(.*?),?$/gm) ?? []),
    ].map(([, column]) => column as string);

  it('are asked once, and then joined twice', () => {
    expect(asked({ all: [rural, leaf('household.type', 'equal', 'dibao')] })).toEqual([
      "type = 'dibao' AS type_equal",
      'rural IS TRUE AND type_equal IS TRUE AS tiny_rule_one_met',
      'rural IS NOT FALSE AND type_equal IS NOT FALSE AS tiny_rule_one_open',
    ]);
  });

  it('are one test where they are of the same fact, or are not all to hold', () => {
    const income = (operator: string, value: number) => leaf('household.perCapitaNetIncome', operator, value);
    expect(asked({ all: [income('greaterThan', 1), income('lessThan', 9)] })).toEqual([
      'per_capita_net_income > 1.00 AND per_capita_net_income < 9.00 AS tiny_rule_one_test',
    ]);
    expect(asked({ any: [rural, contacted] })).toEqual(['rural OR contacted AS tiny_rule_one_test']);
  });

  it('are one test where the rule is more than they are', () => {
    const both = { when: { all: [rural, contacted] } };
    const isJoinedTwice = (rule: object) => sqlOf({ ...rule }, { form: 'totals' }).includes('IS NOT FALSE');
    expect(isJoinedTwice(both)).toBe(true);
    expect(isJoinedTwice({ ...both, due: '2017-06-30' })).toBe(false);
    expect(isJoinedTwice({ ...both, scope: recognised })).toBe(false);
    expect(isJoinedTwice({ items: [item('a', both), item('b', { when: recognised })] })).toBe(false);
    expect(isJoinedTwice({ scope: recognised })).toBe(false);
    expect(isJoinedTwice({})).toBe(false);
  });

  it('are one test where one of them is the same in every row', () => {
    const business = (operator: string) => leaf('household.mainBusinessCount', operator, 0);
    expect(asked({ all: [rural, business('greaterThanInclusive')] })).toEqual([]);
    expect(asked({ all: [rural, business('lessThan')] })).toEqual([]);
  });

  it('are one test where one of them is unknown for all', () => {
    expect(asked({ all: [rural, leaf('village.collectiveIncome', 'lessThan', 5)] })).toEqual([
      'rural AND NULL AS tiny_rule_one_test',
    ]);
  });
});
