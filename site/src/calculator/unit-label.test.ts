import { expect, test } from 'vitest';
import { unitLabel } from './unit-label.ts';

test('a quotient is said by its parts, of money in English in words', () => {
  expect(unitLabel('yuan/household/year', 'zh')).toBe('元/户·年');
  expect(unitLabel('yuan/household/year', 'en')).toBe('yuan per household per year');
  expect(unitLabel('yuan/person/year', 'en')).toBe('yuan per person per year');
  expect(unitLabel('kW/household', 'en')).toBe('kW/household');
});
