import { describe, expect, it } from 'vitest';
import { evaluated, infinity } from '../testing/evaluated.ts';

describe('truths over lists', () => {
  const truth = (formula: string, household: Record<string, unknown> = {}, others = {}) =>
    evaluated(formula, household, '', others);

  it.each<[string, unknown[] | undefined, unknown]>([
    ['any(household.members, person.enrolled)', [{ enrolled: false }, {}, { enrolled: true }], true],
    ['any(household.members, person.enrolled)', [{ enrolled: false }, {}], undefined],
    ['any(household.members, person.enrolled)', [], false],
    ['any(household.members, person.enrolled)', undefined, undefined],
    ['every(household.members, person.enrolled)', [{ enrolled: true }, {}], undefined],
    ['every(household.members, person.enrolled)', [{ enrolled: false }, {}], false],
    ['every(household.members, person.enrolled)', [], true],
    ['every(household.members, person.enrolled)', undefined, undefined],
    ['count(household.members, person.enrolled) >= 0', undefined, true],
    ['count(household.members) = 2', [{}, {}], true],
    ['count(household.members, person.enrolled) = 1', [{ enrolled: true }, { enrolled: false }], true],
    ['count(household.members, person.enrolled) < 3', [{}, {}], true],
    ['sum(household.members, person.skillCount) >= 5', [{ skillCount: 5 }, {}], true],
    ['sum(household.members, person.skillCount) > 5', [{ skillCount: 5 }, {}], undefined],
    [
      'sum(household.members, person.skillCount, person.enrolled) = 0',
      [{ skillCount: 5, enrolled: false }, { enrolled: false }],
      true,
    ],
    ['sum(household.members, person.skillCount, person.enrolled) <= 5', [{ skillCount: 5 }, { skillCount: 0 }], true],
    // What is taken off counts for certain where the member belongs, and may not where nobody can say.
    [
      'sum(household.members, 0 - person.skillCount, person.enrolled) <= 0-5',
      [{ skillCount: 5, enrolled: true }],
      true,
    ],
    ['sum(household.members, 0 - person.skillCount, person.enrolled) < 0', [{ skillCount: 5 }], undefined],
    ['sum(household.members, 0 - person.skillCount, person.enrolled) >= 0-5', [{ skillCount: 5 }], true],
  ])('%s over %j is %s', (formula, members, expected) => {
    expect(truth(formula, { members })).toBe(expected);
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    [
      'every(household.povertyCauses, any(household.measures, measure.cause = entry))',
      { povertyCauses: ['illness', 'schooling'], measures: [{ cause: 'schooling' }, { cause: 'illness' }] },
      true,
    ],
    [
      'every(household.povertyCauses, any(household.measures, measure.cause = entry))',
      { povertyCauses: ['illness', 'schooling'], measures: [{ cause: 'illness' }] },
      false,
    ],
    [
      'any(household.visitDates, any(household.members, person.exitDate = entry))',
      { visitDates: ['2017-06-14', '2017-06-15'], members: [{ exitDate: '2017-06-15' }] },
      true,
    ],
    [
      'any(household.measures, any(household.members, person.id = measure.name))',
      { measures: [{ name: 'a' }, { name: 'b' }], members: [{ id: 'b' }] },
      true,
    ],
    ['any(household.visitDates, entry >= date.on)', { visitDates: ['2017-06-14', '2017-06-15'] }, true],
    ['any(household.visitDates, entry >= date.on)', { visitDates: ['2017-06-14'] }, false],
    ['any(household.visitDates, entry >= date.on)', { visitDates: [] }, false],
    ['any(household.visitDates, entry >= date.on)', {}, undefined],
    ['any(household.visitDates, entry = household.exitDate)', { visitDates: ['2017-06-14'] }, undefined],
    ['any(household.visitDates, entry = household.exitDate)', { visitDates: [] }, false],
    [
      'any(household.visitDates, entry = household.exitDate or entry < 2017-01-01)',
      { visitDates: ['2017-06-14', '2016-12-31'] },
      true,
    ],
    ['every(household.visitDates, entry <= date.on)', { visitDates: ['2017-06-15', '2017-06-16'] }, false],
    ['every(household.visitDates, entry <= date.on)', { visitDates: ['2017-06-14', '2017-06-15'] }, true],
    ['every(household.visitDates, entry <= date.on)', { visitDates: [] }, true],
    ['every(household.visitDates, entry <= date.on)', {}, undefined],
    ['every(household.visitDates, entry <= household.exitDate)', { visitDates: ['2017-06-15'] }, undefined],
    ['every(household.annualPlanYears, entry in (2016, 2017))', { annualPlanYears: [2016, 2017] }, true],
    ['every(household.annualPlanYears, entry in (2016, 2017))', { annualPlanYears: [2016, 2018] }, false],
    ['any(household.annualPlanYears, entry > 2016.5)', { annualPlanYears: [2016] }, false],
    ['any(household.annualPlanYears, entry > 2016.5)', { annualPlanYears: [2017] }, true],
    ['any(household.annualPlanYears, entry = year(date.on))', { annualPlanYears: [2016, 2017] }, true],
    ["every(household.supportKinds, entry in ('funds', 'industry'))", { supportKinds: ['industry', 'funds'] }, true],
    ["every(household.supportKinds, entry in ('funds', 'industry'))", { supportKinds: ['trading'] }, false],
    ["any(household.supportKinds, entry != 'funds')", { supportKinds: ['funds'] }, false],
  ])('%s of %j is %s: entry is the entry of the list', (formula, household, expected) => {
    expect(truth(formula, household)).toBe(expected);
  });

  it('an entry of a list inside a list is that of the inner one, and afterwards again that of the outer', () => {
    const formula =
      'any(household.annualPlanYears, every(household.visitDates, year(entry) = household.incomeYear) and entry = 2016)';
    const of = (annualPlanYears: number[], incomeYear?: number) =>
      truth(formula, { annualPlanYears, visitDates: ['2017-01-01', '2017-12-31'], incomeYear });
    expect(of([2015, 2016], 2017)).toBe(true);
    expect(of([2015], 2017)).toBe(false);
    expect(of([2016], 2016)).toBe(false);
    expect(of([2016])).toBeUndefined();
    expect(of([2015])).toBe(false);
  });

  it('a list of records, a person and a list of values are gone through inside each other', () => {
    const formula = 'every(household.measures, any(household.povertyCauses, entry = measure.cause))';
    const of = (causes: unknown, measures: unknown) => truth(formula, { povertyCauses: causes, measures });
    expect(of(['illness', 'disability'], [{ cause: 'disability' }, { cause: 'illness' }])).toBe(true);
    expect(of(['illness'], [{ cause: 'illness' }, { cause: 'disability' }])).toBe(false);
    expect(of(['illness'], [{ cause: 'illness' }, {}])).toBeUndefined();
    expect(of([], [{}])).toBe(false);
    expect(of(undefined, [{ cause: 'illness' }])).toBeUndefined();
    const members = [{ healthStatus: [] }, { healthStatus: ['disabled'] }];
    const ill = "count(household.members, any(person.healthStatus, entry != 'healthy')) = 1";
    expect(truth(ill, { members })).toBe(true);
    expect(truth(ill, { members: [...members, {}] })).toBeUndefined();
    expect(truth(ill, { members: [...members, ...members] })).toBe(false);
  });

  it('a list of texts is compared with another', () => {
    const formula = 'every(town.dedicatedLeaders, town.linkedCountyLeaders contains entry)';
    const of = (dedicatedLeaders: unknown, linkedCountyLeaders: unknown) =>
      truth(formula, {}, { town: { dedicatedLeaders, linkedCountyLeaders } });
    expect(of(['a', 'b'], ['b', 'c', 'a'])).toBe(true);
    expect(of(['a', 'd'], ['b', 'c', 'a'])).toBe(false);
    expect(of([], ['a'])).toBe(true);
    expect(of([], undefined)).toBe(true);
    expect(of(['a'], [])).toBe(false);
    expect(of(['a'], undefined)).toBeUndefined();
    expect(of(undefined, ['a'])).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    ['household.annualPlanYears contains 2016', { annualPlanYears: [2015, 2016] }, true],
    ['household.annualPlanYears contains 2016', { annualPlanYears: [2015] }, false],
    ['household.annualPlanYears contains 2016', {}, undefined],
    ['household.annualPlanYears contains year(date.on)', { annualPlanYears: [2017] }, true],
    ['household.annualPlanYears contains year(date.on)', { annualPlanYears: [2016] }, false],
    ['household.annualPlanYears contains household.incomeYear', { annualPlanYears: [2016], incomeYear: 2016 }, true],
    ['household.annualPlanYears contains household.incomeYear', { annualPlanYears: [2016], incomeYear: 2017 }, false],
    ['household.annualPlanYears contains household.incomeYear', { annualPlanYears: [2016] }, undefined],
    ['household.annualPlanYears contains household.incomeYear', { annualPlanYears: [] }, false],
    ['household.annualPlanYears contains household.incomeYear', { incomeYear: 2016 }, undefined],
    ['household.visitDates contains date.on', { visitDates: ['2017-06-15'] }, true],
    ['household.visitDates contains addDays(date.on, 1)', { visitDates: ['2017-06-15'] }, false],
    ['household.visitDates contains household.exitDate', { visitDates: ['2017-06-15'] }, undefined],
    ['household.visitDates contains household.exitDate', { visitDates: [] }, false],
    ['household.visitDates contains unknown', { visitDates: ['2017-06-15'] }, undefined],
  ])('%s of %j is %s', (formula, household, expected) => {
    expect(truth(formula, household)).toBe(expected);
  });

  it('a list is searched for what each record says', () => {
    const formula = 'any(household.measures, household.povertyCauses contains measure.cause)';
    const of = (povertyCauses: unknown, measures: unknown) => truth(formula, { povertyCauses, measures });
    expect(of(['illness'], [{ cause: 'disability' }, { cause: 'illness' }])).toBe(true);
    expect(of(['illness'], [{ cause: 'disability' }])).toBe(false);
    expect(of(['illness'], [{ cause: 'disability' }, {}])).toBeUndefined();
    expect(of([], [{}])).toBe(false);
    expect(of(undefined, [])).toBe(false);
  });

  it('reads the records of a list', () => {
    const enterprise = { employments: [{ registered: true }, { registered: false }, {}] };
    expect(truth('count(enterprise.employments, employment.registered) >= 1', {}, { enterprise })).toBe(true);
    expect(truth('count(enterprise.employments, employment.registered) >= 2', {}, { enterprise })).toBeUndefined();
    expect(truth('count(enterprise.employments, employment.registered) >= 3', {}, { enterprise })).toBe(false);
    expect(truth('count(enterprise.employments) = 3', {}, { enterprise })).toBe(true);
  });
});

describe('counts', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['count(household.visitDates)', { visitDates: ['2017-06-14', '2017-06-14'] }, 2],
    ['count(household.visitDates, entry <= date.on)', { visitDates: ['2017-06-15', '2017-06-16'] }, 1],
    ['count(household.visitDates, entry <= household.exitDate)', { visitDates: ['2017-06-15', '2017-06-16'] }, [0, 2]],
    ['count(household.visitDates, entry <= household.exitDate)', { visitDates: [] }, 0],
    ['count(household.visitDates, entry <= date.on)', {}, [0, infinity]],
    ['count(household.annualPlanYears, entry <= 2016)', { annualPlanYears: [2015, 2016, 2017] }, 2],
    ['sum(household.annualPlanYears, entry)', { annualPlanYears: [2015, 2016] }, 4031],
    ['sum(household.annualPlanYears, entry, entry > 2015)', { annualPlanYears: [2015, 2016] }, 2016],
    ['sum(household.annualPlanYears, entry)', { annualPlanYears: [] }, 0],
    ['sum(household.annualPlanYears, entry)', {}, undefined],
    ['sum(household.visitDates, 2, entry <= household.exitDate)', { visitDates: ['2017-06-15'] }, [0, 2]],
    [
      'sum(household.visitDates, household.mainBusinessCount, entry <= date.on)',
      { visitDates: ['2017-06-15'] },
      [0, infinity],
    ],
    ["count(household.supportKinds, entry in ('funds', 'industry'))", { supportKinds: ['industry', 'trading'] }, 1],
    ['count(household.fiveGoods)', { fiveGoods: { house: true, life: true, habits: false } }, [2, 4]],
    [
      'count(household.fiveGoods)',
      { fiveGoods: { house: true, life: true, habits: false, manners: true, leadership: false } },
      3,
    ],
    ['count(household.fiveGoods)', { fiveGoods: {} }, [0, 5]],
    ['count(household.fiveGoods)', {}, [0, 5]],
  ])('%s of %j is %j', (formula, household, expected) => {
    expect(evaluated(formula, household, formula.includes('mainBusinessCount') ? 'items' : '1')).toEqual(expected);
  });

  it('a count of a record settles a comparison that every completion agrees on', () => {
    const truth = (formula: string, fiveGoods: Record<string, unknown>) => evaluated(formula, { fiveGoods }, '');
    const most = { house: true, life: true, habits: true, manners: true };
    expect(truth('count(household.fiveGoods) >= 4', most)).toBe(true);
    expect(truth('count(household.fiveGoods) = 5', most)).toBeUndefined();
    expect(truth('count(household.fiveGoods) = 5', { ...most, leadership: true })).toBe(true);
    expect(truth('count(household.fiveGoods) = 5', { house: false })).toBe(false);
  });
});
