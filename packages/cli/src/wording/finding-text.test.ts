import type { RuleFinding } from '@jingzhun/rules';
import { expect, it } from 'vitest';
import type { Language } from '../language.ts';
import { embedded } from '../policies.gen.ts';
import { whyText } from './finding-text.ts';
import { Labels } from './labels.ts';

const huadu = embedded['huadu-2016'] as (typeof embedded)[string];
const [policy, text] = [await huadu.policy(), await huadu.text()];

it.each<[Language, object, string]>([
  [
    'zh',
    { fact: 'household.exitDate', operator: 'lessThanInclusive', value: '2016-10-31', actual: '2016-11-05' },
    '须脱贫日期不晚于 2016-10-31（现为 2016-11-05）',
  ],
  [
    'en',
    { fact: 'household.exitDate', operator: 'greaterThan', value: '2016-10-31', actual: null },
    'needs: exit date is after 2016-10-31 (is unknown)',
  ],
  [
    'zh',
    { fact: 'household.memberCount', operator: 'lessThanInclusive', value: 3, actual: 4 },
    '须家庭人口数不高于 3 人（现为 4 人）',
  ],
])('%s: what has to be otherwise is said of days as of days: %j', (language, change, said) => {
  const subject = { entity: 'household', id: null };
  const finding = { status: 'unmet', subject, because: [], eligibleIf: [change] } as unknown as RuleFinding;
  expect(whyText(finding, new Labels(policy, text, language))).toBe(said);
});

it.each<[Language, string]>([
  ['zh', '须家庭人口数不低于 2 人、不高于 3 人（现为 4 人）'],
  ['en', 'needs: household size is at least 2 persons and is at most 3 persons (is 4 persons)'],
])('%s: of all that lies between two bounds both are said', (language, said) => {
  const fact = 'household.memberCount';
  const finding = {
    status: 'unmet',
    subject: { entity: 'household', id: null },
    because: [
      { fact, operator: 'greaterThanInclusive', expected: 2, actual: 4, holds: true },
      { fact, operator: 'lessThanInclusive', expected: 3, actual: 4, holds: false },
    ],
    eligibleIf: [{ fact, operator: 'equal', value: 2, actual: 4 }],
  } as unknown as RuleFinding;
  expect(whyText(finding, new Labels(policy, text, language))).toBe(said);
});

it('of several changes each of which is enough all are said', () => {
  const change = { operator: 'equal', value: true, actual: false };
  const finding = {
    status: 'unmet',
    subject: { entity: 'household', id: null },
    because: [],
    eligibleIf: [
      { ...change, fact: 'household.registered' },
      { ...change, fact: 'household.inDibao' },
    ],
  } as unknown as RuleFinding;
  expect(whyText(finding, new Labels(policy, text, 'zh'))).toBe(
    '须建档立卡贫困户为是（现为否）；或已纳入低保为是（现为否）',
  );
});
