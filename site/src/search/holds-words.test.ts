import { expect, test } from 'vitest';
import { holdsWords } from './holds-words.ts';

test('a word that only begins with the same letter, or stands within another, is not the word', () => {
  expect(holdsWords('bursary', 'b), and B. Costs are reimbursed')).toBe(false);
  expect(holdsWords('bursary', 'A bursary for students')).toBe(true);
});

test('the end of a word may be another, and a name is found by its words', () => {
  expect(holdsWords('subsidies', 'The subsidy of a house')).toBe(true);
  expect(holdsWords('cities', 'a city')).toBe(true);
  expect(holdsWords('ability', 'person.labourAbility')).toBe(true);
});

test('of several words each is held, in Chinese without a space between them as well', () => {
  expect(holdsWords('solar bursary', 'solar power')).toBe(false);
  expect(holdsWords('危房改造补助', '补助多少，看危房怎样改造')).toBe(true);
  expect(holdsWords('危房 光伏', '危房改造')).toBe(false);
  expect(holdsWords('量子火箭筒', '数量')).toBe(false);
});

test('what has no letter is looked for nowhere', () => {
  expect(holdsWords('"…"', 'text')).toBe(true);
});
