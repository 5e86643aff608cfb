import type { Reason } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { byExample } from './by-example.ts';
import { entitiesWithin } from './one-of-many.ts';

test('a village has many households, a household its members alone, and a fund nobody', () => {
  expect(entitiesWithin('village')).toEqual(['person', 'household']);
  expect(entitiesWithin('county')).toEqual(['person', 'household', 'village', 'town']);
  expect(entitiesWithin('household')).toEqual([]);
  expect(entitiesWithin('fund')).toEqual([]);
});

test('a finding rests on the one of many that was given where something is known of it', () => {
  const because = (fact: string, actual: Reason['actual']) => ({ because: [{ fact, actual } as Reason] });
  expect(byExample(because('household.registered', true), ['person', 'household'])).toEqual(['household']);
  expect(byExample(because('household.registered', null), ['person', 'household'])).toEqual([]);
  expect(byExample(because('village.hasTapWater', true), ['person', 'household'])).toEqual([]);
});
