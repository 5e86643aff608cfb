import { expect, it } from 'vitest';
import { commonCase, commonFields, isCommon } from './common-facts.ts';

it('reads what was typed by the vocabulary, records by their keys', () => {
  expect(
    commonCase({ 'external.dibaoLine': '４００', 'external.inpatientRates.level-1': '85%', 'province.x': '1' }),
  ).toEqual({ external: { dibaoLine: 400, inpatientRates: { 'level-1': 85 } } });
});

it('leaves what is blank or cannot be read unknown, and says what would be right', () => {
  const texts = { 'external.dibaoLine': 'abc', 'external.baseLendingRate': ' ' };
  expect(commonCase(texts)).toEqual({});
  const [dibaoLine, rate] = commonFields(['external.baseLendingRate', 'external.dibaoLine'], texts);
  expect(dibaoLine).toMatchObject({ fact: 'external.dibaoLine', text: 'abc', unit: { en: 'yuan/person/month' } });
  expect(dibaoLine?.fault?.zh).toContain('元');
  expect(rate).toMatchObject({ fact: 'external.baseLendingRate' });
  expect(rate?.fault).toBeUndefined();
});

it('keeps a field that was filled in, although nothing lacks it any more', () => {
  expect(commonFields([], { 'external.dibaoLine': '400' }).map(({ fact }) => fact)).toEqual(['external.dibaoLine']);
});

it('is of what all households share alone', () => {
  expect(isCommon('external.dibaoLine')).toBe(true);
  expect(isCommon('external.inpatientRates.level-2')).toBe(true);
  expect(isCommon('external.nothing')).toBe(false);
  expect(isCommon('household.registered')).toBe(false);
  expect(isCommon('village.hasRoster')).toBe(false);
});
