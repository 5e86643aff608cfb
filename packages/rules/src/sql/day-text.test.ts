import { describe, expect, it } from 'vitest';
import { type Asked, written } from './testing/written.ts';

// How formulas over days are written; no step leads out of the years that a case can have.

describe('days', () => {
  it.each<[string, Asked, ...string[]]>([
    [
      'addDays(household.exitDate, household.mainBusinessCount * 1[day/item])',
      { day: true },
      "CASE WHEN main_business_count >= -73414 AND main_business_count <= 73414 THEN CASE WHEN (exit_date + CAST(main_business_count AS INTEGER)) >= DATE '1900-01-01' AND (exit_date + CAST(main_business_count AS INTEGER)) <= DATE '2100-12-31' THEN exit_date + CAST(main_business_count AS INTEGER) END END AS own",
    ],
    [
      'addDays(household.exitDate, 0 - household.mainBusinessCount * 1[day/item])',
      { day: true },
      "CASE WHEN (0 - main_business_count) >= -73414 AND (0 - main_business_count) <= 73414 THEN CASE WHEN (exit_date + CAST(0 - main_business_count AS INTEGER)) >= DATE '1900-01-01' AND (exit_date + CAST(0 - main_business_count AS INTEGER)) <= DATE '2100-12-31' THEN exit_date + CAST(0 - main_business_count AS INTEGER) END END AS own",
    ],
    [
      'addDays(household.exitDate, household.mainBusinessCount * 2[day/item])',
      { day: true },
      "CASE WHEN (main_business_count * 2) >= -73414 AND (main_business_count * 2) <= 73414 THEN CASE WHEN (exit_date + CAST(main_business_count * 2 AS INTEGER)) >= DATE '1900-01-01' AND (exit_date + CAST(main_business_count * 2 AS INTEGER)) <= DATE '2100-12-31' THEN exit_date + CAST(main_business_count * 2 AS INTEGER) END END AS own",
    ],
    [
      'addMonths(household.exitDate, household.loan.termMonths)',
      { day: true },
      "CASE WHEN loan_term_months >= -2412 AND loan_term_months <= 2412 THEN CASE WHEN CAST(exit_date + to_months(CAST(loan_term_months AS INTEGER)) AS DATE) >= DATE '1900-01-01' AND CAST(exit_date + to_months(CAST(loan_term_months AS INTEGER)) AS DATE) <= DATE '2100-12-31' THEN CAST(exit_date + to_months(CAST(loan_term_months AS INTEGER)) AS DATE) END END AS own",
    ],
    [
      'addYears(household.exitDate, household.mainBusinessCount * 1[year/item])',
      { day: true },
      "CASE WHEN main_business_count >= -201 AND main_business_count <= 201 THEN CASE WHEN CAST(exit_date + to_months(CAST(12 * main_business_count AS INTEGER)) AS DATE) >= DATE '1900-01-01' AND CAST(exit_date + to_months(CAST(12 * main_business_count AS INTEGER)) AS DATE) <= DATE '2100-12-31' THEN CAST(exit_date + to_months(CAST(12 * main_business_count AS INTEGER)) AS DATE) END END AS own",
    ],
    [
      'addDays(household.exitDate, 73414)',
      { day: true },
      "CASE WHEN (exit_date + CAST(73414 AS INTEGER)) >= DATE '1900-01-01' AND (exit_date + CAST(73414 AS INTEGER)) <= DATE '2100-12-31' THEN exit_date + CAST(73414 AS INTEGER) END AS own",
    ],
    [
      'addDays(household.exitDate, 0 - 73414)',
      { day: true },
      "CASE WHEN (exit_date + CAST(-73414 AS INTEGER)) >= DATE '1900-01-01' AND (exit_date + CAST(-73414 AS INTEGER)) <= DATE '2100-12-31' THEN exit_date + CAST(-73414 AS INTEGER) END AS own",
    ],
    [
      'ifAbsent(household.plannedExitDate, addDays(household.exitDate, 73415))',
      { day: true },
      'planned_exit_date AS own',
    ],
    [
      'addMonths(household.exitDate, 2412)',
      { day: true },
      "CASE WHEN CAST(exit_date + to_months(CAST(2412 AS INTEGER)) AS DATE) >= DATE '1900-01-01' AND CAST(exit_date + to_months(CAST(2412 AS INTEGER)) AS DATE) <= DATE '2100-12-31' THEN CAST(exit_date + to_months(CAST(2412 AS INTEGER)) AS DATE) END AS own",
    ],
    [
      'ifAbsent(household.plannedExitDate, addMonths(household.exitDate, 2413))',
      { day: true },
      'planned_exit_date AS own',
    ],
    [
      'addYears(household.exitDate, 201)',
      { day: true },
      "CASE WHEN CAST(exit_date + to_months(CAST(12 * 201 AS INTEGER)) AS DATE) >= DATE '1900-01-01' AND CAST(exit_date + to_months(CAST(12 * 201 AS INTEGER)) AS DATE) <= DATE '2100-12-31' THEN CAST(exit_date + to_months(CAST(12 * 201 AS INTEGER)) AS DATE) END AS own",
    ],
    [
      'ifAbsent(household.plannedExitDate, addYears(household.exitDate, 202))',
      { day: true },
      'planned_exit_date AS own',
    ],
    [
      'firstOfNextMonth(household.exitDate)',
      { day: true },
      "CAST(date_trunc('month', exit_date) + to_months(1) AS DATE) AS own",
    ],
    ['year(household.exitDate)', { unit: '1' }, 'year(exit_date) AS own'],
    [
      'completedYears(household.exitDate, household.plannedExitDate)',
      { unit: 'years' },
      'CASE WHEN planned_exit_date < exit_date THEN 0 WHEN CAST(exit_date + to_months(CAST(12 * (year(planned_exit_date) - year(exit_date)) AS INTEGER)) AS DATE) <= planned_exit_date THEN year(planned_exit_date) - year(exit_date) WHEN CAST(exit_date + to_months(CAST(12 * (year(planned_exit_date) - year(exit_date)) AS INTEGER)) AS DATE) > planned_exit_date THEN year(planned_exit_date) - year(exit_date) - 1 END AS own',
    ],
    [
      'completedYears(2016-02-29, household.exitDate)',
      { unit: 'years' },
      "CASE WHEN exit_date < (DATE '2016-02-29') THEN 0 WHEN CAST((DATE '2016-02-29') + to_months(CAST(12 * (year(exit_date) - year(DATE '2016-02-29')) AS INTEGER)) AS DATE) <= exit_date THEN year(exit_date) - year(DATE '2016-02-29') WHEN CAST((DATE '2016-02-29') + to_months(CAST(12 * (year(exit_date) - year(DATE '2016-02-29')) AS INTEGER)) AS DATE) > exit_date THEN year(exit_date) - year(DATE '2016-02-29') - 1 END AS own",
    ],
    [
      'daysBetween(household.exitDate, household.plannedExitDate)',
      { unit: 'days' },
      "date_diff('day', exit_date, planned_exit_date) AS own",
    ],
    [
      'ifAbsent(household.plannedExitDate, addDays(village.exitDate, household.mainBusinessCount * 1[day/item]))',
      { day: true },
      'planned_exit_date AS own',
    ],
    [
      'ifAbsent(household.plannedExitDate, addDays(household.exitDate, daysBetween(village.exitDate, household.exitDate)))',
      { day: true },
      'planned_exit_date AS own',
    ],
    [
      'ifAbsent(household.plannedExitDate, firstOfNextMonth(village.exitDate))',
      { day: true },
      'planned_exit_date AS own',
    ],
    [
      'ifAbsent(household.plannedExitDate, firstOfNextMonth(addDays(household.exitDate, 73415)))',
      { day: true },
      'planned_exit_date AS own',
    ],
    ['year(village.exitDate) + year(household.exitDate) > 1', {}],
    ['year(addDays(household.exitDate, 73415)) > 1', {}],
    [
      'completedYears(village.exitDate, household.exitDate) < household.memberCount * 1[year/person]',
      {},
      'CASE WHEN 0 >= member_count_known THEN FALSE END AS own',
    ],
    [
      'completedYears(household.exitDate, village.exitDate) < household.memberCount * 1[year/person]',
      {},
      'CASE WHEN 0 >= member_count_known THEN FALSE END AS own',
    ],
    ['daysBetween(village.exitDate, household.exitDate) < household.memberCount * 1[day/person]', {}],
    ['daysBetween(household.exitDate, village.exitDate) < household.memberCount * 1[day/person]', {}],
    [
      'completedYears(household.exitDate, household.plannedExitDate) >= household.mainBusinessCount * 1[year/item]',
      {},
      'CASE WHEN coalesce(CASE WHEN planned_exit_date < exit_date THEN 0 WHEN CAST(exit_date + to_months(CAST(12 * (year(planned_exit_date) - year(exit_date)) AS INTEGER)) AS DATE) <= planned_exit_date THEN year(planned_exit_date) - year(exit_date) WHEN CAST(exit_date + to_months(CAST(12 * (year(planned_exit_date) - year(exit_date)) AS INTEGER)) AS DATE) > planned_exit_date THEN year(planned_exit_date) - year(exit_date) - 1 END, 0) >= main_business_count THEN TRUE WHEN CASE WHEN planned_exit_date < exit_date THEN 0 WHEN CAST(exit_date + to_months(CAST(12 * (year(planned_exit_date) - year(exit_date)) AS INTEGER)) AS DATE) <= planned_exit_date THEN year(planned_exit_date) - year(exit_date) WHEN CAST(exit_date + to_months(CAST(12 * (year(planned_exit_date) - year(exit_date)) AS INTEGER)) AS DATE) > planned_exit_date THEN year(planned_exit_date) - year(exit_date) - 1 END < coalesce(main_business_count, 0) THEN FALSE END AS own',
    ],
    [
      'daysBetween(household.exitDate, household.plannedExitDate) * 200000000 * 300000000 < 1[day]',
      {},
      "(CAST(date_diff('day', exit_date, planned_exit_date) * 200000000 AS HUGEINT) * 300000000) < 1 AS own",
    ],
    [
      '(daysBetween(household.exitDate, household.plannedExitDate) - 73414[day]) * 10000000 * 10000000 < 1[day]',
      {},
      "(CAST((date_diff('day', exit_date, planned_exit_date) - 73414) * 10000000 AS HUGEINT) * 10000000) < 1 AS own",
    ],
    [
      'year(household.exitDate) * 50000000 * 100000000 < 1',
      {},
      '(CAST(year(exit_date) * 50000000 AS HUGEINT) * 100000000) < 1 AS own',
    ],
    [
      'completedYears(household.exitDate, household.plannedExitDate) * 500000000 * 100000000 < 1[year]',
      {},
      '(CAST(CASE WHEN planned_exit_date < exit_date THEN 0 WHEN CAST(exit_date + to_months(CAST(12 * (year(planned_exit_date) - year(exit_date)) AS INTEGER)) AS DATE) <= planned_exit_date THEN year(planned_exit_date) - year(exit_date) WHEN CAST(exit_date + to_months(CAST(12 * (year(planned_exit_date) - year(exit_date)) AS INTEGER)) AS DATE) > planned_exit_date THEN year(planned_exit_date) - year(exit_date) - 1 END * 500000000 AS HUGEINT) * 100000000) < 1 AS own',
    ],
  ])('%s', (formula, asked, ...columns) => {
    expect(written(formula, asked)).toEqual(columns);
  });
});
