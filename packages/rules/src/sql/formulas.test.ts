import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../testing/seeded-numbers.ts';
import { agreement } from './testing/agreement.ts';
import { formulaCases, formulaPolicy } from './testing/formulas.ts';

const policy = formulaPolicy();
const cases = formulaCases(150, mulberry32(Number(process.env.FUZZ_SEED ?? 20161129)));

describe('SQL of a formula agrees with assess', () => {
  it.each(policy.rules.map((rule) => ({ rule, id: rule.id })))('$id', async ({ rule }) => {
    const alone = { ...policy, rules: [rule] };
    for (const dates of [{ on: '2017-06-15' }, { on: '2018-02-28', assessedOn: '2018-12-31' }]) {
      const { compared, differences } = await agreement(alone, cases, dates);
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(150);
    }
  });
});
