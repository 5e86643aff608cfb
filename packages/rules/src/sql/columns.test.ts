import { describe, expect, it } from 'vitest';
import { leaf, loadTiny, quoteSha256, tinyRule, title } from '../testing/tiny-policy.ts';
import { columnsOf, levelOf, recordsRead } from './columns.ts';

const registered = leaf('household.registered', 'equal', true);
const byStage = {
  title,
  unit: 'yuan',
  by: 'person.schoolStage',
  values: [
    {
      from: '2016-01-01',
      quoteSha256,
      value: {
        none: 0,
        preschool: 1,
        primary: 1,
        'junior-secondary': 1,
        'senior-secondary': 1,
        'secondary-vocational': 1,
        'higher-vocational': 1,
        undergraduate: 1,
        postgraduate: 1,
      },
    },
  ],
};

/** The columns that a rule reads, and the lists of records that it cannot. */
function read(rule: object, formula = 'household.rural'): string[][] {
  const { policy } = loadTiny({
    facts: {
      'household.own': { title, formula },
      'village.ruralHouseholds': { title, unit: 'households', formula: 'count(roster, household.rural)' },
    },
    parameters: { byStage },
    rules: { 'tiny.rule.one': tinyRule({ ...rule }) },
  });
  const { household, person } = columnsOf(policy);
  return [household, person, recordsRead(policy).map(({ name }) => ({ name }))].map((each) =>
    each.map(({ name }) => name),
  );
}

const ruralOfRoster = { when: leaf('village.ruralHouseholds', 'greaterThan', 1) };
const own = { when: leaf('household.own', 'equal', true) };

describe('the columns that a rule reads', () => {
  it.each<[string, object, string[][], formula?: string]>([
    [
      'its scope and its test',
      { scope: leaf('household.rural', 'equal', true), when: leaf('household.contacted', 'equal', true) },
      [['rural', 'contacted'], [], []],
    ],
    [
      'each of its conditions',
      {
        when: {
          all: [{ any: [leaf('household.rural', 'equal', true), { not: leaf('household.contacted', 'equal', true) }] }],
        },
      },
      [['rural', 'contacted'], [], []],
    ],
    [
      'two facts compared',
      { when: leaf('household.loan.amount', 'lessThan', { fact: 'household.equity.amount' }) },
      [['loan_amount', 'equity_amount'], [], []],
    ],
    [
      'the day on which it is due',
      { when: leaf('household.rural', 'equal', true), due: 'household.exitDate' },
      [['rural', 'exit_date'], [], []],
    ],
    [
      'its items',
      {
        items: [
          {
            key: 'a',
            title,
            scope: leaf('household.rural', 'equal', true),
            when: leaf('household.contacted', 'equal', true),
            due: 'household.exitDate',
          },
        ],
      },
      [['rural', 'contacted', 'exit_date'], [], []],
    ],
    [
      'what it grants',
      {
        when: leaf('household.rural', 'equal', true),
        grant: { what: 'aid', amount: 'household.loan.amount', unit: 'yuan' },
      },
      [['rural', 'loan_amount'], [], []],
    ],
    ['what a fact follows from', { when: registered }, [['registered', 'type'], [], []]],
    [
      'of a person',
      {
        subject: 'person',
        when: leaf('person.studiesFullTime', 'equal', true),
        grant: { what: 'aid', amount: 'byStage', unit: 'yuan' },
      },
      [[], ['studies_full_time', 'school_stage'], []],
    ],
    ['none of another subject', { subject: 'village', when: leaf('village.hasRoster', 'equal', true) }, [[], [], []]],
    ['none that another subject is asked of its roster', { subject: 'village', ...ruralOfRoster }, [[], [], []]],
    [
      'none of what it demands, only of what it grants',
      {
        when: leaf('household.rural', 'equal', true),
        require: {
          what: 'loan',
          value: 'household.loan.amount',
          actual: 'household.equity.amount',
          unit: 'yuan',
          comparator: 'at-most',
        },
      },
      [['rural'], [], []],
    ],
    [
      'none that is called like a text it looks for',
      { when: leaf('household.own', 'equal', true) },
      [['grid_cell'], [], []],
      "household.gridCell = 'household.rural'",
    ],
  ])('%s', (_, rule, columns, formula) => {
    expect(read(rule, formula).map((each) => each.toSorted())).toEqual(columns.map((each) => each.toSorted()));
  });

  it.each<[string, string[][]]>([
    ['household.rural and household.contacted', [['rural', 'contacted'], [], []]],
    ['count(household.supportKinds) > 1', [['support_kinds'], [], []]],
    ['given(household.rural)', [['rural'], [], []]],
    ['given(household.members)', [[], [], []]],
    [
      "any(household.members, person.schoolStage = 'none') and count(village.annualPlanYears) > 1",
      [[], ['school_stage'], []],
    ],
    ['ifAbsent(household.rural, household.contacted)', [['rural', 'contacted'], [], []]],
    ['any(household.members, person.studiesFullTime)', [[], ['studies_full_time'], []]],
    ["any(household.identificationReviews, review.result = 'kept')", [[], [], ['household.identificationReviews']]],
    ['any(household.members, given(person.measures))', [[], [], ['person.measures']]],
    ["household.type in ('dibao', 'wubao')", [['type'], [], []]],
    [
      'round(household.loan.amount / household.mainBusinessCount, up) > 1[yuan/item]',
      [['main_business_count', 'loan_amount'], [], []],
    ],
    ["any(village.measures, measure.kind = 'funds' and household.rural)", [['rural'], [], []]],
  ])('of %s', (formula, columns) => {
    expect(read(own, formula).map((each) => each.toSorted())).toEqual(columns.map((each) => each.toSorted()));
  });

  it('have the type of what they hold', () => {
    const when = {
      any: [
        leaf('household.rural', 'equal', true),
        leaf('household.type', 'equal', 'dibao'),
        leaf('household.gridCell', 'equal', 'a'),
        leaf('household.exitDate', 'equal', '2017-01-01'),
        leaf('household.mainBusinessCount', 'equal', 1),
        leaf('household.loan.amount', 'equal', 1),
        leaf('household.supportKinds', 'contains', 'industry'),
        leaf('household.annualPlanYears', 'contains', 2017),
        leaf('household.visitDates', 'contains', '2017-01-01'),
      ],
    };
    const { policy } = loadTiny({ rules: { 'tiny.rule.one': tinyRule({ when }) } });
    const types = Object.fromEntries(columnsOf(policy).household.map(({ name, type }) => [name, type]));
    expect(types).toEqual({
      rural: { kind: 'boolean' },
      type: { kind: 'code' },
      grid_cell: { kind: 'text' },
      exit_date: { kind: 'date' },
      main_business_count: { kind: 'number', scale: 1 },
      loan_amount: { kind: 'number', scale: 100 },
      support_kinds: { kind: 'list', entries: 'text' },
      annual_plan_years: { kind: 'list', entries: 'number' },
      visit_dates: { kind: 'list', entries: 'date' },
    });
  });
});

describe('of whom a rule is asked', () => {
  it.each([
    [['person', 'household'], 'person'],
    [['household'], 'household'],
    [['village', 'household'], 'household'],
    [['village'], undefined],
  ] as const)('%j: %s', (asks, level) => {
    expect(levelOf({ asks } as never)).toBe(level);
  });
});
