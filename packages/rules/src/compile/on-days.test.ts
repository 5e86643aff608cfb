import { describe, expect, it } from 'vitest';
import { day, evaluated, infinity } from '../testing/evaluated.ts';

describe('dates', () => {
  const dated = (formula: string, household: Record<string, unknown> = {}) => evaluated(formula, household, '');

  it.each<[string, unknown]>([
    ['addDays(household.exitDate, 1)', '2016-03-01'],
    ['addDays(household.exitDate, 0-1)', '2016-02-28'],
    ['addMonths(household.exitDate, 1)', '2016-03-29'],
    ['addYears(household.exitDate, 1)', '2017-02-28'],
    ['firstOfNextMonth(household.exitDate)', '2016-03-01'],
    ['date.on', day],
    ['if(household.exitDate < date.on, household.exitDate, date.on)', '2016-02-29'],
  ])('%s is %s', (formula, expected) => {
    expect(dated(formula, { exitDate: '2016-02-29' })).toBe(expected);
    if (formula.includes('exitDate')) expect(dated(formula)).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    ['earliest(household.visitDates)', { visitDates: ['2016-03-01', '2016-02-29', '2016-12-31'] }, '2016-02-29'],
    ['latest(household.visitDates)', { visitDates: ['2016-03-01', '2016-12-31', '2016-02-29'] }, '2016-12-31'],
    ['latest(household.visitDates)', { visitDates: ['2016-03-01'] }, '2016-03-01'],
    ['latest(household.visitDates)', { visitDates: [] }, undefined],
    ['latest(household.visitDates)', {}, undefined],
    ['latest(household.visitDates, addMonths(entry, 1))', { visitDates: ['2016-01-31', '2016-01-01'] }, '2016-02-29'],
    [
      'latest(household.visitDates, entry, entry <= date.on)',
      { visitDates: ['2017-06-15', '2017-06-16'] },
      '2017-06-15',
    ],
    ['earliest(household.visitDates, entry, entry > date.on)', { visitDates: ['2017-06-15'] }, undefined],
    ['earliest(household.visitDates, entry, entry < household.exitDate)', { visitDates: ['2017-06-15'] }, undefined],
    [
      'earliest(household.identificationReviews, review.date)',
      { identificationReviews: [{ date: '2016-05-02' }, { date: '2016-05-01' }] },
      '2016-05-01',
    ],
    [
      'earliest(household.identificationReviews, review.date)',
      { identificationReviews: [{ date: '2016-05-02' }, {}] },
      undefined,
    ],
    [
      "latest(household.identificationReviews, review.date, review.result = 'kept')",
      {
        identificationReviews: [
          { date: '2016-05-02', result: 'kept' },
          { date: '2016-05-03', result: 'left' },
        ],
      },
      '2016-05-02',
    ],
    [
      "latest(household.identificationReviews, review.date, review.result = 'kept')",
      { identificationReviews: [{ date: '2016-05-02', result: 'kept' }, { result: 'left' }] },
      '2016-05-02',
    ],
    [
      "latest(household.identificationReviews, review.date, review.result = 'kept')",
      { identificationReviews: [{ date: '2016-05-02', result: 'kept' }, { date: '2016-05-03' }] },
      undefined,
    ],
    [
      'latest(household.members, person.birthDate, person.enrolled)',
      {
        members: [
          { birthDate: '2005-01-01', enrolled: true },
          { birthDate: '2006-01-01', enrolled: false },
        ],
      },
      '2005-01-01',
    ],
    ['min(household.exitDate, date.on)', { exitDate: '2017-06-14' }, '2017-06-14'],
    ['min(household.exitDate, date.on)', { exitDate: '2017-06-16' }, '2017-06-15'],
    ['max(household.exitDate, date.on)', { exitDate: '2017-06-14' }, '2017-06-15'],
    ['max(household.exitDate, date.on)', { exitDate: '2017-06-16' }, '2017-06-16'],
    ['max(household.exitDate, date.on)', {}, undefined],
    ['max(2017-06-15, date.on)', {}, '2017-06-15'],
    ['min(household.exitDate, unknown)', { exitDate: '2017-06-16' }, undefined],
  ])('%s of %j is %s', (formula, household, expected) => {
    expect(dated(formula, household)).toBe(expected);
  });

  it('days between two dates are counted over leap days and backwards', () => {
    const days = (exitDate?: string) => evaluated('daysBetween(household.exitDate, date.on)', { exitDate }, 'days');
    expect(days('2017-06-14')).toBe(1);
    expect(days('2017-06-15')).toBe(0);
    expect(days('2017-06-16')).toBe(-1);
    expect(days('2016-02-28')).toBe(473);
    expect(days()).toBeUndefined();
    expect(evaluated('daysBetween(date.on, household.exitDate)', {}, 'days')).toBeUndefined();
    expect(dated('daysBetween(household.exitDate, date.on) > 30', { exitDate: '2017-05-15' })).toBe(true);
    expect(dated('daysBetween(household.exitDate, date.on) > 30', { exitDate: '2017-05-16' })).toBe(false);
    expect(dated('daysBetween(household.exitDate, date.on) > 30')).toBeUndefined();
  });

  it('years are counted to the day', () => {
    const years = (exitDate?: string) =>
      evaluated('completedYears(household.exitDate, date.on)', { exitDate }, 'years');
    expect(years('2015-06-15')).toBe(2);
    expect(years('2015-06-16')).toBe(1);
    expect(years('2018-01-01')).toBe(0);
    expect(years()).toEqual([0, infinity]);
    expect(evaluated('completedYears(date.on, household.exitDate)', {}, 'years')).toEqual([0, infinity]);
    expect(dated('year(household.exitDate) = 2016', { exitDate: '2016-12-31' })).toBe(true);
    expect(dated('year(household.exitDate) = 2016')).toBeUndefined();
  });

  it('a step that leaves the calendar is unknown', () => {
    for (const months of [12_000, 999_999_999_999]) {
      expect(
        dated('addMonths(household.exitDate, household.loan.termMonths)', {
          exitDate: '2016-02-29',
          loan: { termMonths: months },
        }),
      ).toBeUndefined();
    }
    expect(
      dated('addMonths(household.exitDate, household.loan.termMonths)', { exitDate: '2016-02-29' }),
    ).toBeUndefined();
  });
});
