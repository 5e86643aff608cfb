import { readFileSync } from 'node:fs';
import { loadPolicy, sourceOf } from '@jingzhun/rules/load';
import { expect, test } from 'vitest';
import { figureOf } from './figure.ts';
import { figureValue } from './figure-value.ts';
import { PolicyVoice } from './policy-voice.ts';

const file = new URL('../../../packages/rules/policies/ruyuan-2016/releases/1.0.0.json', import.meta.url);
const loaded = loadPolicy(sourceOf(JSON.parse(readFileSync(file, 'utf8'))));
const zh = new PolicyVoice(loaded, 'zh');
const en = new PolicyVoice(loaded, 'en');

test('a ratio is said as one, not as a bare number', () => {
  expect(figureOf('countyMatchRatio', zh).values[0]?.value).toBe('1 比 1');
  expect(figureOf('solarSiteRatio', en).values[0]?.value).toBe('4 to 1');
});

test('what has a unit, or is no ratio by its name, is not', () => {
  const named = (name: string): { zh: string; en: string } => ({ zh: name, en: name });
  expect(figureValue(70, { title: named('住院报销比例'), unit: '%' }, zh)).toBe('70%');
  expect(figureValue(2014, { title: named('不变价的基年'), unit: '1' }, zh)).toBe('2014');
  expect(figureValue(3, { title: named('比较的次数'), unit: '1' }, zh)).toBe('3');
});
