import type { Village } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { leaf } from '../testing/tiny-policy.ts';
import { writtenRule } from './testing/written.ts';

// How conditions are written: as SQL's own logic of three values where that is exact, else taken apart by a fact's classes.

/** One or two of three measures are funds. */
const village: Village = { measures: [{ kind: 'industry' }, { kind: 'funds' }, {}] };

const is = (key: string, value: unknown = true) => leaf(`household.${key}`, 'equal', value);
const number = (operator: string, value: number) => leaf('household.mainBusinessCount', operator, value);
const students = (operator: string, value: number) => leaf('household.students', operator, value);
const funds = (operator: string, value: number) => leaf('village.fundCount', operator, value);
const [rural, contacted, recognised, foodSecure] = ['rural', 'contacted', 'recognised', 'foodSecure'].map((key) =>
  is(key),
) as [object, object, object, object];
const secured = ['clothingSecure', 'safeHousingSecured', 'basicMedicalSecured', 'exitStable', 'isLowIncome'].map(
  (key) => is(key),
);
const others = ['willingToWork', 'needsRecorded', 'compulsoryEducationSecured', 'creditRated', 'registered'].map(
  (key) => is(key),
);
const wide = [
  [rural, ...secured],
  [contacted, ...others],
] as const;

/** The test of a household's only rule; its status where nothing is worked out before. */
function written(when: object, change: Parameters<typeof writtenRule>[1] = {}): string | undefined {
  return writtenRule(when, change)[0];
}

describe('a condition', () => {
  it.each<readonly [string, object, string]>([
    ['all', { all: [rural, contacted] }, 'rural AND contacted AS tiny_rule_one_test'],
    ['any', { any: [rural, contacted] }, 'rural OR contacted AS tiny_rule_one_test'],
    ['not all', { not: { all: [rural, contacted] } }, 'NOT (rural AND contacted) AS tiny_rule_one_test'],
    [
      'a code that is none of these',
      leaf('household.type', 'notIn', ['dibao', 'wubao']),
      "type NOT IN ('dibao', 'wubao') AS tiny_rule_one_test",
    ],
    ['a code that is not this', leaf('household.type', 'notEqual', 'dibao'), "type <> 'dibao' AS tiny_rule_one_test"],
    ['the same twice', { all: [rural, contacted, rural] }, 'contacted AND rural AS tiny_rule_one_test'],
    [
      'a code that everybody has',
      leaf('household.type', 'in', ['general', 'dibao-assisted', 'dibao', 'wubao', 'none']),
      'CAST(1 AS TINYINT) AS tiny_rule_one_status',
    ],
    ['not what nobody can have', { not: number('lessThan', 0) }, 'CAST(1 AS TINYINT) AS tiny_rule_one_status'],
    [
      'not what nobody can have, and more',
      { all: [{ not: number('lessThan', 0) }, rural] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'not what everybody has',
      { not: number('greaterThanInclusive', 0) },
      'CAST(0 AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'a fact that comes back and says the same',
      { any: [{ all: [rural, { not: contacted }] }, { all: [rural, foodSecure] }] },
      '(rural AND NOT contacted) OR (rural AND food_secure) AS tiny_rule_one_test',
    ],
    ['what is never so', { all: [rural, is('rural', false)] }, 'CAST(0 AS TINYINT) AS tiny_rule_one_status'],
    ['what is always so', { any: [rural, is('rural', false)] }, 'CAST(1 AS TINYINT) AS tiny_rule_one_status'],
    [
      'what nobody can have',
      { any: [number('lessThan', 0), rural] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    [
      'a text that comes back',
      { any: [is('gridCell', 'a'), { all: [leaf('household.gridCell', 'notEqual', 'a'), rural] }] },
      "CASE WHEN grid_cell = 'a' THEN TRUE WHEN grid_cell <> 'a' THEN rural ELSE CASE WHEN rural THEN TRUE END END AS tiny_rule_one_test",
    ],
    [
      'either way the same',
      { any: [{ all: [rural, contacted] }, { all: [is('rural', false), contacted] }] },
      'CASE WHEN rural THEN contacted WHEN NOT rural THEN contacted ELSE CASE WHEN contacted THEN TRUE WHEN NOT contacted THEN FALSE END END AS tiny_rule_one_test',
    ],
    [
      'one way or the other',
      { any: [{ all: [rural, contacted] }, { all: [is('rural', false), recognised] }] },
      'CASE WHEN rural THEN contacted WHEN NOT rural THEN recognised ELSE CASE WHEN contacted AND recognised THEN TRUE WHEN NOT contacted AND NOT recognised THEN FALSE END END AS tiny_rule_one_test',
    ],
    [
      'by code',
      {
        any: [
          { all: [is('type', 'dibao'), rural] },
          { all: [is('type', 'wubao'), contacted] },
          { all: [leaf('household.type', 'notIn', ['dibao', 'wubao']), recognised] },
        ],
      },
      "CASE WHEN type IN ('general', 'dibao-assisted', 'none') THEN recognised WHEN type = 'dibao' THEN rural WHEN type = 'wubao' THEN contacted ELSE CASE WHEN recognised AND rural AND contacted THEN TRUE WHEN NOT recognised AND NOT rural AND NOT contacted THEN FALSE END END AS tiny_rule_one_test",
    ],
    [
      'a number between two',
      { all: [number('greaterThan', 1), number('lessThanInclusive', 5)] },
      'main_business_count > 1 AND main_business_count <= 5 AS tiny_rule_one_test',
    ],
    [
      'a number outside of two',
      { any: [number('lessThan', 1), number('greaterThan', 5)] },
      'main_business_count < 1 OR main_business_count > 5 AS tiny_rule_one_test',
    ],
    [
      'a number wherever it lies',
      { any: [number('lessThan', 3), number('greaterThanInclusive', 3)] },
      'CAST(1 AS TINYINT) AS tiny_rule_one_status',
    ],
    [
      'a number known in part',
      students('greaterThan', 1),
      'CASE WHEN students_low > 1 THEN TRUE WHEN students_high <= 1 THEN FALSE END AS tiny_rule_one_test',
    ],
    [
      'a number known in part, between two',
      { all: [students('greaterThan', 1), students('lessThan', 5)] },
      'CASE WHEN students_low > 1 THEN TRUE WHEN students_high <= 1 THEN FALSE END AND CASE WHEN students_high < 5 THEN TRUE WHEN students_low >= 5 THEN FALSE END AS tiny_rule_one_test',
    ],
    [
      'by a number known in part',
      { any: [{ all: [students('lessThan', 2), rural] }, { all: [students('greaterThanInclusive', 2), contacted] }] },
      'CASE WHEN (NOT coalesce(students_low < 2, TRUE) OR rural) AND (NOT coalesce(students_high >= 2, TRUE) OR contacted) THEN TRUE WHEN (NOT coalesce(students_low < 2, TRUE) OR NOT rural) AND (NOT coalesce(students_high >= 2, TRUE) OR NOT contacted) THEN FALSE END AS tiny_rule_one_test',
    ],
    [
      'by that, either way the same',
      { any: [{ all: [students('lessThan', 2), rural] }, { all: [students('greaterThanInclusive', 2), rural] }] },
      'CASE WHEN (NOT coalesce(students_low < 2, TRUE) OR rural) AND (NOT coalesce(students_high >= 2, TRUE) OR rural) THEN TRUE WHEN (NOT coalesce(students_low < 2, TRUE) OR NOT rural) AND (NOT coalesce(students_high >= 2, TRUE) OR NOT rural) THEN FALSE END AS tiny_rule_one_test',
    ],
    [
      'not by that',
      { not: { any: [{ all: [students('lessThan', 2), rural] }, { all: [students('equal', 2), contacted] }] } },
      'NOT CASE WHEN (NOT coalesce(students_low < 2, TRUE) OR rural) AND (NOT (coalesce(students_high >= 2, TRUE) AND coalesce(students_low <= 2, TRUE)) OR contacted) AND NOT coalesce(students_high > 2, TRUE) THEN TRUE WHEN (NOT coalesce(students_low < 2, TRUE) OR NOT rural) AND (NOT (coalesce(students_high >= 2, TRUE) AND coalesce(students_low <= 2, TRUE)) OR NOT contacted) THEN FALSE END AS tiny_rule_one_test',
    ],
    [
      'parts that share no fact',
      {
        all: [
          { any: [rural, { all: [is('rural', false), contacted] }] },
          { any: [recognised, { all: [is('recognised', false), foodSecure] }] },
        ],
      },
      'CASE WHEN rural THEN TRUE WHEN NOT rural THEN contacted ELSE CASE WHEN contacted THEN TRUE END END AND CASE WHEN recognised THEN TRUE WHEN NOT recognised THEN food_secure ELSE CASE WHEN food_secure THEN TRUE END END AS tiny_rule_one_test',
    ],
    [
      'parts of which one joins two others',
      {
        any: [
          { all: [rural, foodSecure] },
          { all: [contacted, recognised] },
          { all: [is('rural', false), is('contacted', false)] },
          is('exitStable'),
        ],
      },
      'CASE WHEN contacted THEN recognised OR (rural AND food_secure) WHEN NOT contacted THEN CASE WHEN rural THEN food_secure WHEN NOT rural THEN TRUE ELSE CASE WHEN food_secure THEN TRUE END END ELSE CASE WHEN (recognised OR (rural AND food_secure)) AND CASE WHEN rural THEN food_secure WHEN NOT rural THEN TRUE ELSE CASE WHEN food_secure THEN TRUE END END THEN TRUE WHEN NOT (recognised OR (rural AND food_secure)) AND NOT CASE WHEN rural THEN food_secure WHEN NOT rural THEN TRUE ELSE CASE WHEN food_secure THEN TRUE END END THEN FALSE END END OR exit_stable AS tiny_rule_one_test',
    ],
    [
      'parts that one between them joins',
      {
        any: [
          { all: [rural, foodSecure] },
          { all: [foodSecure, contacted] },
          { all: [is('rural', false), recognised] },
        ],
      },
      'CASE WHEN rural THEN food_secure OR (food_secure AND contacted) WHEN NOT rural THEN (food_secure AND contacted) OR recognised ELSE CASE WHEN (food_secure OR (food_secure AND contacted)) AND ((food_secure AND contacted) OR recognised) THEN TRUE WHEN NOT (food_secure OR (food_secure AND contacted)) AND NOT ((food_secure AND contacted) OR recognised) THEN FALSE END END AS tiny_rule_one_test',
    ],
    [
      'a number that follows, known or not',
      leaf('household.years', 'greaterThan', 1),
      'years > 1 AS tiny_rule_one_test',
    ],
    [
      'the fact that comes back most first',
      {
        any: [
          { all: [rural, contacted] },
          { all: [is('rural', false), is('contacted', false), recognised] },
          { all: [is('rural', false), foodSecure] },
        ],
      },
      'CASE WHEN rural THEN contacted WHEN NOT rural THEN (NOT contacted AND recognised) OR food_secure ELSE CASE WHEN contacted AND ((NOT contacted AND recognised) OR food_secure) THEN TRUE WHEN NOT contacted AND NOT ((NOT contacted AND recognised) OR food_secure) THEN FALSE END END AS tiny_rule_one_test',
    ],
    [
      'what is unknown for all',
      { any: [{ all: [funds('equal', 1), rural] }, { all: [funds('greaterThan', 1), contacted] }] },
      '(NULL AND rural) OR (NULL AND contacted) AS tiny_rule_one_test',
    ],
    [
      'more than one table holds, all',
      { all: [{ any: wide[0] }, { any: wide[1] }] },
      '(rural OR clothing_secure OR safe_housing_secured OR basic_medical_secured OR exit_stable OR is_low_income) AND (contacted OR willing_to_work OR needs_recorded OR compulsory_education_secured OR credit_rated OR registered_known) AS tiny_rule_one_test',
    ],
    [
      'more than one table holds, not any',
      { not: { any: [{ all: wide[0] }, { all: wide[1] }] } },
      'NOT (rural AND clothing_secure AND safe_housing_secured AND basic_medical_secured AND exit_stable AND is_low_income) AND NOT (contacted AND willing_to_work AND needs_recorded AND compulsory_education_secured AND credit_rated AND registered_known) AS tiny_rule_one_test',
    ],
    [
      'more than one table holds, sharing a fact',
      {
        all: [
          { any: [...wide[0], number('lessThan', 4)] },
          { any: [rural, number('greaterThanInclusive', 4)] },
          { any: wide[1] },
        ],
      },
      'CASE WHEN rural THEN TRUE WHEN NOT rural THEN CASE WHEN main_business_count < 4 THEN FALSE WHEN main_business_count >= 4 THEN clothing_secure OR safe_housing_secured OR basic_medical_secured OR exit_stable OR is_low_income ELSE CASE WHEN NOT (clothing_secure OR safe_housing_secured OR basic_medical_secured OR exit_stable OR is_low_income) THEN FALSE END END ELSE CASE WHEN CASE WHEN main_business_count < 4 THEN FALSE WHEN main_business_count >= 4 THEN clothing_secure OR safe_housing_secured OR basic_medical_secured OR exit_stable OR is_low_income ELSE CASE WHEN NOT (clothing_secure OR safe_housing_secured OR basic_medical_secured OR exit_stable OR is_low_income) THEN FALSE END END THEN TRUE END END AND (contacted OR willing_to_work OR needs_recorded OR compulsory_education_secured OR credit_rated OR registered_known) AS tiny_rule_one_test',
    ],
  ])('%s', (_, when, test) => {
    expect(written(when)).toBe(test);
  });
});

it('is taken apart by a fact up to 65,536 entries of a table', () => {
  // Three classes of each of eight facts, and the unknown one.
  const facts = ['mainBusinessCount', 'perCapitaNetIncome', 'assetIncome', 'loan.amount', 'equity.amount', 'loan.rate'];
  const asks = (operator: string, value: number) =>
    [...facts, 'loan.termMonths', 'loan.interest'].map((fact) => leaf(`household.${fact}`, operator, value));
  const when = { any: [{ all: asks('lessThan', 1) }, { not: { all: asks('lessThanInclusive', 5) } }] };
  expect(written(when)).toMatch(/^CASE WHEN /);
  expect(written({ any: [...when.any, { all: [rural, asks('equal', 1)[0]] }] })).toMatch(
    /^\(main_business_count < 1 AND /,
  );
});

describe('a condition on what is the same for all households, and known in part', () => {
  it.each<readonly [string, object, string]>([
    [
      'settled',
      { all: [funds('lessThan', 3), rural] },
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_one_status',
    ],
    ['open', { any: [funds('greaterThan', 1), rural] }, 'NULL OR rural AS tiny_rule_one_test'],
    [
      'one of two',
      { any: [{ all: [funds('equal', 1), rural] }, { all: [funds('greaterThan', 1), contacted] }] },
      'CASE WHEN rural AND contacted THEN TRUE WHEN NOT rural AND NOT contacted THEN FALSE END AS tiny_rule_one_test',
    ],
  ])('%s', (_, when, test) => {
    expect(written(when, { facts: { village } })).toBe(test);
  });
});
