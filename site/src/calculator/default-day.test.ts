import { expect, test } from 'vitest';
import { defaultDay } from './default-day.ts';

test('a page begins on the first of September that the policy is in force', () => {
  expect(defaultDay({ force: { from: '2016-11-29', to: '2018-12-31' } })).toBe('2017-09-01');
  expect(defaultDay({ force: { from: '2016-09-01', to: null } })).toBe('2016-09-01');
});

test('a policy that no first of September finds in force begins on its first day', () => {
  expect(defaultDay({ force: { from: '2016-10-01', to: '2016-12-31' } })).toBe('2016-10-01');
});
