import { describe, expect, it } from 'vitest';
import { villageFacts as facts } from './testing/formulas.ts';
import { type Asked, written } from './testing/written.ts';

// What is known of a number when the SQL is written: where its field ends, and whether 18 digits hold it.

describe('a number that follows, within its field', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'household.other + household.mainBusinessCount * 1[1/item]',
      { unit: '1', other: ['0 - count(household.annualPlanYears)', '1', { min: -5 }] },
      'other + coalesce(main_business_count, 0) AS own_low',
      'coalesce(other, 0) + main_business_count AS own_high',
    ],
    [
      'household.other * 2',
      { unit: '1', other: ['if(household.rural, count(village.annualPlanYears), 0)', '1', { max: 9 }] },
      'other_high * 2 AS own_high',
    ],
    [
      'household.other * 2',
      { unit: '1', other: ['count(village.annualPlanYears) + year(household.exitDate)', '1', { min: 1, max: 9 }] },
      'CASE WHEN other_low IS NULL THEN 1 ELSE other_low END * 2 AS own_low',
      'CASE WHEN other_low IS NULL THEN 9 END * 2 AS own_high',
    ],
    [
      'count(household.supportKinds) + household.mainBusinessCount * 1[1/item]',
      { unit: '1' },
      'coalesce(len(support_kinds), 0) + coalesce(main_business_count, 0) AS own_low',
      'len(support_kinds) + main_business_count AS own_high',
    ],
    [
      'count(village.annualPlanYears) + household.mainBusinessCount * 1[1/item] in (1, 2) or household.rural',
      {},
      'NULL OR rural AS own',
    ],
    [
      'if(household.rural, sum(household.members, year(person.birthDate)), 1)',
      { unit: '1' },
      'CASE WHEN bool_or(year(birth_date) IS NULL) THEN NULL ELSE CAST(sum(coalesce(year(birth_date), 0)) AS BIGINT) END AS own_of_members',
      'CASE WHEN rural THEN own_of_members WHEN NOT rural THEN 1 ELSE CASE WHEN own_of_members <= 1 THEN own_of_members WHEN own_of_members > 1 THEN 1 END END AS own_low',
      'CASE WHEN rural THEN own_of_members WHEN NOT rural THEN 1 ELSE CASE WHEN own_of_members >= 1 THEN own_of_members WHEN own_of_members < 1 THEN 1 END END AS own_high',
    ],
    [
      'sum(household.members, 0 - person.skillCount)',
      { unit: 'items' },
      'CASE WHEN bool_or((0 - skill_count) IS NULL) THEN NULL ELSE CAST(sum(coalesce((0 - skill_count), 0)) AS BIGINT) END AS own_of_members_low',
      'CASE WHEN bool_or(coalesce(0 - skill_count, 0) IS NULL) THEN NULL ELSE CAST(sum(coalesce(coalesce(0 - skill_count, 0), 0)) AS BIGINT) END AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('a product of more than 18 digits', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'aidOfSome * 10000000 * 100000000 > 1[yuan]',
      { subject: 'person' },
      "(CAST(CASE school_stage WHEN 'none' THEN -10000 WHEN 'preschool' THEN 1000 WHEN 'primary' THEN 2505 WHEN 'junior-secondary' THEN 2505 WHEN 'undergraduate' THEN 5000 END * 10000000 AS HUGEINT) * 100000000) > 10 AS own",
    ],
    [
      'aidByStage * 10000000 * 100000000 > 1[yuan]',
      { subject: 'person' },
      "(CAST(CASE school_stage WHEN 'none' THEN 0 WHEN 'preschool' THEN 10000 WHEN 'primary' THEN 25050 WHEN 'junior-secondary' THEN 25050 WHEN 'undergraduate' THEN 50000 WHEN 'senior-secondary' THEN 30000 WHEN 'secondary-vocational' THEN 30000 WHEN 'technician-college' THEN 40000 WHEN 'higher-vocational' THEN 50000 WHEN 'postgraduate' THEN 1 END * 10000000 AS HUGEINT) * 100000000) > 100 AS own",
    ],
    [
      'sum(household.annualPlanYears, household.mainBusinessCount * 1[1/item]) * 100000',
      { unit: '1' },
      'CAST(CASE WHEN len(list_filter(annual_plan_years, lambda entry: coalesce(main_business_count, 0) IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce(coalesce(main_business_count, 0), 0))), 0) END AS HUGEINT) * 100000 AS own_low',
      'CAST(CASE WHEN len(list_filter(annual_plan_years, lambda entry: main_business_count IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce(main_business_count, 0))), 0) END AS HUGEINT) * 100000 AS own_high',
    ],
    [
      'sum(household.annualPlanYears, 0 - household.mainBusinessCount * 1[1/item]) * 100000',
      { unit: '1' },
      'CAST(CASE WHEN len(list_filter(annual_plan_years, lambda entry: (0 - main_business_count) IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce((0 - main_business_count), 0))), 0) END AS HUGEINT) * 100000 AS own_low',
      'CAST(CASE WHEN len(list_filter(annual_plan_years, lambda entry: coalesce(0 - main_business_count, 0) IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce(coalesce(0 - main_business_count, 0), 0))), 0) END AS HUGEINT) * 100000 AS own_high',
    ],
    [
      'sum(village.annualPlanYears, household.mainBusinessCount * 1[1/item], entry < 2017 and household.rural) * 100000000',
      { unit: '1', facts },
      'CAST(CASE WHEN coalesce(rural, TRUE) AND coalesce(main_business_count, 0) IS NULL THEN NULL ELSE coalesce(CASE WHEN rural THEN coalesce(main_business_count, 0) WHEN NOT rural THEN 0 ELSE least(0, coalesce(main_business_count, 0)) END, 0) END AS HUGEINT) * 100000000 AS own_low',
      'CAST(CASE WHEN coalesce(rural, TRUE) AND main_business_count IS NULL THEN NULL ELSE coalesce(CASE WHEN rural THEN main_business_count WHEN NOT rural THEN 0 ELSE greatest(0, main_business_count) END, 0) END AS HUGEINT) * 100000000 AS own_high',
    ],
    [
      'sum(village.annualPlanYears, 0 - household.mainBusinessCount * 1[1/item], entry < 2017 and household.rural) * 100000000',
      { unit: '1', facts },
      'CAST(CASE WHEN coalesce(rural, TRUE) AND (0 - main_business_count) IS NULL THEN NULL ELSE coalesce(CASE WHEN rural THEN 0 - main_business_count WHEN NOT rural THEN 0 ELSE least(0, 0 - main_business_count) END, 0) END AS HUGEINT) * 100000000 AS own_low',
      'CAST(CASE WHEN coalesce(rural, TRUE) AND coalesce(0 - main_business_count, 0) IS NULL THEN NULL ELSE coalesce(CASE WHEN rural THEN coalesce(0 - main_business_count, 0) WHEN NOT rural THEN 0 ELSE greatest(0, coalesce(0 - main_business_count, 0)) END, 0) END AS HUGEINT) * 100000000 AS own_high',
    ],
    [
      'sum(household.members, person.skillCount) * 1000000',
      { unit: 'items' },
      'CASE WHEN bool_or(coalesce(skill_count, 0) IS NULL) THEN NULL ELSE CAST(sum(coalesce(coalesce(skill_count, 0), 0)) AS BIGINT) END AS own_of_members_low',
      'CASE WHEN bool_or(skill_count IS NULL) THEN NULL ELSE CAST(sum(coalesce(skill_count, 0)) AS BIGINT) END AS own_of_members_high',
      'CAST(own_of_members_low AS HUGEINT) * 1000000 AS own_low',
      'CAST(own_of_members_high AS HUGEINT) * 1000000 AS own_high',
    ],
    [
      'sum(household.members, 0 - person.skillCount) * 1000000',
      { unit: 'items' },
      'CASE WHEN bool_or((0 - skill_count) IS NULL) THEN NULL ELSE CAST(sum(coalesce((0 - skill_count), 0)) AS BIGINT) END AS own_of_members_low',
      'CASE WHEN bool_or(coalesce(0 - skill_count, 0) IS NULL) THEN NULL ELSE CAST(sum(coalesce(coalesce(0 - skill_count, 0), 0)) AS BIGINT) END AS own_of_members_high',
      'CAST(own_of_members_low AS HUGEINT) * 1000000 AS own_low',
      'CAST(own_of_members_high AS HUGEINT) * 1000000 AS own_high',
    ],
    [
      'count(household.members) * 100000000 * 1000000000',
      { unit: 'persons' },
      'count(*) AS own_of_members',
      'CAST(own_of_members * 100000000 AS HUGEINT) * 1000000000 AS own',
    ],
    [
      'count(household.supportKinds) * 100000000 * 1000000000',
      { unit: '1' },
      'CAST(len(support_kinds) * 100000000 AS HUGEINT) * 1000000000 AS own',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('what is the same for all households', () => {
  const known = { village: { ...facts.village, exitDate: '2017-05-01', hasBusService: true } };

  it.each<[string, Asked, ...string[]]>([
    [
      'ifAbsent(village.exitDate, household.exitDate)',
      { day: true, facts: known },
      "coalesce(DATE '2017-05-01', exit_date) AS own",
    ],
    ['ifAbsent(village.exitDate, household.exitDate)', { day: true }, 'exit_date AS own'],
    ['ifAbsent(village.hasBusService, household.rural)', { facts: known }],
    ['not ifAbsent(village.hasBusService, household.rural)', {}, 'NOT rural AS own'],
    [
      'ifAbsent(village.collectiveIncome, household.assetIncome) + household.assetIncome',
      { unit: 'yuan/year', facts: known },
      '50000 + CAST(asset_income * 100 AS BIGINT) AS own',
    ],
    ['ifAbsent(village.collectiveIncome, household.assetIncome)', { unit: 'yuan/year' }, 'asset_income AS own'],
    [
      'household.loan.amount * 1000 * 1000 > 1[yuan]',
      {},
      '(CAST(CAST(loan_amount * 100 AS BIGINT) * 1000 AS HUGEINT) * 1000) > 100 AS own',
    ],
    [
      '(household.assetIncome - 1000000000000[yuan/year]) * 60000 > 1[yuan/year]',
      {},
      '(CAST(CAST(asset_income * 100 AS BIGINT) - 100000000000000 AS HUGEINT) * 60000) > 100 AS own',
    ],
    [
      'any(village.partyMeetingDates, any(household.members, person.birthDate < entry))',
      { facts: known },
      "CASE WHEN bool_or(birth_date < (DATE '2016-12-31')) THEN TRUE WHEN NOT bool_or((birth_date < (DATE '2016-12-31')) IS NULL) THEN FALSE END AS own_of_members",
      "CASE WHEN bool_or(birth_date < (DATE '2017-02-28')) THEN TRUE WHEN NOT bool_or((birth_date < (DATE '2017-02-28')) IS NULL) THEN FALSE END AS own_of_members_2",
      'own_of_members OR own_of_members_2 AS own',
    ],
    [
      "any(village.measures, any(household.members, person.inDibao and measure.kind = 'funds'))",
      { facts: known },
      'CASE WHEN bool_or(FALSE) THEN TRUE ELSE FALSE END AS own_of_members',
      'CASE WHEN bool_or(in_dibao) THEN TRUE WHEN NOT bool_or(in_dibao IS NULL) THEN FALSE END AS own_of_members_2',
      'own_of_members OR own_of_members_2 AS own',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('a product of fewer digits', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'sum(household.annualPlanYears, household.mainBusinessCount * 1[1/item]) * 2',
      { unit: '1' },
      'CASE WHEN len(list_filter(annual_plan_years, lambda entry: coalesce(main_business_count, 0) IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce(coalesce(main_business_count, 0), 0))), 0) END * 2 AS own_low',
      'CASE WHEN len(list_filter(annual_plan_years, lambda entry: main_business_count IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce(main_business_count, 0))), 0) END * 2 AS own_high',
    ],
    [
      'sum(household.members, person.skillCount) * 2',
      { unit: 'items' },
      'CASE WHEN bool_or(coalesce(skill_count, 0) IS NULL) THEN NULL ELSE CAST(sum(coalesce(coalesce(skill_count, 0), 0)) AS BIGINT) END AS own_of_members_low',
      'CASE WHEN bool_or(skill_count IS NULL) THEN NULL ELSE CAST(sum(coalesce(skill_count, 0)) AS BIGINT) END AS own_of_members_high',
      'own_of_members_low * 2 AS own_low',
      'own_of_members_high * 2 AS own_high',
    ],
    [
      'sum(village.annualPlanYears, household.mainBusinessCount * 1[1/item], entry < 2017 and household.rural) * 2',
      { unit: '1', facts },
      'CASE WHEN coalesce(rural, TRUE) AND coalesce(main_business_count, 0) IS NULL THEN NULL ELSE coalesce(CASE WHEN rural THEN coalesce(main_business_count, 0) WHEN NOT rural THEN 0 ELSE least(0, coalesce(main_business_count, 0)) END, 0) END * 2 AS own_low',
      'CASE WHEN coalesce(rural, TRUE) AND main_business_count IS NULL THEN NULL ELSE coalesce(CASE WHEN rural THEN main_business_count WHEN NOT rural THEN 0 ELSE greatest(0, main_business_count) END, 0) END * 2 AS own_high',
    ],
    [
      'aidByStage + person.skillCount * 1[yuan/item]',
      { subject: 'person', unit: 'yuan' },
      "coalesce(CASE school_stage WHEN 'none' THEN 0 WHEN 'preschool' THEN 10000 WHEN 'primary' THEN 25050 WHEN 'junior-secondary' THEN 25050 WHEN 'undergraduate' THEN 50000 WHEN 'senior-secondary' THEN 30000 WHEN 'secondary-vocational' THEN 30000 WHEN 'technician-college' THEN 40000 WHEN 'higher-vocational' THEN 50000 WHEN 'postgraduate' THEN 1 END, 0) + coalesce(skill_count * 100, 0) AS own_low",
      "coalesce(CASE school_stage WHEN 'none' THEN 0 WHEN 'preschool' THEN 10000 WHEN 'primary' THEN 25050 WHEN 'junior-secondary' THEN 25050 WHEN 'undergraduate' THEN 50000 WHEN 'senior-secondary' THEN 30000 WHEN 'secondary-vocational' THEN 30000 WHEN 'technician-college' THEN 40000 WHEN 'higher-vocational' THEN 50000 WHEN 'postgraduate' THEN 1 END, 50000) + skill_count * 100 AS own_high",
    ],
  ])('%s', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});
