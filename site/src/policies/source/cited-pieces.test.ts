import { expect, test } from 'vitest';
import { type Cited, piecesOf } from './cited-pieces.ts';

const pieces = (length: number, ...cited: [start: number, end: number, provision: number][]): string[] =>
  piecesOf(
    length,
    cited.map(([start, end, provision]): Cited => ({ start, end, provision })),
  ).map(({ start, end, provisions }) => `${start}-${end} ${provisions.join('+')}`.trim());

test('a text that nothing cites is one piece', () => {
  expect(pieces(5)).toEqual(['0-5']);
});

test('a sentence is a piece of its own', () => {
  expect(pieces(9, [3, 6, 0])).toEqual(['0-3', '3-6 0', '6-9']);
  expect(pieces(9, [0, 9, 0])).toEqual(['0-9 0']);
});

test('a sentence that several provisions cite belongs to all of them, in their order', () => {
  expect(pieces(4, [0, 4, 2], [0, 4, 1])).toEqual(['0-4 1+2']);
});

test('where one sentence stands inside another, the inner one comes first', () => {
  expect(pieces(10, [0, 10, 0], [4, 6, 1])).toEqual(['0-4 0', '4-6 1+0', '6-10 0']);
});

test('sentences may overlap', () => {
  expect(pieces(10, [0, 6, 0], [4, 10, 1])).toEqual(['0-4 0', '4-6 0+1', '6-10 1']);
});

test('a provision that cites one place twice is named once', () => {
  expect(pieces(4, [0, 4, 0], [0, 2, 0])).toEqual(['0-2 0', '2-4 0']);
});

test('an empty text has no pieces', () => {
  expect(pieces(0)).toEqual([]);
});
