import type { Expression } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { mostOf } from './most-of.ts';

const number = (value: number): Expression => ({ op: 'value', value });
const fact = (name: string): Expression => ({ op: 'fact', fact: name });
const one = (name: string) => ({ op: 'if', when: fact(name), yes: number(1), no: number(0) }) as Expression;

test('of a record of yes and no no more can be counted than it has keys', () => {
  expect(mostOf({ op: 'add', left: { op: 'add', left: one('a'), right: one('b') }, right: one('c') })).toBe(3);
});

test('of a list no more can be counted than the words that count', () => {
  const list = { op: 'count', list: 'county.funds', of: null };
  const named = { op: 'in', of: { op: 'entry' }, values: ['guarantee', 'risk'] };
  expect(mostOf({ ...list, where: named } as Expression)).toBe(2);
  expect(mostOf({ ...list, where: null } as Expression)).toBe(Number.POSITIVE_INFINITY);
});

test('what is given has no most', () => {
  expect(mostOf(fact('a'))).toBe(Number.POSITIVE_INFINITY);
  expect(mostOf({ op: 'add', left: one('a'), right: fact('b') })).toBe(Number.POSITIVE_INFINITY);
});
