import { expect, test } from 'vitest';
import { byChoice, mapChoices } from './by-choice.ts';
import type { Choice } from './conditions-of.ts';

const row = (name: string, ...choices: readonly (readonly [choice: number, way: number])[]) => ({
  name,
  choices: choices.map(([choice, way]): Choice => ({ choice, way })),
});
const told = (...rows: readonly ReturnType<typeof row>[]) => byChoice(rows, ({ choices }) => choices);

test('the ways of a choice stand together in the place of the first, what belongs to none where it stood', () => {
  const [a, b, c, d, e] = [row('a'), row('b', [3, 0]), row('c', [3, 0]), row('d', [3, 1]), row('e')];
  expect(told(a, b, c, d, e)).toEqual([a, { ways: [[b, c], [d]] }, e]);
});

test('a choice within a way is a choice of its own', () => {
  const [a, b, c, d] = [row('a', [3, 0]), row('b', [3, 1]), row('c', [3, 1], [2, 0]), row('d', [3, 1], [2, 1])];
  expect(told(a, b, c, d)).toEqual([{ ways: [[a], [b, { ways: [[c], [d]] }]] }]);
});

test('one way alone is no choice', () => {
  const [a, b] = [row('a', [3, 1]), row('b', [3, 1])];
  expect(told(a, b)).toEqual([a, b]);
});

test('what is made of each row stands in the same ways', () => {
  const rows = told(row('a'), row('b', [3, 0]), row('c', [3, 1], [2, 0]), row('d', [3, 1], [2, 1]));
  expect(mapChoices(rows, ({ name }) => name)).toEqual(['a', { ways: [['b'], [{ ways: [['c'], ['d']] }]] }]);
});
