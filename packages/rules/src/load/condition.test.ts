import { describe, expect, it } from 'vitest';
import {
  codesOf,
  faultsOf,
  leaf,
  onePolicy,
  quoteSha256,
  tinyParameter,
  tinyRule,
  tinySource,
  title,
} from '../testing/tiny-policy.ts';

const parameters = {
  line: tinyParameter('yuan/person/year', 4000),
  power: tinyParameter('kW', 5),
  share: tinyParameter('%', 45),
  deadline: tinyParameter('date', '2017-12-31'),
  aidByStage: tinyParameter('yuan', { primary: 1 }, { by: 'person.schoolStage' }),
};

/** Codes of the faults that a rule with this condition has. */
function faults(when: unknown, more: Record<string, unknown> = {}, rule: Record<string, unknown> = {}): string[] {
  return codesOf({ parameters, ...more, rules: { 'tiny.rule.one': tinyRule({ when, ...rule }) } });
}

const registered = leaf('household.registered', 'equal', true);

describe('a condition inside the profile loads', () => {
  it.each<[string, unknown]>([
    ['equal on a boolean', registered],
    ['equal on a code', leaf('household.type', 'equal', 'general')],
    ['equal on a text', leaf('household.gridCell', 'equal', '一格')],
    ['equal on a number', leaf('household.memberCount', 'equal', 3)],
    ['equal on a day', leaf('household.exitDate', 'equal', '2017-01-01')],
    ['notEqual on a code', leaf('household.type', 'notEqual', 'general')],
    ['in on a code', leaf('household.type', 'in', ['general', 'dibao'])],
    ['notIn on a year', leaf('household.incomeYear', 'notIn', [2015, 2016])],
    ['in with one entry', leaf('household.type', 'in', ['general'])],
    ['an order of yuan', leaf('household.perCapitaNetIncome', 'lessThan', 4000.5)],
    ['an order of days', leaf('household.exitDate', 'greaterThanInclusive', '2017-01-01')],
    ['contains on codes', leaf('household.supportKinds', 'contains', 'industry')],
    ['doesNotContain on years', leaf('household.annualPlanYears', 'doesNotContain', 2017)],
    ['a parameter', leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'line' })],
    ['a day of a parameter', leaf('date.on', 'lessThanInclusive', { parameter: 'deadline' })],
    ['another fact', leaf('household.exitDate', 'lessThan', { fact: 'household.plannedExitDate' })],
    ['a key of a record', leaf('household.housing.stepsDone.task', 'equal', true)],
    ['nesting', { all: [{ any: [registered, { not: registered }] }, { not: { all: [registered] } }] }],
  ])('%s', (_, condition) => {
    expect(faults(condition)).toEqual([]);
  });
});

describe('what lies outside the profile is refused at load', () => {
  it.each<[string, unknown, string]>([
    ['all of nothing', { all: [] }, 'wrong-form'],
    ['any of nothing', { any: [] }, 'wrong-form'],
    ['all that is no list', { all: registered }, 'wrong-type'],
    ['not of a list', { not: [registered] }, 'wrong-type'],
    ['all and any in one', { all: [registered], any: [registered] }, 'unknown-key'],
    ['an object as value', leaf('household.type', 'equal', {}), 'missing-key'],
    ['null as value', leaf('household.type', 'equal', null), 'wrong-type'],
    ['in with a text', leaf('household.type', 'in', 'general dibao'), 'list-wanted'],
    ['in with one number', leaf('household.incomeYear', 'in', 2016), 'list-wanted'],
    ['in with an empty list', leaf('household.type', 'in', []), 'wrong-form'],
    ['in on a boolean', leaf('household.registered', 'in', [true]), 'operator-type'],
    ['equal with a list', leaf('household.type', 'equal', ['general']), 'single-wanted'],
    ['equal on a list', leaf('household.supportKinds', 'equal', 'industry'), 'operator-type'],
    ['equal on a list with a list', leaf('household.supportKinds', 'equal', ['industry']), 'operator-type'],
    ['in on a list', leaf('household.supportKinds', 'in', ['industry']), 'operator-type'],
    ['< on a code', leaf('household.type', 'lessThan', 'general'), 'operator-type'],
    ['< on a text', leaf('household.gridCell', 'lessThan', '9'), 'operator-type'],
    ['>= on a boolean', leaf('household.registered', 'greaterThanInclusive', true), 'operator-type'],
    ['< on a list', leaf('household.supportKinds', 'lessThan', 2), 'operator-type'],
    ['contains on a text', leaf('household.gridCell', 'contains', '格'), 'operator-type'],
    ['doesNotContain on a number', leaf('household.memberCount', 'doesNotContain', 3), 'operator-type'],
    ['contains with a list', leaf('household.supportKinds', 'contains', ['industry']), 'single-wanted'],
    [
      'contains with another fact',
      leaf('household.supportKinds', 'contains', { fact: 'household.type' }),
      'no-reference',
    ],
    ['in with a parameter', leaf('household.incomeYear', 'in', { parameter: 'line' }), 'no-reference'],
    ['a number beside a boolean', leaf('household.registered', 'equal', 1), 'wrong-value'],
    ['a text beside a boolean', leaf('household.registered', 'equal', 'true'), 'wrong-value'],
    ['a boolean beside a code', leaf('household.type', 'equal', true), 'wrong-value'],
    ['a text beside a number', leaf('household.memberCount', 'equal', '3'), 'wrong-value'],
    ['a number beside a text', leaf('household.gridCell', 'equal', 3), 'wrong-value'],
    ['a code that the set lacks', leaf('household.type', 'equal', 'generel'), 'wrong-value'],
    ['a list with one code that the set lacks', leaf('household.type', 'in', ['general', 'generel']), 'wrong-value'],
    ['a list of another type', leaf('household.incomeYear', 'in', ['2016']), 'wrong-value'],
    ['a list of codes searched for another', leaf('household.supportKinds', 'contains', 'industri'), 'wrong-value'],
    ['a number that is no day', leaf('household.exitDate', 'equal', 20170101), 'wrong-value'],
    ['a day that is none', leaf('household.exitDate', 'lessThan', '2017-02-29'), 'wrong-value'],
    ['a moment instead of a day', leaf('household.exitDate', 'lessThan', '2017-01-01T00:00:00Z'), 'wrong-value'],
    ['half a person', leaf('household.memberCount', 'greaterThan', 2.5), 'wrong-value'],
    ['a tenth of a fen', leaf('household.perCapitaNetIncome', 'lessThan', 4000.005), 'wrong-value'],
    ['infinity', leaf('household.perCapitaNetIncome', 'lessThan', Number.POSITIVE_INFINITY), 'wrong-type'],
    ['NaN', leaf('household.perCapitaNetIncome', 'lessThan', Number.NaN), 'wrong-type'],
    ['a number beside a list of codes', leaf('household.supportKinds', 'contains', 3), 'wrong-value'],
    ['a text beside a list of years', leaf('household.annualPlanYears', 'contains', '2017'), 'wrong-value'],
    ['a list of records', leaf('household.measures', 'contains', 'x'), 'record-list'],
    ['a record', leaf('household.nineMeasures', 'equal', true), 'record-as-fact'],
    ['a fact that is not there', leaf('household.registerd', 'equal', true), 'unknown-name'],
    ['an entity that is not there', leaf('houshold.registered', 'equal', true), 'unknown-name'],
    ['a fact of a person where there is none', leaf('person.enrolled', 'equal', true), 'no-person-here'],
    ['a field of a record', leaf('employment.registered', 'equal', true), 'no-record-here'],
    [
      'another fact of another type',
      leaf('household.memberCount', 'equal', { fact: 'household.type' }),
      'type-mismatch',
    ],
    ['another set of codes', leaf('household.type', 'equal', { fact: 'household.housing.work' }), 'type-mismatch'],
    [
      'another fact of another unit',
      leaf('household.memberCount', 'lessThan', { fact: 'household.mainBusinessCount' }),
      'unit-mismatch',
    ],
    ['a day beside a number', leaf('household.exitDate', 'equal', { fact: 'household.incomeYear' }), 'type-mismatch'],
    [
      'a parameter that is not there',
      leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'lines' }),
      'unknown-name',
    ],
    [
      'a parameter of another unit',
      leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'power' }),
      'unit-mismatch',
    ],
    [
      'a parameter of another type',
      leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'deadline' }),
      'type-mismatch',
    ],
    [
      'a table as parameter',
      leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'aidByStage' }),
      'type-mismatch',
    ],
    ['an operator that is not there', leaf('household.type', 'matches', 'general'), 'wrong-value'],
    ['a decorated operator', leaf('household.type', 'not:equal', 'general'), 'wrong-value'],
    ['a path', { ...registered, path: '$.a' }, 'unknown-key'],
    ['a priority', { ...registered, priority: 5 }, 'unknown-key'],
    ['params', { ...registered, params: {} }, 'unknown-key'],
    ['a name', { ...registered, name: 'x' }, 'unknown-key'],
    ['a value below the top', leaf('household.type', 'in', [{ fact: 'household.type' }]), 'wrong-type'],
    ['a leaf without value', { fact: 'household.registered', operator: 'equal' }, 'missing-key'],
    ['a leaf without operator', { fact: 'household.registered', value: true }, 'missing-key'],
    ['a leaf without fact', { operator: 'equal', value: true }, 'missing-key'],
    ['nothing', {}, 'missing-key'],
    ['null', null, 'wrong-type'],
    ['a text', 'household.registered', 'wrong-type'],
    ['true', true, 'wrong-type'],
    ['a forbidden fact', leaf('__proto__', 'equal', true), 'wrong-form'],
    ['a fact that every object has', leaf('household.constructor', 'equal', true), 'unknown-name'],
    ['another that every object has', leaf('household.housing.toString', 'equal', true), 'unknown-name'],
  ])('%s', (_, condition, code) => {
    expect(faults(condition)).toContain(code);
  });

  it('a condition may nest, but not without end', () => {
    const nested = (depth: number) => {
      let condition: unknown = registered;
      for (let level = 0; level < depth; level++) condition = { not: condition };
      return faults(condition);
    };
    expect(nested(50)).toEqual([]);
    expect(nested(70)).toEqual(['too-deep']);
    expect(nested(100_000)).toEqual(['too-deep']);
    const cyclic: Record<string, unknown> = {};
    cyclic.not = cyclic;
    expect(faults(cyclic)).toEqual(['too-deep']);
  });
});

describe('named conditions', () => {
  const named = (conditions: Record<string, unknown>, when: unknown = { condition: 'first' }) =>
    faults(when, { conditions });

  it('are written out where they are used', () => {
    const policy = onePolicy(
      { when: { all: [{ condition: 'poor' }, { not: { condition: 'large' } }] } },
      {
        conditions: {
          poor: registered,
          large: { any: [{ condition: 'poor' }, leaf('household.memberCount', 'greaterThan', 5)] },
        },
      },
    );
    expect(policy.rules[0]?.when).toEqual({
      all: [registered, { not: { any: [registered, leaf('household.memberCount', 'greaterThan', 5)] } }],
    });
  });

  it('that are missing are refused', () => {
    expect(named({ second: registered })).toEqual(['unknown-condition']);
    expect(named({ first: { not: { condition: 'second' } } })).toContain('unknown-condition');
  });

  it('that go round in a circle are refused', () => {
    expect(named({ first: { condition: 'first' } })).toContain('cyclic-condition');
    expect(named({ first: { not: { condition: 'second' } }, second: { all: [{ condition: 'first' }] } })).toContain(
      'cyclic-condition',
    );
  });

  it('that go round in a circle are shown as a circle', () => {
    const source = tinySource({
      conditions: { first: { condition: 'second' }, second: { condition: 'first' } },
      rules: { 'tiny.rule.one': tinyRule({ when: { condition: 'first' } }) },
    });
    expect(faultsOf(source).map(({ en }) => en)).toContain(
      'conditions refer to each other in a circle: first → second → first',
    );
  });

  it('may be used twice without being a circle', () => {
    expect(named({ first: { all: [{ condition: 'second' }, { condition: 'second' }] }, second: registered })).toEqual(
      [],
    );
  });

  it('are checked also where no rule uses them', () => {
    expect(named({ unused: leaf('household.registerd', 'equal', true) }, registered)).toEqual(['unknown-name']);
    expect(named({ unused: { condition: 'unused' } }, registered)).toEqual(['cyclic-condition']);
    expect(named({ unused: { condition: 'nowhere' } }, registered)).toEqual(['unknown-condition']);
    expect(named({ unused: leaf('person.enrolled', 'equal', true) }, registered)).toEqual([]);
  });

  it('that name a person can only be used where there is one', () => {
    const conditions = { first: leaf('person.enrolled', 'equal', true) };
    expect(faults({ condition: 'first' }, { conditions })).toEqual(['no-person-here']);
    expect(faults({ condition: 'first' }, { conditions }, { subject: 'person' })).toEqual([]);
  });
});

describe('conditions stand wherever a rule has one', () => {
  const wrong = leaf('household.registerd', 'equal', true);
  it.each<[string, Record<string, unknown>, string]>([
    ['scope', { scope: wrong }, 'rules.tiny.rule.one.scope'],
    ['when', { when: wrong }, 'rules.tiny.rule.one.when'],
    ['delivered', { delivered: wrong }, 'rules.tiny.rule.one.delivered'],
    [
      'an item',
      {
        items: [
          { key: 'a', title, when: registered },
          { key: 'b', title, when: wrong },
        ],
      },
      'rules.tiny.rule.one.items.1',
    ],
    [
      'the scope of an item',
      { items: [{ key: 'a', title, scope: wrong, when: registered }] },
      'rules.tiny.rule.one.items.0',
    ],
    ['a statement', { state: { what: 'rank', value: true, when: wrong } }, 'rules.tiny.rule.one.state'],
    [
      'a statement beside a grant',
      { grant: { what: 'aid', amount: 5, unit: 'yuan' }, state: { what: 'rank', value: true, when: wrong } },
      'rules.tiny.rule.one.state',
    ],
  ])('a fault in %s is reported there', (_, rule, path) => {
    const found = faultsOf(tinySource({ rules: { 'tiny.rule.one': tinyRule(rule) } }));
    expect(found.map(({ code, path: at }) => [code, at])).toEqual([['unknown-name', path]]);
  });

  it('an entitlement of one person reads facts of the person, the household and the county', () => {
    const when = {
      all: [leaf('person.enrolled', 'equal', true), registered, leaf('county.registeredPersonCount', 'greaterThan', 0)],
    };
    expect(faults(when, {}, { subject: 'person', quoteSha256 })).toEqual([]);
  });
});
