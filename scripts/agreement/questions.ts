import { changeDays } from '../../packages/rules/src/compile/regime.ts';
import type { Dates } from '../../packages/rules/src/index.ts';
import { formulaCases, formulaPolicy } from '../../packages/rules/src/sql/testing/formulas.ts';
import type { Question } from '../../packages/rules/src/testing/agreement/question.ts';
import {
  questionOf,
  randomDays,
  randomPolicies,
  randomQuestion,
} from '../../packages/rules/src/testing/agreement/random-question.ts';
import { mulberry32 } from '../../packages/rules/src/testing/seeded-numbers.ts';
import { policies } from './policies.ts';

export interface Asked {
  readonly kind: string;
  readonly question: Question;
  /** How many of its households json-rules-engine is asked, which takes long over each. */
  readonly byEngine: number;
}

const kinds = { random: 'random policies', bundled: 'bundled policies', formulas: 'a policy of all functions' };
const seed = 20_161_129;

/** Few questions about many households, for databases that take long over each query. */
export function* largeQuestions(): Generator<Asked> {
  for (const [place, policy] of randomPolicies(11, seed).entries()) {
    const question = randomQuestion(policy, inTurn(randomDays, place), 5000, seed + place);
    yield { kind: kinds.random, question, byEngine: 50 };
  }
  for (const policy of policies.toSorted((a, b) => a.rules.length - b.rules.length)) {
    const question = randomQuestion(policy, datesOf(policy, 1), 1000, seed);
    yield { kind: kinds.bundled, question, byEngine: 10 };
  }
}

/** A round, the same for the same number: many random policies, one bundled policy, at times all functions. */
export function* round(number: number): Generator<Asked> {
  const own = seed + 1000 * (number + 1);
  for (const [place, policy] of randomPolicies(40, own).entries()) {
    const question = randomQuestion(policy, inTurn(randomDays, number + place), 1000, own + place);
    yield { kind: kinds.random, question, byEngine: 50 };
  }
  const policy = inTurn(policies, number);
  yield { kind: kinds.bundled, question: randomQuestion(policy, datesOf(policy, number), 2000, own), byEngine: 10 };
  if (number % 4 !== 0) return;
  const cases = formulaCases(500, mulberry32(own));
  const question = questionOf(formulas, { on: '2017-06-15' }, cases, {}, `functions, seed ${own}`);
  yield { kind: kinds.formulas, question, byEngine: 10 };
}

const formulas = formulaPolicy();

/** Days on which the policy's law changes, and another for the facts. */
function datesOf(policy: Question['policy'], number: number): Dates {
  const days = changeDays(policy);
  return { on: inTurn(days, 1 + number * 3), assessedOn: inTurn(days, 1 + number * 7) };
}

function inTurn<T>(list: readonly T[], place: number): T {
  return list[place % list.length] as T;
}
