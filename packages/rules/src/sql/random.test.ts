import type { Case } from '@jingzhun/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, cellsOf, randomSection, randomValues } from '../testing/random-policy.ts';
import { day, loadTiny } from '../testing/tiny-policy.ts';
import { agreement } from './testing/agreement.ts';

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
  it('agrees with assess where facts come back in a condition, and are known in part', async () => {
    await fc.assert(
      fc.asyncProperty(randomSection(), cases, async (section, households) => {
        const { differences } = await agreement(loadTiny(section).policy, households, { on: day });
        expect(differences).toEqual([]);
      }),
      { numRuns, seed, endOnFailure: true },
    );
  });
});
