import { readFileSync } from 'node:fs';
import { loadPolicy, sourceOf } from '@jingzhun/rules/load';
import { expect, test } from 'vitest';
import { outlineOf } from './condition-outline.ts';
import { PolicyVoice } from './policy-voice.ts';

const file = new URL('../../../packages/rules/policies/ruyuan-2016/releases/1.0.0.json', import.meta.url);
const loaded = loadPolicy(sourceOf(JSON.parse(readFileSync(file, 'utf8'))));
const zh = new PolicyVoice(loaded, 'zh');
const en = new PolicyVoice(loaded, 'en');

test.each([
  ['max(0, household.memberCount - 1)', '0与家庭人口数 − 1中较大者', 'the larger of 0 and household size − 1'],
  ['max(date.on, 2018-01-01)', '政策日期与2018-01-01中较晚者', 'the later of Policy date and 2018-01-01'],
  ['12[month/year] * universityAid', '12 个月/年 × 全日制大学助学金', '12 month/year × University aid'],
  ['45%', '45%', '45%'],
  ['1.225043', '1.225043', '1.225043'],
  [
    "if(person.schoolStage = 'primary', 1, 2)",
    '如在读学段为小学则为1，否则为2',
    '1 if school stage attended is primary school, else 2',
  ],
  [
    "person.schoolStage in ('primary', 'preschool')",
    '在读学段为小学、学前教育之一',
    'school stage attended is one of primary school, preschool',
  ],
  ['date.on >= 2018-01-01', '政策日期不早于 2018-01-01', 'Policy date is no earlier than 2018-01-01'],
  ['round(universityAid / 3, down)', '（全日制大学助学金 ÷ 3）（向下取整）', '(University aid ÷ 3) (rounded down)'],
  ['not person.enrolled', '并非在校就读', 'not is enrolled'],
])('%s', (formula, chinese, english) => {
  expect(zh.formula(formula, 'person').replace(/户的/g, '')).toBe(chinese);
  expect(en.formula(formula, 'person').replace(/household: /g, '')).toBe(english);
});

test('a group inside one of its own kind is part of it, and a group of one is that one', () => {
  const registered = { fact: 'person.registered', operator: 'equal', value: true } as const;
  const enrolled = { fact: 'person.enrolled', operator: 'equal', value: false } as const;
  expect(outlineOf({ all: [{ all: [registered, { any: [enrolled] }] }] }, zh, 'person')).toEqual({
    group: 'all',
    of: [{ text: '建档立卡贫困人口：是' }, { text: '在校就读：否' }],
  });
});

test('a fact of another entity says whose it is', () => {
  const leaf = { fact: 'household.registered', operator: 'equal', value: true } as const;
  expect(outlineOf({ not: leaf }, zh, 'person')).toEqual({
    group: 'not',
    of: [{ whose: '户', text: '建档立卡贫困户：是' }],
  });
  expect(outlineOf(leaf, zh, 'household')).toEqual({ text: '建档立卡贫困户：是' });
});
