import { expect, it } from 'vitest';
import { areaOf, listedPolicies } from './listed.ts';

it('names the area of every policy in both languages', async () => {
  const policies = await listedPolicies();
  expect(policies.length).toBeGreaterThan(0);
  for (const { id, text } of policies) {
    expect(areaOf(text, 'zh'), id).toMatch(/^[\p{Script=Han} ]+$/u);
    // A name that is missing is to be added to packages/schemas/vocabulary/places.yaml.
    expect(areaOf(text, 'en'), id).toMatch(/^[A-Za-z', ]+$/);
  }
});
