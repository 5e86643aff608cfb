import { expect, it } from 'vitest';
import { listedPolicies } from '../policies/listed.ts';
import { openKeysOf } from './open-keys.ts';

const policies = await listedPolicies();

it('names the indicators of a record and what each is measured in', () => {
  const zh = openKeysOf('county.healthIndicators', policies, 'zh');
  expect(zh).toContainEqual({ key: 'infantMortality', label: '婴儿死亡率', unit: '‰' });
  const en = openKeysOf('county.healthIndicators', policies, 'en');
  expect(en).toContainEqual({ key: 'infantMortality', label: 'infant mortality', unit: 'per 1,000 births' });
});

it('names a key that is a field of what is counted as that field', () => {
  expect(openKeysOf('county.villageCounts', policies, 'zh')).toContainEqual({
    key: 'hasBusService',
    label: '通达客车',
  });
});

it('knows no keys of a record of codes, nor of any other field', () => {
  expect(openKeysOf('household.fiveGoods', policies, 'zh')).toEqual([]);
  expect(openKeysOf('household.members', policies, 'zh')).toEqual([]);
});

it('has a name for every key', () => {
  const records = ['village.publicServiceIndicators', 'province.publicServiceAverages', 'province.healthAverages'];
  const keys = records.flatMap((record) => openKeysOf(record, policies, 'zh'));
  expect(keys.length).toBeGreaterThan(8);
  expect(keys.filter(({ key, label, unit }) => key === label || !unit)).toEqual([]);
});
