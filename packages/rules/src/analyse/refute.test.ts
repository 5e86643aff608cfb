import type { Case } from '@jingzhun/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../decide/assess.ts';
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

it('claims of formulas hold for every case that can be tried, whatever is left out', () => {
  const facts = Object.fromEntries(
    [
      ['less', 'min(household.mainBusinessCount, 3)', 'items'],
      ['more', 'max(household.mainBusinessCount, 2) + 1', 'items'],
      ['both', 'household.mainBusinessCount + min(household.mainBusinessCount, 2)', 'items'],
      ['branch', 'if(household.registered, household.mainBusinessCount, 2)', 'items'],
      ['flag', 'household.registered and household.mainBusinessCount < 2'],
      ['era', 'year(household.exitDate) >= 2017 or year(household.plannedExitDate) < 2017'],
      ['late', 'household.exitDate > addMonths(household.plannedExitDate, 1)'],
    ].map(([name, formula, unit]) => [
      `household.${name}`,
      { title, formula, ...(unit === undefined ? {} : { unit }) },
    ]),
  );
  const operator = fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive');
  const counts = fc
    .constantFrom('mainBusinessCount', 'less', 'more', 'both', 'branch')
    .map((name) => `household.${name}`);
  const day = fc.constantFrom('2016-12-31', '2017-01-01', '2017-02-01');
  const condition = fc.oneof(
    fc.tuple(counts, operator, fc.integer({ min: -1, max: 5 })),
    fc.tuple(
      counts,
      operator,
      counts.map((fact) => ({ fact })),
    ),
    fc.tuple(
      fc.constantFrom('household.flag', 'household.era', 'household.late', 'household.registered'),
      fc.constant('equal'),
      fc.boolean(),
    ),
    fc.tuple(fc.constantFrom(exit, planned), operator, day),
    fc.tuple(fc.constant(exit), operator, fc.constant({ fact: planned })),
  );
  const days = [undefined, '2016-12-30', '2016-12-31', '2017-01-01', '2017-02-01', '2017-02-02'];
  const cases = [undefined, 0, 1, 2, 3, 5].flatMap((mainBusinessCount) =>
    [undefined, true, false].flatMap((registered) =>
      days.flatMap((exitDate) =>
        days.map((plannedExitDate): Case => {
          const all = { mainBusinessCount, registered, exitDate, plannedExitDate };
          return {
            household: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
          } as Case;
        }),
      ),
    ),
  );
  let claimed = 0;
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), fc.boolean(), (parts, any) => {
      const leaves = parts
        .filter(([fact, , value]) => !(typeof value === 'object' && value.fact === fact))
        .map(([fact, how, value]) => leaf(fact, how, value));
      if (leaves.length === 0) return;
      const source = sourceOf({ [any ? 'any' : 'all']: leaves }, { facts });
      const { findings } = analyse(source);
      const kinds = findings.map(({ kind }) => kind);
      const never = kinds.includes('unreachable') || (!any && kinds.includes('swapped-bound'));
      if (!never && !kinds.includes('always-met')) return;
      claimed++;
      const { policy } = loadPolicy(source);
      const statuses = new Set(cases.map((each) => assess(policy, each, { on: '2017-06-15' })[0]?.status));
      if (never) expect(statuses).not.toContain('met');
      else expect(statuses).not.toContain('unmet');
    }),
    { numRuns: 60, seed: 20_161_129 },
  );
  expect(claimed).toBeGreaterThan(5);
}, 180_000);
