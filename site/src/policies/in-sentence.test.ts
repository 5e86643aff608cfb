import { readFileSync } from 'node:fs';
import { loadPolicy, sourceOf } from '@jingzhun/rules/load';
import { expect, test } from 'vitest';
import { inSentence, isSameName, properWords } from './in-sentence.ts';
import { PolicyVoice } from './policy-voice.ts';

const file = new URL('../../../packages/rules/policies/ruyuan-2016/releases/1.0.0.json', import.meta.url);
const loaded = loadPolicy(sourceOf(JSON.parse(readFileSync(file, 'utf8'))));

test.each([
  ['Per-capita disposable income', 'per-capita disposable income'],
  ['A town’s share', 'a town’s share'],
  ['Party members in contact', 'Party members in contact'],
  ['GDP of the county', 'GDP of the county'],
  ['4G coverage', '4G coverage'],
  ['year asked about', 'year asked about'],
])('%s inside of a sentence', (label, inside) => {
  expect(inSentence(label, new Set(['Party']))).toBe(inside);
});

test('a name is proper that has its capital inside of a label', () => {
  const proper = properWords(loaded.text);
  expect(proper).toContain('Party');
  expect(proper).not.toContain('University');
});

test.each([
  ['Source', 'source', true],
  ['人均可支配收入', '应达到的人均可支配收入', false],
  ['一般户数', '户数', false],
  ['核查内容一：家庭经济状况（人均可支配收入）', '人均可支配收入', true],
  ['First matter: per-capita disposable income', 'per-capita disposable income', true],
  ['Visits (number not set)', 'visits', true],
  ['婴儿死亡率', '主要健康指标·婴儿死亡率', true],
  ['Clinics, the village', 'public-service indicators: clinics, the village', true],
  ['Last update', 'date the record was updated', false],
])('%s and %s', (line, figure, same) => {
  expect(isSameName(line, figure)).toBe(same);
});

test('a figure with the name of its line is said by how it is known', () => {
  const voice = new PolicyVoice(loaded, 'zh');
  expect(voice.own('household.perCapitaDisposableIncome', '人均可支配收入')).toBe('按\u2060所\u2060填');
  expect(voice.own('household.perCapitaDisposableIncome', '标准')).toBeUndefined();
  const [derived = ''] = loaded.text.sections.flatMap(({ facts }) => Object.keys(facts));
  expect(voice.own(derived, voice.describe.fact(derived))).toBe('按\u2060推\u2060算');
  const [parameter = ''] = loaded.text.sections.flatMap(({ parameters }) => Object.keys(parameters));
  expect(voice.own(parameter, voice.parameter(parameter))).toBeUndefined();
});
