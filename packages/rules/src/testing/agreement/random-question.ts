import type { Case } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import fc from 'fast-check';
import { assess } from '../../decide/assess.ts';
import type { Dates } from '../../decide/question.ts';
import type { Policy } from '../../model/policy.ts';
import { tabular } from '../../sql/testing/case-rows.ts';
import { randomSection } from '../random-policy.ts';
import { randomRoster } from '../random-roster.ts';
import { loadTiny } from '../tiny-policy.ts';
import type { Question } from './question.ts';

/** Policies of one to three random rules each, the same for the same seed. */
export function randomPolicies(count: number, seed: number): Policy[] {
  return fc.sample(randomSection(), { numRuns: count, seed }).map((section) => loadTiny(section).policy);
}

/** Days on which rules of random policies are in force, begin, end, fall due, and a day after all of them. */
export const randomDays: readonly Dates[] = [
  { on: '2017-06-15' },
  { on: '2017-06-14', assessedOn: '2017-09-01' },
  { on: '2018-01-01' },
  { on: '2017-12-31', assessedOn: '2017-01-02' },
  { on: '2019-01-01' },
];

/** Synthetic (合成数据) households for any policy, their facts missing at random, the same for the same seed. */
export function randomQuestion(policy: Policy, dates: Dates, households: number, seed: number): Question {
  const { cases, around } = randomRoster(policy, households, seed);
  return questionOf(policy, dates, cases, around, `${policy.id} on ${dates.on}, seed ${seed}`);
}

/** A question about cases, as far as tables can hold them. Those that `assess` refuses (a sum grows too large) are left out. */
export function questionOf(
  policy: Policy,
  dates: Dates,
  cases: readonly Case[],
  facts: Question['facts'],
  name: string,
): Question {
  const usable = cases
    .map((each) => tabular(policy, each))
    .filter((each) => !isRefused(policy, { ...facts, ...each } as Case, dates));
  return { name, policy, dates, facts, cases: usable };
}

function isRefused(policy: Policy, each: Case, dates: Dates): boolean {
  try {
    assess(policy, each, dates);
    return false;
  } catch (error) {
    if (error instanceof JingzhunError && error.code === 'invalid-case') return true;
    throw error;
  }
}
