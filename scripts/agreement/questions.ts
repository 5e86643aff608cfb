import { changeDays } from '../../packages/rules/src/compile/regime.ts';
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

/** A question, and how many of its households those ways are asked that take long over one, or over one policy. */
export interface Asked {
  readonly kind: string;
  readonly question: Question;
  readonly byEngine: number;
  readonly byServers: number;
}

export const kinds = { random: 'random policies', bundled: 'bundled policies', formulas: 'a policy of all functions' };

/** How many are asked of each kind in one round. */
const round = { large: 5000, random: 1000, randomPolicies: 42, bundled: 2500, formulas: 500 };

/** Rounds of questions, without end: in each one large question about a random policy, many smaller ones, one about a bundled policy. */
export function* questions(seed: number): Generator<Asked> {
  const formulas = formulaPolicy();
  for (let number = 0; ; number++) {
    for (const [place, policy] of randomPolicies(1 + round.randomPolicies, seed + number).entries()) {
      const own = seed + number * 1000 + place;
      const dates = randomDays[(number + place) % randomDays.length] as (typeof randomDays)[number];
      const households = place === 0 ? round.large : round.random;
      const question = randomQuestion(policy, dates, households, own);
      yield { kind: kinds.random, question, byEngine: 50, byServers: place === 0 ? households : 0 };
    }
    const policy = policies[number % policies.length] as (typeof policies)[number];
    const days = changeDays(policy);
    const dayAt = (place: number): string => days[place % days.length] as string;
    const dates = { on: dayAt(1 + number * 3), assessedOn: dayAt(1 + number * 7) };
    const question = randomQuestion(policy, dates, round.bundled, seed + number);
    // A query of a hundred rules is planned for minutes, whatever the number of households: once for each policy.
    yield { kind: kinds.bundled, question, byEngine: 10, byServers: number < policies.length ? round.bundled : 0 };
    const cases = formulaCases(round.formulas, mulberry32(seed + number));
    const name = `functions, seed ${seed + number}`;
    const all = questionOf(formulas, randomDays[number % 2] as (typeof randomDays)[number], cases, {}, name);
    yield { kind: kinds.formulas, question: all, byEngine: 10, byServers: 0 };
  }
}
