import { describe, expect, it } from 'vitest';
import { villageFacts as facts } from './testing/formulas.ts';
import { type Asked, written } from './testing/written.ts';

// How formulas over members are written: columns of one query over the persons, then what is made of them.

describe('members are counted', () => {
  it.each<[string, Asked, ...string[]]>([
    ['count(household.members)', { unit: 'persons' }, 'count(*) AS own_of_members', 'own_of_members AS own'],
    [
      'count(household.members, person.studiesFullTime)',
      { unit: 'persons' },
      'count(*) FILTER (WHERE studies_full_time) AS own_of_members_low',
      'count(*) FILTER (WHERE coalesce(studies_full_time, TRUE)) AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
    [
      'count(household.members, village.creditRated)',
      { unit: 'persons' },
      'count(*) FILTER (WHERE NULL) AS own_of_members_low',
      'count(*) AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
    [
      'count(household.members, village.creditRated)',
      { unit: 'persons', facts },
      'count(*) AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'count(household.members, not village.creditRated)',
      { unit: 'persons', facts },
      'count(*) FILTER (WHERE FALSE) AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'count(household.members) + household.memberCount',
      { unit: 'persons' },
      'count(*) AS own_of_members',
      'coalesce(own_of_members, 0) + coalesce(member_count_known, 0) AS own_low',
      'own_of_members + member_count_known AS own_high',
    ],
    [
      'count(household.members, person.studiesFullTime) * household.mainBusinessCount',
      { unit: 'item*person' },
      'count(*) FILTER (WHERE studies_full_time) AS own_of_members_low',
      'count(*) FILTER (WHERE coalesce(studies_full_time, TRUE)) AS own_of_members_high',
      'CASE WHEN (own_of_members_low IS NULL AND coalesce(main_business_count > 0, TRUE)) OR (own_of_members_high IS NULL AND coalesce(coalesce(main_business_count, 0) < 0, TRUE)) OR (coalesce(main_business_count, 0) IS NULL AND coalesce(own_of_members_high > 0, TRUE)) OR (main_business_count IS NULL AND coalesce(own_of_members_low < 0, TRUE)) THEN NULL ELSE least(CASE WHEN own_of_members_low = 0 OR coalesce(main_business_count, 0) = 0 THEN 0 ELSE own_of_members_low * coalesce(main_business_count, 0) END, CASE WHEN own_of_members_low = 0 OR main_business_count = 0 THEN 0 ELSE own_of_members_low * main_business_count END, CASE WHEN own_of_members_high = 0 OR coalesce(main_business_count, 0) = 0 THEN 0 ELSE own_of_members_high * coalesce(main_business_count, 0) END, CASE WHEN own_of_members_high = 0 OR main_business_count = 0 THEN 0 ELSE own_of_members_high * main_business_count END) END AS own_low',
      'CASE WHEN (own_of_members_low IS NULL AND coalesce(coalesce(main_business_count, 0) < 0, TRUE)) OR (own_of_members_high IS NULL AND coalesce(main_business_count > 0, TRUE)) OR (coalesce(main_business_count, 0) IS NULL AND coalesce(own_of_members_low < 0, TRUE)) OR (main_business_count IS NULL AND coalesce(own_of_members_high > 0, TRUE)) THEN NULL ELSE greatest(CASE WHEN own_of_members_low = 0 OR coalesce(main_business_count, 0) = 0 THEN 0 ELSE own_of_members_low * coalesce(main_business_count, 0) END, CASE WHEN own_of_members_low = 0 OR main_business_count = 0 THEN 0 ELSE own_of_members_low * main_business_count END, CASE WHEN own_of_members_high = 0 OR coalesce(main_business_count, 0) = 0 THEN 0 ELSE own_of_members_high * coalesce(main_business_count, 0) END, CASE WHEN own_of_members_high = 0 OR main_business_count = 0 THEN 0 ELSE own_of_members_high * main_business_count END) END AS own_high',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('what members have is added up', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'sum(household.members, person.skillCount)',
      { unit: 'items' },
      'CASE WHEN bool_or(coalesce(skill_count, 0) IS NULL) THEN NULL ELSE CAST(sum(coalesce(coalesce(skill_count, 0), 0)) AS BIGINT) END AS own_of_members_low',
      'CASE WHEN bool_or(skill_count IS NULL) THEN NULL ELSE CAST(sum(coalesce(skill_count, 0)) AS BIGINT) END AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
    [
      'sum(household.members, person.skillCount, person.studiesFullTime)',
      { unit: 'items' },
      'CASE WHEN bool_or(coalesce(studies_full_time, TRUE) AND coalesce(skill_count, 0) IS NULL) THEN NULL ELSE CAST(sum(coalesce(CASE WHEN studies_full_time THEN coalesce(skill_count, 0) WHEN NOT studies_full_time THEN 0 ELSE least(0, coalesce(skill_count, 0)) END, 0)) AS BIGINT) END AS own_of_members_low',
      'CASE WHEN bool_or(coalesce(studies_full_time, TRUE) AND skill_count IS NULL) THEN NULL ELSE CAST(sum(coalesce(CASE WHEN studies_full_time THEN skill_count WHEN NOT studies_full_time THEN 0 ELSE greatest(0, skill_count) END, 0)) AS BIGINT) END AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
    [
      'sum(household.members, 0 - person.skillCount, person.studiesFullTime)',
      { unit: 'items' },
      'CASE WHEN bool_or(coalesce(studies_full_time, TRUE) AND (0 - skill_count) IS NULL) THEN NULL ELSE CAST(sum(coalesce(CASE WHEN studies_full_time THEN 0 - skill_count WHEN NOT studies_full_time THEN 0 ELSE least(0, 0 - skill_count) END, 0)) AS BIGINT) END AS own_of_members_low',
      'CASE WHEN bool_or(coalesce(studies_full_time, TRUE) AND coalesce(0 - skill_count, 0) IS NULL) THEN NULL ELSE CAST(sum(coalesce(CASE WHEN studies_full_time THEN coalesce(0 - skill_count, 0) WHEN NOT studies_full_time THEN 0 ELSE greatest(0, coalesce(0 - skill_count, 0)) END, 0)) AS BIGINT) END AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
    [
      'sum(household.members, 2[items], person.studiesFullTime)',
      { unit: 'items' },
      'CAST(sum(CASE WHEN studies_full_time THEN 2 WHEN NOT studies_full_time THEN 0 ELSE least(0, 2) END) AS BIGINT) AS own_of_members_low',
      'CAST(sum(CASE WHEN studies_full_time THEN 2 WHEN NOT studies_full_time THEN 0 ELSE greatest(0, 2) END) AS BIGINT) AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
    [
      'sum(household.members, 2[items])',
      { unit: 'items' },
      'CAST(sum(2) AS BIGINT) AS own_of_members_low',
      'CAST(sum(2) AS BIGINT) AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
    [
      'sum(household.members, village.collectiveIncome * 1[year])',
      { unit: 'yuan' },
      'CASE WHEN bool_or(TRUE) THEN NULL ELSE CAST(sum(0) AS BIGINT) END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'sum(household.members, household.assetIncome * 1[year])',
      { unit: 'yuan' },
      'CASE WHEN bool_or(CAST(household_asset_income * 100 AS BIGINT) IS NULL) THEN NULL ELSE CAST(sum(coalesce(CAST(household_asset_income * 100 AS BIGINT), 0)) AS BIGINT) END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'sum(household.members, household.assetIncome * 1[year], person.studiesFullTime)',
      { unit: 'yuan' },
      'CASE WHEN bool_or(coalesce(studies_full_time, TRUE) AND CAST(household_asset_income * 100 AS BIGINT) IS NULL) THEN NULL ELSE CAST(sum(coalesce(CASE WHEN studies_full_time THEN CAST(household_asset_income * 100 AS BIGINT) WHEN NOT studies_full_time THEN 0 ELSE least(0, CAST(household_asset_income * 100 AS BIGINT)) END, 0)) AS BIGINT) END AS own_of_members_low',
      'CASE WHEN bool_or(coalesce(studies_full_time, TRUE) AND CAST(household_asset_income * 100 AS BIGINT) IS NULL) THEN NULL ELSE CAST(sum(coalesce(CASE WHEN studies_full_time THEN CAST(household_asset_income * 100 AS BIGINT) WHEN NOT studies_full_time THEN 0 ELSE greatest(0, CAST(household_asset_income * 100 AS BIGINT)) END, 0)) AS BIGINT) END AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
    [
      'sum(household.members, year(person.birthDate))',
      { unit: '1' },
      'CASE WHEN bool_or(year(birth_date) IS NULL) THEN NULL ELSE CAST(sum(coalesce(year(birth_date), 0)) AS BIGINT) END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'sum(household.members, count(village.annualPlanYears))',
      { unit: '1' },
      'CAST(sum(0) AS BIGINT) AS own_of_members_low',
      'CASE WHEN bool_or(TRUE) THEN NULL ELSE CAST(sum(0) AS BIGINT) END AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
    [
      'sum(household.members, if(person.studiesFullTime, person.skillCount, 0[items] - 1[item]))',
      { unit: 'items' },
      'CASE WHEN bool_or(CASE WHEN studies_full_time THEN coalesce(skill_count, 0) WHEN NOT studies_full_time THEN -1 ELSE CASE WHEN coalesce(skill_count, 0) <= (-1) THEN coalesce(skill_count, 0) WHEN coalesce(skill_count, 0) > (-1) THEN -1 END END IS NULL) THEN NULL ELSE CAST(sum(coalesce(CASE WHEN studies_full_time THEN coalesce(skill_count, 0) WHEN NOT studies_full_time THEN -1 ELSE CASE WHEN coalesce(skill_count, 0) <= (-1) THEN coalesce(skill_count, 0) WHEN coalesce(skill_count, 0) > (-1) THEN -1 END END, 0)) AS BIGINT) END AS own_of_members_low',
      'CASE WHEN bool_or(CASE WHEN studies_full_time THEN skill_count WHEN NOT studies_full_time THEN -1 ELSE CASE WHEN skill_count >= (-1) THEN skill_count WHEN skill_count < (-1) THEN -1 END END IS NULL) THEN NULL ELSE CAST(sum(coalesce(CASE WHEN studies_full_time THEN skill_count WHEN NOT studies_full_time THEN -1 ELSE CASE WHEN skill_count >= (-1) THEN skill_count WHEN skill_count < (-1) THEN -1 END END, 0)) AS BIGINT) END AS own_of_members_high',
      'own_of_members_low AS own_low',
      'own_of_members_high AS own_high',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('of members is asked', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'any(household.members, person.studiesFullTime)',
      {},
      'CASE WHEN bool_or(studies_full_time) THEN TRUE WHEN NOT bool_or(studies_full_time IS NULL) THEN FALSE END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'every(household.members, person.studiesFullTime)',
      {},
      'CASE WHEN bool_or(NOT studies_full_time) THEN FALSE WHEN NOT bool_or(studies_full_time IS NULL) THEN TRUE END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'any(household.members, village.creditRated)',
      {},
      'CASE WHEN bool_or(NULL) THEN TRUE WHEN NOT bool_or(TRUE) THEN FALSE END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'every(household.members, village.creditRated)',
      {},
      'CASE WHEN bool_or(NULL) THEN FALSE WHEN NOT bool_or(TRUE) THEN TRUE END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'any(household.members, village.creditRated)',
      { facts },
      'CASE WHEN bool_or(TRUE) THEN TRUE ELSE FALSE END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'every(household.members, village.creditRated)',
      { facts },
      'CASE WHEN bool_or(FALSE) THEN FALSE ELSE TRUE END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'any(household.members, not village.creditRated)',
      { facts },
      'CASE WHEN bool_or(FALSE) THEN TRUE ELSE FALSE END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'every(household.members, not village.creditRated)',
      { facts },
      'CASE WHEN bool_or(TRUE) THEN FALSE ELSE TRUE END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'any(household.members, any(household.visitDates, entry > person.birthDate))',
      {},
      'CASE WHEN bool_or(CASE WHEN len(list_filter(household_visit_dates, lambda entry: entry > birth_date)) > 0 THEN TRUE WHEN len(list_filter(household_visit_dates, lambda entry: (entry > birth_date) IS NULL)) = 0 THEN FALSE END) THEN TRUE WHEN NOT bool_or(CASE WHEN len(list_filter(household_visit_dates, lambda entry: entry > birth_date)) > 0 THEN TRUE WHEN len(list_filter(household_visit_dates, lambda entry: (entry > birth_date) IS NULL)) = 0 THEN FALSE END IS NULL) THEN FALSE END AS own_of_members',
      'own_of_members AS own',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});

describe('the first and the last day of members', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'earliest(household.members, person.birthDate)',
      { day: true },
      'CASE WHEN NOT bool_or(birth_date IS NULL) THEN min(birth_date) FILTER (WHERE TRUE) END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'latest(household.members, person.birthDate)',
      { day: true },
      'CASE WHEN NOT bool_or(birth_date IS NULL) THEN max(birth_date) FILTER (WHERE TRUE) END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'latest(household.members, person.birthDate, person.studiesFullTime)',
      { day: true },
      'CASE WHEN NOT bool_or(studies_full_time IS NULL OR (studies_full_time AND birth_date IS NULL)) THEN max(birth_date) FILTER (WHERE studies_full_time) END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'latest(household.members, person.birthDate, not village.creditRated)',
      { day: true, facts },
      'CASE WHEN NOT bool_or(FALSE) THEN max(birth_date) FILTER (WHERE FALSE) END AS own_of_members',
      'own_of_members AS own',
    ],
    [
      'latest(household.members, household.exitDate, person.studiesFullTime)',
      { day: true },
      'CASE WHEN NOT bool_or(studies_full_time IS NULL OR (studies_full_time AND household_exit_date IS NULL)) THEN max(household_exit_date) FILTER (WHERE studies_full_time) END AS own_of_members',
      'own_of_members AS own',
    ],
  ])('%s, %j', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});
