import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { caseFrame } from '../compile/entries.ts';
import { regimeOn } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Policy } from '../model/policy.ts';
import { day, findingOf, leaf, onePolicy, registered, title } from '../testing/tiny-policy.ts';
import { assess } from './assess.ts';
import { factOutcomes } from './outcomes.ts';

type Data = Record<string, unknown>;

const loan = (amount: number) => ({ loan: { amount } });
const solar = (ownInvestment: number) => ({ solar: { ownInvestment } });

/** Alike in every condition, and in pairs alike in which facts they give; different in what the amounts rest on. */
const households: readonly Data[] = [
  {},
  loan(0),
  loan(1000),
  solar(0),
  solar(600),
  { ...loan(0), ...solar(0) },
  { ...loan(1000), ...solar(600) },
  { members: [] },
  { members: [{ medicalPremium: 10 }] },
  { members: [{ medicalPremium: 10 }, {}] },
];

describe('households that are alike do not take over each other’s amounts', () => {
  const [amount, own] = ['household.loan.amount', 'household.solar.ownInvestment'];
  const grants = [
    [amount, 'yuan'],
    [`${amount} + ${own}`, 'yuan'],
    [`min(${amount}, ${own})`, 'yuan'],
    [`max(${amount}, ${own})`, 'yuan'],
    [`if(${amount} > 500, ${own}, 7)`, 'yuan'],
    [`${amount} * ${own}`, 'yuan*yuan'],
    ['sum(household.members, person.medicalPremium)', 'yuan/year'],
  ].map(([formula, unit]) => ({ grant: { what: 'aid', amount: formula, unit } }));
  const two = [
    { what: 'first', amount, unit: 'yuan' },
    { what: 'second', amount: own, unit: 'yuan' },
  ];
  const demand = { what: 'income', value: amount, actual: own, unit: 'yuan', comparator: 'at-least' };

  it.each<Data>([...grants, { grant: two }, { require: demand }])('%j', (outcomes) => {
    const shared = onePolicy({ when: registered, ...outcomes });
    expectAlone(
      shared,
      households.map((facts) => ({ registered: true, ...facts })),
    );
  });

  it('nor each other’s missing facts, of an amount that rests on a list', () => {
    const facts = {
      'household.premiums': { title, unit: 'yuan/year', formula: 'sum(household.members, person.medicalPremium)' },
    };
    const aid = { what: 'aid', amount: 'min(household.premiums, 500)', unit: 'yuan/year' };
    expectAlone(onePolicy({ grant: aid }, { facts }), [{}, { members: [{}] }, { members: [] }, {}]);
  });

  it('nor each other’s reasons, where one of two facts is known', () => {
    const facts = { 'household.capped': { title, unit: 'yuan', formula: 'min(household.equity.amount, 5)' } };
    const when = leaf('household.loan.amount', 'lessThan', { fact: 'household.capped' });
    expectAlone(onePolicy({ when }, { facts }), [{}, loan(1), loan(2), { equity: { amount: 3 } }]);
  });

  it('nor each other’s missing facts, of an amount of which a list tells nothing', () => {
    const facts = {
      'household.worth': { title, unit: 'yuan', formula: 'household.assetIncome * 1[year]' },
      'household.summed': { title, unit: 'yuan', formula: 'sum(household.members, household.worth, person.enrolled)' },
    };
    const aid = { what: 'aid', amount: 'household.summed', unit: 'yuan' };
    const ofOne = { members: [{}] };
    const pupil = { members: [{ schoolStage: 'primary' }] };
    expectAlone(onePolicy({ when: registered, grant: aid }, { facts }), [
      ...[{}, {}, ofOne, ofOne, pupil, pupil, {}].map((each) => ({ registered: true, ...each })),
    ]);
  });

  it('nor each other’s missing facts, of a sum in a condition', () => {
    const total = 'household.loan.amount + household.equity.amount';
    const facts = { 'household.total': { title, unit: 'yuan', formula: total } };
    // 0 adds nothing: the sum is as unknown as without it.
    const equity = { equity: { amount: 0 } };
    for (const value of [5, { fact: 'household.solar.ownInvestment' }]) {
      const policy = onePolicy({ when: leaf('household.total', 'greaterThan', value) }, { facts });
      expectAlone(policy, [{}, {}, loan(1), loan(1), equity, equity, {}]);
    }
  });

  it.each<[formula: string, households: readonly Data[]]>([
    ['earliest(household.members, person.birthDate)', [{}, { members: [{}] }]],
    [
      'addMonths(household.exitDate, household.loan.termMonths)',
      [{ exitDate: '2017-01-01' }, { loan: { termMonths: 3 } }],
    ],
  ])('nor each other’s missing facts, of the day %s', (formula, facts) => {
    const own = { 'household.day': { title, formula } };
    const due = { kind: 'deadline', due: 'household.day' };
    const item = { key: 'first', title, when: registered, due: 'household.day' };
    const asked = [{}, {}, ...facts.flatMap((each) => [each, each]), {}];
    expectAlone(onePolicy({ ...due, when: registered }, { facts: own }), asked);
    expectAlone(onePolicy({ kind: 'checklist', items: [item] }, { facts: own }), asked);
  });

  it('nor each other’s reasons, where one of two facts follows from a list', () => {
    const facts = { 'household.lastVisit': { title, formula: 'latest(household.visitDates)' } };
    const when = leaf('household.lastVisit', 'lessThan', { fact: 'household.exitDate' });
    expectAlone(onePolicy({ when }, { facts }), [
      {},
      { visitDates: ['2017-01-01'] },
      { exitDate: '2017-01-02' },
      { visitDates: ['2017-01-03'] },
    ]);
  });

  it('nor each other’s findings, where a count is known in part', () => {
    const facts = {
      'household.pupils': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
    };
    const many = leaf('household.pupils', 'greaterThanInclusive', 3);
    const aid = { what: 'aid', amount: 'sum(household.members, person.medicalPremium)', unit: 'yuan/year' };
    const sizes = [0, 1, 2, 3, 4, 1, 4].map((size) => ({ members: Array.from({ length: size }, () => ({})) }));
    for (const when of [many, { any: [many, registered] }])
      expectAlone(onePolicy({ when, grant: aid }, { facts }), sizes);
  });

  it('nor each other’s findings, whatever the classes of several facts', () => {
    const when = { any: [leaf('household.type', 'equal', 'wubao'), registered] };
    const types = [undefined, 'general', 'dibao-assisted', 'dibao', 'wubao', 'none'];
    expectAlone(
      onePolicy({ when }),
      types.flatMap((type) => [undefined, true, false].map((is) => ({ type, registered: is }))),
    );
  });

  it('nor where conditions are so many that their classes pass what numbers tell apart', () => {
    const years = Array.from({ length: 40 }, (_, place) => 1990 + place);
    const when = { any: years.map((year) => leaf('household.annualPlanYears', 'contains', year)) };
    expectAlone(
      onePolicy({ when }),
      [...years, 2050].map((year) => ({ annualPlanYears: [year] })),
    );
  });
});

it('what somebody does with a list that was given changes no answer, and no answer changes the list', () => {
  const policy = onePolicy({ when: leaf('household.supportKinds', 'contains', 'industry') });
  const household = { supportKinds: ['industry'] };
  const actual = () => findingOf(policy, { household }).because[0]?.actual;
  for (let turn = 0; turn < 3; turn++) expect(actual()).toEqual(['industry']);
  const told = actual();
  household.supportKinds.push('funds');
  expect(told).toEqual(['industry']);
  for (let turn = 0; turn < 3; turn++) expect(actual()).toEqual(['industry', 'funds']);
});

it('what is computed anew each time it is read is kept for nobody', () => {
  const aid = { what: 'aid', amount: 'household.loan.amount', unit: 'yuan' };
  const policy = onePolicy({ when: registered, grant: aid });
  let read = 0;
  const loan = {
    get amount() {
      return 1 + (read++ % 2);
    },
  };
  const ask = (loan: unknown) => answers(policy, { registered: true, loan });
  const alone = [{ amount: 1 }, { amount: 2 }].map((each) => answers({ ...policy }, { registered: true, loan: each }));
  for (let turn = 0; turn < 5; turn++) ask(loan);
  expect([ask({ amount: 1 }), ask({ amount: 2 })]).toEqual(alone);
});

it('what somebody does with an answer changes no later one', () => {
  const policy = onePolicy({ when: registered });
  const ask = () => assess(policy, { household: { registered: true } }, { on: day });
  const first = [...ask()];
  for (let turn = 0; turn < 3; turn++) {
    ask().pop();
    expect(ask()).toEqual(first);
  }
  expect(() => Object.assign(ask()[0] ?? {}, { status: 'unmet' })).toThrow(TypeError);
});

/** One after the other, there and back, each is answered as by a copy, which has decided nothing before. */
function expectAlone(shared: Policy, asked: readonly Data[]): void {
  const alone = asked.map((facts) => answers({ ...shared }, facts));
  for (let turn = 0; turn < 2; turn++) {
    expect(asked.map((facts) => answers(shared, facts))).toEqual(alone);
    expect(asked.toReversed().map((facts) => answers(shared, facts))).toEqual(alone.toReversed());
  }
}

function answers(policy: Policy, facts: Data): unknown {
  const input = { household: facts };
  return [findingOf(policy, input), assess(policy, input as Case, { on: day })];
}

it('all that a rule grants and demands is told to those who decide otherwise whether it is met, what it states is not', () => {
  const policy = onePolicy({
    kind: 'exit-standard',
    when: registered,
    grant: { what: 'aid', amount: 'household.loan.amount', unit: 'yuan' },
    require: { what: 'income', value: 4000, comparator: 'at-least' },
    state: [{ what: 'priority', value: true }],
  });
  const regime = regimeOn(policy, day);
  const question = { on: day, assessedOn: day, latest: day, inherits: false, problems: [] };
  const frame = caseFrame({ household: { registered: false, loan: { amount: 12.5 } } }, question, regime.levels);
  expect(factOutcomes(regime.rules[0]?.compiled() as CompiledRule, frame)).toMatchObject([
    { what: 'aid', value: 12.5 },
    { what: 'income', value: 4000 },
  ]);
});
