import { expect, test } from 'vitest';
import { policyWords } from '../words/policies.ts';
import { type Truth, truthSaid } from './truth-said.ts';

const say = (label: string, isTrue: boolean, language: 'zh' | 'en', whose: Partial<Truth> = {}): string =>
  truthSaid(
    { label, entity: undefined, isOther: false, isOwn: false, ...whose },
    isTrue,
    language,
    policyWords[language].formula,
  );

test('in Chinese, that nothing of a kind is in the case is that there is none', () => {
  expect(say('资料中有户', true, 'zh')).toBe('资料中有户');
  expect(say('资料中有户', false, 'zh')).toBe('资料中没有户');
  // A list is not denied by its first word.
  expect(say('资料中有户，也有村', false, 'zh')).toBe('资料中有户，也有村为“否”');
});

test('in English, that nothing of a kind is in the case is that none is', () => {
  expect(say('a household is in the case', true, 'en')).toBe('a household is in the case');
  expect(say('a household is in the case', false, 'en')).toBe('no household is in the case');
  expect(say('An area is in the case', false, 'en')).toBe('No area is in the case');
  expect(say('a household and a village is in the case', false, 'en')).toBe(
    '“a household and a village is in the case” is No',
  );
});

test('in Chinese, what a policy calls its own facts and what holds a verb stands apart from the sentence', () => {
  expect(say('比较村卫生室', true, 'zh', { isOwn: true })).toBe('“比较村卫生室”为“是”');
  expect(say('看比较结论', false, 'zh', { entity: '区域', isOther: true, isOwn: true })).toBe(
    '区域的“看比较结论”为“否”',
  );
  expect(say('指标相当于全省平均', true, 'zh')).toBe('“指标相当于全省平均”为“是”');
  // What is a sentence by itself stands as such.
  expect(say('有可比较的指标', true, 'zh', { entity: '村', isOther: true, isOwn: true })).toBe('村有可比较的指标');
  expect(say('有可比较的指标', false, 'zh', { entity: '村', isOther: true, isOwn: true })).toBe(
    '村的“有可比较的指标”为“否”',
  );
});

test('in English, whose it is follows on a name that is a sentence', () => {
  expect(say('the finding is asked for', true, 'en', { entity: 'area', isOther: true })).toBe(
    'the finding is asked for (area)',
  );
});
