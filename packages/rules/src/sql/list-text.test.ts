import { describe, expect, it } from 'vitest';
import { villageFacts as facts } from './testing/formulas.ts';
import { type Asked, written } from './testing/written.ts';

// How formulas over lists are written: those that a column holds, and those that are the same in every row.

describe('the entries of a column are counted', () => {
  it.each<[string, Asked, ...string[]]>([
    ['count(household.supportKinds)', { unit: '1' }, 'len(support_kinds) AS own'],
    [
      "count(household.supportKinds, entry = 'industry')",
      { unit: '1' },
      "coalesce(len(list_filter(support_kinds, lambda entry: entry = 'industry')), 0) AS own_low",
      "len(list_filter(support_kinds, lambda entry: coalesce(entry = 'industry', TRUE))) AS own_high",
    ],
    [
      'count(household.supportKinds, village.creditRated)',
      { unit: '1' },
      'coalesce(len(list_filter(support_kinds, lambda entry: NULL)), 0) AS own_low',
      'len(support_kinds) AS own_high',
    ],
    ['count(household.supportKinds, village.creditRated)', { unit: '1', facts }, 'len(support_kinds) AS own'],
    [
      'count(household.supportKinds, not village.creditRated)',
      { unit: '1', facts },
      'len(list_filter(support_kinds, lambda entry: FALSE)) AS own',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('the entries of a column are added up', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'sum(household.annualPlanYears, entry)',
      { unit: '1' },
      'CASE WHEN len(list_filter(annual_plan_years, lambda entry: entry IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce(entry, 0))), 0) END AS own',
    ],
    [
      'sum(household.annualPlanYears, entry, entry > 2016)',
      { unit: '1' },
      'CASE WHEN len(list_filter(annual_plan_years, lambda entry: coalesce(entry > 2016, TRUE) AND entry IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce(CASE WHEN entry > 2016 THEN entry WHEN NOT (entry > 2016) THEN 0 ELSE least(0, entry) END, 0))), 0) END AS own_low',
      'CASE WHEN len(list_filter(annual_plan_years, lambda entry: coalesce(entry > 2016, TRUE) AND entry IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce(CASE WHEN entry > 2016 THEN entry WHEN NOT (entry > 2016) THEN 0 ELSE greatest(0, entry) END, 0))), 0) END AS own_high',
    ],
    [
      'sum(household.annualPlanYears, household.mainBusinessCount * 1[1/item])',
      { unit: '1' },
      'CASE WHEN len(list_filter(annual_plan_years, lambda entry: coalesce(main_business_count, 0) IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce(coalesce(main_business_count, 0), 0))), 0) END AS own_low',
      'CASE WHEN len(list_filter(annual_plan_years, lambda entry: main_business_count IS NULL)) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: coalesce(main_business_count, 0))), 0) END AS own_high',
    ],
    [
      'sum(household.annualPlanYears, count(village.annualPlanYears))',
      { unit: '1' },
      'CASE WHEN annual_plan_years IS NOT NULL THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: 0)), 0) END AS own_low',
      'CASE WHEN len(annual_plan_years) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: 0)), 0) END AS own_high',
    ],
    [
      'sum(household.annualPlanYears, count(village.annualPlanYears))',
      { unit: '1', facts },
      'CASE WHEN annual_plan_years IS NOT NULL THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: 2)), 0) END AS own',
    ],
    [
      'sum(household.annualPlanYears, 0 - count(village.annualPlanYears), entry > 2016)',
      { unit: '1', facts },
      'CASE WHEN annual_plan_years IS NOT NULL THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: CASE WHEN entry > 2016 THEN -2 WHEN NOT (entry > 2016) THEN 0 ELSE least(0, -2) END)), 0) END AS own_low',
      'CASE WHEN annual_plan_years IS NOT NULL THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: CASE WHEN entry > 2016 THEN -2 WHEN NOT (entry > 2016) THEN 0 ELSE greatest(0, -2) END)), 0) END AS own_high',
    ],
    [
      'sum(household.annualPlanYears, village.collectiveIncome * 1[year], entry > 2016)',
      { unit: 'yuan' },
      'CASE WHEN len(list_filter(annual_plan_years, lambda entry: coalesce(entry > 2016, TRUE))) = 0 THEN coalesce(list_sum(list_transform(annual_plan_years, lambda entry: 0)), 0) END AS own',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('of the entries of a column is asked', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'any(household.visitDates, entry > 2017-01-01)',
      {},
      "CASE WHEN len(list_filter(visit_dates, lambda entry: entry > (DATE '2017-01-01'))) > 0 THEN TRUE WHEN len(list_filter(visit_dates, lambda entry: (entry > (DATE '2017-01-01')) IS NULL)) = 0 THEN FALSE END AS own",
    ],
    [
      'every(household.visitDates, entry > 2017-01-01)',
      {},
      "CASE WHEN len(list_filter(visit_dates, lambda entry: NOT (entry > (DATE '2017-01-01')))) > 0 THEN FALSE WHEN len(list_filter(visit_dates, lambda entry: (entry > (DATE '2017-01-01')) IS NULL)) = 0 THEN TRUE END AS own",
    ],
    ['any(household.visitDates, village.creditRated)', {}, 'CASE WHEN len(visit_dates) = 0 THEN FALSE END AS own'],
    ['every(household.visitDates, village.creditRated)', {}, 'CASE WHEN len(visit_dates) = 0 THEN TRUE END AS own'],
    [
      'any(household.visitDates, village.creditRated)',
      { facts },
      'CASE WHEN len(visit_dates) > 0 THEN TRUE WHEN visit_dates IS NOT NULL THEN FALSE END AS own',
    ],
    [
      'every(household.visitDates, village.creditRated)',
      { facts },
      'CASE WHEN visit_dates IS NOT NULL THEN TRUE END AS own',
    ],
    [
      'any(household.visitDates, not village.creditRated)',
      { facts },
      'CASE WHEN visit_dates IS NOT NULL THEN FALSE END AS own',
    ],
    [
      'every(household.visitDates, not village.creditRated)',
      { facts },
      'CASE WHEN len(visit_dates) > 0 THEN FALSE WHEN visit_dates IS NOT NULL THEN TRUE END AS own',
    ],
    [
      'any(household.visitDates, any(household.annualPlanYears, entry > 2016))',
      {},
      'CASE WHEN len(list_filter(visit_dates, lambda entry: CASE WHEN len(list_filter(annual_plan_years, lambda entry_2: entry_2 > 2016)) > 0 THEN TRUE WHEN len(list_filter(annual_plan_years, lambda entry_2: (entry_2 > 2016) IS NULL)) = 0 THEN FALSE END)) > 0 THEN TRUE WHEN len(list_filter(visit_dates, lambda entry: CASE WHEN len(list_filter(annual_plan_years, lambda entry_2: entry_2 > 2016)) > 0 THEN TRUE WHEN len(list_filter(annual_plan_years, lambda entry_2: (entry_2 > 2016) IS NULL)) = 0 THEN FALSE END IS NULL)) = 0 THEN FALSE END AS own',
    ],
    [
      "any(household.visitDates, any(village.measures, measure.kind = 'funds' and entry > 2017-01-01))",
      { facts },
      "CASE WHEN len(list_filter(visit_dates, lambda entry: entry > (DATE '2017-01-01'))) > 0 THEN TRUE WHEN len(list_filter(visit_dates, lambda entry: (entry > (DATE '2017-01-01')) IS NULL)) = 0 THEN FALSE END AS own",
    ],
    [
      'any(household.visitDates, any(village.partyMeetingDates, entry > 2017-01-01 and household.rural))',
      { facts },
      "CASE WHEN len(list_filter(visit_dates, lambda entry: ((DATE '2016-12-31') > (DATE '2017-01-01') AND rural) OR ((DATE '2017-02-28') > (DATE '2017-01-01') AND rural))) > 0 THEN TRUE WHEN len(list_filter(visit_dates, lambda entry: (((DATE '2016-12-31') > (DATE '2017-01-01') AND rural) OR ((DATE '2017-02-28') > (DATE '2017-01-01') AND rural)) IS NULL)) = 0 THEN FALSE END AS own",
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('the first and the last day of a column', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'earliest(household.visitDates)',
      { day: true },
      'list_min(list_transform(visit_dates, lambda entry: entry)) AS own',
    ],
    [
      'latest(household.visitDates)',
      { day: true },
      'list_max(list_transform(visit_dates, lambda entry: entry)) AS own',
    ],
    [
      'latest(household.visitDates, entry, entry > 2017-01-01)',
      { day: true },
      "CASE WHEN len(list_filter(visit_dates, lambda entry: (entry > (DATE '2017-01-01')) IS NULL)) = 0 THEN list_max(list_transform(list_filter(visit_dates, lambda entry: entry > (DATE '2017-01-01')), lambda entry: entry)) END AS own",
    ],
    [
      'latest(household.visitDates, firstOfNextMonth(entry))',
      { day: true },
      "CASE WHEN len(list_filter(visit_dates, lambda entry: CAST(date_trunc('month', entry) + to_months(1) AS DATE) IS NULL)) = 0 THEN list_max(list_transform(visit_dates, lambda entry: CAST(date_trunc('month', entry) + to_months(1) AS DATE))) END AS own",
    ],
    [
      'latest(household.visitDates, entry, village.creditRated)',
      { day: true },
      'CASE WHEN len(visit_dates) = 0 THEN list_max(list_transform(list_filter(visit_dates, lambda entry: NULL), lambda entry: entry)) END AS own',
    ],
    [
      'latest(household.visitDates, entry, not village.creditRated)',
      { day: true, facts },
      'list_max(list_transform(list_filter(visit_dates, lambda entry: FALSE), lambda entry: entry)) AS own',
    ],
    [
      'latest(household.visitDates, household.exitDate)',
      { day: true },
      'CASE WHEN len(list_filter(visit_dates, lambda entry: exit_date IS NULL)) = 0 THEN list_max(list_transform(visit_dates, lambda entry: exit_date)) END AS own',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('of a list that is the same for all', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'count(village.annualPlanYears, entry < year(household.exitDate)) > household.memberCount * 1[1/person]',
      {},
      'CASE WHEN 0 > member_count_known THEN TRUE END AS own',
    ],
    [
      'count(village.annualPlanYears, entry < year(household.exitDate))',
      { unit: '1', facts },
      'CASE WHEN 2016 < year(exit_date) THEN 1 WHEN NOT (2016 < year(exit_date)) THEN 0 ELSE least(0, 1) END + CASE WHEN 2017 < year(exit_date) THEN 1 WHEN NOT (2017 < year(exit_date)) THEN 0 ELSE least(0, 1) END AS own_low',
      'CASE WHEN 2016 < year(exit_date) THEN 1 WHEN NOT (2016 < year(exit_date)) THEN 0 ELSE greatest(0, 1) END + CASE WHEN 2017 < year(exit_date) THEN 1 WHEN NOT (2017 < year(exit_date)) THEN 0 ELSE greatest(0, 1) END AS own_high',
    ],
    [
      'count(village.annualPlanYears, entry < 2017 and household.rural)',
      { unit: '1', facts },
      'CASE WHEN rural THEN 1 WHEN NOT rural THEN 0 ELSE least(0, 1) END AS own_low',
      'CASE WHEN rural THEN 1 WHEN NOT rural THEN 0 ELSE greatest(0, 1) END AS own_high',
    ],
    [
      'sum(village.annualPlanYears, household.mainBusinessCount * 1[1/item], entry < 2017)',
      { unit: '1', facts },
      'coalesce(main_business_count, 0) AS own_low',
      'main_business_count AS own_high',
    ],
    [
      'sum(village.annualPlanYears, household.mainBusinessCount * 1[1/item], entry < 2017 and household.rural)',
      { unit: '1', facts },
      'CASE WHEN coalesce(rural, TRUE) AND coalesce(main_business_count, 0) IS NULL THEN NULL ELSE coalesce(CASE WHEN rural THEN coalesce(main_business_count, 0) WHEN NOT rural THEN 0 ELSE least(0, coalesce(main_business_count, 0)) END, 0) END AS own_low',
      'CASE WHEN coalesce(rural, TRUE) AND main_business_count IS NULL THEN NULL ELSE coalesce(CASE WHEN rural THEN main_business_count WHEN NOT rural THEN 0 ELSE greatest(0, main_business_count) END, 0) END AS own_high',
    ],
    [
      'sum(village.annualPlanYears, household.mainBusinessCount * 1[1/item], household.rural) < household.memberCount * 1[1/person]',
      {},
    ],
    [
      'sum(village.annualPlanYears, 0 - entry, entry < 2017 and household.rural)',
      { unit: '1', facts },
      'CASE WHEN rural THEN -2016 WHEN NOT rural THEN 0 ELSE least(0, -2016) END AS own_low',
      'CASE WHEN rural THEN -2016 WHEN NOT rural THEN 0 ELSE greatest(0, -2016) END AS own_high',
    ],
    [
      'any(village.partyMeetingDates, entry >= household.exitDate)',
      { facts },
      "(DATE '2016-12-31') >= exit_date OR (DATE '2017-02-28') >= exit_date AS own",
    ],
    [
      'every(village.partyMeetingDates, entry >= household.exitDate)',
      { facts },
      "(DATE '2016-12-31') >= exit_date AND (DATE '2017-02-28') >= exit_date AS own",
    ],
    ["any(village.measures, measure.kind = 'funds' and household.rural)", { facts }, 'rural AS own'],
    [
      'any(village.measures, any(household.visitDates, entry > 2017-01-01) and household.rural)',
      { facts },
      "CASE WHEN len(list_filter(visit_dates, lambda entry: entry > (DATE '2017-01-01'))) > 0 THEN TRUE WHEN len(list_filter(visit_dates, lambda entry: (entry > (DATE '2017-01-01')) IS NULL)) = 0 THEN FALSE END AND rural AS own",
    ],
    [
      'earliest(village.partyMeetingDates, firstOfNextMonth(household.exitDate))',
      { day: true, facts },
      "CASE WHEN NOT (CAST(date_trunc('month', exit_date) + to_months(1) AS DATE) IS NULL) THEN least(CAST(date_trunc('month', exit_date) + to_months(1) AS DATE), CAST(date_trunc('month', exit_date) + to_months(1) AS DATE)) END AS own",
    ],
    [
      'latest(village.partyMeetingDates, entry, entry < household.exitDate)',
      { day: true, facts },
      "CASE WHEN NOT (((DATE '2016-12-31') < exit_date) IS NULL OR ((DATE '2016-12-31') < exit_date AND (DATE '2016-12-31') IS NULL) OR ((DATE '2017-02-28') < exit_date) IS NULL OR ((DATE '2017-02-28') < exit_date AND (DATE '2017-02-28') IS NULL)) THEN greatest(CASE WHEN (DATE '2016-12-31') < exit_date THEN DATE '2016-12-31' END, CASE WHEN (DATE '2017-02-28') < exit_date THEN DATE '2017-02-28' END) END AS own",
    ],
    [
      'ifAbsent(household.exitDate, latest(village.partyMeetingDates, entry, household.rural))',
      { day: true, facts: { village: { partyMeetingDates: [] } } },
      'exit_date AS own',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});
