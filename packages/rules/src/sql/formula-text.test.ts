import { describe, expect, it } from 'vitest';
import { villageFacts as facts } from './testing/formulas.ts';
import { type Asked, written } from './testing/written.ts';

// How formulas are written: their columns, one after the other. That these come to what decide says is tested beside.

describe('a number', () => {
  it.each<[string, Asked, ...string[]]>([
    ['household.loan.amount', { unit: 'yuan' }, 'loan_amount AS own'],
    [
      'household.loan.amount + household.equity.amount',
      { unit: 'yuan' },
      'coalesce(CAST(loan_amount * 100 AS BIGINT), 0) + coalesce(CAST(equity_amount * 100 AS BIGINT), 0) AS own_low',
      'CAST(loan_amount * 100 AS BIGINT) + CAST(equity_amount * 100 AS BIGINT) AS own_high',
    ],
    ['household.mainBusinessCount - 2', { unit: 'items' }, 'main_business_count - 2 AS own'],
    ['household.mainBusinessCount * 3', { unit: 'items' }, 'main_business_count * 3 AS own'],
    [
      'min(household.mainBusinessCount, 5)',
      { unit: 'items' },
      'CASE WHEN coalesce(main_business_count, 0) <= 5 THEN coalesce(main_business_count, 0) WHEN coalesce(main_business_count, 0) > 5 THEN 5 END AS own_low',
      'least(main_business_count, 5) AS own_high',
    ],
    [
      'max(household.mainBusinessCount, 5)',
      { unit: 'items' },
      'greatest(coalesce(main_business_count, 0), 5) AS own_low',
      'CASE WHEN main_business_count >= 5 THEN main_business_count WHEN main_business_count < 5 THEN 5 END AS own_high',
    ],
    ['household.loan.amount * 1.5', { unit: 'yuan' }, 'CAST(loan_amount * 100 AS BIGINT) * 15 AS own'],
    [
      'round(household.loan.amount / 3, down)',
      { unit: 'yuan' },
      'CAST((CAST(loan_amount * 100 AS BIGINT) * 100) // 300 AS BIGINT) AS own',
    ],
    [
      'if(household.rural, household.mainBusinessCount, 1)',
      { unit: 'items' },
      'CASE WHEN rural THEN coalesce(main_business_count, 0) WHEN NOT rural THEN 1 ELSE CASE WHEN coalesce(main_business_count, 0) <= 1 THEN coalesce(main_business_count, 0) WHEN coalesce(main_business_count, 0) > 1 THEN 1 END END AS own_low',
      'CASE WHEN rural THEN main_business_count WHEN NOT rural THEN 1 ELSE CASE WHEN main_business_count >= 1 THEN main_business_count WHEN main_business_count < 1 THEN 1 END END AS own_high',
    ],
    ['ifAbsent(household.mainBusinessCount, 7[items])', { unit: 'items' }, 'coalesce(main_business_count, 7) AS own'],
    [
      'household.loan.amount - village.collectiveIncome * 1[year]',
      { unit: 'yuan', facts },
      'CAST(loan_amount * 100 AS BIGINT) - 50000 AS own',
    ],
    [
      'year(household.exitDate) - year(household.plannedExitDate)',
      { unit: '1' },
      'year(exit_date) - year(planned_exit_date) AS own',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('a truth', () => {
  it.each<[string, Asked, ...string[]]>([
    ['household.mainBusinessCount > 1', {}, 'main_business_count > 1 AS own'],
    ['household.exitDate > 2017-01-01', {}, "exit_date > (DATE '2017-01-01') AS own"],
    ['household.exitDate != household.plannedExitDate', {}, 'exit_date <> planned_exit_date AS own'],
    ["household.type = 'dibao'", {}, "type = 'dibao' AS own"],
    ["household.type in ('dibao')", {}, "type = 'dibao' AS own"],
    ["household.type in ('dibao', 'wubao')", {}, "type IN ('dibao', 'wubao') AS own"],
    ['household.mainBusinessCount in (1)', {}, 'main_business_count = 1 AS own'],
    ['household.mainBusinessCount + 1[item] in (1, 2)', {}, '(main_business_count + 1) IN (1, 2) AS own'],
    [
      'household.exitDate in (2016-01-01, 2017-01-01)',
      {},
      "exit_date IN (DATE '2016-01-01', DATE '2017-01-01') AS own",
    ],
    ['count(village.annualPlanYears) in (1, 2) and household.rural', {}, 'NULL AND rural AS own'],
    ['not household.rural', {}, 'NOT rural AS own'],
    ['household.rural or household.creditRated', {}, 'rural OR credit_rated AS own'],
    ['household.rural and village.creditRated', {}, 'rural AND NULL AS own'],
    ['household.rural and village.creditRated', { facts }, 'rural AS own'],
    [
      'if(household.rural, household.creditRated, false)',
      {},
      'CASE WHEN rural THEN credit_rated WHEN NOT rural THEN FALSE ELSE CASE WHEN credit_rated = FALSE THEN credit_rated END END AS own',
    ],
    ['ifAbsent(household.rural, household.creditRated)', {}, 'coalesce(rural, credit_rated) AS own'],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('a list searched', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      "household.supportKinds contains 'industry'",
      {},
      "CASE WHEN len(support_kinds) = 0 THEN FALSE WHEN support_kinds IS NOT NULL AND 'industry' IS NOT NULL THEN list_contains(support_kinds, 'industry') END AS own",
    ],
    [
      'household.visitDates contains household.exitDate',
      {},
      'CASE WHEN len(visit_dates) = 0 THEN FALSE WHEN visit_dates IS NOT NULL AND exit_date IS NOT NULL THEN list_contains(visit_dates, exit_date) END AS own',
    ],
    [
      'household.annualPlanYears contains year(household.exitDate)',
      {},
      'CASE WHEN len(annual_plan_years) = 0 THEN FALSE WHEN annual_plan_years IS NOT NULL AND year(exit_date) IS NOT NULL THEN list_contains(annual_plan_years, year(exit_date)) END AS own',
    ],
    [
      'household.annualPlanYears contains year(earliest(village.partyMeetingDates))',
      {},
      'CASE WHEN len(annual_plan_years) = 0 THEN FALSE END AS own',
    ],
    [
      'household.annualPlanYears contains year(earliest(village.partyMeetingDates))',
      { facts },
      'CASE WHEN len(annual_plan_years) = 0 THEN FALSE WHEN annual_plan_years IS NOT NULL AND 2016 IS NOT NULL THEN list_contains(annual_plan_years, 2016) END AS own',
    ],
    ['village.annualPlanYears contains year(household.exitDate) or household.rural', {}, 'NULL OR rural AS own'],
    ['village.annualPlanYears contains year(household.exitDate)', { facts }, 'year(exit_date) IN (2016, 2017) AS own'],
    [
      'village.annualPlanYears contains year(household.exitDate) or household.rural',
      { facts: { village: { annualPlanYears: [] } } },
      'rural AS own',
    ],
    [
      'village.partyMeetingDates contains household.exitDate',
      { facts },
      "exit_date IN (DATE '2016-12-31', DATE '2017-02-28') AS own",
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('is it given?', () => {
  it.each<[string, Asked, ...string[]]>([
    ['given(household.gridCell)', {}, "grid_cell <> '' AS own"],
    ['given(household.type)', {}, "type <> '' AS own"],
    ['given(household.visitDates)', {}, 'len(visit_dates) > 0 AS own'],
    ['given(household.mainBusinessCount)', {}, 'CASE WHEN main_business_count IS NOT NULL THEN TRUE END AS own'],
    [
      'given(household.memberCount)',
      {},
      'CASE WHEN coalesce(member_count_known, 0) IS NOT NULL OR member_count_known IS NOT NULL THEN TRUE END AS own',
    ],
    ['given(household.creditRated)', {}, 'CASE WHEN credit_rated IS NOT NULL THEN TRUE END AS own'],
    ['given(household.exitDate)', {}, 'CASE WHEN exit_date IS NOT NULL THEN TRUE END AS own'],
    ['given(household.members)', {}, 'count(*) AS own_of_members', 'own_of_members >= 1 AS own'],
    ['given(household.identificationReviews) or household.rural', {}, 'NULL OR rural AS own'],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('a table', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'aidByStage',
      { subject: 'person', unit: 'yuan' },
      "CASE school_stage WHEN 'none' THEN 0 WHEN 'preschool' THEN 10000 WHEN 'primary' THEN 25050 WHEN 'junior-secondary' THEN 25050 WHEN 'undergraduate' THEN 50000 WHEN 'senior-secondary' THEN 30000 WHEN 'secondary-vocational' THEN 30000 WHEN 'technician-college' THEN 40000 WHEN 'higher-vocational' THEN 50000 WHEN 'postgraduate' THEN 1 END AS own",
    ],
    [
      'aidOfSome',
      { subject: 'person', unit: 'yuan' },
      "CASE school_stage WHEN 'none' THEN -10000 WHEN 'preschool' THEN 1000 WHEN 'primary' THEN 2505 WHEN 'junior-secondary' THEN 2505 WHEN 'undergraduate' THEN 5000 END AS own",
    ],
    [
      'aidOfSome + person.skillCount * 1[yuan/item]',
      { subject: 'person', unit: 'yuan' },
      "CASE school_stage WHEN 'none' THEN -10000 WHEN 'preschool' THEN 1000 WHEN 'primary' THEN 2505 WHEN 'junior-secondary' THEN 2505 WHEN 'undergraduate' THEN 5000 END + coalesce(skill_count * 10, 0) AS own_low",
      "CASE school_stage WHEN 'none' THEN -10000 WHEN 'preschool' THEN 1000 WHEN 'primary' THEN 2505 WHEN 'junior-secondary' THEN 2505 WHEN 'undergraduate' THEN 5000 END + skill_count * 10 AS own_high",
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('a number that follows from others lies within its field', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'household.other + household.mainBusinessCount',
      { unit: 'items', other: ['household.mainBusinessCount * 2', 'items', { min: 1, max: 9 }] },
      'coalesce(other, 0) + coalesce(main_business_count, 0) AS own_low',
      'other + main_business_count AS own_high',
    ],
    [
      'household.other + household.mainBusinessCount * 1[1/item]',
      { unit: '1', other: ['sum(household.annualPlanYears, entry)', '1', { min: 1, max: 9 }] },
      'coalesce(other, 1) + coalesce(main_business_count, 0) AS own_low',
      'coalesce(other, 9) + main_business_count AS own_high',
    ],
    [
      'household.other + household.mainBusinessCount * 1[1/item]',
      { unit: '1', other: ['sum(household.annualPlanYears, entry)', '1', { min: 1 }] },
      'coalesce(other, 1) + coalesce(main_business_count, 0) AS own_low',
      'other + main_business_count AS own_high',
    ],
    [
      'household.other + household.mainBusinessCount * 1[1/item]',
      { unit: '1', other: ['sum(household.annualPlanYears, entry)', '1', { max: 9 }] },
      'other + coalesce(main_business_count, 0) AS own_low',
      'coalesce(other, 9) + main_business_count AS own_high',
    ],
    [
      'household.other + household.mainBusinessCount * 1[1/item]',
      { unit: '1', other: ['sum(household.annualPlanYears, entry)', '1', {}] },
      'other + coalesce(main_business_count, 0) AS own_low',
      'other + main_business_count AS own_high',
    ],
    [
      'household.other * 2',
      { unit: '1', other: ['count(household.annualPlanYears, entry > 2016)', '1', { min: 1, max: 9 }] },
      'CASE WHEN other_low IS NULL AND other_high IS NULL THEN 1 ELSE other_low END * 2 AS own_low',
      'CASE WHEN other_low IS NULL AND other_high IS NULL THEN 9 ELSE other_high END * 2 AS own_high',
    ],
    [
      'household.other * 2',
      { unit: '1', other: ['count(household.annualPlanYears, entry > 2016)', '1', { min: 1 }] },
      'CASE WHEN other_low IS NULL AND other_high IS NULL THEN 1 ELSE other_low END * 2 AS own_low',
      'other_high * 2 AS own_high',
    ],
    [
      'household.other * 2',
      { unit: '1', other: ['count(household.annualPlanYears, entry > 2016)', '1', { max: 9 }] },
      'other_low * 2 AS own_low',
      'CASE WHEN other_low IS NULL AND other_high IS NULL THEN 9 ELSE other_high END * 2 AS own_high',
    ],
    [
      'household.other * 2',
      { unit: '1', other: ['count(household.annualPlanYears, entry > 2016)', '1', {}] },
      'other_low * 2 AS own_low',
      'other_high * 2 AS own_high',
    ],
    [
      'household.other > household.loan.amount',
      { other: ['household.assetIncome * 1[year]', 'yuan', { min: 0 }] },
      'CASE WHEN coalesce(CAST(other * 100 AS BIGINT), 0) > CAST(loan_amount * 100 AS BIGINT) THEN TRUE WHEN CAST(other * 100 AS BIGINT) <= coalesce(CAST(loan_amount * 100 AS BIGINT), 0) THEN FALSE END AS own',
    ],
    [
      'household.other + household.mainBusinessCount * 1[1/item]',
      { unit: '1', facts, other: ['count(village.annualPlanYears)', '1', { min: 5, max: 9 }] },
      '2 + main_business_count AS own',
    ],
    [
      'household.other + household.mainBusinessCount * 1[1/item]',
      { unit: '1', other: ['count(village.annualPlanYears)', '1', { min: 5, max: 9 }] },
      'coalesce(main_business_count, 0) AS own_low',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});
