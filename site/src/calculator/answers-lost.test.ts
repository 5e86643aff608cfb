import { expect, test } from 'vitest';
import { answersLost } from './answers-lost.ts';

test('what was taken as it was, or in other words, is not lost', () => {
  const before = { household: { registered: true, years: [2016], projects: [{}, {}], members: [{ age: 8 }] } };
  expect(answersLost(before, before)).toEqual([]);
  expect(answersLost({ village: { name: 'x' } }, { village: { name: 'given' } })).toEqual([]);
});

test('what has no place any more is named by its path', () => {
  const before = { household: { old: 1, members: [{ gone: true, age: 8 }] }, moon: { full: true } };
  expect(answersLost(before, { household: { members: [{ age: 8 }] } })).toEqual([
    'household.old',
    'household.members[0].gone',
    'moon.full',
  ]);
});

test('what is not known was never an answer', () => {
  expect(answersLost({ household: { old: null, none: {} } }, {})).toEqual([]);
});
