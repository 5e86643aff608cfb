import type { Condition } from '@jingzhun/schemas';
import { expect, test } from 'vitest';
import { outlineOf } from './condition-outline.ts';
import type { PolicyVoice } from './policy-voice.ts';

const voice = { whose: () => undefined, leaf: ({ fact }: { fact: string }) => fact } as unknown as PolicyVoice;
const leaf = (fact: string): Condition => ({ fact, operator: 'equal', value: true });
const outline = (condition: Condition) => outlineOf(condition, voice, 'household');

test('a group of one is that one, and a group inside one of its own kind is part of it', () => {
  expect(outline({ all: [leaf('a')] })).toEqual({ text: 'a' });
  expect(outline({ all: [leaf('a'), { all: [leaf('b'), leaf('c')] }] })).toEqual({
    group: 'all',
    of: [{ text: 'a' }, { text: 'b' }, { text: 'c' }],
  });
});

test('a group that must not be has one heading', () => {
  const both = [leaf('a'), leaf('b')];
  const of = [{ text: 'a' }, { text: 'b' }];
  expect(outline({ not: leaf('a') })).toEqual({ group: 'not', of: [{ text: 'a' }] });
  expect(outline({ not: { all: both } })).toEqual({ group: 'notAll', of });
  expect(outline({ not: { any: both } })).toEqual({ group: 'none', of });
  expect(outline({ not: { not: { all: both } } })).toEqual({ group: 'not', of: [{ group: 'notAll', of }] });
});
