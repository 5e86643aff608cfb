import type { Difference } from '@jingzhun/rules/compare';
import { loadPolicy, type PolicyFiles, sourceOf } from '@jingzhun/rules/load';
import { expect, test } from 'vitest';
import { languages } from '../language.ts';
import { releasedFiles } from '../policies/released-files.ts';
import { differenceLine } from './difference-lines.ts';
import { Voices } from './voices.ts';

const [releases] = [...releasedFiles.values()];
const files = [...(releases?.values() ?? [])].at(-1) as () => Promise<PolicyFiles>;
const policy = loadPolicy(sourceOf(await files()));

test('the formula of a derived fact is told in its unit, as on the page of its policy', () => {
  const voices = new Voices(policy, policy, 'zh');
  const facts = Object.values(policy.files.sections).flatMap((section) => Object.entries(section.facts ?? {}));
  const counted = facts.filter(([, { unit, formula }]) => unit !== undefined && String(formula).startsWith('count('));
  expect(counted).not.toEqual([]);
  for (const [name, { unit, formula }] of counted) {
    const difference = { of: 'fact', name, part: ['formula'], change: 'changed', bears: 'meaning', after: formula };
    const { after } = differenceLine(difference as unknown as Difference, voices);
    expect(after).toEqual(voices.after.lines(formula, name.split('.')[0] ?? '', unit));
  }
});

test.each([
  ['every', 'once', ['一次性', 'once']],
  ['every', 'year', ['每年', 'per year']],
  ['unit', 'yuan/person/year', ['元/人·年', 'yuan per person per year']],
  ['unit', 'items', ['个', 'items']],
])('%s %s is told in words', (key, value, expected) => {
  const difference = {
    of: 'rule',
    name: 'x',
    part: ['grant', 'y', key],
    change: 'changed',
    bears: 'meaning',
    before: value,
    after: 'other',
  } as unknown as Difference;
  const said = languages.map(
    (language) => differenceLine(difference, new Voices(policy, policy, language)).before?.text,
  );
  expect(said).toEqual(expected);
});
