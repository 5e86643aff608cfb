import { describe, expect, it } from 'vitest';
import { leaf, loadTiny, tinyRule, title } from '../testing/tiny-policy.ts';
import { toSql } from './to-sql.ts';

// In which order a query works out what it needs: facts that follow from others step by step, and round after round over the members.

const facts = {
  'household.students': { title, unit: 'persons', formula: 'count(household.members, person.studiesFullTime)' },
  'household.rich': { title, formula: 'household.rural and household.creditRated' },
  'household.richer': { title, formula: 'household.rich and household.students > 1[person]' },
  'person.helped': { title, formula: 'household.richer and person.inDibao' },
  'person.alone': { title, formula: 'person.helped and household.rural and person.skillCount > 1[item]' },
  'household.helpers': { title, unit: 'persons', formula: 'count(household.members, person.helped)' },
  'household.others': {
    title,
    unit: 'persons',
    formula: 'count(household.members, person.studiesFullTime) + household.helpers',
  },
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

const is = (fact: string) => ({ when: leaf(fact, 'equal', true) });
const more = (fact: string) => ({ when: leaf(fact, 'greaterThan', 1) });

describe('a query', () => {
  it('gives persons what they need of their household', () => {
    expect(written({ one: { subject: 'person', ...is('person.alone') } })).toEqual([
      `WITH household_facts AS NOT MATERIALIZED (
  SELECT *,
    rural AND credit_rated AS rich
  FROM household
),
person_with_household AS NOT MATERIALIZED (
  SELECT person.*,
    household.rural AS household_rural
  FROM person AS person
  JOIN household AS household ON household.household_id = person.household_id
),
members AS NOT MATERIALIZED (
  SELECT household_id,
    count(*) FILTER (WHERE studies_full_time) AS students_of_members_low,
    count(*) FILTER (WHERE coalesce(studies_full_time, TRUE)) AS students_of_members_high
  FROM person_with_household
  GROUP BY household_id
),
household_with_members AS NOT MATERIALIZED (
  SELECT household.*,
    coalesce(members.students_of_members_low, 0) AS students_of_members_low,
    coalesce(members.students_of_members_high, 0) AS students_of_members_high
  FROM household_facts AS household
  LEFT JOIN members AS members ON members.household_id = household.household_id
),
household_facts_2 AS NOT MATERIALIZED (
  SELECT *,
    students_of_members_low AS students_low,
    students_of_members_high AS students_high
  FROM household_with_members
),
household_facts_3 AS NOT MATERIALIZED (
  SELECT *,
    rich AND CASE WHEN students_low > 1 THEN TRUE WHEN students_high <= 1 THEN FALSE END AS richer
  FROM household_facts_2
),
person_with_household_2 AS NOT MATERIALIZED (
  SELECT person.*,
    household.richer AS household_richer
  FROM person_with_household AS person
  JOIN household_facts_3 AS household ON household.household_id = person.household_id
),
person_facts AS NOT MATERIALIZED (
  SELECT *,
    household_richer AND in_dibao AS helped
  FROM person_with_household_2
),
person_facts_2 AS NOT MATERIALIZED (
  SELECT *,
    helped AND household_rural AND skill_count > 1 AS alone
  FROM person_facts
)
SELECT household_id, person_id, member,
  coalesce(CAST(alone AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status
FROM person_facts_2`,
    ]);
  });

  it('gives persons what is worked out, and what stands in the table, from where both are', () => {
    const when = { any: [leaf('household.rich', 'equal', true), leaf('household.rural', 'equal', true)] };
    expect(written({ one: { subject: 'person', when } })).toEqual([
      `WITH household_facts AS NOT MATERIALIZED (
  SELECT *,
    rural AND credit_rated AS rich
  FROM household
),
person_with_household AS NOT MATERIALIZED (
  SELECT person.*,
    household.rich AS household_rich,
    household.rural AS household_rural
  FROM person AS person
  JOIN household_facts AS household ON household.household_id = person.household_id
),
person_tests AS NOT MATERIALIZED (
  SELECT *,
    household_rich OR household_rural AS tiny_rule_one_test
  FROM person_with_household
)
SELECT household_id, person_id, member,
  coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status
FROM person_tests`,
    ]);
  });

  it('says once, above its columns, which fact they hold', () => {
    const { policy } = loadTiny({ facts, rules: { 'tiny.rule.one': tinyRule(more('household.students')) } });
    const { statements } = toSql(policy, { on: '2017-06-15', dialect: 'duckdb', form: 'wide' });
    expect(statements[0]?.sql).toContain(`  SELECT *,
    -- household.students
    students_of_members_low AS students_low,
    students_of_members_high AS students_high
  FROM household_with_members`);
  });

  it('goes over the members once more where what is counted follows from a count', () => {
    expect(written({ one: more('household.others') })).toEqual([
      `WITH household_facts AS NOT MATERIALIZED (
  SELECT *,
    rural AND credit_rated AS rich
  FROM household
),
members AS NOT MATERIALIZED (
  SELECT household_id,
    count(*) FILTER (WHERE studies_full_time) AS others_of_members_low,
    count(*) FILTER (WHERE coalesce(studies_full_time, TRUE)) AS others_of_members_high
  FROM person
  GROUP BY household_id
),
household_with_members AS NOT MATERIALIZED (
  SELECT household.*,
    coalesce(members.others_of_members_low, 0) AS others_of_members_low,
    coalesce(members.others_of_members_high, 0) AS others_of_members_high
  FROM household_facts AS household
  LEFT JOIN members AS members ON members.household_id = household.household_id
),
household_facts_2 AS NOT MATERIALIZED (
  SELECT *,
    others_of_members_low AS students_low,
    others_of_members_high AS students_high
  FROM household_with_members
),
household_facts_3 AS NOT MATERIALIZED (
  SELECT *,
    rich AND CASE WHEN students_low > 1 THEN TRUE WHEN students_high <= 1 THEN FALSE END AS richer
  FROM household_facts_2
),
person_with_household AS NOT MATERIALIZED (
  SELECT person.*,
    household.richer AS household_richer
  FROM person AS person
  JOIN household_facts_3 AS household ON household.household_id = person.household_id
),
person_facts AS NOT MATERIALIZED (
  SELECT *,
    household_richer AND in_dibao AS helped
  FROM person_with_household
),
members_2 AS NOT MATERIALIZED (
  SELECT household_id,
    count(*) FILTER (WHERE helped) AS helpers_of_members_low,
    count(*) FILTER (WHERE coalesce(helped, TRUE)) AS helpers_of_members_high
  FROM person_facts
  GROUP BY household_id
),
household_with_members_2 AS NOT MATERIALIZED (
  SELECT household.*,
    coalesce(members.helpers_of_members_low, 0) AS helpers_of_members_low,
    coalesce(members.helpers_of_members_high, 0) AS helpers_of_members_high
  FROM household_facts_3 AS household
  LEFT JOIN members_2 AS members ON members.household_id = household.household_id
),
household_facts_4 AS NOT MATERIALIZED (
  SELECT *,
    helpers_of_members_low AS helpers_low,
    helpers_of_members_high AS helpers_high
  FROM household_with_members_2
),
household_facts_5 AS NOT MATERIALIZED (
  SELECT *,
    others_of_members_low + helpers_low AS others_low,
    others_of_members_high + helpers_high AS others_high
  FROM household_facts_4
),
household_tests AS NOT MATERIALIZED (
  SELECT *,
    CASE WHEN others_low > 1 THEN TRUE WHEN others_high <= 1 THEN FALSE END AS tiny_rule_one_test
  FROM household_facts_5
)
SELECT household_id,
  coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status
FROM household_tests`,
    ]);
  });

  it('asks the table of households alone where nothing has to be worked out', () => {
    expect(
      written({
        one: {
          subject: 'person',
          when: { all: [leaf('household.rural', 'equal', true), leaf('person.inDibao', 'equal', true)] },
        },
      }),
    ).toEqual([
      `WITH person_with_household AS NOT MATERIALIZED (
  SELECT person.*,
    household.rural AS household_rural
  FROM person AS person
  JOIN household AS household ON household.household_id = person.household_id
),
person_tests AS NOT MATERIALIZED (
  SELECT *,
    household_rural AND in_dibao AS tiny_rule_one_test
  FROM person_with_household
)
SELECT household_id, person_id, member,
  coalesce(CAST(tiny_rule_one_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status
FROM person_tests`,
    ]);
  });
});
