import { JingzhunError } from '@jingzhun/schemas/problem';
import { Rule } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { type EngineFact, fromEngineRules } from './index.ts';

const facts = {
  income: { type: 'number', min: 0 },
  line: { type: 'number', decimals: 2 },
  student: { type: 'boolean' },
  stage: { type: 'text', codes: ['primary', 'university'] },
  place: { type: 'text' },
  born: { type: 'date' },
  kinds: { type: 'list', of: 'text' },
} as const satisfies Record<string, EngineFact>;

const leaf = (fact: string, operator: string, value: unknown, more = {}) => ({ fact, operator, value, ...more });
const rule = (conditions: unknown, more = {}) => ({ conditions, event: { type: 'e' }, ...more });

function faultsOf(rules: readonly unknown[], conditions: Record<string, unknown> = {}): readonly string[] {
  try {
    fromEngineRules(rules, { facts, conditions });
    return [];
  } catch (error) {
    if (error instanceof JingzhunError && error.code === 'outside-profile')
      return error.problems.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
}

describe('fromEngineRules', () => {
  it('answers met, unmet or unknown, and says what would settle it', () => {
    const rules = fromEngineRules(
      [
        rule(
          {
            all: [
              leaf('income', 'lessThan', { fact: 'line' }),
              { any: [leaf('student', 'equal', true), { condition: 'old' }] },
            ],
          },
          { name: 'aid', event: { type: 'aid', params: { amount: 1000 } } },
        ),
        rule({ not: { all: [leaf('stage', 'in', ['university'])] } }),
      ],
      { facts, conditions: { old: { all: [leaf('born', 'lessThan', '1960-01-01')] } } },
    );
    const complete = { income: 10.5, line: 11, student: false, born: '1959-12-31', stage: 'primary' };
    expect(rules.run(complete).map(({ name, status }) => [name, status])).toEqual([
      ['aid', 'met'],
      ['rule 2', 'met'],
    ]);
    expect(rules.run({ ...complete, born: null })[0]).toMatchObject({
      status: 'unknown',
      missing: ['born'],
      event: { type: 'aid', params: { amount: 1000 } },
    });
    expect(rules.run({ ...complete, stage: 'university' })[1]).toMatchObject({
      status: 'unmet',
      because: [{ fact: 'stage', operator: 'in', expected: ['university'], actual: 'university', holds: true }],
    });
  });

  it('is definite where every value of a missing fact agrees', () => {
    const rules = fromEngineRules(
      [
        rule({ any: [leaf('income', 'greaterThanInclusive', 18), leaf('income', 'lessThan', 18)] }),
        rule({ all: [leaf('income', 'lessThan', 0)] }),
        rule({ all: [leaf('place', 'equal', 'x'), leaf('place', 'equal', 'y')] }),
      ],
      { facts },
    );
    expect(rules.run({}).map(({ status }) => status)).toEqual(['met', 'unmet', 'unmet']);
  });

  it('takes what a Rule of that engine writes of itself: priority 1 is the usual one', () => {
    expect(
      faultsOf([rule({ priority: 1, all: [leaf('student', 'equal', true, { priority: 1 })] }, { priority: 1 })]),
    ).toEqual([]);
  });

  it.each([
    [
      'a path',
      { all: [leaf('kinds', 'contains', 'x', { path: '$.a' })] },
      'outside-profile rules[0].conditions.all[0].path',
    ],
    [
      'parameters',
      { all: [leaf('place', 'equal', 'x', { params: {} })] },
      'outside-profile rules[0].conditions.all[0].params',
    ],
    ['a priority', { all: [leaf('place', 'equal', 'x')], priority: 2 }, 'outside-profile rules[0].conditions.priority'],
    ['an empty list', { any: [] }, 'empty-list rules[0].conditions.any'],
    [
      'an operator of somebody',
      { all: [leaf('place', 'startsWith', 'x')] },
      'unknown-operator rules[0].conditions.all[0].operator',
    ],
    [
      'a decorated operator',
      { all: [leaf('kinds', 'everyFact:equal', 'x')] },
      'unknown-operator rules[0].conditions.all[0].operator',
    ],
    ['order of texts', { all: [leaf('place', 'lessThan', 'x')] }, 'operator-type rules[0].conditions.all[0].operator'],
    ['a number as text', { all: [leaf('income', 'lessThan', '10')] }, 'wrong-value rules[0].conditions.all[0].value'],
    [
      'a code that is none',
      { all: [leaf('stage', 'equal', 'school')] },
      'wrong-value rules[0].conditions.all[0].value',
    ],
    ['a substring', { all: [leaf('place', 'in', 'abc')] }, 'wrong-value rules[0].conditions.all[0].value'],
    ['too many decimals', { all: [leaf('line', 'equal', 0.001)] }, 'wrong-value rules[0].conditions.all[0].value'],
    [
      'two types',
      { all: [leaf('income', 'equal', { fact: 'place' })] },
      'type-mismatch rules[0].conditions.all[0].value',
    ],
    ['a fact nobody declared', { all: [leaf('incme', 'equal', 1)] }, 'unknown-fact rules[0].conditions.all[0].fact'],
    ['a shared condition that is not there', { condition: 'x' }, 'unknown-condition rules[0].conditions.condition'],
    ['no condition', undefined, 'wrong-form rules[0].conditions'],
  ])('refuses %s, and says where', (_, conditions, fault) => {
    expect(faultsOf([rule(conditions)])).toEqual([fault]);
  });

  it('refuses circles, names that come twice, and rules without event, all at once', () => {
    const circle = { a: { all: [{ condition: 'b' }] }, b: { not: { condition: 'a' } } };
    const good = { all: [leaf('student', 'equal', true)] };
    expect(
      faultsOf(
        [rule({ condition: 'a' }), rule(good, { name: 'x' }), rule(good, { name: 'x' }), { conditions: good }, 7],
        circle,
      ),
    ).toEqual([
      'cyclic-condition conditions.b.not.condition',
      'cyclic-condition conditions.a.all[0].condition',
      'outside-profile rules[3].event',
      'outside-profile rules[4]',
      'outside-profile rules[2].name',
    ]);
  });

  it('stops at depth and number before it recurses or multiplies', () => {
    let deep: unknown = leaf('student', 'equal', true);
    for (let depth = 0; depth < 100_000; depth++) deep = { not: deep };
    expect(faultsOf([rule(deep)])).toHaveLength(1);
    const doubling = Object.fromEntries(
      Array.from({ length: 40 }, (_, place) => [
        `c${place}`,
        {
          all:
            place === 39
              ? [leaf('student', 'equal', true)]
              : [{ condition: `c${place + 1}` }, { condition: `c${place + 1}` }],
        },
      ]),
    );
    expect(faultsOf([rule({ condition: 'c0' })], doubling).at(-1)).toMatch(/^too-many /);
  });

  it('refuses facts that are not declared or of another type, by the names the caller uses', () => {
    const rules = fromEngineRules([rule({ all: [leaf('income', 'lessThan', 1)] })], { facts });
    expect(() => rules.run({ incom: 3 })).toThrow('incom: should be a fact that was declared; did you mean income?');
    expect(() => rules.run({ income: '3' })).toThrow(
      /^income: should be a number with at most 6 decimals, at least 0 /,
    );
    expect(() => rules.run(JSON.parse('{"__proto__": 1}'))).toThrow('__proto__');
    expect(() => rules.run([] as never)).toThrow('an object of facts');
  });

  it.each([
    ['facts that are forgotten', [], undefined, /^facts: should be an object of declared facts$/],
    [
      'a fact that is not declared, by its name',
      [rule({ all: [leaf('fouls', 'equal', 1)] })],
      {},
      /"fouls" is not declared in facts; declare it there, with its type$/,
    ],
    ['a misspelt fact', [rule({ all: [leaf('incme', 'equal', 1)] })], {}, /"incme" .*; did you mean income\?$/],
    [
      'a fact wrongly declared, once',
      [rule({ all: [leaf('wrong', 'equal', 1)] })],
      { wrong: 7 },
      /^facts\.wrong: [^;]*$/,
    ],
    [
      'an operator that does not apply',
      [rule({ all: [leaf('place', 'contains', 'x')] })],
      {},
      /applies to text \(equal, notEqual, in, notIn\): that engine guesses/,
    ],
    [
      'a decorated operator',
      [rule({ all: [leaf('kinds', 'someFact:equal', 'x')] })],
      {},
      /decorated one, would say is worked out first and declared as a fact$/,
    ],
    [
      'decimals',
      [rule({ all: [leaf('line', 'equal', 0.001)] })],
      {},
      /a single value: a number with at most 2 decimals$/,
    ],
    ['a code', [rule({ all: [leaf('stage', 'equal', 'x')] })], {}, /a single value: one of primary, university$/],
    [
      'two kinds of condition in one',
      [rule({ all: [leaf('student', 'equal', true)], any: [leaf('student', 'equal', true)] })],
      {},
      /conditions\.any: should be left out: a condition has only one of all, any, not and condition$/,
    ],
    [
      'callbacks',
      [rule({ all: [leaf('student', 'equal', true)] }, { onSuccess: () => {} })],
      {},
      /^rules\[0\]\.onSuccess: should be left out: look at what run returns instead$/,
    ],
    [
      'a Rule that was not written out',
      [new Rule({ conditions: { all: [leaf('student', 'equal', true)] }, event: { type: 'e' } })],
      {},
      /^rules\[0\]: should be a rule object \(of a Rule, its toJSON\(false\)\)$/,
    ],
  ])('says of %s what would be right', (_, rules, more, says) => {
    const options = more && { facts: { ...facts, ...more } };
    const refused = () => fromEngineRules(rules, options as never);
    expect(refused).toThrow(JingzhunError);
    expect(refused).toThrow(says);
  });

  it.each([
    [{ type: 'nothing' }],
    [{ type: 'number', decimals: 7 }],
    [{ type: 'number', min: 2, max: 1 }],
    [{ type: 'text', codes: [] }],
    [{ type: 'number', mim: 0 }],
    [{ type: 'list', of: 'text', codes: ['a'] }],
    [undefined],
  ])('refuses the declaration %j', (fact) => {
    expect(() => fromEngineRules([], { facts: { x: fact as EngineFact } })).toThrow('facts.x');
  });
});
