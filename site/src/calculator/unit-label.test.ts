import { expect, test } from 'vitest';
import { unitLabel } from './unit-label.ts';
import { withUnit } from './with-unit.ts';

test('a quotient is said by its parts, of money in English in words', () => {
  expect(unitLabel('yuan/household/year', 'zh')).toBe('元/户·年');
  expect(unitLabel('yuan/household/year', 'en')).toBe('yuan per household per year');
  expect(unitLabel('yuan/person/year', 'en')).toBe('yuan per person per year');
  expect(unitLabel('kW/household', 'en')).toBe('kW/household');
});

test('all factors of an English product but the last are singular', () => {
  expect(unitLabel('persons*years', 'en')).toBe('person-years');
  expect(unitLabel('persons*years', 'zh')).toBe('人·年');
  expect(withUnit('1', 'person-years')).toBe('1 person-year');
});
