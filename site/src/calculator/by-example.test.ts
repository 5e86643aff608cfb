import type { Reason, RuleFinding, RuleModel } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { byExample } from './by-example.ts';
import { entitiesWithin } from './one-of-many.ts';

test('a village has many households, a household its members alone, and a fund and a unit nobody', () => {
  expect(entitiesWithin('village')).toEqual(['person', 'household']);
  expect(entitiesWithin('county')).toEqual(['person', 'household', 'village', 'town']);
  expect(entitiesWithin('household')).toEqual([]);
  expect(entitiesWithin('fund')).toEqual([]);
  expect(entitiesWithin('unit')).toEqual([]);
});

const leaf = (fact: string) => ({ fact, operator: 'equal', value: true });
const because = (fact: string, actual: Reason['actual']) =>
  ({ fact, operator: 'equal', expected: true, actual, holds: actual }) as Reason;
const within = ['person', 'household'];

test('a finding rests on the one of many that was given where something is known of it', () => {
  const of = (fact: string, actual: Reason['actual']) =>
    byExample(
      { status: 'met', because: [because(fact, actual)] } as unknown as RuleFinding,
      { when: leaf(fact) } as unknown as RuleModel,
      within,
    );
  expect(of('household.registered', true)).toEqual(['household']);
  expect(of('household.registered', null)).toEqual([]);
  expect(of('village.hasTapWater', true)).toEqual([]);
});

test('a way that was not needed is not what it rests on', () => {
  const [village, household] = ['village.hasTapWater', 'household.registered'];
  const rule = { when: { any: [leaf(village), leaf(household)] } } as unknown as RuleModel;
  const finding = { status: 'met', because: [because(village, true), because(household, false)] };
  expect(byExample(finding as unknown as RuleFinding, rule, within)).toEqual([]);
});
