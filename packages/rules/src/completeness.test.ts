import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completenessOf } from './testing/completeness.ts';
import { randomQuestions } from './testing/random-questions.ts';
import { day, leaf, onePolicy } from './testing/tiny-policy.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 150);
const seed = Number(process.env.FUZZ_SEED ?? 20161129);

// Those left are of rules whose scope and test share a fact: each is exact for itself, and the two are not looked at together.
it('of the findings that every completion settles, nearly all are answered, and none wrongly', () => {
  let [decidable, definite] = [0, 0];
  for (const { policy, input } of fc.sample(randomQuestions(4), { numRuns, seed })) {
    const counted = completenessOf(policy, [input], { on: day });
    expect(counted.unsound).toEqual([]);
    decidable += counted.decidable;
    definite += counted.definite;
  }
  expect(decidable).toBeGreaterThan(numRuns / 10);
  expect(definite / decidable).toBeGreaterThanOrEqual(0.96);
});

it('what completions settle and what they do not is told apart', () => {
  const policy = onePolicy({
    when: {
      any: [leaf('household.registered', 'equal', true), leaf('household.perCapitaNetIncome', 'lessThan', 4000)],
    },
  });
  const cases = [{ registered: true }, { registered: false }, { perCapitaNetIncome: 3999.99 }, {}].map((household) => ({
    household,
  }));
  const counted = completenessOf(policy, cases, { on: day });
  expect(counted).toMatchObject({ findings: 4, tried: 4, decidable: 2, definite: 2, unsound: [] });
});
