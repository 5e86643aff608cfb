import { expect, test } from 'vitest';
import { dateFrom, daysFrom, isDay, numberFrom, yearFrom, yearsFrom } from './form-numbers.ts';

test('a number is read as people write it, and what is none goes on as it is', () => {
  expect(numberFrom('3,999.50')).toBe(3999.5);
  expect(numberFrom('３，０００')).toBe(3000);
  expect(numberFrom('1 000 000')).toBe(1_000_000);
  for (const text of ['3万', '1e3', '0x10', '', '1,2', '--1']) expect(numberFrom(text)).toBe(text);
});

test('a day is read in its usual spellings', () => {
  for (const text of ['20170901', '2017/9/1', '2017.09.01', '2017年9月1日', '２０１７－０９－０１']) {
    expect(dateFrom(text)).toBe('2017-09-01');
  }
  expect(isDay('2017-02-30')).toBe(false);
  expect(isDay('2016-02-29')).toBe(true);
});

test('several days or years are a list; 0 and its words are an empty one; one that is wrong spoils all', () => {
  expect(daysFrom('2017-09-01、20171001')).toEqual(['2017-09-01', '2017-10-01']);
  expect(daysFrom('无')).toEqual([]);
  expect(daysFrom('2017-09-01、昨天')).toBeUndefined();
  expect(yearsFrom('2016年，2017')).toEqual([2016, 2017]);
  expect(yearsFrom('0')).toEqual([]);
  expect(yearsFrom('2016.5')).toBeUndefined();
  expect(yearsFrom('2016、-7')).toBeUndefined();
});

test('a year has four digits', () => {
  for (const text of ['2016', '2016年', ' ２０１６ ']) expect(yearFrom(text)).toBe(2016);
  for (const text of ['-7', '16', '02016', '0016', '2,016', '20160101', 'abc']) expect(yearFrom(text)).toBeUndefined();
});
