import { describe, expect, it } from 'vitest';
import {
  codesOf,
  faultsOf,
  inUnits,
  leaf,
  loadTiny,
  ofRule,
  quoteSha256,
  registered,
  tinyRules as rules,
  tinyParameter,
  tinyRule,
  tinySource,
  title,
} from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

describe('parameters', () => {
  const values = (...list: Data[]) => ({ title, unit: 'yuan', values: list.map((each) => ({ quoteSha256, ...each })) });
  const faults = (parameter: Data) => codesOf({ parameters: { aid: parameter } });

  it('cite the sentence that prints them', () => {
    expect(faults({ title, unit: 'yuan', values: [{ from: '2016-01-01', value: 5 }] })).toEqual(['missing-key']);
  });

  it.each<[string, Data, string]>([
    [
      'values in the wrong order',
      values({ from: '2017-01-01', value: 1 }, { from: '2016-01-01', value: 2 }),
      'overlapping-values',
    ],
    [
      'two values from one day',
      values({ from: '2017-01-01', value: 1 }, { from: '2017-01-01', value: 2 }),
      'overlapping-values',
    ],
    [
      'a value that lasts into the next',
      values({ from: '2016-01-01', to: '2017-01-01', value: 1 }, { from: '2017-01-01', value: 2 }),
      'overlapping-values',
    ],
    ['a value that ends before it begins', values({ from: '2017-01-01', to: '2016-01-01', value: 1 }), 'empty-force'],
    [
      'an end before the start, last of two',
      values({ from: '2016-01-01', value: 1 }, { from: '2017-01-01', to: '2016-06-01', value: 1 }),
      'empty-force',
    ],
    ['a text', values({ from: '2016-01-01', value: 'many' }), 'wrong-form'],
    ['a day where a number belongs', values({ from: '2016-01-01', value: '2017-01-01' }), 'wrong-value'],
    ['a number where a day belongs', { ...values({ from: '2016-01-01', value: 5 }), unit: 'date' }, 'wrong-value'],
    ['a day that is none', { ...values({ from: '2016-01-01', value: '2017-02-29' }), unit: 'date' }, 'wrong-value'],
    ['a unit that is none', { ...values({ from: '2016-01-01', value: 5 }), unit: '元' }, 'unknown-unit'],
    [
      'a unit that the vocabulary lacks',
      { ...values({ from: '2016-01-01', value: 5 }), unit: 'yaun/person' },
      'unknown-unit',
    ],
    ['no value', values(), 'wrong-form'],
    ['a table without by', values({ from: '2016-01-01', value: { primary: 1 } }), 'wrong-value'],
    ['by without a table', { ...values({ from: '2016-01-01', value: 5 }), by: 'person.schoolStage' }, 'wrong-value'],
    [
      'a table by a fact that has no codes',
      { ...values({ from: '2016-01-01', value: { a: 5 } }), by: 'person.skillCount' },
      'unknown-code',
    ],
    [
      'a table with a code that the set lacks',
      { ...values({ from: '2016-01-01', value: { primari: 5 } }), by: 'person.schoolStage' },
      'unknown-code',
    ],
    [
      'a table by a fact that is not there',
      { ...values({ from: '2016-01-01', value: { primary: 5 } }), by: 'person.stage' },
      'unknown-name',
    ],
    ['a number too fine to be kept', values({ from: '2016-01-01', value: 1e-9 }), 'wrong-value'],
    ['a number too large to be exact', values({ from: '2016-01-01', value: 1e16 }), 'wrong-value'],
    ['a first day that is none', values({ from: '2017-02-29', value: 5 }), 'wrong-value'],
    ['a last day that is none', values({ from: '2016-01-01', to: '2017-02-30', value: 5 }), 'wrong-value'],
  ])('with %s are faults', (_, parameter, code) => {
    expect(faults(parameter)).toContain(code);
  });

  it('keep figures exactly, in steps', () => {
    const { policy } = loadTiny({
      parameters: {
        fen: tinyParameter('yuan', 0.07),
        third: tinyParameter('kW', 3.3),
        fine: tinyParameter('yuan', 1.005),
        share: tinyParameter('%', 4.35),
      },
      rules,
    });
    expect(
      Object.fromEntries(
        Object.entries(policy.parameters).map(
          ([
            name,
            {
              scale,
              values: [first],
            },
          ]) => [name, (first?.value as number) / scale],
        ),
      ),
    ).toEqual({
      fen: 0.07,
      third: 3.3,
      fine: 1.005,
      share: 4.35,
    });
    for (const {
      values: [first],
    } of Object.values(policy.parameters))
      expect(Number.isInteger(first?.value)).toBe(true);
  });
});

describe('coverage: a rule has every parameter it uses on every day of its force', () => {
  const rule = { grant: { what: 'aid', amount: 'aid', unit: 'yuan' } };
  const covered = (...list: Data[]) =>
    ofRule(rule, {
      parameters: { aid: { title, unit: 'yuan', values: list.map((each) => ({ value: 5, quoteSha256, ...each })) } },
    });

  it('from its first day', () => {
    expect(covered({ from: '2016-01-01' })).toEqual([]);
    expect(covered({ from: '2016-01-02' })).toEqual(['uncovered-day']);
    expect(covered({ from: '2015-12-31' })).toEqual([]);
  });

  it('to its last day', () => {
    expect(covered({ from: '2016-01-01', to: '2018-12-31' })).toEqual([]);
    expect(covered({ from: '2016-01-01', to: '2018-12-30' })).toEqual(['uncovered-day']);
  });

  it('without a gap', () => {
    expect(covered({ from: '2016-01-01', to: '2016-12-31' }, { from: '2017-01-01' })).toEqual([]);
    expect(covered({ from: '2016-01-01', to: '2016-12-30' }, { from: '2017-01-01' })).toEqual(['uncovered-day']);
  });

  it('of its own force, not of the policy', () => {
    const parameters = {
      aid: { title, unit: 'yuan', values: [{ from: '2017-01-01', to: '2017-12-31', value: 5, quoteSha256 }] },
    };
    expect(ofRule({ ...rule, force: { from: '2017-01-01', to: '2017-12-31' } }, { parameters })).toEqual([]);
    expect(ofRule({ ...rule, force: { from: '2017-01-01', to: null } }, { parameters })).toEqual(['uncovered-day']);
  });

  it('names the parameter and the first day', () => {
    const parameters = { aid: tinyParameter('yuan', 5, { values: [{ from: '2016-02-01', value: 5, quoteSha256 }] }) };
    const [fault] = faultsOf(tinySource({ parameters, rules: { 'tiny.rule.one': tinyRule(rule) } }));
    expect(fault).toMatchObject({
      path: 'rules.tiny.rule.one',
      en: 'the parameter "aid" has no value on 2016-01-01, when the rule is in force',
    });
  });

  it('also through a fact, a condition, a due date and a statement', () => {
    const late = { values: [{ from: '2017-01-01', value: 5, quoteSha256 }] };
    const parameters = {
      aid: tinyParameter('persons', 5, late),
      end: { title, unit: 'date', values: [{ from: '2017-01-01', value: '2017-12-31', quoteSha256 }] },
    };
    const facts = { 'household.many': { title, formula: 'household.memberCount > aid' } };
    const inRule = (each: Data) => ofRule(each, { parameters, facts });
    expect(inRule({ when: leaf('household.many', 'equal', true) })).toEqual(['uncovered-day']);
    expect(inRule({ when: leaf('household.memberCount', 'greaterThan', { parameter: 'aid' }) })).toEqual([
      'uncovered-day',
    ]);
    expect(inRule({ due: 'end' })).toEqual(['uncovered-day']);
    expect(inRule({ state: { what: 'rank', value: 'aid' } })).toEqual(['uncovered-day']);
    expect(inRule({ when: registered })).toEqual([]);
  });
});

describe('derived parameters', () => {
  const printed = (name: string, ...list: Data[]) => ({
    [name]: { title, unit: 'yuan', values: list.map((each) => ({ quoteSha256, ...each })) },
  });
  const derived = (formula: string, unit = 'yuan') => ({ title, unit, derived: true, formula });

  it('follow their sources through two periods', () => {
    const { policy } = loadTiny({
      parameters: {
        total: derived('upper + lower'),
        ...printed('upper', { from: '2016-01-01', value: 100 }, { from: '2017-01-01', value: 200 }),
        ...printed('lower', { from: '2016-01-01', value: 1 }, { from: '2017-07-01', value: 2 }),
      },
      rules,
    });
    expect(inUnits(policy.parameters.total)).toEqual([
      { from: '2016-01-01', value: 101 },
      { from: '2017-01-01', value: 201 },
      { from: '2017-07-01', value: 202 },
    ]);
  });

  it('begin when the last of their sources begins, and end when the first ends', () => {
    const parameters = {
      total: derived('upper + lower'),
      ...printed('upper', { from: '2016-01-01', to: '2017-12-31', value: 100 }),
      ...printed('lower', { from: '2016-07-01', value: 1 }),
    };
    const { policy } = loadTiny({ parameters, rules });
    expect(inUnits(policy.parameters.total)).toEqual([{ from: '2016-07-01', to: '2017-12-31', value: 101 }]);
    const uses = (force: Data) =>
      ofRule({ force, grant: { what: 'aid', amount: 'total', unit: 'yuan' } }, { parameters });
    expect(uses({ from: '2016-07-01', to: '2017-12-31' })).toEqual([]);
    expect(uses({ from: '2016-07-01', to: '2018-01-01' })).toEqual(['uncovered-day']);
    expect(uses({ from: '2016-06-30', to: '2017-12-31' })).toEqual(['uncovered-day']);
  });

  it('have a gap where a source has one', () => {
    const { policy } = loadTiny({
      parameters: {
        double: derived('upper * 2'),
        ...printed('upper', { from: '2016-01-01', to: '2016-06-30', value: 1 }, { from: '2017-01-01', value: 2 }),
      },
      rules,
    });
    expect(inUnits(policy.parameters.double)).toEqual([
      { from: '2016-01-01', to: '2016-06-30', value: 2 },
      { from: '2017-01-01', value: 4 },
    ]);
  });

  it.each<[string, string, string, string]>([
    ['a fact', 'household.memberCount * 2', 'persons', 'fact-in-parameter'],
    ['another unit', 'upper * 2', 'kW', 'unit-mismatch'],
    ['a truth', 'upper > 2', 'yuan', 'wrong-type'],
    ['a division by zero', 'round(upper / 0, down)', 'yuan', 'not-computable'],
    ['unknown', 'unknown', 'yuan', 'not-computable'],
    ['itself', 'total + 1', 'yuan', 'unknown-name'],
  ])('with %s are faults', (_, formula, unit, code) => {
    expect(
      codesOf({
        parameters: { total: derived(formula, unit), ...printed('upper', { from: '2016-01-01', value: 100 }) },
      }),
    ).toEqual([code]);
  });
});
