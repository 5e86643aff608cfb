import { readFileSync } from 'node:fs';
import { loadPolicy, sourceOf } from '@jingzhun/rules/load';
import { expect, test } from 'vitest';
import type { FormulaLine } from './formula-lines.ts';
import { PolicyVoice } from './policy-voice.ts';

const file = new URL('../../../packages/rules/policies/ruyuan-2016/releases/1.0.0.json', import.meta.url);
const loaded = loadPolicy(sourceOf(JSON.parse(readFileSync(file, 'utf8'))));
const zh = new PolicyVoice(loaded, 'zh');
const en = new PolicyVoice(loaded, 'en');

/** Each line as it stands on the page, further to the right the deeper it is. */
const drawn = ({ text, of = [] }: FormulaLine, indent = ''): string[] => [
  ...(text === '' ? [] : [indent + text]),
  ...of.flatMap((line) => drawn(line, `${indent}- `)),
];

test('a formula of a few names is one sentence', () => {
  const formula = 'if(person.enrolled, person.inDibao, household.registered)';
  expect(zh.lines(formula, 'person')).toEqual({ text: zh.formula(formula, 'person') });
});

test('of a long choice each case has a line of its own, and a choice within it lines below', () => {
  const inner = "if(person.schoolStage = 'primary', 1[person], 0[person])";
  const formula = `if(date.on <= 2018-01-01, ${inner}, if(person.enrolled, 2[person], household.memberCount))`;
  expect(drawn(zh.lines(formula, 'person', 'persons'))).toEqual([
    '依次看，以最先符合的一行为准',
    '- 如政策日期不晚于 2018-01-01：',
    '- - 如在读学段为“小学”：1 人',
    '- - 否\u2060则：0 人',
    '- 如在校就读为“是”：2 人',
    '- 否\u2060则：户的家庭人口数',
  ]);
  expect(drawn(en.lines(formula, 'person', 'persons'))).toEqual([
    'The first line that applies counts',
    '- If the policy date is no later than 2018-01-01:',
    '- - If school stage attended is “primary school”: 1 person',
    '- - Else: 0 persons',
    '- If the person is enrolled: 2 persons',
    '- Else: household size',
  ]);
});

test('of a long condition each part has a line of its own', () => {
  const formula =
    "person.enrolled and (person.inDibao or person.schoolStage in ('primary', 'preschool', 'none')) and household.registered";
  expect(drawn(zh.lines(formula, 'person'))).toEqual([
    '以下全部成立',
    '- 在校就读为“是”',
    '- 以下至少一项成立',
    '- - 已纳入低保',
    '- - 在读学段为“小学”、“学前教育”或“不在校”',
    '- 建档立卡贫困户为“是”',
  ]);
});

test('a choice among the parts of a condition stands on one line', () => {
  const formula =
    "person.enrolled and if(household.registered, person.inDibao or person.enrolled, true) and if(given(person.schoolStage), person.schoolStage = 'primary', true)";
  expect(drawn(en.lines(formula, 'person')).at(-1)).toBe(
    '- If the case gives school stage attended: school stage attended is “primary school”; else: Yes',
  );
});

test('what is taken in place of a missing value stands below that value', () => {
  const formula =
    "ifAbsent(person.enrolled, person.inDibao or person.schoolStage in ('primary', 'preschool') or household.registered)";
  expect(drawn(en.lines(formula, 'person'))).toEqual([
    '- The person is enrolled',
    '- Where not given: at least one of these holds',
    '- - The person receives the subsistence allowance (dibao)',
    '- - School stage attended is “primary school” or “preschool”',
    '- - The household is a registered poor household',
  ]);
});

test('a missing value that nothing takes the place of is not known', () => {
  const formula =
    "ifAbsent(household.memberCount, if(person.enrolled, 2[person], if(person.schoolStage = 'primary', 1[person], household.memberCount)))";
  expect(drawn(zh.lines(formula, 'person', 'persons')).at(-1)).toBe('- - 否\u2060则：未知');
});

test('several cases of which none applies say nothing, and no line says so; a single one has its opposite', () => {
  const first = "if(person.enrolled, 'pupil', ";
  const last = "if(person.schoolStage = 'primary', 'child', unknown)";
  expect(drawn(zh.lines(`${first}${last})`, 'person'))).toHaveLength(3);
  const one = "if(person.schoolStage in ('primary', 'preschool') and person.enrolled, 'child', unknown)";
  expect(drawn(zh.lines(one, 'person')).at(-1)).toBe('- 否\u2060则：未知');
});

test('what only says how the lines below belong together is told from what is a line of them', () => {
  const { isHead, of } = zh.lines(
    "person.enrolled and (person.inDibao or person.schoolStage in ('primary', 'preschool', 'none')) and household.registered",
    'person',
  );
  expect([isHead, ...(of ?? []).map((line) => line.isHead)]).toEqual([true, undefined, true, undefined]);
});

test('a number that stands by itself is in the unit of the whole', () => {
  const formula = "if(person.enrolled, household.memberCount, if(person.schoolStage = 'primary', 1, 0))";
  expect(drawn(zh.lines(formula, 'person', 'persons')).slice(-2)).toEqual([
    '- 如在读学段为“小学”：1 人',
    '- 否\u2060则：0 人',
  ]);
  expect(drawn(en.lines(formula, 'person', 'persons')).at(-1)).toBe('- Else: 0 persons');
});

test('what is added up stands line by line, also where it is added up over a list', () => {
  const one = "if(person.schoolStage = 'primary', 1, 0)";
  expect(drawn(zh.lines(`${one} + ${one.replace('primary', 'preschool')}`, 'person'))).toEqual([
    '以下各项相加',
    '- 如在读学段为“小学”：1；否\u2060则：0',
    '- 如在读学段为“学前教育”：1；否\u2060则：0',
  ]);
  const over = `sum(household.members, if(person.enrolled, 1, if(person.inDibao, 2, 0)), person.registered)`;
  expect(drawn(zh.lines(over, 'household'))).toEqual([
    '家庭成员中符合“建档立卡贫困人口为‘是’”者逐个以最先符合的一行计数，再相加',
    '- 如在校就读为“是”：1',
    '- 如已纳入低保：2',
    '- 否\u2060则：0',
  ]);
});
