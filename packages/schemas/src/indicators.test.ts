import { expect, test } from 'vitest';
import { indicatorUnit } from './indicators.ts';

test('an indicator is measured alike in a village and in its province', () => {
  expect(indicatorUnit('village.publicServiceIndicators.pensionCoverage')).toBe('%');
  expect(indicatorUnit('province.publicServiceAverages.pensionCoverage')).toBe('%');
});

test('only a key of a record with free keys is an indicator', () => {
  expect(indicatorUnit('village.publicServiceIndicators')).toBeUndefined();
  expect(indicatorUnit('village.publicServiceIndicators.constructor')).toBeUndefined();
  expect(indicatorUnit('village.pensionCoverage')).toBeUndefined();
  expect(indicatorUnit('village.dutiesDone.clinics')).toBeUndefined();
  // Whatever the key is called, this record counts villages.
  expect(indicatorUnit('county.villageCounts.clinics')).toBeUndefined();
});
