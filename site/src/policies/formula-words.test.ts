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
  ['max(0, household.memberCount - 1)', '0 与家庭人口数 − 1 中较大者', 'the larger of 0 and household size − 1'],
  ['max(date.on, 2018-01-01)', '政策日期与 2018-01-01 中较晚者', 'the later of policy date and 2018-01-01'],
  [
    'max(max(date.on, ifAbsent(household.exitDate, date.on)), 2018-01-01)',
    '政策日期、脱贫日期（未填时为政策日期）、2018-01-01 中最晚者',
    'the latest of policy date, exit date (or, where not given, policy date) and 2018-01-01',
  ],
  [
    'min(max(year(date.on) - 2015, 1), 3)',
    '（政策日期的年份 − 2015 与 1 中较大者）与 3 中较小者',
    'the smaller of (the larger of the year of policy date − 2015 and 1) and 3',
  ],
  ['12[month/year] * universityAid', '12 个月/年 × 全日制大学助学金', '12 month/year × university aid'],
  ['45%', '45%', '45%'],
  ['1.225043', '1.225043', '1.225043'],
  [
    "if(person.schoolStage = 'primary', 1, 2)",
    '如在读学段为小学则为 1，否则为 2',
    '1 if school stage attended is primary school, else 2',
  ],
  [
    "if(person.schoolStage = 'primary', 1, if(person.schoolStage = 'preschool', 2, 3))",
    '如在读学段为小学则为 1；如在读学段为学前教育则为 2；否则为 3',
    '1 if school stage attended is primary school; 2 if school stage attended is preschool; else 3',
  ],
  [
    "person.schoolStage in ('primary', 'preschool')",
    '在读学段为“小学”或“学前教育”',
    'school stage attended is primary school or preschool',
  ],
  ['date.on >= 2018-01-01', '政策日期不早于 2018-01-01', 'policy date is no earlier than 2018-01-01'],
  ['ifAbsent(household.exitDate, 2100-12-31) = 2100-12-31', '脱贫日期未填', 'the case does not give exit date'],
  [
    "ifAbsent(person.schoolStage, 'primary') = 'primary'",
    '在读学段为小学或未填',
    'school stage attended is primary school or not given',
  ],
  ['addDays(date.on, 1)', '政策日期之后 1 天', '1 day after policy date'],
  [
    'addYears(2016-03-31, year(date.on) - 2016)',
    '2016-03-31 之后（政策日期的年份 − 2016）年',
    '(the year of policy date − 2016) years after 2016-03-31',
  ],
  ['round(universityAid / 3, down)', '全日制大学助学金 ÷ 3，向下取整', 'university aid ÷ 3, rounded down'],
  [
    'round(universityAid / 3, down, 0.0001) - 1',
    '（全日制大学助学金 ÷ 3，向下取到 0.0001） − 1',
    '(university aid ÷ 3, rounded down to 0.0001) − 1',
  ],
  [
    'universityAid + 2 * universityAid',
    '全日制大学助学金 + 2 × 全日制大学助学金',
    'university aid + 2 × university aid',
  ],
  ['2 * (universityAid + 1)', '2 × （全日制大学助学金 + 1）', '2 × (university aid + 1)'],
  ['1 - (2 - universityAid)', '1 − （2 − 全日制大学助学金）', '1 − (2 − university aid)'],
  ['external.dibaoLine', '县低保线', 'county line of the subsistence allowance (dibao)'],
  ['given(household.members)', '已填家庭成员', 'the case gives members'],
  ['not person.enrolled', '并非在校就读', 'not is enrolled'],
  [
    'person.enrolled and (date.on >= 2018-01-01 or not person.enrolled)',
    '在校就读，且（政策日期不早于 2018-01-01，或并非在校就读）',
    'is enrolled and (policy date is no earlier than 2018-01-01 or not is enrolled)',
  ],
])('%s', (formula, chinese, english) => {
  expect(zh.formula(formula, 'person').replace(/户的/g, '')).toBe(chinese);
  expect(en.formula(formula, 'person').replace(/household: /g, '')).toBe(english);
});

test('a sum of money is rounded to a fen where no step is said', () => {
  expect(zh.formula('round(universityAid / 3, down)', 'person', 'yuan/person/year')).toMatch(/，向下取到分$/);
  expect(en.formula('round(universityAid / 3, down)', 'person', 'yuan')).toMatch(/, rounded down to a fen$/);
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

test('a roster is counted in what the formula asks about in it', () => {
  const villages = 'count(roster) >= 1[household] and every(roster, village.hasProjectPlan)';
  expect(zh.formula(villages, 'town')).toMatch(/^花名册的村数不少于 1 个村，且/);
  expect(en.formula(villages, 'town')).toMatch(/^the number of villages in the roster is at least 1 village and/);
  expect(zh.formula('count(roster, household.registered)', 'town')).toBe('花名册中符合“户的建档立卡贫困户”的户数');
  expect(en.formula('count(roster) > 0', 'town')).toMatch(/^the number of the roster’s entries /);
});

test('the time that is asked about is nobody’s', () => {
  expect(zh.fact('period.year', 'household')).not.toContain('的');
  expect(en.fact('period.year', 'household')).not.toContain(':');
  expect(outlineOf({ fact: 'period.year', operator: 'equal', value: 2017 }, en, 'village')).not.toHaveProperty('whose');
});
