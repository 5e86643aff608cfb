import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { loadPolicy } from '../load/load.ts';
import { leaf, tinyParameter, tinyRule, tinySource, title } from '../testing/tiny-policy.ts';
import { analyse } from './index.ts';

type Data = Readonly<Record<string, unknown>>;

const income = 'household.perCapitaNetIncome';
const exit = 'household.exitDate';
const planned = 'household.plannedExitDate';
const own = (formula: string, unit?: string): Data => ({
  'household.own': { title, formula, ...(unit === undefined ? {} : { unit }) },
});
const students = { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' };
const line = { line: tinyParameter('yuan/person/year', 4000, { title }) };

function sourceOf(when: unknown, section: Data = {}) {
  return tinySource({ ...section, rules: { 'tiny.rule.one': tinyRule({ when, state: { what: 's', value: true } }) } });
}

/** Ids of the claims that nothing ever meets, or fails; each with a case that `decide` confirms. */
function claims(source: ReturnType<typeof tinySource>): readonly string[] {
  const { policy } = loadPolicy(source);
  const { findings } = analyse(source);
  const found = findings.filter(
    ({ kind }) => kind === 'unreachable' || kind === 'always-met' || kind === 'swapped-bound',
  );
  for (const { kind, witness, confirmed } of found) {
    expect(confirmed).toBe(true);
    const [shown] = witness;
    if (shown === undefined || kind === 'always-met') continue;
    const decided = decide(policy, shown.case, { on: shown.on }).findings.filter(
      ({ rule }) => rule === 'tiny.rule.one',
    );
    expect(decided.map(({ status }) => status)).toEqual(['unmet']);
  }
  return found.map(({ id }) => id);
}

const never = ['unreachable:tiny.rule.one'];

describe('what formulas make impossible', () => {
  const poor = own('household.registered and household.perCapitaNetIncome < line');
  const cases: readonly [string, unknown, Data][] = [
    [
      'an income above the line that a fact of the policy’s own sets',
      { all: [leaf('household.own', 'equal', true), leaf(income, 'greaterThanInclusive', { parameter: 'line' })] },
      { facts: poor, parameters: line },
    ],
    [
      'a sum of amounts below 0',
      leaf('household.own', 'lessThan', 0),
      { facts: own('household.loan.amount + household.equity.amount', 'yuan') },
    ],
    ['a count below 0', leaf('household.own', 'lessThan', 0), { facts: { 'household.own': students } }],
    [
      'more of a list than the list holds',
      leaf('household.own', 'greaterThan', { fact: 'household.all' }),
      { facts: { 'household.own': students, 'household.all': { ...students, formula: 'count(household.members)' } } },
    ],
    [
      'more than the lesser of two',
      leaf('household.own', 'greaterThanInclusive', 4),
      { facts: own('min(household.mainBusinessCount, 3)', 'items') },
    ],
    [
      'a day outside its year',
      { all: [leaf('household.own', 'equal', true), leaf(exit, 'lessThan', '2017-01-01')] },
      { facts: own('year(household.exitDate) = 2017') },
    ],
    [
      'two days each before the other',
      { all: [leaf(exit, 'lessThan', { fact: planned }), leaf(planned, 'lessThan', { fact: exit })] },
      {},
    ],
    [
      'a chain of days that runs backwards',
      {
        all: [
          leaf(exit, 'lessThan', { fact: planned }),
          leaf(planned, 'lessThan', '2016-01-01'),
          leaf(exit, 'greaterThan', '2017-01-01'),
        ],
      },
      {},
    ],
    ['no code left', leaf('household.type', 'notIn', ['none', 'general', 'dibao', 'dibao-assisted', 'wubao']), {}],
  ];
  it.each(cases)('%s', (_, when, section) => {
    expect(claims(sourceOf(when, section))).toEqual(never);
  });

  it('is no claim one step further', () => {
    const open: readonly [unknown, Data][] = [
      [
        { all: [leaf('household.own', 'equal', true), leaf(income, 'lessThan', { parameter: 'line' })] },
        { facts: poor, parameters: line },
      ],
      [
        leaf('household.own', 'lessThanInclusive', 0),
        { facts: own('household.loan.amount + household.equity.amount', 'yuan') },
      ],
      [
        leaf('household.own', 'greaterThanInclusive', { fact: 'household.all' }),
        { facts: { 'household.own': students, 'household.all': { ...students, formula: 'count(household.members)' } } },
      ],
      [
        leaf('household.own', 'greaterThanInclusive', 3),
        { facts: own('min(household.mainBusinessCount, 3)', 'items') },
      ],
      [
        { all: [leaf('household.own', 'equal', true), leaf(exit, 'lessThanInclusive', '2017-01-01')] },
        { facts: own('year(household.exitDate) = 2017') },
      ],
      [
        { all: [leaf('household.own', 'equal', true), leaf(exit, 'greaterThanInclusive', '2017-12-31')] },
        { facts: own('year(household.exitDate) = 2017') },
      ],
      [
        {
          all: [leaf(exit, 'lessThanInclusive', { fact: planned }), leaf(planned, 'lessThanInclusive', { fact: exit })],
        },
        {},
      ],
      [
        {
          all: [
            leaf(exit, 'lessThan', { fact: planned }),
            leaf(planned, 'lessThanInclusive', '2017-01-03'),
            leaf(exit, 'greaterThan', '2017-01-01'),
          ],
        },
        {},
      ],
      [leaf('household.type', 'notIn', ['none', 'general', 'dibao', 'dibao-assisted']), {}],
    ];
    for (const [when, section] of open) expect(claims(sourceOf(when, section))).toEqual([]);
  });

  it('is told of items that each can be met, but never all', () => {
    const items = (scope: Data) => [
      { key: 'a', title, when: leaf('household.hasFile', 'equal', true) },
      { key: 'b', title, when: leaf('household.hasFile', 'equal', false), ...scope },
    ];
    const checklist = (scope: Data) =>
      tinySource({ rules: { 'tiny.rule.one': tinyRule({ kind: 'checklist', items: items(scope) }) } });
    expect(claims(checklist({}))).toEqual(never);
    expect(claims(checklist({ scope: leaf('household.type', 'equal', 'wubao') }))).toEqual([]);
  });
});
