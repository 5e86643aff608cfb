import { expect, test } from 'vitest';
import { choicesOf } from './choices.ts';
import type { Control } from './questions.ts';

const words = (control: Control, fact: string, language: 'zh' | 'en' = 'zh') =>
  choicesOf({ control, fact }, language)?.map(([, word]) => word);

test('who or what is asked for by its name has been named or not', () => {
  expect(words('presence', 'county.responsibleSecretary')).toEqual(['不清楚', '已明确', '未明确']);
  expect(words('presence', 'household.gridCell', 'en')).toEqual(['Not known', 'Named', 'Not named']);
});

test('yes and no are said as the answer says them', () => {
  expect(words('yes-no', 'household.hasHandbook')).toEqual(['不清楚', '有', '没有']);
  expect(words('yes-no', 'village.worksCompleted.irrigation')).toEqual(['不清楚', '已完成', '未完成']);
  expect(words('yes-no', 'household.registered')).toEqual(['不清楚', '是', '否']);
});

test('of entries there are some or none', () => {
  expect(words('records', 'fund.expenditures')).toEqual(['不清楚', '有', '没有']);
  expect(words('records', 'fund.expenditures', 'en')).toEqual(['Not known', 'Some', 'None']);
});

test('what is typed has no choices', () => {
  expect(words('number', 'household.landArea')).toBeUndefined();
});
