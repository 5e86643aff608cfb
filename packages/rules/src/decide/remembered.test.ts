import type { Case } from '@jingzhun/schemas';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Policy } from '../model/policy.ts';
import { caseOf, cellsOf, randomSection, randomValues } from '../testing/random-policy.ts';
import { day, loadTiny } from '../testing/tiny-policy.ts';
import { assess } from './assess.ts';
import { decide } from './decide.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 15);
/** Before, on and after the days that random policies name: facts are true on each, the law is that of one. */
const days = ['2016-01-01', day, '2019-05-05'];

const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, seed: number): T[] =>
  fc.sample(arbitrary, { numRuns, seed });

/** Cases of few values, so that many are alike: with all facts, with some, and with none. */
function cases(seed: number): Case[] {
  return [0, 1, 2, 3].flatMap((members) => {
    const cells = cellsOf(members);
    return sample(fc.tuple(randomValues(cells), fc.subarray(cells)), 2, seed + members).flatMap(([values, known]) =>
      [cells, known, []].map(
        (kept) => caseOf(new Map([...values].filter(([cell]) => kept.includes(cell))), members) as unknown as Case,
      ),
    );
  });
}

const policies = sample(randomSection(), numRuns, 1).map((section) => loadTiny(section).policy);

it.each(policies.map((policy, seed) => ({ policy, seed })))(
  'what policy $seed worked out for one case is kept for others only where nothing of it differs',
  ({ policy, seed }) => {
    const asked = cases(seed).flatMap((each) => days.map((assessedOn) => ({ each, dates: { on: day, assessedOn } })));
    const answers = (of: Policy) => asked.map(({ each, dates }) => [decide(of, each, dates), assess(of, each, dates)]);
    // Each copy has decided nothing before.
    const alone = asked.map(({ each, dates }) => {
      const copy = { ...policy };
      return [decide(copy, each, dates), assess(copy, each, dates)];
    });
    for (let turn = 0; turn < 3; turn++) expect(answers(policy)).toEqual(alone);
  },
);
