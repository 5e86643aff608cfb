import type { Policy, PolicyText } from '@jingzhun/rules';
import { fieldOf } from '@jingzhun/schemas';
import { expect, test } from 'vitest';
import { Describe } from '../calculator/describe.ts';
import { catalogue } from './catalogue.gen.ts';
import { policyLabels, textLabel } from './policy-labels.ts';

test('an indicator is told in its unit', async () => {
  const policy = (await catalogue['ruyuan-2016']?.policy()) as Policy;
  const text = (await catalogue['ruyuan-2016']?.text()) as PolicyText;
  const says = (language: 'zh' | 'en', value: number) =>
    new Describe(policyLabels({ policy, text }, language)).value('county.healthIndicators.infantMortality', value);
  expect(says('zh', 2.4)).toBe('2.4‰');
  expect(says('en', 2.4)).toBe('2.4 per 1,000 births');
});

test('keys of a record that have no labels of their own are called as the rules call them, each by its own name', async () => {
  let seen = 0;
  for (const entry of Object.values(catalogue)) {
    const policy = await entry.policy();
    const { facts } = policyLabels({ policy, text: await entry.text() }, 'zh');
    const keyed = policy.facts
      .map(({ name }) => name)
      .filter((name) => fieldOf(name.replace(/\.[^.]*$/, ''))?.keys !== undefined);
    seen += keyed.length;
    expect(new Set(keyed.map((name) => facts[name]?.label)).size).toBe(keyed.length);
  }
  expect(seen).toBeGreaterThan(50);
});

test('a year has no separator of thousands, also where there are several', async () => {
  let seen = 0;
  for (const entry of Object.values(catalogue)) {
    const policy = await entry.policy();
    const describe = new Describe(policyLabels({ policy, text: await entry.text() }, 'zh'));
    for (const { name } of policy.facts) {
      const field = fieldOf(name);
      if (field?.type !== 'year' && field?.items?.type !== 'year') continue;
      seen += 1;
      expect(describe.value(name, [2016, 2017]), name).toBe('2016、2017');
    }
  }
  expect(seen).toBeGreaterThan(0);
});

test('in English a place that a policy names in Chinese has its gloss', async () => {
  const policy = (await catalogue['huadu-2016']?.policy()) as Policy;
  const text = (await catalogue['huadu-2016']?.text()) as PolicyText;
  const said = (language: 'zh' | 'en') => textLabel('梯面镇', text, policyLabels({ policy, text }, language), language);
  expect(said('en')).toBe('梯面镇 (Timian Town)');
  expect(said('zh')).toBe('梯面镇');
});
