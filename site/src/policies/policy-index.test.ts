import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '@jingzhun/rules';
import { describe, expect, test } from 'vitest';
import { policyIndex } from './policy-index.ts';
import { provisionsOf, type Release } from './release.ts';
import { releasesByPolicy } from './releases.ts';

const folder = join(import.meta.dirname, '../../../packages/rules/policies');
const lock: Record<string, Record<string, { date: string; digest: string }>> = JSON.parse(
  readFileSync(join(folder, 'policies.lock.json'), 'utf8'),
);

describe('the index of policies', async () => {
  const releases = await releasesByPolicy();
  const { policies } = policyIndex(releases, (path) => `/rules/${path}`);

  test('has every policy and release of the lock, with date and digest', () => {
    const listed = policies.map(({ id, releases }) => [
      id,
      Object.fromEntries(releases.map(({ version, date, digest }) => [version, { date, digest }])),
    ]);
    expect(Object.fromEntries(listed)).toEqual(lock);
  });

  test('has every provision of the newest release, computed or not', () => {
    for (const { id, provisions } of policies) {
      const newest = releases.get(id)?.at(-1) as Release;
      expect(provisions.map((provision) => provision.id)).toEqual(provisionsOf(newest.text).map(({ id }) => id));
      const files = readdirSync(join(folder, id)).filter((name) => name.endsWith('.yaml'));
      expect(provisions.length).toBeGreaterThan(files.length);
      for (const { id, computable, force } of provisions) expect(force === null, id).toBe(computable === 'none');
    }
  });

  test('gives addresses below the place of the site, and the anchor of a provision', () => {
    for (const { id, page, releases, provisions } of policies) {
      expect(page).toBe(`/rules/policies/${id}/`);
      for (const { version, page, policy, files } of releases) {
        expect(page).toBe(`/rules/policies/${id}/${version}/`);
        expect(policy).toBe(`/rules/policies/${id}/${version}.json`);
        expect(files).toBe(`/rules/policies/${id}/${version}.files.json`);
      }
      for (const provision of provisions) expect(provision.page).toBe(`/rules/policies/${id}/#${provision.id}`);
    }
  });

  test('says of a rule that was amended when its first version begins and its last one ends', () => {
    const [id, [release]] = [...releases][0] as [string, [Release]];
    const [rule, ...others] = release.policy.rules as [Policy['rules'][number]];
    const rules = [
      { ...rule, force: { from: '2016-01-01', to: '2017-08-31' } },
      { ...rule, force: { from: '2017-09-01', to: '2018-12-31' } },
      ...others,
    ];
    const amended = { ...release, policy: { ...release.policy, rules } };
    const [policy] = policyIndex([[id, [amended]]], (path) => path).policies;
    expect(policy?.provisions.find((provision) => provision.id === rule.id)?.force).toEqual({
      from: '2016-01-01',
      to: '2018-12-31',
    });
  });
});
