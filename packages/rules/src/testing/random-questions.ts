import type { Case } from '@jingzhun/schemas';
import fc from 'fast-check';
import type { Policy } from '../model/policy.ts';
import { caseOf, cellsOf, randomSection, randomValues } from './random-policy.ts';
import { loadTiny } from './tiny-policy.ts';

/** A random policy with a case in which some facts are missing. */
export interface RandomQuestion {
  readonly policy: Policy;
  readonly input: Case;
}

/** Of up to two members, with up to `most` facts missing. */
export function randomQuestions(most = 6): fc.Arbitrary<RandomQuestion> {
  return fc.tuple(randomSection({ due: false }), fc.integer({ min: 0, max: 2 })).chain(([section, members]) => {
    const cells = cellsOf(members);
    return fc
      .tuple(randomValues(cells), fc.subarray(cells, { minLength: 1, maxLength: most }))
      .map(([complete, missing]) => {
        const given = new Map([...complete].filter(([cell]) => !missing.includes(cell)));
        return { policy: loadTiny(section).policy, input: caseOf(given, members) as Case };
      });
  });
}
