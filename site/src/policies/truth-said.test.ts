import { expect, test } from 'vitest';
import { policyWords } from '../words/policies.ts';
import { type Truth, truthSaid } from './truth-said.ts';

const say = (label: string, isTrue: boolean, language: 'zh' | 'en', whose: Partial<Truth> = {}): string =>
  truthSaid({ label, entity: undefined, isOther: false, ...whose }, isTrue, language, policyWords[language].formula);

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
