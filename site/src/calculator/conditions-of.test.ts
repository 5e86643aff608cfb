import type { ConditionModel, Reason, RuleFinding, RuleModel } from '@jingzhun/rules';
import { describe, expect, test } from 'vitest';
import { awaitedFacts, awaitedOf, conditionsOf, failingOf } from './conditions-of.ts';
import { dueOf } from './verdict.ts';

const leaf = (fact: string, operator = 'equal', value: unknown = true): ConditionModel =>
  ({ fact, operator, value }) as ConditionModel;
const rule = (parts: Partial<Pick<RuleModel, 'scope' | 'when' | 'items'>>): RuleModel => parts as RuleModel;
/** Reasons in the order of the rule's conditions, as a decision gives them: a fact, and whether its condition holds. */
const finding = (
  status: RuleFinding['status'],
  ...holds: readonly (readonly [fact: string, holds: boolean | null, operator?: string])[]
) =>
  ({
    status,
    because: holds.map(
      ([fact, truth, operator = 'equal']): Reason => ({ fact, operator, expected: true, actual: truth, holds: truth }),
    ),
  }) as unknown as RuleFinding;
const facts = (conditions: readonly { reason: Reason }[]): readonly string[] =>
  conditions.map(({ reason }) => reason.fact);

describe('what bears on a finding', () => {
  test('a met rule rests on the way that was taken; the others stand aside', () => {
    const either = rule({ scope: leaf('a'), when: { any: [{ all: [leaf('b'), leaf('c')] }, leaf('d')] } });
    const { bearing, aside } = conditionsOf(
      finding('met', ['a', true], ['b', true], ['c', false], ['d', true]),
      either,
    );
    expect(facts(bearing)).toEqual(['a', 'd']);
    expect(facts(aside)).toEqual(['b', 'c']);
  });

  test('a rule that is not met shows everything, also what is already right', () => {
    const both = rule({ when: { all: [leaf('a'), { any: [leaf('b'), leaf('c')] }] } });
    const { bearing, aside } = conditionsOf(finding('unmet', ['a', true], ['b', false], ['c', false]), both);
    expect(facts(bearing)).toEqual(['a', 'b', 'c']);
    expect(aside).toEqual([]);
  });

  test('of several ways those that hold are told, else those still open; what failed beside them stands aside', () => {
    const either = rule({ when: { all: [leaf('a'), { any: [leaf('b'), leaf('c'), leaf('d')] }] } });
    const of = (status: RuleFinding['status'], a: boolean, ...ways: readonly (boolean | null)[]) =>
      facts(
        conditionsOf(finding(status, ['a', a], ...ways.map((holds, at) => ['bcd'[at] ?? '', holds] as const)), either)
          .bearing,
      );
    expect(of('unknown', true, false, null, null)).toEqual(['a', 'c', 'd']);
    expect(of('unmet', false, true, false, null)).toEqual(['a', 'b']);
    expect(of('unmet', true, false, false, false)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a way that asks again for what the rule applies by says of whom it speaks, and that is told once', () => {
    const source = rule({
      scope: leaf('source', 'in', ['a', 'b']),
      when: {
        any: [
          { all: [leaf('source', 'equal', 'a'), leaf('target', 'equal', 'c')] },
          { all: [leaf('source', 'equal', 'b'), leaf('target', 'equal', 'd')] },
        ],
      },
    });
    const of = (status: RuleFinding['status'], ...holds: readonly [boolean, boolean, boolean, boolean]) => {
      const [a, c, b, d] = holds;
      const reasons = [
        ['source', true, 'in'] as const,
        ['source', a],
        ['target', c],
        ['source', b],
        ['target', d],
      ] as const;
      return conditionsOf(finding(status, ...reasons), source).bearing.map(({ reason, circumstance = false }) => [
        reason.fact,
        reason.operator,
        circumstance,
      ]);
    };
    expect(of('met', true, true, false, false)).toEqual([
      ['source', 'equal', true],
      ['target', 'equal', false],
    ]);
    expect(of('unmet', true, false, false, true)).toEqual([
      ['source', 'equal', true],
      ['target', 'equal', false],
      ['source', 'equal', true],
      ['target', 'equal', false],
    ]);
  });

  test('a condition says of which choices it is a part, and of which way', () => {
    const either = rule({
      when: { all: [leaf('a'), { any: [leaf('b'), { all: [leaf('c'), { any: [leaf('d'), leaf('e')] }] }] }] },
      items: [{ key: 'other', when: { not: { all: [leaf('f'), leaf('g')] } } }] as unknown as RuleModel['items'],
    } as Partial<RuleModel>);
    const open = [...'abcdefg'].map((fact) => [fact, null] as const);
    const { bearing } = conditionsOf(finding('unknown', ...open), either);
    const ways = bearing.map(({ choices = [] }) => choices.map(({ way }) => way));
    expect(ways).toEqual([[], [0], [1], [1, 0], [1, 1], [0], [1]]);
    const [first, other] = [bearing[1], bearing[5]].map((condition) => condition?.choices?.[0]?.choice);
    expect(first).not.toBe(other);
  });

  test('parts that do not apply stand aside, and where the rule is met also those not yet due', () => {
    const list = rule({
      items: [
        { key: 'now', when: leaf('b') },
        { key: 'elsewhere', scope: leaf('town'), when: leaf('c') },
        { key: 'later', when: leaf('d') },
      ] as unknown as NonNullable<RuleModel['items']>,
    });
    const reasons = [
      ['b', true],
      ['town', false],
      ['c', null],
      ['d', false],
    ] as const;
    expect(facts(conditionsOf(finding('met', ...reasons), list).bearing)).toEqual(['b']);
    expect(facts(conditionsOf(finding('unmet', ...reasons), list).bearing)).toEqual(['b', 'd']);
  });

  test('what bears on the rule in one place does not stand aside in another', () => {
    const list = rule({
      items: [
        { key: 'now', when: { all: [leaf('village'), leaf('b')] } },
        { key: 'elsewhere', scope: leaf('town'), when: { all: [leaf('village'), leaf('c')] } },
      ] as unknown as NonNullable<RuleModel['items']>,
    });
    const { bearing, aside } = conditionsOf(
      finding('met', ['village', true], ['b', true], ['town', false], ['village', true], ['c', false]),
      list,
    );
    expect(facts(bearing)).toEqual(['village', 'b']);
    expect(facts(aside)).toEqual(['town', 'c']);
  });

  test('what fails in a part of which nobody knows whether it applies is no failure yet', () => {
    const list = rule({
      items: [
        { key: 'one', scope: leaf('stable'), when: { all: [leaf('out'), leaf('told')] } },
      ] as unknown as NonNullable<RuleModel['items']>,
    });
    const found = finding('unmet', ['stable', null], ['out', false], ['told', true]);
    expect(conditionsOf(found, list).bearing.map(({ ifApplies }) => ifApplies)).toEqual([undefined, true, undefined]);
    expect(failingOf(found, list)).toEqual([]);
    const known = finding('unmet', ['stable', true], ['out', false], ['told', true]);
    expect(facts(failingOf(known, list))).toEqual(['out']);
    const whole = rule({ scope: leaf('stable'), when: leaf('out') });
    const open = finding('unknown', ['stable', null], ['out', false]);
    expect(conditionsOf(open, whole).bearing.map(({ ifApplies }) => ifApplies)).toEqual([undefined, true]);
  });

  test('whether the rule or a part of it applies is a circumstance', () => {
    const list = rule({
      scope: leaf('a'),
      items: [{ key: 'one', scope: { any: [leaf('b'), leaf('c')] }, when: leaf('d') }] as unknown as NonNullable<
        RuleModel['items']
      >,
    });
    const open = [...'abcd'].map((fact) => [fact, null] as const);
    const { bearing } = conditionsOf(finding('unknown', ...open), list);
    expect(bearing.map(({ circumstance }) => circumstance)).toEqual([true, true, true, undefined]);
  });

  test('what a rule asks the opposite of is said as what it asks', () => {
    const not = rule({ when: { not: { any: [leaf('a'), leaf('n', 'lessThan', 3)] } } });
    const { bearing } = conditionsOf(finding('met', ['a', false], ['n', false, 'lessThan']), not);
    expect(bearing.map(({ reason: { fact, operator, holds } }) => [fact, operator, holds])).toEqual([
      ['a', 'notEqual', true],
      ['n', 'greaterThanInclusive', true],
    ]);
  });

  test('the opposite of all is any of the opposites', () => {
    const not = rule({ when: { not: { all: [leaf('a'), leaf('b')] } } });
    const { bearing, aside } = conditionsOf(finding('met', ['a', true], ['b', false]), not);
    expect(facts(bearing)).toEqual(['b']);
    expect(facts(aside)).toEqual(['a']);
  });

  test('what the case is about goes without saying', () => {
    const guarded = rule({ when: { all: [leaf('present.household'), leaf('a')] } });
    const { bearing, aside } = conditionsOf(finding('met', ['present.household', true], ['a', true]), guarded);
    expect(facts([...bearing, ...aside])).toEqual(['a']);
  });

  test('a fact that is compared with another names it', () => {
    const compared = rule({ when: leaf('a', 'lessThan', { fact: 'b' }) });
    expect(conditionsOf(finding('unknown', ['a', null]), compared).bearing[0]?.against).toBe('b');
  });
});

test('the line of an unmet rule is about its conditions that fail, each once', () => {
  const three = rule({ when: { all: [leaf('a'), leaf('b'), leaf('b'), leaf('c')] } });
  const found = finding('unmet', ['a', true], ['b', false], ['b', false], ['c', false]);
  expect(facts(failingOf(found, three))).toEqual(['b', 'c']);
});

describe('what is not yet due', () => {
  const due = '2016-12-31';
  const halves = rule({
    items: [
      { key: 'first', when: leaf('a'), due: '2016-06-30' },
      { key: 'second', scope: leaf('day'), when: leaf('b'), due },
    ] as unknown as NonNullable<RuleModel['items']>,
  });
  const items = [
    { key: 'first', status: 'unmet', due: '2016-06-30' },
    { key: 'second', status: 'unknown', due },
  ] as NonNullable<RuleFinding['items']>;

  test('of an item is told with its day, and is not what the rule fails by', () => {
    const found = { ...finding('unmet', ['a', false], ['day', true], ['b', false]), items };
    expect(conditionsOf(found, halves).bearing.map((each) => each.due)).toEqual([undefined, undefined, due]);
    expect(facts(failingOf(found, halves))).toEqual(['a']);
    expect([...awaitedFacts(found, halves)]).toEqual([['b', due]]);
  });

  test('is nothing of an item that is open because a fact is not known', () => {
    const found = { ...finding('unmet', ['a', false], ['day', true], ['b', null]), items };
    expect(awaitedOf(found, halves)).toEqual([]);
  });

  test('of a rule with items is told of each that applies', () => {
    const whole = { ...halves, items: halves.items?.map(({ due: _, ...item }) => item), due } as RuleModel;
    const found = { ...finding('unknown', ['a', false], ['day', false], ['b', false]), due };
    expect([...awaitedFacts(found, whole)]).toEqual([['a', due]]);
  });

  test('of a rule is what an open finding waits for', () => {
    const whole = { ...rule({ when: leaf('a') }), due: { fact: 'period.lastDay' } } as RuleModel;
    expect(awaitedOf({ ...finding('unknown', ['a', false]), due }, whole).map((each) => each.due)).toEqual([due]);
    expect(awaitedOf({ ...finding('unmet', ['a', false]), due }, whole)).toEqual([]);
  });

  test('of a rule may be open in whether it applies, as long as days are left', () => {
    const whole = { ...rule({ scope: leaf('scope'), when: leaf('a') }), due } as RuleModel;
    const found = { ...finding('unknown', ['scope', null], ['a', false]), due };
    expect([...awaitedFacts({ ...found, daysLeft: 3 }, whole)]).toEqual([['a', due]]);
    expect([...awaitedFacts(found, whole)]).toEqual([]);
  });

  test('is not the day that is told of what was missed', () => {
    expect(dueOf({ ...finding('unmet'), items, due })).toBe('2016-06-30');
    expect(dueOf({ ...finding('unknown'), items, due })).toBe(due);
    expect(dueOf({ ...finding('unmet'), due })).toBe(due);
  });
});
