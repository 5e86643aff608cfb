import { fieldOf } from '@jingzhun/schemas';
import { expect, test } from 'vitest';
import { Describe } from '../calculator/describe.ts';
import { catalogue } from './catalogue.gen.ts';
import { policyLabels } from './policy-labels.ts';

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
