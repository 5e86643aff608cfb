import type { FactModel } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { isCount } from './is-count.ts';

const model = (given: object) => ({ kind: 'number', scale: 1, ...given }) as FactModel;
const derived = (expression: object) => model({ derive: { formula: { expression } } });
const fact = { op: 'fact', fact: 'village.householdCount' };

test('what is counted is whole and never below nought', () => {
  expect(isCount(model({ min: 0 }))).toBe(true);
  expect(isCount(derived({ op: 'count', list: 'household.measures', of: null, where: null }))).toBe(true);
  expect(isCount(model({ min: 0, scale: 100 }))).toBe(false);
  expect(isCount(model({ min: 0, kind: 'date' }))).toBe(false);
  expect(isCount(derived({ op: 'add', left: fact, right: { op: 'subtract', left: fact, right: fact } }))).toBe(false);
  expect(isCount(model({}))).toBe(false);
});
