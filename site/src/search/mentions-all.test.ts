import { expect, test } from 'vitest';
import { mentionsAll } from './mentions-all.ts';

test('a word that only begins with the same letter, or stands within another, is not the word', () => {
  expect(mentionsAll('bursary', 'b), and B. Costs are reimbursed')).toBe(false);
  expect(mentionsAll('bursary', 'A bursary for students')).toBe(true);
});

test('the end of a word may be another, and a name is found by its words', () => {
  expect(mentionsAll('subsidies', 'The subsidy of a house')).toBe(true);
  expect(mentionsAll('cities', 'a city')).toBe(true);
  expect(mentionsAll('ability', 'person.labourAbility')).toBe(true);
});

test('of several words each is held, in Chinese without a space between them as well', () => {
  expect(mentionsAll('solar bursary', 'solar power')).toBe(false);
  expect(mentionsAll('危房改造补助', '补助多少，看危房怎样改造')).toBe(true);
  expect(mentionsAll('危房 光伏', '危房改造')).toBe(false);
  expect(mentionsAll('量子火箭筒', '数量')).toBe(false);
});

test('what has no letter is looked for nowhere', () => {
  expect(mentionsAll('"…"', 'text')).toBe(true);
});
