import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from './faults.ts';
import { fitsOutcome, parseUnit, sameUnit, stepsPerUnit, times, unitName } from './units.ts';

const base = fc.constantFrom('yuan', 'person', 'household', 'year', 'month', 'kW');
const unit = fc
  .tuple(fc.uniqueArray(base, { minLength: 1, maxLength: 3 }), fc.array(base, { maxLength: 3 }))
  .map(([above, below]) => parseUnit([above.join('*'), ...below].join('/')));

describe('parseUnit', () => {
  it.each([
    ['yuan', { yuan: 1 }],
    ['yuan/person/year', { yuan: 1, person: -1, year: -1 }],
    ['persons', { person: 1 }],
    ['labourer', { person: 1 }],
    ['yuan/school-year', { yuan: 1, year: -1 }],
    ['kW/household', { kW: 1, household: -1 }],
    ['month/year', { month: 1, year: -1 }],
    ['yuan*persons', { yuan: 1, person: 1 }],
    ['1', {}],
    ['%', {}],
    ['%/year', { year: -1 }],
    ['person/persons', {}],
    ['1/year', { year: -1 }],
  ])('%s', (text, dimensions) => {
    expect(parseUnit(text)).toEqual(dimensions);
  });

  it.each(['', 'yuan/', '/year', 'yuan//year', '元', 'yuan per year', '2', 'yuan^2', 'yuan/1.5', '__proto__'])(
    'refuses %j',
    (text) => {
      expect(() => parseUnit(text)).toThrow(Fault);
    },
  );

  it('shows a unit in one form, however it was written', () => {
    expect(unitName(parseUnit('yuan/year/person'))).toBe('yuan/person/year');
    expect(unitName(parseUnit('persons*yuan'))).toBe('person*yuan');
    expect(unitName({})).toBe('1');
    expect(unitName(parseUnit('1/year'))).toBe('1/year');
    expect(unitName({ yuan: 2, year: -2 })).toBe('yuan*yuan/year/year');
  });

  it('reads what unitName writes', () => {
    fc.assert(
      fc.property(unit, (dimensions) => {
        expect(parseUnit(unitName(dimensions))).toEqual(dimensions);
      }),
    );
  });
});

describe('units multiply and divide', () => {
  it('yuan/person/year times persons is yuan/year', () => {
    expect(times(parseUnit('yuan/person/year'), parseUnit('persons'))).toEqual(parseUnit('yuan/year'));
  });

  it('yuan/person/month times 12[month/year] is yuan/person/year', () => {
    expect(times(parseUnit('yuan/person/month'), parseUnit('month/year'))).toEqual(parseUnit('yuan/person/year'));
  });

  it('dividing undoes multiplying, and order is nothing', () => {
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        expect(sameUnit(times(times(a, b), b, -1), a)).toBe(true);
        expect(sameUnit(times(a, b), times(b, a))).toBe(true);
        expect(times(a, a, -1)).toEqual({});
      }),
    );
  });

  it('tells different units apart', () => {
    expect(sameUnit(parseUnit('yuan'), parseUnit('kW'))).toBe(false);
    expect(sameUnit(parseUnit('yuan/year'), parseUnit('yuan/month'))).toBe(false);
    expect(sameUnit(parseUnit('persons'), parseUnit('households'))).toBe(false);
  });
});

describe('stepsPerUnit', () => {
  it.each([
    ['yuan', 100],
    ['yuan/person/year', 100],
    ['persons', 1],
    ['households', 1],
    ['days', 1],
    ['kW', 10_000],
    ['persons/household', 10_000],
    ['1', 1_000_000],
    ['%', 1_000_000],
  ])('of %s is %d', (text, steps) => {
    expect(stepsPerUnit(parseUnit(text))).toBe(steps);
  });
});

describe('fitsOutcome', () => {
  it.each([
    ['yuan/person/year', 'yuan', 'person', 'year', true],
    ['yuan/year', 'yuan', 'person', 'year', true],
    ['yuan/person', 'yuan', 'person', 'year', true],
    ['yuan', 'yuan', 'person', 'year', true],
    ['yuan/person/year', 'yuan', 'labourer', 'school-year', true],
    ['yuan/person/year', 'yuan', 'household', 'year', false],
    ['yuan/person/year', 'yuan', undefined, 'year', false],
    ['yuan/month', 'yuan', undefined, 'year', false],
    ['kW', 'yuan', undefined, undefined, false],
    ['yuan/year', 'yuan', undefined, 'once', false],
  ])('%s as %s per %s every %s: %s', (found, stated, per, every, fits) => {
    expect(fitsOutcome(parseUnit(found), stated, per, every)).toBe(fits);
  });
});
