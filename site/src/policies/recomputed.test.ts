import { readFileSync } from 'node:fs';
import { loadPolicy, sourceOf } from '@jingzhun/rules/load';
import { expect, test } from 'vitest';
import { PolicyVoice } from './policy-voice.ts';
import { recomputed } from './recomputed.ts';

const file = new URL('../../../packages/rules/policies/ruyuan-2016/releases/1.0.0.json', import.meta.url);
const loaded = loadPolicy(sourceOf(JSON.parse(readFileSync(file, 'utf8'))));
const zh = new PolicyVoice(loaded, 'zh');
const en = new PolicyVoice(loaded, 'en');
const what = { zh: '甲', en: 'A' };

test.each([
  [178, 178, true, '所\u2060印 178，复\u2060算 178，一\u2060致', 'printed 178, recomputed 178: they agree'],
  [
    7365,
    7365.154,
    true,
    '所\u2060印 7,365，复\u2060算 7,365.15，舍入后一\u2060致',
    'printed 7,365, recomputed 7,365.15: they agree after rounding',
  ],
  [12, 13, true, '所\u2060印 12，复\u2060算 13，大致相符', 'printed 12, recomputed 13: they agree roughly'],
  [12, 13, false, '所\u2060印 12，复\u2060算 13，不\u2060一\u2060致', 'printed 12, recomputed 13: they differ'],
])('%d and %d', (printed, computed, agrees, chinese, english) => {
  const figures = { what, printed, computed, agrees };
  const sides = { printed: 'one', formula: 'two + three' };
  expect(recomputed(figures, sides, zh)).toBe(chinese);
  expect(recomputed(figures, sides, en)).toBe(english);
});

test('what is worked out is the side that is more than one figure', () => {
  const sides = { printed: 'round(one / two, half-up) * three', formula: 'four' };
  const figures = { what, printed: 9820.002, computed: 9820, unit: 'yuan/person/year', agrees: true };
  expect(recomputed(figures, sides, zh)).toBe('所\u2060印 9,820 元/人·年，复\u2060算 9,820 元/人·年，舍入后一\u2060致');
});
