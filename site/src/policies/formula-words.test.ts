import { readFileSync } from 'node:fs';
import { loadPolicy, sourceOf } from '@jingzhun/rules/load';
import type { ConditionLeaf } from '@jingzhun/schemas';
import { expect, test } from 'vitest';
import { outlineOf } from './condition-outline.ts';
import { PolicyVoice } from './policy-voice.ts';

const file = new URL('../../../packages/rules/policies/ruyuan-2016/releases/1.0.0.json', import.meta.url);
const loaded = loadPolicy(sourceOf(JSON.parse(readFileSync(file, 'utf8'))));
const zh = new PolicyVoice(loaded, 'zh');
const en = new PolicyVoice(loaded, 'en');

test.each([
  ['max(0, household.memberCount - 1)', '0 与（家庭人口数 − 1）中较大者', 'the larger of 0 and (household size − 1)'],
  ['max(date.on, 2018-01-01)', '政策日期与 2018-01-01 中较晚者', 'the later of the policy date and 2018-01-01'],
  [
    'max(max(date.on, ifAbsent(household.exitDate, date.on)), 2018-01-01)',
    '政策日期、脱贫日期（未\u2060填时为政策日期）、2018-01-01 中最晚者',
    'the latest of the policy date, exit date (or, where not given, the policy date) and 2018-01-01',
  ],
  [
    'min(max(year(date.on) - 2015, 1), 3)',
    '（（政策日期的年份 − 2015）与 1 中较大者）与 3 中较小者',
    'the smaller of (the larger of (the year of the policy date − 2015) and 1) and 3',
  ],
  ['12[month/year] * universityAid', '12 个月/年 × 全日制大学助学金', '12 month/year × university aid'],
  ['45%', '45%', '45%'],
  ['1.225043', '1.225043', '1.225043'],
  [
    "if(person.schoolStage = 'primary', 1, 2)",
    '如在读学段为“小学”则为 1，否\u2060则为 2',
    '1 if school stage attended is “primary school”, else 2',
  ],
  [
    "if(person.schoolStage = 'primary', 1, if(person.schoolStage = 'preschool', 2, 3))",
    '如在读学段为“小学”则为 1；如在读学段为“学前教育”则为 2；否\u2060则为 3',
    '1 if school stage attended is “primary school”; 2 if school stage attended is “preschool”; else 3',
  ],
  [
    "person.schoolStage in ('primary', 'preschool')",
    '在读学段为“小学”或“学前教育”',
    'school stage attended is “primary school” or “preschool”',
  ],
  ['count(household.members) > 0', '家庭成员的人数至少 1 人', 'the number of members is at least 1'],
  [
    'ifAbsent(household.memberCount, 0) >= 1',
    '家庭人口数（未\u2060填时为 0）不少于 1 人',
    'household size (or, where not given, 0) is at least 1 person',
  ],
  ['date.on >= 2018-01-01', '政策日期不早于 2018-01-01', 'the policy date is no earlier than 2018-01-01'],
  ['ifAbsent(household.exitDate, 2100-12-31) = 2100-12-31', '脱贫日期未\u2060填', 'the case does not give exit date'],
  [
    "ifAbsent(person.schoolStage, 'primary') = 'primary'",
    '在读学段为“小学”或未\u2060填',
    'school stage attended is “primary school” or not given',
  ],
  ['person.village = project.village', '所在村与项目所在村相同', 'village is the same as the project’s host village'],
  ['addDays(date.on, 1)', '政策日期之后 1 天', '1 day after the policy date'],
  ['addDays(date.on, 0 - 1)', '政策日期之前 1 天', '1 day before the policy date'],
  [
    'addYears(2016-03-31, year(date.on) - 2016)',
    '2016-03-31 之后（政策日期的年份 − 2016）年',
    '(the year of the policy date − 2016) years after 2016-03-31',
  ],
  ['round(universityAid / 3, down)', '全日制大学助学金 ÷ 3，向下舍入', 'university aid ÷ 3, rounded down'],
  [
    'round(universityAid / 3, down, 0.0001) - 1',
    '（全日制大学助学金 ÷ 3，向下舍入到 0.0001） − 1',
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
  ['not person.enrolled', '在校就读为“否”', 'the person is not enrolled'],
  ['not not person.enrolled', '在校就读为“是”', 'the person is enrolled'],
  ['person.enrolled = false', '在校就读为“否”', 'the person is not enrolled'],
  ['not household.hasLabour', '有劳动能力（户）为“否”', 'the household does not have members able to work'],
  [
    'ifAbsent(person.enrolled, false)',
    '在校就读为“是”（未\u2060填时视为否）',
    'the person is enrolled (where not given: No)',
  ],
  [
    'not ifAbsent(person.enrolled, false)',
    '在校就读为“否”或未\u2060填',
    'the person is not enrolled (or this is not given)',
  ],
  ['not ifAbsent(person.enrolled, true)', '在校就读为“否”', 'the person is not enrolled'],
  [
    'ifAbsent(person.inDibao, household.inDibao)',
    '已纳入低保（未\u2060填时看“户已纳入低保”）',
    'the person receives the subsistence allowance (dibao) (or, where not given, the household receives the subsistence allowance (dibao))',
  ],
  [
    'if(person.enrolled, person.inDibao, household.registered)',
    '如在校就读为“是”则看“已纳入低保”，否\u2060则看“建档立卡贫困户为‘是’”',
    'the person receives the subsistence allowance (dibao) if the person is enrolled, else the household is a registered poor household',
  ],
  ['not (date.on >= 2018-01-01)', '政策日期早于 2018-01-01', 'the policy date is before 2018-01-01'],
  [
    "not (person.schoolStage in ('primary', 'preschool'))",
    '在读学段既不是“小学”也不是“学前教育”',
    'school stage attended is neither “primary school” nor “preschool”',
  ],
  [
    "not (person.schoolStage in ('primary', 'preschool', 'none'))",
    '在读学段不是“小学”、“学前教育”或“不在校”',
    'school stage attended is none of “primary school”, “preschool” or “not at school”',
  ],
  ["person.schoolStage in ('primary')", '在读学段为“小学”', 'school stage attended is “primary school”'],
  [
    'not county.hasCareRegistry',
    '县没有三留守和残疾人信息系统',
    'the county or district does not have a care registry',
  ],
  ['given(person.enrolled)', '已填“在校就读”', 'the case says whether the person is enrolled'],
  ["person.schoolStage != 'none'", '在读学段不为“不在校”', 'school stage attended is not “not at school”'],
  ['1[person] * round(universityAid / 3, down)', '全日制大学助学金 ÷ 3，向下舍入', 'university aid ÷ 3, rounded down'],
  ['not given(household.exitDate)', '脱贫日期未\u2060填', 'the case does not give exit date'],
  [
    'latest(household.visitDates, entry, entry <= 2018-01-01)',
    '符合“该日不晚于 2018-01-01”的走访慰问日期中最晚的一个',
    'the latest of dates of visits where “the day is no later than 2018-01-01”',
  ],
  [
    "count(household.members, person.enrolled and person.schoolStage in ('primary', 'preschool'))",
    '家庭成员中符合“在校就读为‘是’，且在读学段为‘小学’或‘学前教育’”的人数',
    'the number of members where “the person is enrolled and (school stage attended is ‘primary school’ or ‘preschool’)”',
  ],
  [
    'every(household.members, household.registered or person.enrolled)',
    '家庭成员全部符合“建档立卡贫困户为‘是’，或在校就读为‘是’”',
    '“the household is a registered poor household or the person is enrolled” holds for each of members',
  ],
  [
    'county.registeredHouseholdCount >= 2',
    '县的贫困户数不少于 2 户',
    'the number of the county or district’s registered poor households is at least 2 households',
  ],
  [
    'person.enrolled and (date.on >= 2018-01-01 or not person.enrolled)',
    '在校就读为“是”，且（政策日期不早于 2018-01-01，或在校就读为“否”）',
    'the person is enrolled and (the policy date is no earlier than 2018-01-01 or the person is not enrolled)',
  ],
  [
    "person.enrolled and ifAbsent(person.schoolStage, 'primary') = 'primary'",
    '在校就读为“是”，且在读学段为“小学”或未\u2060填',
    'the person is enrolled and (school stage attended is “primary school” or not given)',
  ],
  [
    "person.enrolled or person.schoolStage in ('primary', 'preschool')",
    '在校就读为“是”，或在读学段为“小学”或“学前教育”',
    'the person is enrolled or school stage attended is “primary school” or “preschool”',
  ],
])('%s', (formula, chinese, english) => {
  expect(zh.formula(formula, 'person').replace(/户的/g, '')).toBe(chinese);
  expect(en.formula(formula, 'person').replace(/the household’s /g, '')).toBe(english);
});

test('a sum of money is rounded to a fen where no step is said', () => {
  expect(zh.formula('round(universityAid / 3, down)', 'person', 'yuan/person/year')).toMatch(/，向下舍入到分$/);
  expect(en.formula('round(universityAid / 3, down)', 'person', 'yuan')).toMatch(/, rounded down to a fen$/);
});

test.each([
  ['round(universityAid / universityAid, down, 0.0001)', '%', '，向下舍入到 0.01%', ', rounded down to 0.01%'],
  ['round(universityAid / universityAid, half-up, 0.001) - 100%', '%', '，四舍五入到 0.1%）', ', rounded to 0.1%)'],
  ['round(universityAid / universityAid, half-up)', '%', '，四舍五入到 0.0001%', ', rounded to 0.0001%'],
  ['round(universityAid / 3, half-up)', '%/year', '，四舍五入到 0.01%', ', rounded to 0.01%'],
  ['round(household.memberCount / 2, up)', 'persons', '，向上舍入到整数', ', rounded up to a whole number'],
  ['round(household.memberCount / 2, half-up, 1)', 'mu', '，四舍五入到整数', ', rounded to a whole number'],
  ['round(household.memberCount / 2, half-up)', 'mu', '，四舍五入到 0.0001 亩', ', rounded to 0.0001 mu'],
])('%s in %s is rounded to a place that is said', (formula, unit, chinese, english) => {
  expect(zh.formula(formula, 'household', unit)).toContain(chinese);
  expect(en.formula(formula, 'household', unit)).toContain(english);
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
  expect(zh.formula('count(roster, household.registered)', 'town')).toBe('花名册中符合“建档立卡贫困户为‘是’”的户数');
});

test('that a roster has entries is said as such, and what is asked of all or one of them by what they are', () => {
  expect(zh.formula('count(roster) >= 1', 'town')).toBe('花名册至少列有一项');
  expect(en.formula('count(roster) > 0', 'town')).toBe('the roster lists at least one entry');
  expect(zh.formula('every(roster, household.registered)', 'town')).toBe(
    '花名册所列各户全部符合“建档立卡贫困户为‘是’”',
  );
  expect(zh.formula('any(roster, village.hasBusService)', 'county')).toBe('花名册中至少一村符合“通达客车为‘是’”');
});

test('a sum of ones is a number of entries, and none of a unit is a plural', () => {
  expect(zh.formula('sum(roster, 1[village])', 'county')).toBe('花名册的村数');
  expect(en.formula('sum(roster, 1[village], village.hasTapWater)', 'county')).toBe(
    'the number of villages in the roster where “the village has tap water”',
  );
  expect(en.formula('if(village.hasTapWater, 1[village], 0[village])', 'village')).toBe(
    '1 village if the village has tap water, else 0 villages',
  );
});

test('what is counted is counted in its unit, and of a record of answers those that are yes', () => {
  expect(zh.formula('count(town.stationedCadres)', 'town', 'persons')).toBe('驻镇干部的人数');
  expect(zh.formula('count(unit.trackingCheckDates, entry <= 2018-01-01)', 'unit', 'times')).toBe(
    '跟踪检查日期中符合“该日不晚于 2018-01-01”的次数',
  );
  expect(zh.formula('count(county.actionPlansRunning)', 'county', 'items')).toBe('十大行动计划中为“是”的项数');
  expect(en.formula('count(county.actionPlansRunning)', 'county')).toBe(
    'the number of “Yes” among action plans running',
  );
  expect(en.formula('count(town.leadingGroup.heads)', 'town')).toBe('the number of heads of the leading group');
  expect(en.formula('1[household] * county.registeredHouseholdCount < 2[household]', 'county')).toMatch(
    /^the number of registered poor households is below /,
  );
});

test('a figure that is compared or chosen is said by its one value', () => {
  expect(zh.formula('if(person.enrolled, universityAid, 0)', 'person')).toBe(
    '如在校就读为“是”则为 5,000 元/人·年，否\u2060则为 0',
  );
  expect(en.formula('external.dibaoLine < universityAid', 'person')).toMatch(/ is below ¥5,000 per person per year$/);
});

test('a day worked out from another stands in brackets inside of a third', () => {
  expect(zh.formula('addDays(addYears(date.on, 1), 0 - 1)', 'person')).toBe('（政策日期之后 1 年）之前 1 天');
});

test('a name that asks how many there are is answered behind a colon', () => {
  expect(zh.sized('五方面扶持中已有几方面', '至少 1 个')).toBe('五方面扶持中已有几方面：至少 1 个');
});

test('a fact that names whose it is needs no name before it', () => {
  expect(zh.fact('province.ruralPerCapitaDisposableIncome', 'county')).toBe('全省农村居民人均可支配收入');
  expect(en.fact('province.ruralPerCapitaDisposableIncome', 'county')).toMatch(/^[Pp]rovincial /);
  expect(en.fact('household.exitDate', 'person')).toBe('the household’s exit date');
});

test('a condition in a sentence says the answer of a yes/no fact with its verb', () => {
  const leaf = { fact: 'household.registered', operator: 'equal', value: true } as const;
  expect(zh.leafOf(leaf, 'person')).toBe('建档立卡贫困户为“是”');
  expect(en.leafOf({ ...leaf, value: false }, 'person')).toBe('the household is not a registered poor household');
  expect(en.leafOf({ fact: 'household.memberCount', operator: 'lessThan', value: 3 }, 'person')).toBe(
    'household size: below 3 persons',
  );
});

test('a condition names its codes in quotation marks, in both languages', () => {
  const stage = { fact: 'person.schoolStage', operator: 'notEqual', value: 'primary' } as const;
  expect(zh.close(zh.leafOf(stage, 'person'))).toBe('在读学段不为“小学”');
  expect(en.leafOf(stage, 'person')).toBe('school stage attended is not “primary school”');
  const neither: ConditionLeaf = { ...stage, operator: 'notIn', value: ['primary', 'preschool'] };
  expect(zh.close(zh.leafOf(neither, 'person'))).toBe('在读学段既不是“小学”也不是“学前教育”');
  expect(en.leafOf(neither, 'person')).toBe('school stage attended is neither “primary school” nor “preschool”');
});

test('the time that is asked about is nobody’s', () => {
  expect(zh.fact('period.year', 'household')).not.toContain('的');
  expect(en.fact('period.year', 'household')).not.toContain(':');
  expect(outlineOf({ fact: 'period.year', operator: 'equal', value: 2017 }, en, 'village')).not.toHaveProperty('whose');
});
