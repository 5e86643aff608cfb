import type { Condition } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { conditionPieces } from './condition.ts';

const place = { part: ['when'], before: ['when'], after: ['when'], bears: 'meaning' } as const;
const yes = (fact: string): Condition => ({ fact, operator: 'equal', value: true });
const below = (value: number): Condition => ({ fact: 'household.income', operator: 'lessThan', value });
const [a, b, c] = [yes('household.a'), yes('household.b'), yes('household.c')];

/** Each difference as change, groups, path, and what stood and stands there. */
const told = (before: Condition, after: Condition) =>
  conditionPieces(before, after, place).map(({ change, within = [], path, before: old, after: now }) => [
    change,
    within.join('>'),
    path.join('.'),
    old,
    now,
  ]);

describe('two conditions', () => {
  it('differ in nothing where they are equal', () => {
    expect(told({ all: [a, { any: [b, c] }] }, { all: [a, { any: [b, c] }] })).toEqual([]);
  });

  it('differ in a leaf on the same fact, whose place is named', () => {
    expect(told({ all: [a, below(4000)] }, { all: [a, below(5000)] })).toEqual([
      ['changed', 'all', 'when.all.1', below(4000), below(5000)],
    ]);
  });

  it('set equal parts beside each other first, so that an insertion is one difference', () => {
    expect(told({ all: [below(1), below(2)] }, { all: [below(0), below(1), below(2)] })).toEqual([
      ['added', 'all', 'when.all.0', undefined, below(0)],
    ]);
  });

  it('name what was removed by its place in the earlier one', () => {
    expect(told({ all: [a, b, c] }, { all: [a, c] })).toEqual([['removed', 'all', 'when.all.1', b, undefined]]);
  });

  it('are followed into nested groups and into what must not hold', () => {
    expect(told({ all: [a, { not: { any: [b, below(1)] } }] }, { all: [a, { not: { any: [b, below(2)] } }] })).toEqual([
      ['changed', 'all>not>any', 'when.all.1.not.any.1', below(1), below(2)],
    ]);
  });

  it('take a lone condition for a group of one', () => {
    expect(told(a, { all: [a, b] })).toEqual([['added', 'all', 'when.all.1', undefined, b]]);
    expect(told({ any: [a, b] }, b)).toEqual([['removed', 'any', 'when.any.0', a, undefined]]);
    expect(told({ all: [a, b] }, { all: [a, { any: [b, c] }] })).toEqual([
      ['added', 'all>any', 'when.all.1.any.1', undefined, c],
    ]);
  });

  it('that are joined otherwise say so, beside the leaves that differ', () => {
    expect(told({ all: [a, below(1)] }, { any: [a, below(2)] })).toEqual([
      ['changed', '', 'when', { join: 'all' }, { join: 'any' }],
      ['changed', 'any', 'when.any.1', below(1), below(2)],
    ]);
  });

  it('without anything in common are told as wholes', () => {
    expect(told(a, { all: [b, c] })).toEqual([['changed', '', 'when', a, { all: [b, c] }]]);
    expect(told(a, { not: a })).toEqual([['changed', '', 'when', a, { not: a }]]);
    expect(told({ not: a }, { all: [a, b] })).toEqual([['changed', '', 'when', { not: a }, { all: [a, b] }]]);
  });
});
