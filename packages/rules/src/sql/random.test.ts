import type { Case } from '@jingzhun/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, cellsOf, randomSection, randomValues } from '../testing/random-policy.ts';
import { day, loadTiny } from '../testing/tiny-policy.ts';
import { agreement } from './testing/agreement.ts';
import { formulaCases, formulaPolicy } from './testing/formulas.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 25);
const seed = Number(process.env.FUZZ_SEED ?? 20161129);

/** Cases of 0 to 2 members, facts missing at random. */
const cases = fc.array(
  fc.integer({ min: 0, max: 2 }).chain((members) => {
    const cells = cellsOf(members);
    return fc.tuple(randomValues(cells), fc.subarray(cells)).map(([values, unknown]) => {
      const known = new Map([...values].filter(([cell]) => !unknown.includes(cell)));
      return caseOf(known, members) as Case;
    });
  }),
  { minLength: 40, maxLength: 40 },
);

describe('SQL of random policies', () => {
  it('agrees with assess where facts come back in a condition, and are known in part', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(randomSection(), cases, async (section, households) => {
        const { differences } = await agreement(loadTiny(section).policy, households, { on: day });
        expect(differences).toEqual([]);
      }),
      { numRuns, seed, endOnFailure: true },
    );
  });
});

describe('SQL of formulas', () => {
  it.each([{ on: day }, { on: '2018-02-28', assessedOn: '2018-12-31' }])(
    'agrees with assess on every function, on $on',
    { timeout: 60_000 },
    async (dates) => {
      let state = seed;
      const random = (): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
      };
      const { compared, differences } = await agreement(formulaPolicy(), formulaCases(150, random), dates);
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(15_000);
    },
  );
});
