import type { Case } from '@jingzhun/schemas';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caseOf, cellsOf, randomSection, randomValues } from '../testing/random-policy.ts';
import { differenceFromAssess } from '../testing/roster-by-assess.ts';
import { day, loadTiny } from '../testing/tiny-policy.ts';
import { columnsFrom, decideRoster } from './index.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 60);
const seed = Number(process.env.FUZZ_SEED ?? 20161129);

/** A household of two with some of its facts. */
const household = fc.integer({ min: 0, max: 3 }).chain((members) => {
  const cells = cellsOf(members);
  return fc
    .record({ values: randomValues(cells), known: fc.subarray(cells) })
    .map(({ values, known }) => caseOf(new Map(known.map((cell) => [cell, values.get(cell)])), members) as Case);
});

it('random policies decide random rosters as assess decides their cases', () => {
  let inColumns = 0;
  let rules = 0;
  fc.assert(
    fc.property(randomSection(), fc.array(household, { minLength: 1, maxLength: 20 }), (section, cases) => {
      const { policy } = loadTiny(section);
      const dates = { on: day };
      const { columns, refused } = columnsFrom(cases, policy);
      expect(refused).toEqual([]);
      const decision = decideRoster(policy, columns, dates);
      rules += decision.rules.length;
      inColumns += decision.rules.filter((rule) => rule.inColumns).length;
      expect(differenceFromAssess(policy, cases, columns, dates, decision)).toBeUndefined();
    }),
    { numRuns, seed },
  );
  expect(inColumns).toBe(rules);
});
