import type { Policy } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { Places } from './asks.ts';
import type { Reading } from './case-form.ts';

const fact = (name: string) => ({ op: 'fact', fact: name });
const follows = (name: string, expression: object) => ({ name, derive: { formula: { expression } } });
const policy = {
  facts: [
    { name: 'village.meetingDate' },
    follows('village.met', {
      op: 'compare',
      operator: '<=',
      left: fact('village.meetingDate'),
      right: fact('date.on'),
    }),
    follows('village.ready', { op: 'and', of: [fact('village.notAsked'), fact('village.met')] }),
    follows('village.metInYear', {
      op: 'compare',
      operator: '=',
      left: fact('period.year'),
      right: fact('village.meetingDate'),
    }),
    follows('village.yearAsked', { op: 'ifAbsent', fact: 'village.year', other: fact('period.year') }),
    follows('village.metInYearAsked', {
      op: 'compare',
      operator: '=',
      left: fact('village.yearAsked'),
      right: fact('village.meetingDate'),
    }),
    follows('village.circular', fact('village.circular')),
    follows('household.workers', {
      op: 'count',
      list: 'household.members',
      of: null,
      where: fact('person.isWorker'),
    }),
    follows('person.isWorker', fact('person.labourAbility')),
    { name: 'household.kind', derive: { cases: [{ is: 'a', when: { expression: fact('village.met') } }] } },
  ],
} as unknown as Policy;
const places = (...asked: readonly string[]): Places =>
  new Places(policy, { questions: new Map(asked.map((path) => [path, {}])), names: [] } as unknown as Reading, true);

test('what follows from other facts is answered at the first of them that the page asks', () => {
  const village = places('village.meetingDate');
  expect(village.behind('village.meetingDate', undefined)).toBe('village.meetingDate');
  expect(village.behind('village.ready', undefined)).toBe('village.meetingDate');
  expect(village.behind('household.kind', undefined)).toBe('village.meetingDate');
  expect(places().behind('village.ready', undefined)).toBeUndefined();
  expect(village.behind('village.circular', undefined)).toBeUndefined();
});

test('what happened in a year is answered where it is asked, before the year', () => {
  expect(places('period.year', 'village.meetingDate').behind('village.metInYear', undefined)).toBe(
    'village.meetingDate',
  );
  expect(places('period.year').behind('village.metInYear', undefined)).toBe('period.year');
  // Also where the year is behind another fact.
  const both = places('period.year', 'village.meetingDate');
  expect(both.behind('village.metInYearAsked', undefined)).toBe('village.meetingDate');
});

test('what follows from the members is answered of the first, or where members are added', () => {
  const [first, second] = ['household.members[0].labourAbility', 'household.members[1].labourAbility'];
  expect(places(first, second).behind('household.workers', undefined)).toBe(first);
  expect(places().behind('household.workers', undefined)).toBe('household.members');
  expect(places(first, second).behind('person.isWorker', 1)).toBe(second);
});

test('a condition on the day is answered at the policy date; what follows from it and from others, only at those', () => {
  expect(places().behind('date.on', undefined)).toBe('date');
  expect(places().behind('village.met', undefined)).toBeUndefined();
});
