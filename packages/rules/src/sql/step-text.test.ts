import { describe, expect, it } from 'vitest';
import { leaf, loadTiny, tinyRule, title } from '../testing/tiny-policy.ts';
import { toSql } from './to-sql.ts';

// Facts that follow from others, step by step.

const facts = {
  'household.rich': { title, formula: 'household.rural and household.creditRated' },
  'household.safer': { title, formula: 'household.rich and household.contacted' },
  'household.first': { title, formula: 'household.rich and household.safer' },
  'household.second': { title, formula: 'household.safer and household.rich' },
  'household.many': { title, formula: 'count(household.members, person.studiesFullTime) > 1' },
  'household.last': { title, formula: 'household.many and household.safer' },
  'household.sure': { title, formula: 'household.mainBusinessCount >= 0[items]' },
  'person.sure': { title, formula: 'household.sure and person.inDibao and household.rural' },
};

/** The statement without its head and its comments. */
function written(rules: Readonly<Record<string, object>>, form: 'wide' | 'rows' = 'wide'): string[] {
  const { policy } = loadTiny({
    facts,
    rules: Object.fromEntries(
      Object.entries(rules).map(([name, rule]) => [`tiny.rule.${name}`, tinyRule({ ...rule })]),
    ),
  });
  const { statements } = toSql(policy, { on: '2017-06-15', dialect: 'duckdb', form });
  return statements.map(({ sql }) => sql.replaceAll(/^ *--.*\n/gm, ''));
}

/** The statement where `household.other` is these numbers, case by case, and a rule asks a formula over it. */
function byCases(numbers: readonly number[], formula: string): string {
  const { policy } = loadTiny({
    facts: {
      'household.flag': { title, formula: 'household.rural' },
      'household.other': { title, unit: 'items', formula: 'household.mainBusinessCount * 2' },
      'household.own': { title, formula },
    },
    rules: {
      'tiny.rule.one': tinyRule({ when: leaf('household.own', 'equal', true) }),
      'tiny.rule.two': tinyRule({ when: leaf('household.flag', 'equal', true) }),
    },
  });
  const when = policy.facts.find(({ name }) => name === 'household.flag')?.derive;
  if (when === undefined || !('formula' in when)) throw new Error('it follows from a formula');
  const cases = numbers.map((each) => ({ is: each, when: when.formula }));
  const by = policy.facts.map((fact) => (fact.name === 'household.other' ? { ...fact, derive: { cases } } : fact));
  const { statements } = toSql({ ...policy, facts: by }, { on: '2017-06-15', dialect: 'duckdb', form: 'wide' });
  return statements[0]?.sql ?? '';
}

const is = (fact: string) => ({ when: leaf(fact, 'equal', true) });

describe('a query', () => {
  it('works out a fact after all that it follows from', () => {
    expect(written({ one: is('household.first'), two: is('household.second') })).toEqual([
      `WITH household_facts AS NOT MATERIALIZED (
  SELECT *,
    rural AND credit_rated AS rich
  FROM household
),
household_facts_2 AS NOT MATERIALIZED (
  SELECT *,
    rich AND contacted AS safer
  FROM household_facts
),
household_facts_3 AS NOT MATERIALIZED (
  SELECT *,
    rich AND safer AS first,
    safer AND rich AS second
  FROM household_facts_2
)
SELECT household_id,
  coalesce(CAST(first AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status,
  coalesce(CAST(second AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_two_status
FROM household_facts_3`,
    ]);
  });

  it('copies a fact of the household once, and nothing that is the same for all', () => {
    expect(
      written({
        one: {
          subject: 'person',
          when: { all: [leaf('person.sure', 'equal', true), leaf('household.rural', 'equal', true)] },
        },
      }),
    ).toEqual([
      `WITH person_with_household AS NOT MATERIALIZED (
  SELECT person.*,
    household.rural AS household_rural
  FROM person AS person
  JOIN household AS household ON household.household_id = person.household_id
),
person_facts AS NOT MATERIALIZED (
  SELECT *,
    in_dibao AND household_rural AS sure
  FROM person_with_household
),
person_tests AS NOT MATERIALIZED (
  SELECT *,
    sure AND household_rural AS tiny_rule_one_test
  FROM person_facts
)
SELECT household_id, person_id, member,
  coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status
FROM person_tests`,
    ]);
  });

  it('takes what is given before what follows', () => {
    expect(written({ one: { subject: 'person', ...is('person.enrolled') }, two: is('household.registered') })).toEqual([
      `WITH household_facts AS NOT MATERIALIZED (
  SELECT *,
    coalesce(registered, CASE WHEN type = 'none' THEN FALSE END) AS registered_known
  FROM household
)
SELECT household_id,
  coalesce(CAST(registered_known AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_two_status
FROM household_facts`,
      `WITH person_facts AS NOT MATERIALIZED (
  SELECT *,
    coalesce(enrolled, school_stage <> 'none') AS enrolled_known
  FROM person
)
SELECT household_id, person_id, member,
  coalesce(CAST(enrolled_known AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status
FROM person_facts`,
    ]);
  });

  it('works out what needs the members before what needs that', () => {
    expect(written({ one: is('household.last') })).toEqual([
      `WITH household_facts AS NOT MATERIALIZED (
  SELECT *,
    rural AND credit_rated AS rich
  FROM household
),
household_facts_2 AS NOT MATERIALIZED (
  SELECT *,
    rich AND contacted AS safer
  FROM household_facts
),
members AS NOT MATERIALIZED (
  SELECT household_id,
    count(*) FILTER (WHERE studies_full_time) AS many_of_members_low,
    count(*) FILTER (WHERE coalesce(studies_full_time, TRUE)) AS many_of_members_high
  FROM person
  GROUP BY household_id
),
household_with_members AS NOT MATERIALIZED (
  SELECT household.*,
    coalesce(members.many_of_members_low, 0) AS many_of_members_low,
    coalesce(members.many_of_members_high, 0) AS many_of_members_high
  FROM household_facts_2 AS household
  LEFT JOIN members AS members ON members.household_id = household.household_id
),
household_facts_3 AS NOT MATERIALIZED (
  SELECT *,
    CASE WHEN many_of_members_low > 1 THEN TRUE WHEN many_of_members_high <= 1 THEN FALSE END AS many
  FROM household_with_members
),
household_facts_4 AS NOT MATERIALIZED (
  SELECT *,
    many AND safer AS last
  FROM household_facts_3
)
SELECT household_id,
  coalesce(CAST(last AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status
FROM household_facts_4`,
    ]);
  });

  it('works out case by case what a field follows from', () => {
    expect(
      written({ one: is('household.hasLabour'), two: { when: leaf('household.exitStatus', 'equal', 'exited') } }),
    ).toEqual([
      `WITH household_facts AS NOT MATERIALIZED (
  SELECT *,
    coalesce(exit_status, CASE WHEN exit_date <= (DATE '2017-06-15') THEN 'exited' END) AS exit_status_known
  FROM household
),
members AS NOT MATERIALIZED (
  SELECT household_id,
    CASE WHEN bool_or(labour_ability = 'able') THEN TRUE WHEN NOT bool_or((labour_ability = 'able') IS NULL) THEN FALSE END AS has_labour_of_members,
    count(*) AS has_labour_of_members_2,
    CASE WHEN bool_or(NOT (labour_ability IN ('lost', 'none'))) THEN FALSE WHEN NOT bool_or((labour_ability IN ('lost', 'none')) IS NULL) THEN TRUE END AS has_labour_of_members_3
  FROM person
  GROUP BY household_id
),
household_with_members AS NOT MATERIALIZED (
  SELECT household.*,
    CASE WHEN members.household_id IS NULL THEN FALSE ELSE members.has_labour_of_members END AS has_labour_of_members,
    coalesce(members.has_labour_of_members_2, 0) AS has_labour_of_members_2,
    CASE WHEN members.household_id IS NULL THEN TRUE ELSE members.has_labour_of_members_3 END AS has_labour_of_members_3
  FROM household_facts AS household
  LEFT JOIN members AS members ON members.household_id = household.household_id
),
household_facts_2 AS NOT MATERIALIZED (
  SELECT *,
    coalesce(has_labour, CASE WHEN has_labour_of_members THEN TRUE WHEN has_labour_of_members IS NULL THEN NULL WHEN has_labour_of_members_2 >= 1 AND has_labour_of_members_3 THEN FALSE END) AS has_labour_known
  FROM household_with_members
),
household_tests AS NOT MATERIALIZED (
  SELECT *,
    exit_status_known = 'exited' AS tiny_rule_two_test
  FROM household_facts_2
)
SELECT household_id,
  coalesce(CAST(has_labour_known AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status,
  coalesce(CAST(tiny_rule_two_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_two_status
FROM household_tests`,
    ]);
  });

  it('works out case by case a number, too', () => {
    const sql = byCases([9, 1], 'household.other > 2[items]');
    expect(sql).toContain('CASE WHEN rural THEN 9 WHEN rural IS NULL THEN NULL WHEN rural THEN 1 END AS other');
    expect(sql).toContain('other > 2 AS own');
  });

  it.each<[number, number, string]>([
    [-8, 8, '((other * 1000000000) * 1000000000) > 1 AS own'],
    [-9, 8, '(CAST(other * 1000000000 AS HUGEINT) * 1000000000) > 1 AS own'],
    [-8, 9, '(CAST(other * 1000000000 AS HUGEINT) * 1000000000) > 1 AS own'],
  ])('makes room for a number that lies between those of its cases: %i, %i', (first, second, own) => {
    expect(byCases([first, second], 'household.other * 1000000000 * 1000000000 > 1[item]')).toContain(own);
  });
});
