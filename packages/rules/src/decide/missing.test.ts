import { describe, expect, it } from 'vitest';
import { findingOf, leaf, onePolicy, title } from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });
const registered = leaf('household.registered', 'equal', true);
const poor = leaf('household.perCapitaNetIncome', 'lessThan', 4000);
const general = leaf('household.type', 'equal', 'general');

describe('missing', () => {
  it('names only what could still change the finding', () => {
    const policy = onePolicy({ when: { any: [{ all: [registered, poor] }, general] } });
    expect(findingOf(policy, household()).missing.toSorted()).toEqual([
      'household.perCapitaNetIncome',
      'household.registered',
      'household.type',
    ]);
    expect(findingOf(policy, household({ registered: false })).missing).toEqual(['household.type']);
    expect(findingOf(policy, household({ type: 'general' })).missing).toEqual([]);
    expect(findingOf(policy, household({ type: 'dibao', registered: true })).missing).toEqual([
      'household.perCapitaNetIncome',
    ]);
    expect(findingOf(policy, household({ type: 'dibao', perCapitaNetIncome: 5000 })).missing).toEqual([]);
  });

  it('names first what settles most', () => {
    const policy = onePolicy({ when: { all: [{ any: [registered, poor] }, general] } });
    expect(findingOf(policy, household()).missing[0]).toBe('household.type');
    const other = onePolicy({
      when: { any: [{ all: [leaf('household.creditRated', 'equal', true), registered] }, poor] },
    });
    expect(findingOf(other, household()).missing[0]).toBe('household.perCapitaNetIncome');
  });

  it('names the scope and the test', () => {
    const policy = onePolicy({ scope: registered, when: poor });
    expect(findingOf(policy, household()).missing.toSorted()).toEqual([
      'household.perCapitaNetIncome',
      'household.registered',
    ]);
  });

  it('names what an own fact follows from, for each case its own', () => {
    const policy = onePolicy(
      { when: leaf('household.eligible', 'equal', true) },
      { facts: { 'household.eligible': { title, formula: 'household.registered and household.creditRated' } } },
    );
    expect(findingOf(policy, household({ registered: true })).missing).toEqual(['household.creditRated']);
    expect(findingOf(policy, household({ creditRated: true })).missing).toEqual(['household.registered']);
    expect(findingOf(policy, household()).missing).toEqual(['household.registered', 'household.creditRated']);
  });

  it('names what a member lacks where a count over members is open', () => {
    const policy = onePolicy(
      { when: leaf('household.students', 'greaterThanInclusive', 2) },
      {
        facts: {
          'household.students': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
        },
      },
    );
    expect(findingOf(policy, household({ members: [{ enrolled: true }, {}] })).missing).toEqual(['person.enrolled']);
    expect(findingOf(policy, household({ members: [{ enrolled: true }, {}] })).status).toBe('unknown');
    expect(findingOf(policy, household({ members: [{ enrolled: true }, { enrolled: true }, {}] }))).toMatchObject({
      status: 'met',
      missing: [],
    });
    expect(findingOf(policy, household({ members: [{ enrolled: false }, {}] }))).toMatchObject({
      status: 'unmet',
      missing: [],
    });
    expect(findingOf(policy, household()).missing).toEqual(['household.members']);
  });

  it('names a list that is not given, and what its entries are compared with', () => {
    const policy = onePolicy(
      { when: leaf('household.visits', 'greaterThanInclusive', 2) },
      {
        facts: {
          'household.visits': {
            title,
            unit: 'items',
            formula: 'count(household.visitDates, entry <= household.exitDate)',
          },
        },
      },
    );
    const visitDates = ['2017-01-01', '2017-02-01'];
    expect(findingOf(policy, household()).missing).toEqual(['household.visitDates']);
    expect(findingOf(policy, household({ exitDate: '2017-06-01' })).missing).toEqual(['household.visitDates']);
    expect(findingOf(policy, household({ visitDates }))).toMatchObject({
      status: 'unknown',
      missing: ['household.exitDate'],
    });
    expect(findingOf(policy, household({ visitDates: ['2017-01-01'] }))).toMatchObject({
      status: 'unmet',
      missing: [],
    });
    expect(findingOf(policy, household({ visitDates, exitDate: '2017-02-01' }))).toMatchObject({
      status: 'met',
      missing: [],
    });
  });

  it('names both sides of a search in a list', () => {
    const policy = onePolicy(
      { when: leaf('household.planned', 'equal', true) },
      {
        facts: {
          'household.planned': { title, formula: 'household.annualPlanYears contains household.incomeYear' },
        },
      },
    );
    expect(findingOf(policy, household()).missing).toEqual(['household.annualPlanYears', 'household.incomeYear']);
    expect(findingOf(policy, household({ annualPlanYears: [2016] })).missing).toEqual(['household.incomeYear']);
    expect(findingOf(policy, household({ incomeYear: 2016 })).missing).toEqual(['household.annualPlanYears']);
    expect(findingOf(policy, household({ annualPlanYears: [] }))).toMatchObject({ status: 'unmet', missing: [] });
  });

  it('names what the last day of a list rests on, and the codes of a record that are open', () => {
    const dated = onePolicy(
      { when: leaf('household.reviewed', 'greaterThan', '2017-01-01') },
      {
        facts: {
          'household.reviewed': { title, formula: 'latest(household.identificationReviews, review.date)' },
        },
      },
    );
    expect(findingOf(dated, household()).missing).toEqual(['household.identificationReviews']);
    expect(findingOf(dated, household({ identificationReviews: [{ date: '2017-02-01' }, {}] })).missing).toEqual([
      'review.date',
    ]);
    const counted = onePolicy(
      { when: leaf('household.goods', 'greaterThanInclusive', 4) },
      { facts: { 'household.goods': { title, unit: 'items', formula: 'count(household.fiveGoods)' } } },
    );
    const goods = (fiveGoods: Data) => findingOf(counted, household({ fiveGoods }));
    expect(goods({ house: true, life: true, manners: false }).missing).toEqual([
      'household.fiveGoods.habits',
      'household.fiveGoods.leadership',
    ]);
    expect(goods({ house: true, life: false, manners: false })).toMatchObject({ status: 'unmet', missing: [] });
  });

  it('asks for nothing of whether an entity is in the case', () => {
    const policy = onePolicy({ when: { all: [leaf('present.village', 'equal', true), registered] } });
    expect(findingOf(policy, household())).toMatchObject({ status: 'unmet', missing: [] });
    expect(findingOf(policy, { household: {}, village: {} })).toMatchObject({
      status: 'unknown',
      missing: ['household.registered'],
    });
  });

  it('names what an amount still needs, also where the finding is met', () => {
    const policy = onePolicy({
      when: registered,
      grant: { what: 'aid', amount: 'min(household.loan.amount, 500)', unit: 'yuan' },
    });
    expect(findingOf(policy, household({ registered: true }))).toMatchObject({
      status: 'met',
      missing: ['household.loan.amount'],
      outcomes: [{ value: null }],
    });
    expect(findingOf(policy, household({ registered: true, loan: { amount: 700 } }))).toMatchObject({
      missing: [],
      outcomes: [{ value: 500 }],
    });
    expect(findingOf(policy, household()).missing.toSorted()).toEqual([
      'household.loan.amount',
      'household.registered',
    ]);
    expect(findingOf(policy, household({ registered: false })).missing).toEqual([]);
  });

  it('names the year of an income that is of another year', () => {
    const policy = onePolicy(
      { when: leaf('household.isPoor', 'equal', true) },
      {
        facts: {
          'household.isPoor': {
            title,
            formula: 'if(household.incomeYear = 2015, household.perCapitaNetIncome < 4000, unknown)',
          },
        },
      },
    );
    expect(findingOf(policy, household({ incomeYear: 2015, perCapitaNetIncome: 3000 })).status).toBe('met');
    expect(findingOf(policy, household({ incomeYear: 2016, perCapitaNetIncome: 3000 }))).toMatchObject({
      status: 'unknown',
      missing: ['household.incomeYear'],
    });
    expect(findingOf(policy, household({ incomeYear: 2015 })).missing).toEqual(['household.perCapitaNetIncome']);
  });

  it('is empty for all that is settled', () => {
    const policy = onePolicy({ when: { all: [registered, poor] } });
    for (const facts of [{ registered: false }, { registered: true, perCapitaNetIncome: 1 }]) {
      expect(findingOf(policy, household(facts)).missing).toEqual([]);
    }
  });
});
