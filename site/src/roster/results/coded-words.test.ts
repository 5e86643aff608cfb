import { expect, it } from 'vitest';
import { defaultDay } from '../../calculator/default-day.ts';
import { catalogue } from '../../policies/catalogue.gen.ts';
import { sampleRoster } from '../../sample/sample-roster.ts';
import { DecidedRoster } from '../decided/decided-roster.ts';
import { Households } from '../decided/households.ts';
import { type HeldResults, Wording } from './held-results.ts';
import { householdAnswer } from './household-answer.ts';

const all = sampleRoster().households;

it.each(Object.keys(catalogue))('results by %s are in words: no code is shown', async (id) => {
  const module = catalogue[id];
  if (module === undefined) throw new Error('no policy');
  const [policy, text] = await Promise.all([module.policy(), module.text()]);
  const households = all.filter((_, place) => place % 60 === 0);
  const roster = new DecidedRoster({ policy, on: defaultDay(policy), households });
  for (const _ of roster.deciding());
  const wording = new Wording(policy, text, roster, 'zh');
  const results = {
    of: {} as HeldResults['of'],
    policy,
    text,
    roster,
    households: new Households(roster),
    words: { zh: wording, en: wording },
  };
  const coded = new Set<string>();
  for (const index of households.keys()) {
    const { findings, contradictions } = householdAnswer(results, {
      index,
      scope: 'all',
      language: 'zh',
      names: false,
    });
    for (const text of [...contradictions, ...findings].flatMap(textsIn)) if (/[a-z]{2}/.test(text)) coded.add(text);
  }
  expect([...coded]).toEqual([]);
});

/** What tells findings apart and is not shown. */
const unseen = new Set(['rule', 'status', 'state', 'kind', 'entity', 'fact', 'path', 'key', 'what']);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (unseen.has(key) ? [] : textsIn(each)));
}
