import { readFileSync } from 'node:fs';
import { loadPolicy, sourceOf } from '@jingzhun/rules/load';
import { expect, test } from 'vitest';
import type { OutcomeView } from './outcome-view.ts';
import { PolicyVoice } from './policy-voice.ts';
import { provisionView } from './provision-view.ts';
import { provisionsOf } from './release.ts';

function outcomesOf(policy: string, release: string, rule: string): readonly OutcomeView[] {
  const file = new URL(`../../../packages/rules/policies/${policy}/releases/${release}.json`, import.meta.url);
  const loaded = { ...loadPolicy(sourceOf(JSON.parse(readFileSync(file, 'utf8')))), version: release, all: [] };
  const text = provisionsOf(loaded.text).find(({ id }) => id === rule);
  if (text === undefined) throw new ReferenceError('the provision is not there');
  return provisionView(text, loaded, new PolicyVoice(loaded, 'zh')).versions[0]?.outcomes ?? [];
}

test('an amount of many cases has each on a line', () => {
  const [mode] = outcomesOf('huayang-2016', '1.0.0', 'huayang.obligation.assistance-mode');
  expect(mode?.amountLines).toEqual({
    text: '依次看，以最先符合的一行为准',
    isHead: true,
    of: [
      { text: '如贫困户属性为“一般扶贫户”或“扶贫低保户”：重点帮扶' },
      { text: '如贫困户属性为“低保户”或“五保户”：联系帮扶' },
    ],
  });
});

test('so has the figure that is held against a requirement', () => {
  const [households] = outcomesOf('sichuan-2014', '1.0.1', 'sichuan.service.team-and-person-per-object').filter(
    ({ actualLines }) => actualLines !== undefined,
  );
  expect(households?.actualLines?.text).toBe('实\u2060际按以下计：');
  expect(households?.actualLines?.of?.map(({ text }) => text)).toEqual([
    '如资料中有户：',
    '否\u2060则：已落实帮扶责任人的贫困户数',
  ]);
});

test('all of a choice is all of what is chosen, in brackets', () => {
  const amounts = outcomesOf('hubei-2016', '1.0.2', 'hubei.obligation.pairing-structure').map(({ amount }) => amount);
  expect(amounts).toEqual(['全部（如资料中有户则为 1 户，否\u2060则为村的贫困户数）']);
});

test('a figure that is named as its line is in one of the languages says how it follows from others, and what comes of it', () => {
  const amounts = outcomesOf('ruyuan-2016', '1.0.2', 'ruyuan.capital.total-per-person').map(({ amount }) => amount);
  expect(amounts).toContain('资产性收益人均年增收 × 有劳动能力户的人口 = 10,704,000 元/年');
});
