import type { ConditionModel } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { inConditions, inExpressions } from './presence.ts';

const village = { fact: 'present.village', operator: 'equal', value: true } as const satisfies ConditionModel;
const county = { fact: 'present.county', operator: 'equal', value: false } as const satisfies ConditionModel;
const open = { fact: 'village.poor', operator: 'equal', value: true } as const satisfies ConditionModel;
/** There is a village and no town; whether there is a county is open. */
const presence = (entity: string): boolean | undefined => ({ village: true, town: false })[entity];

test('a condition is settled as far as whom the case is about settles it', () => {
  expect(inConditions(village, presence)).toBe(true);
  expect(inConditions({ not: village }, presence)).toBe(false);
  expect(inConditions(county, presence)).toBeUndefined();
  expect(inConditions({ all: [village, open] }, presence)).toBeUndefined();
  expect(inConditions({ all: [{ not: village }, open] }, presence)).toBe(false);
  expect(inConditions({ any: [village, open] }, presence)).toBe(true);
  expect(inConditions({ any: [{ not: village }, open] }, presence)).toBeUndefined();
});

test('so is a formula', () => {
  expect(inExpressions({ op: 'present', entity: 'town' }, presence)).toBe(false);
  expect(inExpressions({ op: 'not', of: { op: 'fact', fact: 'present.town' } }, presence)).toBe(true);
  expect(inExpressions({ op: 'fact', fact: 'village.poor' }, presence)).toBeUndefined();
});
