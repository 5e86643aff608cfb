import type { Case, Condition } from '@jingzhun/schemas';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess } from '../decide/assess.ts';
import { loadPolicy } from '../load/load.ts';
import { day, leaf, tinyRule, tinySource } from '../testing/tiny-policy.ts';
import { analyse } from './index.ts';

// Random rules over few facts, of which every class can be tried: what the analysis claims is exactly what trying all finds.

type Leaf = { fact: string; operator: string; value: unknown };

const income = 'household.perCapitaDisposableIncome';
const codes = ['none', 'general', 'dibao', 'wubao'];
const values: Readonly<Record<string, readonly unknown[]>> = {
  'household.registered': [true, false],
  'household.livesScattered': [true, false],
  [income]: [1999.99, 2000, 2000.01, 3999.99, 4000, 4000.01],
  'household.type': ['none', 'general', 'dibao', 'dibao-assisted', 'wubao'],
};

const anyLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('household.registered', 'household.livesScattered'),
    operator: fc.constant('equal'),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant(income),
    operator: fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'),
    value: fc.constantFrom(2000, 4000),
  }),
  fc.record({
    fact: fc.constant('household.type'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.subarray(codes, { minLength: 1 }),
  }),
);

const condition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    anyLeaf as fc.Arbitrary<Condition>,
    fc.record({ all: fc.array(tie('node'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node;

type Facts = Readonly<Record<string, unknown>>;

const everyCase: readonly Facts[] = Object.entries(values).reduce<Facts[]>(
  (cases, [fact, all]) => cases.flatMap((facts) => all.map((value) => ({ ...facts, [fact]: value }))),
  [{}],
);

/** A leaf as it is, or taken for true or false. */
type Taken = { leaf: Leaf; as: boolean } | undefined;

function holds(part: Condition, facts: Facts, taken?: Taken): boolean {
  if ('all' in part) return part.all.every((each) => holds(each, facts, taken));
  if ('any' in part) return part.any.some((each) => holds(each, facts, taken));
  if ('not' in part) return !holds(part.not, facts, taken);
  if (taken !== undefined && (part as unknown) === taken.leaf) return taken.as;
  const { fact, operator, value } = part as Leaf;
  const actual = facts[fact] as never;
  switch (operator) {
    case 'equal':
      return actual === value;
    case 'in':
      return (value as unknown[]).includes(actual);
    case 'notIn':
      return !(value as unknown[]).includes(actual);
    case 'lessThan':
      return actual < (value as number);
    case 'lessThanInclusive':
      return actual <= (value as number);
    case 'greaterThan':
      return actual > (value as number);
    default:
      return actual >= (value as number);
  }
}

function leavesOf(part: Condition): Leaf[] {
  if ('all' in part) return part.all.flatMap(leavesOf);
  if ('any' in part) return part.any.flatMap(leavesOf);
  if ('not' in part) return leavesOf(part.not);
  return [part as unknown as Leaf];
}

/** Ids of all that is wrong with a rule of one test, found by trying everything. */
function byTrying(when: Condition): string[] {
  const results = everyCase.map((facts) => holds(when, facts));
  if (!results.includes(true)) return ['never'];
  if (!results.includes(false)) return ['always'];
  const leaves = leavesOf(when);
  return leaves.flatMap((each, seat) => {
    const same = (as: boolean) =>
      everyCase.every((facts, place) => holds(when, facts, { leaf: each, as }) === results[place]);
    if (!same(true) && !same(false)) return [];
    const before = leaves.slice(0, seat).filter(({ fact }) => fact === each.fact).length;
    return [`${each.fact}${before === 0 ? '' : `:${before + 1}`}`];
  });
}

const sourceOf = (when: Condition) => tinySource({ rules: { 'tiny.rule.one': tinyRule({ when }) } });

it('unreachable rules, tests that always hold and idle conditions are those that trying every case finds', () => {
  const seen = { never: 0, always: 0, idle: 0, sound: 0 };
  fc.assert(
    fc.property(condition, (when) => {
      // No leaf may stand for two places.
      const own = JSON.parse(JSON.stringify(when)) as Condition;
      const { findings, covered } = analyse(sourceOf(own));
      const claimed = findings.filter(({ kind }) => kind !== 'swapped-bound' || byTrying(own)[0] === 'never');
      const ids = claimed.map(({ kind, id }) =>
        kind === 'unreachable' || kind === 'swapped-bound'
          ? 'never'
          : kind === 'always-met'
            ? 'always'
            : id.replace('idle-condition:tiny.rule.one:', ''),
      );
      const expected = byTrying(own);
      // A rule can be out of reach for one reason and have swapped bounds besides.
      expect([...new Set(ids)].toSorted()).toEqual(expected.toSorted());
      expect(findings.every(({ confirmed }) => confirmed)).toBe(true);
      expect(covered.undecided).toEqual([]);
      seen[
        expected.length === 0
          ? 'sound'
          : expected[0] === 'never'
            ? 'never'
            : expected[0] === 'always'
              ? 'always'
              : 'idle'
      ]++;
    }),
    { numRuns: 300, seed: 20_161_129 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
});

it('two exclusive rules overlap exactly where a case meets both', () => {
  let overlaps = 0;
  fc.assert(
    fc.property(condition, condition, (first, second) => {
      const [a, b] = JSON.parse(JSON.stringify([first, second])) as [Condition, Condition];
      const exclusive = [{ rules: ['tiny.rule.a', 'tiny.rule.b'], why: { zh: '试', en: 'test' } }];
      const source = tinySource({
        rules: { 'tiny.rule.a': tinyRule({ when: a }), 'tiny.rule.b': tinyRule({ when: b }) },
        exclusive,
      });
      const finding = analyse(source).findings.find(({ kind }) => kind === 'overlap');
      const expected = everyCase.some((facts) => holds(a, facts) && holds(b, facts));
      expect(finding !== undefined).toBe(expected);
      if (finding === undefined) return;
      overlaps++;
      const verdicts = assess(loadPolicy(source).policy, finding.witness[0]?.case as Case, { on: day });
      expect(verdicts.map(({ status }) => status)).toEqual(['met', 'met']);
    }),
    { numRuns: 150, seed: 20_161_129 },
  );
  expect(overlaps).toBeGreaterThan(20);
});

it('what a fact of the policy hides is claimed only where no case has it', () => {
  const facts = {
    'household.able': {
      title: { zh: '试', en: 'test' },
      unit: 'persons',
      formula: "count(household.members, person.labourAbility = 'able')",
    },
    'household.idle': {
      title: { zh: '试', en: 'test' },
      unit: 'persons',
      formula: "count(household.members, person.labourAbility = 'none')",
    },
  };
  const bound = fc.record({
    fact: fc.constantFrom(...Object.keys(facts), 'household.memberCount'),
    operator: fc.constantFrom('lessThan', 'greaterThan', 'equal'),
    value: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(bound, { minLength: 2, maxLength: 4 }), (all) => {
      const when = { all: all.map(({ fact, operator, value }) => leaf(fact, operator, value)) };
      const { findings } = analyse(tinySource({ facts, rules: { 'tiny.rule.one': tinyRule({ when }) } }));
      const never = findings.some(({ kind }) => kind === 'unreachable' || kind === 'swapped-bound');
      const people = [0, 1, 2, 3, 4];
      const possible = people.some((able) =>
        people.some((idle) =>
          people.some((count) => {
            const is: Facts = { 'household.able': able, 'household.idle': idle, 'household.memberCount': count };
            return count >= 1 && all.every(({ fact, operator, value }) => compare(is[fact] as number, operator, value));
          }),
        ),
      );
      // The size of a household can be given beside its members, so the three are free of each other.
      if (never) expect(possible).toBe(false);
    }),
    { numRuns: 60, seed: 20_161_129 },
  );
});

function compare(is: number, operator: string, value: number): boolean {
  return operator === 'lessThan' ? is < value : operator === 'greaterThan' ? is > value : is === value;
}
