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
