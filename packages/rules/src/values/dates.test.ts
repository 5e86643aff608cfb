import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYears, completedYears, daysBetween, firstOfNextMonth, isDay, yearOf } from './dates.ts';

const millisecondsPerDay = 86_400_000;
/** Days of the calendar, made without local time. */
const days = fc
  .integer({ min: Date.UTC(1901, 0, 1) / millisecondsPerDay, max: Date.UTC(2099, 11, 31) / millisecondsPerDay })
  .map((number) => new Date(number * millisecondsPerDay).toISOString().slice(0, 10));

describe('isDay', () => {
  it.each(['1900-01-01', '2016-02-29', '2000-02-29', '2016-12-31', '2100-12-31'])('takes %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2017-02-29',
    '1900-02-29',
    '2100-02-29',
    '2016-02-30',
    '2016-04-31',
    '2016-13-01',
    '2016-00-10',
    '2016-01-00',
    '2016-01-32',
    '1899-12-31',
    '2101-01-01',
    '2016-1-1',
    '16-01-01',
    '02016-01-01',
    '2016/01/01',
    '20160101',
    '2016-01-01T00:00:00Z',
    ' 2016-01-01',
    '2016-01-01 ',
    '2016-01-01\n',
    '２０１６-01-01',
    '2016-０1-01',
    '2016年1月1日',
    '-2016-01-01',
    'today',
    '',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it.each([
    [undefined],
    [null],
    [20160101],
    [Number.NaN],
    [true],
    [[]],
    [['2016-01-01']],
    [{}],
    [{ toString: () => '2016-01-01' }],
    [new Date(2016, 0, 1)],
  ])('refuses what is no text: %j', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(typeof isDay(value)).toBe('boolean');
      }),
    );
  });

  it('takes every day of the calendar', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(isDay(day)).toBe(true);
      }),
    );
  });
});

describe('addDays and daysBetween', () => {
  it('undo each other', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  it('agree with the number of the day in UTC', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(daysBetween(a, b)).toBe((Date.parse(b) - Date.parse(a)) / millisecondsPerDay);
      }),
    );
  });

  it.each([
    ['2016-02-28', 1, '2016-02-29'],
    ['2016-02-29', 1, '2016-03-01'],
    ['2017-02-28', 1, '2017-03-01'],
    ['2016-12-31', 1, '2017-01-01'],
    ['2017-01-01', -1, '2016-12-31'],
    ['2017-01-01', 0, '2017-01-01'],
  ])('%s and %d days is %s', (day, count, result) => {
    expect(addDays(day, count)).toBe(result);
  });

  it('is negative when the second day comes first', () => {
    expect(daysBetween('2017-03-01', '2017-02-28')).toBe(-1);
    expect(daysBetween('2017-03-01', '2017-03-01')).toBe(0);
  });
});

describe('addMonths and addYears', () => {
  it.each([
    ['2017-01-31', 1, '2017-02-28'],
    ['2016-01-31', 1, '2016-02-29'],
    ['2016-01-30', 1, '2016-02-29'],
    ['2016-03-31', -1, '2016-02-29'],
    ['2016-08-31', 1, '2016-09-30'],
    ['2016-12-31', 2, '2017-02-28'],
    ['2016-11-15', 14, '2018-01-15'],
    ['2016-05-31', 0, '2016-05-31'],
  ])('%s and %d months is %s', (day, count, result) => {
    expect(addMonths(day, count)).toBe(result);
  });

  it.each([
    ['2016-02-29', 1, '2017-02-28'],
    ['2016-02-29', 4, '2020-02-29'],
    ['2004-02-29', 18, '2022-02-28'],
    ['2017-02-28', -1, '2016-02-28'],
    // Years keep four digits, so that days compare as text.
    ['1900-01-01', -1000, '0900-01-01'],
  ])('%s and %d years is %s', (day, count, result) => {
    expect(addYears(day, count)).toBe(result);
  });

  it('stay inside the month that was meant', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -24, max: 24 }), (day, count) => {
        const month = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(month(addMonths(day, count))).toBe(month(day) + count);
      }),
    );
  });
});

describe('firstOfNextMonth and yearOf', () => {
  it.each([
    ['2016-01-31', '2016-02-01'],
    ['2016-02-29', '2016-03-01'],
    ['2016-12-01', '2017-01-01'],
    ['2016-12-31', '2017-01-01'],
  ])('the month after %s begins on %s', (day, first) => {
    expect(firstOfNextMonth(day)).toBe(first);
  });

  it('reads the year', () => {
    expect(yearOf('2016-12-31')).toBe(2016);
  });
});

describe('completedYears', () => {
  it.each([
    ['2016-03-01', '2017-02-28', 0],
    ['2016-03-01', '2017-03-01', 1],
    ['2016-03-01', '2017-03-02', 1],
    ['2004-02-29', '2022-02-27', 17],
    ['2004-02-29', '2022-02-28', 18],
    ['2004-02-29', '2022-03-01', 18],
    ['2004-02-29', '2024-02-28', 19],
    ['2004-02-29', '2024-02-29', 20],
    ['2016-03-01', '2016-03-01', 0],
    ['2016-03-01', '2016-02-29', 0],
    ['2016-03-01', '1999-01-01', 0],
    ['2016-12-31', '2017-12-30', 0],
    ['2016-12-31', '2017-12-31', 1],
  ])('from %s to %s: %d', (from, to, years) => {
    expect(completedYears(from, to)).toBe(years);
  });

  it('is complete on the very day that addYears gives, and not the day before', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, years) => {
        const anniversary = addYears(from, years);
        expect(completedYears(from, anniversary)).toBe(years);
        expect(completedYears(from, addDays(anniversary, -1))).toBe(years - 1);
        expect(completedYears(from, addDays(anniversary, 1))).toBe(years);
      }),
    );
  });
});

/** Runs in a process of its own, whose zone it is: every day of the years in which the zones' clocks jump. */
const walk = `
import { addDays, addMonths, completedYears, daysBetween, isDay } from './dates.ts';
const wrong = [];
for (const year of [1900, 1901, 1927, 1940, 1941, 1986, 1991, 1993, 1994, 2011, 2016, 2018, 2100]) {
  for (let number = Date.UTC(year, 0, 1); number < Date.UTC(year, 11, 31); number += 86400000) {
    const day = new Date(number).toISOString().slice(0, 10);
    const next = new Date(number + 86400000).toISOString().slice(0, 10);
    const right =
      isDay(day) && addDays(day, 1) === next && addDays(next, -1) === day && daysBetween(day, next) === 1 &&
      daysBetween('2016-01-01', next) - daysBetween('2016-01-01', day) === 1 &&
      (day.slice(8) > '28' || addMonths(addMonths(day, 1), -1) === day) && completedYears(day, next) === 0;
    if (!right) wrong.push(day);
  }
}
console.log(JSON.stringify(wrong));
`;

describe('a day does not depend on the zone of the machine', () => {
  it.each(['UTC', 'Asia/Shanghai', 'America/Sao_Paulo', 'Africa/Cairo', 'Pacific/Apia', 'Pacific/Kwajalein'])(
    'in %s',
    (zone) => {
      const run = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', walk], {
        cwd: fileURLToPath(new URL('.', import.meta.url)),
        env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      expect(JSON.parse(run.stdout)).toEqual([]);
    },
  );
});
