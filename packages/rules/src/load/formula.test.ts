import { describe, expect, it } from 'vitest';
import { quoteSha256, title } from '../testing/tiny-policy.ts';
import { contextOf } from './context.ts';
import { Fault } from './faults.ts';
import { typeFormula } from './formula.ts';
import { derivationOf } from './own-fact.ts';
import { addParameter } from './parameters.ts';
import { Registry } from './registry.ts';
import { unitName } from './units.ts';

function registryWith(): Registry {
  const registry: Registry = new Registry((fact, text) => derivationOf(fact, text, registry));
  const printed = (name: string, unit: string, value: number | string | Record<string, number>, by?: string) =>
    addParameter(
      name,
      { title, unit, ...(by === undefined ? {} : { by }), values: [{ from: '2016-01-01', value, quoteSha256 }] },
      registry,
    );
  printed('aid', 'yuan/person/year', 5000);
  printed('power', 'kW', 5);
  printed('share', '%', 45);
  printed('cap', 'yuan', 20000);
  printed('most', 'persons', 3);
  printed('deadline', 'date', '2017-12-31');
  printed('aidByStage', 'yuan/person/year', { primary: 2500, undergraduate: 5000 }, 'person.schoolStage');
  return registry;
}

type Where = 'household' | 'person';

function typed(formula: string | number | boolean, where: Where = 'household') {
  const registry = registryWith();
  return typeFormula(formula, contextOf(registry, { person: where === 'person', parameters: new Set() }));
}

/** What a formula yields: its type, and of a number its unit (`any` for a bare one). */
function kindOf(formula: string | number | boolean, where?: Where): string {
  const { type, dimensions } = typed(formula, where);
  return type === 'number' ? `number ${dimensions === undefined ? 'any' : unitName(dimensions)}` : type;
}

function faultOf(formula: string | number | boolean, where?: Where): string {
  try {
    return kindOf(formula, where);
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
}

describe('units of a formula', () => {
  it('yuan and kW are neither added, subtracted, compared, nor put into one min, max or if', () => {
    for (const formula of [
      'cap + power',
      'cap - power',
      'cap < power',
      'cap = power',
      'min(cap, power)',
      'max(cap, power)',
      'if(true, cap, power)',
      'household.memberCount + cap',
      'household.memberCount > cap',
    ]) {
      expect(faultOf(formula), formula).toBe('unit-mismatch');
    }
  });

  it.each<[string, string]>([
    ['aid * household.memberCount', 'number yuan/year'],
    ['aid * count(household.members)', 'number yuan/year'],
    ['sum(household.members, aid)', 'number yuan/person/year'],
    ['cap * share', 'number yuan'],
    ['cap * 45%', 'number yuan'],
    ['cap + 100', 'number yuan'],
    ['100 + cap', 'number yuan'],
    ['cap * 2', 'number yuan'],
    ['1 + 2 * 3', 'number any'],
    ['45%', 'number 1'],
    ['external.dibaoLine * 12[month/year]', 'number yuan/person/year'],
    ['round(cap / household.memberCount, half-up)', 'number yuan/person'],
    ['round(cap / 3, down, 10)', 'number yuan'],
    ['round(1 / 3, up)', 'number any'],
    ['round(cap, down, 100)', 'number yuan'],
    ['min(cap, 0-1)', 'number yuan'],
    ['if(true, 0, cap)', 'number yuan'],
    ['count(household.members)', 'number person'],
    ['count(roster)', 'number household'],
    ['completedYears(2016-01-01, deadline)', 'number year'],
    ['year(deadline)', 'number any'],
    ['daysBetween(2016-01-01, deadline)', 'number day'],
    ['daysBetween(household.exitDate, date.on) + 5[days]', 'number day'],
    ['count(household.fiveGoods)', 'number any'],
    ['count(household.visitDates, entry <= deadline)', 'number any'],
    ['sum(household.annualPlanYears, entry)', 'number any'],
    ['sum(household.annualPlanYears, cap, entry <= 2016)', 'number yuan'],
    ['ifAbsent(household.memberCount, 0)', 'number person'],
  ])('%s is %s', (formula, kind) => {
    expect(kindOf(formula)).toBe(kind);
  });

  it('names both units in the message', () => {
    expect(() => typed('cap + power')).toThrow('the two sides of + differ in unit: yuan and kW');
  });

  it('yuan per person and year is not yuan per person and month', () => {
    expect(faultOf('aid + external.dibaoLine')).toBe('unit-mismatch');
    expect(faultOf('aid + external.dibaoLine * 12')).toBe('unit-mismatch');
    expect(faultOf('aid + external.dibaoLine * 12[month/year]')).toBe('number yuan/person/year');
  });
});

describe('types of a formula', () => {
  it.each<[string | number | boolean, string]>([
    [5, 'number any'],
    [true, 'boolean'],
    ['true', 'boolean'],
    ['deadline', 'date'],
    ['2018-12-31', 'date'],
    ['date.on', 'date'],
    ['date.assessedOn <= deadline', 'boolean'],
    ['household.type', 'text'],
    ["household.type = 'general'", 'boolean'],
    ["household.type in ('general', 'dibao')", 'boolean'],
    ["household.supportKinds contains 'industry'", 'boolean'],
    ['household.supportKinds', 'list'],
    ['not household.registered', 'boolean'],
    ['household.registered and household.isLowIncome', 'boolean'],
    ['household.registered = true', 'boolean'],
    ['given(household.gridCell)', 'boolean'],
    ['any(household.members, person.enrolled)', 'boolean'],
    ['every(household.members, not person.enrolled)', 'boolean'],
    ['addDays(deadline, 30)', 'date'],
    ['addMonths(deadline, 3)', 'date'],
    ['addYears(deadline, 1)', 'date'],
    ['firstOfNextMonth(date.on)', 'date'],
    ['min(deadline, date.on)', 'date'],
    ['max(deadline, 2017-01-01)', 'date'],
    ['max(deadline, unknown)', 'date'],
    ['earliest(household.visitDates)', 'date'],
    ['latest(household.visitDates)', 'date'],
    ['latest(household.visitDates, addDays(entry, 1), entry <= deadline)', 'date'],
    ['earliest(household.identificationReviews, review.date)', 'date'],
    ['latest(household.identificationReviews, review.date, given(review.result))', 'date'],
    ['latest(household.members, person.birthDate, person.enrolled)', 'date'],
    ['any(household.visitDates, entry > deadline)', 'boolean'],
    ['every(household.annualPlanYears, entry >= year(deadline))', 'boolean'],
    ["every(household.supportKinds, entry in ('industry', 'training-job'))", 'boolean'],
    ["any(village.assistingUnits, entry = '甲')", 'boolean'],
    ['every(town.dedicatedLeaders, town.linkedCountyLeaders contains entry)', 'boolean'],
    ['any(household.measures, household.povertyCauses contains measure.cause)', 'boolean'],
    ['household.annualPlanYears contains 2016', 'boolean'],
    ['household.annualPlanYears contains year(date.on)', 'boolean'],
    ['household.visitDates contains 2016-01-01', 'boolean'],
    ['household.visitDates contains addDays(deadline, 1)', 'boolean'],
    ['household.visitDates contains unknown', 'boolean'],
    ['present.village', 'boolean'],
    ['present.workTeam and not present.county', 'boolean'],
    ['unknown', 'unknown'],
    ['if(household.registered, unknown, 5)', 'number any'],
    ["if(household.registered, household.type, 'general')", 'text'],
    ['if(household.registered, deadline, date.on)', 'date'],
    ['if(household.registered, unknown, unknown)', 'unknown'],
    ['household.registered and unknown', 'boolean'],
  ])('%s is %s', (formula, kind) => {
    expect(kindOf(formula)).toBe(kind);
  });

  it.each<[string, string]>([
    ['cap / 3', 'bare-division'],
    ['cap + true', 'wrong-type'],
    ['cap + deadline', 'wrong-type'],
    ["cap + 'x'", 'wrong-type'],
    ['deadline - date.on', 'wrong-type'],
    ['not cap', 'wrong-type'],
    ['cap and true', 'wrong-type'],
    ['true or 5', 'wrong-type'],
    ['cap = true', 'wrong-type'],
    ['deadline = 5', 'wrong-type'],
    ["deadline < '2017-01-01'", 'wrong-type'],
    ['household.registered < true', 'no-order'],
    ["household.type < 'general'", 'no-order'],
    ["household.type = 'generel'", 'unknown-code'],
    ["household.type != 'generel'", 'unknown-code'],
    ["household.type in ('general', 'generel')", 'unknown-code'],
    ["household.supportKinds contains 'industri'", 'unknown-code'],
    ["household.type contains 'general'", 'wrong-type'],
    ['household.type in (5)', 'wrong-type'],
    ['household.type in (household.type)', 'not-a-constant'],
    ['household.registered in (true)', 'not-a-constant'],
    ['household.housing', 'unknown-name'],
    ['household.nineMeasures', 'record-as-fact'],
    ['household.registerd', 'unknown-name'],
    ['nowhere', 'unknown-name'],
    ['aidByStage', 'no-person-here'],
    ['person.enrolled', 'no-person-here'],
    ['person.enrolled and any(household.members, true)', 'no-person-here'],
    ['employment.registered', 'no-record-here'],
    ['sqrt(4)', 'unknown-function'],
    ['constructor(4)', 'unknown-function'],
    ['toString(4)', 'unknown-function'],
    ['min(1)', 'wrong-count'],
    ['min(1, 2, 3)', 'wrong-count'],
    ['count(household.members, true, true)', 'wrong-count'],
    ['sum(household.members)', 'wrong-count'],
    ['round(cap / 3)', 'wrong-count'],
    ['round(cap / 3, nearest)', 'rounding-mode'],
    ["round(cap / 3, 'half-up')", 'rounding-mode'],
    ['round(cap / 3, half-up, 0)', 'rounding-step'],
    ['round(cap / 3, half-up, 0.001)', 'rounding-step'],
    ['round(cap / 3, half-up, cap)', 'rounding-step'],
    ['round(deadline, half-up)', 'wrong-type'],
    ['min(deadline, 5)', 'wrong-type'],
    ['count(5)', 'not-a-list'],
    ['count(household.registered)', 'not-a-list'],
    ['count(household.members, 5)', 'wrong-type'],
    ['count(household.members, person.skillCount)', 'wrong-type'],
    ['sum(household.members, person.enrolled)', 'wrong-type'],
    ['any(household.members, person.skillCount)', 'wrong-type'],
    ['any(roster, person.enrolled)', 'no-person-here'],
    ['count(enterprise.employments, person.enrolled)', 'no-person-here'],
    ['if(cap, 1, 2)', 'wrong-type'],
    ['if(true, 1, true)', 'wrong-type'],
    ['ifAbsent(5, 6)', 'not-a-fact'],
    ['ifAbsent(household.memberCount, true)', 'wrong-type'],
    ['ifAbsent(household.memberCount, cap)', 'unit-mismatch'],
    ['given(5)', 'not-a-fact'],
    ['given(cap)', 'unknown-name'],
    ['addDays(cap, 1)', 'wrong-type'],
    ['addDays(deadline, deadline)', 'wrong-type'],
    ['addDays(deadline, 1.5)', 'not-whole'],
    ['year(2016)', 'wrong-type'],
    ['completedYears(2016, deadline)', 'wrong-type'],
    ['firstOfNextMonth(5)', 'wrong-type'],
    ['99999999999999999999', 'number-too-large'],
    ['half-up', 'unknown-name'],
    ['entry', 'unknown-name'],
    ['household.visitDates contains entry', 'unknown-name'],
    ['count(household.members, entry = 1)', 'unknown-name'],
    ["any(household.measures, entry = 'x')", 'unknown-name'],
    ['any(roster, entry)', 'unknown-name'],
    ['any(household.visitDates, entry < deadline) and entry = deadline', 'unknown-name'],
    ['any(household.visitDates, entry)', 'wrong-type'],
    ['any(household.visitDates, entry > 2016)', 'wrong-type'],
    ["any(household.visitDates, entry > '2016-01-01')", 'wrong-type'],
    ['any(household.annualPlanYears, entry > deadline)', 'wrong-type'],
    ["any(household.annualPlanYears, entry = '2016')", 'wrong-type'],
    ['any(household.annualPlanYears, entry in (2016.5))', 'wrong-value'],
    ['any(household.supportKinds, entry = 5)', 'wrong-type'],
    ["any(household.supportKinds, entry = 'industri')", 'unknown-code'],
    ["any(household.supportKinds, entry in ('industry', 'industri'))", 'unknown-code'],
    ["any(household.supportKinds, entry < 'industry')", 'no-order'],
    ['any(household.visitDates, given(entry))', 'unknown-name'],
    ['sum(household.visitDates, entry)', 'wrong-type'],
    ["household.annualPlanYears contains '2016'", 'wrong-type'],
    ['household.annualPlanYears contains 2016.5', 'wrong-value'],
    ['household.annualPlanYears contains date.on', 'wrong-type'],
    ["household.visitDates contains '2016-01-01'", 'wrong-type'],
    ['household.visitDates contains 2016', 'wrong-type'],
    ['household.visitDates contains year(date.on)', 'wrong-type'],
    ['household.supportKinds contains 5', 'wrong-type'],
    ['household.supportKinds contains household.memberCount', 'wrong-type'],
    ['household.supportKinds contains household.supportKinds', 'wrong-type'],
    ['household.memberCount contains 5', 'wrong-type'],
    ['daysBetween(deadline)', 'wrong-count'],
    ['daysBetween(2016, deadline)', 'wrong-type'],
    ['daysBetween(deadline, cap)', 'wrong-type'],
    ['daysBetween(date.on, deadline) > cap', 'unit-mismatch'],
    ['max(5, deadline)', 'wrong-type'],
    ['max(deadline, true)', 'wrong-type'],
    ['latest(household.visitDates, entry) = 5', 'wrong-type'],
    ['latest(household.visitDates, entry, true, true)', 'wrong-count'],
    ['latest(2016-01-01)', 'not-a-list'],
    ['latest(deadline)', 'unknown-name'],
    ['latest(household.exitDate)', 'not-a-list'],
    ['earliest(household.annualPlanYears)', 'wrong-type'],
    ['earliest(household.visitDates, year(entry))', 'wrong-type'],
    ['earliest(household.visitDates, entry, entry)', 'wrong-type'],
    ['latest(household.members)', 'unknown-name'],
    ['latest(household.identificationReviews)', 'unknown-name'],
    ['latest(household.identificationReviews, review.result)', 'wrong-type'],
    ['latest(household.visitDates, review.date)', 'no-record-here'],
    ['count(household.nineMeasures)', 'record-as-fact'],
    ['count(household.fiveGoods, true)', 'record-as-fact'],
    ['count(county.stageCompletedDates)', 'record-as-fact'],
    ['any(household.fiveGoods, true)', 'record-as-fact'],
    ['present.person', 'unknown-name'],
    ['present.measure', 'unknown-name'],
    ['present.vilage', 'unknown-name'],
    ['present.village = 5', 'wrong-type'],
  ])('%s: %s', (formula, code) => {
    expect(faultOf(formula)).toBe(code);
  });

  it('a fact of a person can be named where the rule is asked of a person, and inside an aggregate over members', () => {
    expect(kindOf('person.enrolled', 'person')).toBe('boolean');
    expect(kindOf('aidByStage', 'person')).toBe('number yuan/person/year');
    expect(kindOf('sum(household.members, aidByStage, person.enrolled)')).toBe('number yuan/person/year');
    expect(kindOf('any(roster, any(household.members, person.enrolled))')).toBe('boolean');
  });

  it('fields of a record can be named inside an aggregate over its list', () => {
    expect(kindOf('count(enterprise.employments, employment.registered)')).toBe('number any');
  });

  it('inside a list of plain values, and of another inside it, entry is that of the inner list', () => {
    expect(kindOf('any(household.visitDates, any(household.annualPlanYears, entry > 2016))')).toBe('boolean');
    expect(faultOf('any(household.visitDates, any(household.annualPlanYears, entry > deadline))')).toBe('wrong-type');
    expect(faultOf('any(household.annualPlanYears, any(household.visitDates, true) and entry > 2016)')).toBe('boolean');
  });

  it('a list is searched for what its entries can be, and codes that are none are named', () => {
    expect(() => typed("any(household.supportKinds, entry = 'industri')")).toThrow(
      '"industri" is not one of funds, materials',
    );
    expect(() => typed('household.visitDates contains household.incomeYear')).toThrow(
      'contains should be a date, not a number',
    );
  });

  it('an ISO day that the calendar lacks does not load', () => {
    for (const formula of ['2017-02-29', '2016-13-01', 'date.on <= 2016-02-30', '3016-01-01']) {
      expect(faultOf(formula), formula).toBe('wrong-value');
    }
  });

  it('lists are not compared with one another', () => {
    expect(faultOf('household.supportKinds = household.supportKinds')).toBe('wrong-type');
  });

  it('a code is checked on whichever side of the comparison it stands', () => {
    expect(faultOf("'generel' = household.type")).toBe('unknown-code');
  });

  it('suggests the name that was probably meant', () => {
    expect(() => typed('household.registerd')).toThrow('is it "household.registered"?');
    expect(() => typed('cpa')).toThrow('is it "cap"?');
  });
});

describe('numbers are lowered to whole steps', () => {
  it('aligns both sides of a sum and of a comparison', () => {
    expect(typed('household.perCapitaNetIncome + 0.005')).toMatchObject({
      scale: 1000,
      expression: { op: 'add', left: { op: 'rescale', by: 10 }, right: { op: 'value', value: 5 } },
    });
    expect(typed('household.perCapitaNetIncome < 0.5').expression).toMatchObject({
      op: 'compare',
      right: { op: 'rescale', by: 10 },
    });
  });

  it('writes the values of `in` in the steps of the fact', () => {
    expect(typed('household.perCapitaNetIncome in (5, 0.5, 5.000)').expression).toMatchObject({
      op: 'in',
      values: [500, 50, 500],
    });
    expect(typed('household.memberCount in (2.0)').expression).toMatchObject({ op: 'in', values: [2] });
  });

  it('writes what a list of years is searched for in whole steps', () => {
    expect(typed('household.annualPlanYears contains 2016.0').expression).toMatchObject({
      op: 'contains',
      value: { op: 'value', value: 2016 },
    });
    expect(typed('any(household.annualPlanYears, entry < 2016.5)').expression).toMatchObject({
      op: 'any',
      where: { left: { op: 'rescale', by: 10, of: { op: 'entry' } }, right: { value: 20165 } },
    });
  });

  it('refuses a value of `in` that the fact cannot have', () => {
    expect(faultOf('household.perCapitaNetIncome in (0.005)')).toBe('wrong-value');
    expect(faultOf('household.memberCount in (2.5)')).toBe('wrong-value');
  });

  it('writes the value of ifAbsent in the steps of the fact, and refuses a finer one', () => {
    expect(typed('ifAbsent(household.perCapitaNetIncome, 5)')).toMatchObject({
      scale: 100,
      expression: { other: { op: 'rescale', by: 100, of: { value: 5 } } },
    });
    expect(faultOf('ifAbsent(household.memberCount, 0.5)')).toBe('too-fine');
  });

  it('counts 45% as 0.45, whether written, printed or given', () => {
    expect(typed('45%')).toMatchObject({ expression: { value: 45 }, scale: 100 });
    const { model } = registryWith().parameter('share') ?? {};
    expect((model?.values[0]?.value as number) / typed('share').scale).toBe(0.45);
    // A percent that is given is kept in ten-thousandths of a percent.
    expect(typed('household.loan.rate').scale).toBe(1_000_000);
  });
});
