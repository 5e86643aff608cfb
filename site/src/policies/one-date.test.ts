import { expect, test } from 'vitest';
import { oneDate, theDate } from './one-date.ts';

test('one of several dates is a date', () => {
  expect(oneDate('Dates of verification: income')).toBe('Date of verification (income)');
  expect(oneDate('the household’s dates of verification: income')).toBe(
    'the household’s date of verification (income)',
  );
  expect(oneDate('Dates of visits')).toBe('Dates of visits');
  expect(oneDate('Approval: date')).toBe('Approval: date');
});

test('a date has its article where it is nobody’s', () => {
  expect(theDate('policy date')).toBe('the policy date');
  expect(theDate('date of application')).toBe('the date of application');
  expect(theDate('dates of visits')).toBe('dates of visits');
  expect(theDate('the household’s date of exit')).toBe('the household’s date of exit');
});
