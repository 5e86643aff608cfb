import type { Outcome, OutcomeModel } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { whichOf } from './which-of.ts';

const stated = (name: string, value: unknown, fact: string, role = 'state') => ({
  outcome: { what: name, value } as Outcome,
  model: { role, value: { expression: { op: 'fact', fact } } } as unknown as OutcomeModel,
  name,
});
const names = (...all: readonly ReturnType<typeof stated>[]) => whichOf(all, '、').map(({ name }) => name);

test('of several of which some are meant, those are told in one line', () => {
  const bureau = stated('bureau', true, 'role');
  const [party, league] = [stated('party', false, 'role'), stated('league', false, 'role')];
  expect(names(bureau, party, league)).toEqual(['bureau']);
  expect(names(party, bureau, league, stated('finance', true, 'role'))).toEqual(['bureau、finance']);
  expect(names(party, league, stated('finance', false, 'role'))).toEqual(['party', 'league', 'finance']);
});

test('two, figures, demands and what follows from other facts are each told', () => {
  const [yes, no] = [stated('a', true, 'role'), stated('b', false, 'role')];
  expect(names(yes, no)).toEqual(['a', 'b']);
  expect(names(yes, no, stated('c', false, 'level'))).toEqual(['a', 'b', 'c']);
  expect(names(yes, no, stated('c', 3, 'role'))).toEqual(['a', 'b', 'c']);
  expect(names(yes, no, stated('c', false, 'role', 'require'))).toEqual(['a', 'b', 'c']);
});
