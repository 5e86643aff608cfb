import { expect, test } from 'vitest';
import { subjectLabel, subjectName } from './subject-label.ts';

test('a list names a subject with the words that may stand in its stead', () => {
  expect(subjectName('county', 'zh')).toBe('县（市、区）');
  expect(subjectName('town', 'zh')).toBe('镇（乡、街道）');
  expect(subjectName('work-team', 'zh')).toBe('驻村工作队（组）');
  expect(subjectName('county', 'en')).toBe('County or district');
});

test('what explains a name is left out, and a heading has the name alone', () => {
  expect(subjectName('enterprise', 'zh')).toBe('企业');
  expect(subjectName('unit', 'zh')).toBe('单位');
  expect(subjectName('household', 'zh')).toBe('户');
  expect(subjectLabel('county', 'zh')).toBe('县');
});
