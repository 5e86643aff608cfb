import { JingzhunError } from '@jingzhun/schemas/problem';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  codesOf,
  faultsOf,
  leaf,
  loadTiny,
  onePolicy,
  quoteSha256,
  tinyParameter,
  tinyPolicyFile,
  tinyRule,
  tinySource,
  title,
} from '../testing/tiny-policy.ts';
import { canonical, digestOf } from './digest.ts';
import { loadPolicy } from './load.ts';

type Data = Record<string, unknown>;

const registered = leaf('household.registered', 'equal', true);
const rules = { 'tiny.rule.one': tinyRule({ when: registered }) };
const listed = { 'tiny.rule.two': { kind: 'principle', subject: 'person', title, why: title, quoteSha256 } };

/** Faults of a section as code and path. */
const placed = (section: Data, change: Data = {}): string[] =>
  faultsOf(tinySource(section, change)).map(({ code, path }) => `${code} ${path}`);

/** Faults of one rule. */
const ofRule = (rule: Data, section: Data = {}): string[] =>
  codesOf({ ...section, rules: { 'tiny.rule.one': tinyRule(rule) } });

describe('a good policy', () => {
  const { policy, text } = loadTiny({
    parameters: { aid: tinyParameter('yuan/person/year', 5000) },
    rules: {
      'tiny.rule.one': tinyRule({
        subject: 'person',
        when: leaf('person.enrolled', 'equal', true),
        grant: { what: 'aid', title: { zh: '助学金', en: 'Aid' }, amount: 'aid', unit: 'yuan', per: 'person', every: 'year' },
        reading: { zh: '读', en: 'read' },
      }),
    },
    listed,
  });

  it('loads into a model that decides', () => {
    expect(policy).toMatchObject({
      id: 'tiny-2016',
      release: '1.0.0',
      document: '试行文件',
      force: { from: '2016-01-01', to: '2018-12-31' },
      rules: [
        {
          id: 'tiny.rule.one',
          asks: ['person'],
          clause: '一',
          force: { from: '2016-01-01', to: '2018-12-31' },
          computable: 'full',
          outcomes: [{ role: 'grant', what: 'aid', unit: 'yuan', comparator: 'equal', value: { scale: 100 } }],
        },
      ],
      parameters: { aid: { kind: 'number', scale: 100, values: [{ from: '2016-01-01', value: 500000 }] } },
    });
    expect(policy.facts.map(({ name }) => name)).toContain('person.enrolled');
  });

  it('keeps the wording apart, listed provisions included', () => {
    expect(text.sections[0]?.provisions.map(({ id, computable, why }) => [id, computable, why])).toEqual([
      ['tiny.rule.one', 'full', undefined],
      ['tiny.rule.two', 'none', title],
    ]);
    expect(text.sections[0]?.provisions[0]?.outcomes).toEqual({ aid: { zh: '助学金', en: 'Aid' } });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });

  it('takes its document number where there is one', () => {
    const document = { ...(tinyPolicyFile().document as Data), number: '试发〔2016〕1号' };
    expect(loadTiny({ rules }, { document }).policy.document).toBe('试发〔2016〕1号');
  });

  it('takes the newest release', () => {
    const releases = ['1.0.0', '1.1.0'].map((version) => ({ version, date: '2026-01-01', changes: title }));
    expect(loadTiny({ rules }, { releases }).policy.release).toBe('1.1.0');
  });

  it('stays in force without end where no end is given', () => {
    expect(loadTiny({ rules }, { force: { from: '2016-01-01' } }).policy.rules[0]?.force.to).toBeNull();
    const open = loadTiny({ rules: { 'tiny.rule.one': tinyRule({ force: { to: null } }) } }).policy;
    expect(open.rules[0]?.force).toEqual({ from: '2016-01-01', to: null });
  });
});

describe('a fault tells file, line, path, what is wrong and what would be right, in both languages', () => {
  it('inside a rule', () => {
    const lines: (string | number)[][] = [];
    const source = tinySource({ rules: { 'tiny.rule.one': tinyRule({ when: leaf('household.registerd', 'equal', true) }) } }, {}, (path) => {
      lines.push([...path]);
      return 17;
    });
    expect(faultsOf(source)).toEqual([
      {
        code: 'unknown-name',
        path: 'rules.tiny.rule.one.when',
        file: 'tiny/1-only.yaml',
        line: 17,
        zh: '没有“household.registerd”，是不是“household.registered”？',
        en: 'there is no "household.registerd"; is it "household.registered"?',
      },
    ]);
    expect(lines).toEqual([['rules', 'tiny.rule.one', 'when']]);
  });

  it('in the form of a file', () => {
    const source = tinySource({ rules: { 'tiny.rule.one': tinyRule({ when: registered, wenn: 1 }) } }, {}, () => 4);
    expect(faultsOf(source)).toMatchObject([{ code: 'unknown-key', path: 'rules.tiny.rule.one.wenn', line: 4 }]);
  });

  it('has no line where there is no text', () => {
    expect(faultsOf(tinySource({ rules: { 'tiny.rule.one': tinyRule({ grant: { what: 'aid', amount: 'cap', unit: 'yuan' } }) } }))[0]).not.toHaveProperty('line');
  });

  it('all at once', () => {
    const found = placed({
      parameters: { aid: tinyParameter('yuan', 'many'), power: tinyParameter('kW', 3) },
      facts: { 'household.sum': { title, unit: 'yuan', formula: 'power + 1[yuan]' } },
      rules: {
        'tiny.rule.one': tinyRule({ when: leaf('household.registerd', 'equal', true), scope: leaf('household.type', 'lessThan', 'general') }),
        'tiny.rule.two': tinyRule({ grant: { what: 'aid', amount: 'power', unit: 'yuan' } }),
      },
    });
    // A parameter whose value has the wrong form stops the file; without it, all the others are told together.
    expect(found).toEqual(['wrong-form parameters.aid.values.0.value']);
    const rest = placed({
      parameters: { power: tinyParameter('kW', 3) },
      facts: { 'household.sum': { title, unit: 'yuan', formula: 'power + 1[yuan]' } },
      rules: {
        'tiny.rule.one': tinyRule({ when: leaf('household.registerd', 'equal', true), scope: leaf('household.type', 'lessThan', 'general') }),
        'tiny.rule.two': tinyRule({ grant: { what: 'aid', amount: 'power', unit: 'yuan' } }),
      },
    });
    expect(rest.sort()).toEqual([
      'operator-type rules.tiny.rule.one.scope',
      'unit-mismatch facts.household.sum',
      'unit-mismatch rules.tiny.rule.two.grant',
      'unknown-name rules.tiny.rule.one.when',
    ]);
  });

  it('as one error with a stable code', () => {
    expect(() => loadPolicy(tinySource({ rules: { 'tiny.rule.one': tinyRule({ when: {} }) } }))).toThrow(JingzhunError);
    try {
      loadTiny({ rules: { 'tiny.rule.one': tinyRule({ when: { all: [] } }) } });
      expect.unreachable();
    } catch (error) {
      expect((error as JingzhunError).code).toBe('policy-fault');
    }
  });

  it('in Chinese characters and in English words', () => {
    for (const section of [
      { rules: { 'tiny.rule.one': tinyRule({ when: { all: [] } }) } },
      { rules: { 'tiny.rule.one': tinyRule({ when: leaf('household.type', 'lessThan', 'x'), due: { parameter: 'none' } }) } },
      { rules: { 'tiny.rule.one': tinyRule({ grant: { what: 'aid', amount: '1 / 3', unit: 'yuan' } }) } },
    ]) {
      for (const { zh, en } of faultsOf(tinySource(section))) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('files', () => {
  it('that policy.yaml names and that are not there are faults', () => {
    expect(placed({ rules }, { sections: ['1-only', '2-more'] })).toEqual(['missing-file sections.1']);
  });

  it('that policy.yaml does not name are faults', () => {
    expect(placed({ rules }, { sections: ['2-more'] }).sort()).toEqual(['missing-file sections.0', 'unlisted-file ']);
  });

  it('stand in the order of the document, not of the folder', () => {
    const section = (clause: string, id: string) => ({ clause, title, summary: title, rules: { [id]: tinyRule() } });
    const { policy, text } = loadPolicy({
      policy: { file: 'policy.yaml', data: tinyPolicyFile({ sections: ['2-b', '1-a'] }) },
      sections: [
        { file: '1-a.yaml', data: section('一', 'tiny.rule.a') },
        { file: '2-b.yaml', data: section('二', 'tiny.rule.b') },
      ],
    });
    expect(policy.rules.map(({ id, clause }) => [id, clause])).toEqual([
      ['tiny.rule.b', '二'],
      ['tiny.rule.a', '一'],
    ]);
    expect(text.sections.map(({ clause }) => clause)).toEqual(['二', '一']);
  });

  it.each<[unknown]>([[null], [undefined], [5], ['text'], [[]], [{}], [{ clause: '一' }]])('with %j in them are faults and no crash', (data) => {
    const source = tinySource({});
    expect(faultsOf({ ...source, sections: [{ file: '1-only.yaml', data }] }).length).toBeGreaterThan(0);
    expect(faultsOf({ ...source, policy: { file: 'policy.yaml', data } }).length).toBeGreaterThan(0);
  });

  it('with forbidden keys are faults', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const data = JSON.parse(`{ "clause": "一", "title": { "zh": "", "en": "" }, "summary": { "zh": "", "en": "" }, "rules": { "${key}": {} }, "parameters": { "${key}": {} } }`);
      const found = faultsOf({ ...tinySource({}), sections: [{ file: '1-only.yaml', data }] });
      expect(found.length, key).toBeGreaterThan(0);
    }
  });
});

describe('names and ids are unique', () => {
  const twice = (section: Data) => {
    const data = { clause: '一', title, summary: title, ...section };
    return faultsOf({
      policy: { file: 'policy.yaml', data: tinyPolicyFile({ sections: ['1-only', '2-more'] }) },
      sections: [
        { file: '1-only.yaml', data },
        { file: '2-more.yaml', data },
      ],
    }).map(({ code, path, file }) => `${file} ${code} ${path}`);
  };

  it.each<[string, Data, string]>([
    ['parameters', { parameters: { aid: tinyParameter('yuan', 5) } }, 'duplicate-name parameters.aid'],
    ['facts', { facts: { 'household.own': { title, formula: 'true' } } }, 'duplicate-name facts.household.own'],
    ['conditions', { conditions: { poor: registered } }, 'duplicate-name conditions.poor'],
    ['rules', { rules }, 'duplicate-id rules.tiny.rule.one'],
    ['listed provisions', { listed }, 'duplicate-id listed.tiny.rule.two'],
  ])('over the %s of all sections', (_, section, fault) => {
    expect(twice(section)).toEqual([`2-more.yaml ${fault}`]);
  });

  it('between rules and listed provisions', () => {
    expect(placed({ rules: { 'tiny.rule.two': tinyRule() }, listed })).toEqual(['duplicate-id listed.tiny.rule.two']);
  });

  it('between the policy and the vocabulary: an own fact does not hide a field', () => {
    expect(codesOf({ facts: { 'household.registered': { title, formula: 'true' } } })).toEqual(['duplicate-name']);
  });
});

describe('own facts', () => {
  const own = (name: string, formula: string, more: Data = {}) => codesOf({ facts: { [name]: { title, formula, ...more } } });

  it('state the unit of a number, and it is the one the formula gives', () => {
    expect(own('household.x', 'household.memberCount * 2')).toEqual(['unit-wanted']);
    expect(own('household.x', 'household.memberCount * 2', { unit: 'persons' })).toEqual([]);
    expect(own('household.x', 'household.memberCount * 2', { unit: 'yuan' })).toEqual(['unit-mismatch']);
  });

  it('do not depend on themselves', () => {
    expect(codesOf({ facts: { 'household.x': { title, formula: 'not household.x' } } })).toContain('cyclic-fact');
    const round = { 'household.x': { title, formula: 'not household.y' }, 'household.y': { title, formula: 'not household.x' } };
    expect(codesOf({ facts: round })).toContain('cyclic-fact');
  });

  it('are checked also where no rule uses them', () => {
    expect(own('household.x', 'household.registerd')).toEqual(['unknown-name']);
    expect(own('household.x', '1 +')).toEqual(['formula-syntax']);
  });

  it('belong to an entity that there is', () => {
    expect(own('houshold.x', 'true')).toEqual(['unknown-name']);
  });

  it('of a household do not name a person, those of a person do', () => {
    expect(own('household.x', 'person.enrolled')).toEqual(['no-person-here']);
    expect(own('person.x', 'person.enrolled and household.registered')).toEqual([]);
  });
});

describe('parameters', () => {
  const values = (...list: Data[]) => ({ title, unit: 'yuan', values: list.map((each) => ({ quoteSha256, ...each })) });
  const faults = (parameter: Data) => codesOf({ parameters: { aid: parameter } });

  it('cite the sentence that prints them', () => {
    expect(faults({ title, unit: 'yuan', values: [{ from: '2016-01-01', value: 5 }] })).toEqual(['missing-key']);
  });

  it.each<[string, Data, string]>([
    ['values in the wrong order', values({ from: '2017-01-01', value: 1 }, { from: '2016-01-01', value: 2 }), 'overlapping-values'],
    ['two values from one day', values({ from: '2017-01-01', value: 1 }, { from: '2017-01-01', value: 2 }), 'overlapping-values'],
    ['a value that lasts into the next', values({ from: '2016-01-01', to: '2017-01-01', value: 1 }, { from: '2017-01-01', value: 2 }), 'overlapping-values'],
    ['a value that ends before it begins', values({ from: '2017-01-01', to: '2016-01-01', value: 1 }), 'empty-force'],
    ['an end before the start, last of two', values({ from: '2016-01-01', value: 1 }, { from: '2017-01-01', to: '2016-06-01', value: 1 }), 'empty-force'],
    ['a text', values({ from: '2016-01-01', value: 'many' }), 'wrong-form'],
    ['a day where a number belongs', values({ from: '2016-01-01', value: '2017-01-01' }), 'wrong-value'],
    ['a number where a day belongs', { ...values({ from: '2016-01-01', value: 5 }), unit: 'date' }, 'wrong-value'],
    ['a day that is none', { ...values({ from: '2016-01-01', value: '2017-02-29' }), unit: 'date' }, 'wrong-value'],
    ['a unit that is none', { ...values({ from: '2016-01-01', value: 5 }), unit: '元' }, 'unknown-unit'],
    ['a unit that the vocabulary lacks', { ...values({ from: '2016-01-01', value: 5 }), unit: 'yaun/person' }, 'unknown-unit'],
    ['no value', values(), 'wrong-form'],
    ['a table without by', values({ from: '2016-01-01', value: { primary: 1 } }), 'wrong-value'],
    ['by without a table', { ...values({ from: '2016-01-01', value: 5 }), by: 'person.schoolStage' }, 'wrong-value'],
    ['a table by a fact that has no codes', { ...values({ from: '2016-01-01', value: { a: 5 } }), by: 'person.skillCount' }, 'unknown-code'],
    ['a table with a code that the set lacks', { ...values({ from: '2016-01-01', value: { primari: 5 } }), by: 'person.schoolStage' }, 'unknown-code'],
    ['a table by a fact that is not there', { ...values({ from: '2016-01-01', value: { primary: 5 } }), by: 'person.stage' }, 'unknown-name'],
    ['a number too fine to be kept', values({ from: '2016-01-01', value: 1e-9 }), 'wrong-value'],
    ['a number too large to be exact', values({ from: '2016-01-01', value: 1e15 }), 'wrong-value'],
    ['a first day that is none', values({ from: '2017-02-29', value: 5 }), 'wrong-value'],
    ['a last day that is none', values({ from: '2016-01-01', to: '2017-02-30', value: 5 }), 'wrong-value'],
  ])('with %s are faults', (_, parameter, code) => {
    expect(faults(parameter)).toContain(code);
  });

  it('keep figures exactly, in steps', () => {
    const { policy } = loadTiny({
      parameters: { fen: tinyParameter('yuan', 0.07), third: tinyParameter('kW', 3.3), fine: tinyParameter('yuan', 1.005), share: tinyParameter('%', 4.35) },
      rules,
    });
    expect(Object.fromEntries(Object.entries(policy.parameters).map(([name, { scale, values: [first] }]) => [name, (first?.value as number) / scale]))).toEqual({
      fen: 0.07,
      third: 3.3,
      fine: 1.005,
      share: 4.35,
    });
    for (const { values: [first] } of Object.values(policy.parameters)) expect(Number.isInteger(first?.value)).toBe(true);
  });
});

describe('coverage: a rule has every parameter it uses on every day of its force', () => {
  const rule = { grant: { what: 'aid', amount: 'aid', unit: 'yuan' } };
  const covered = (...list: Data[]) => ofRule(rule, { parameters: { aid: { title, unit: 'yuan', values: list.map((each) => ({ value: 5, quoteSha256, ...each })) } } });

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
    const parameters = { aid: { title, unit: 'yuan', values: [{ from: '2017-01-01', to: '2017-12-31', value: 5, quoteSha256 }] } };
    expect(ofRule({ ...rule, force: { from: '2017-01-01', to: '2017-12-31' } }, { parameters })).toEqual([]);
    expect(ofRule({ ...rule, force: { from: '2017-01-01', to: null } }, { parameters })).toEqual(['uncovered-day']);
  });

  it('names the parameter and the first day', () => {
    const parameters = { aid: tinyParameter('yuan', 5, { values: [{ from: '2016-02-01', value: 5, quoteSha256 }] }) };
    const [fault] = faultsOf(tinySource({ parameters, rules: { 'tiny.rule.one': tinyRule(rule) } }));
    expect(fault).toMatchObject({ path: 'rules.tiny.rule.one', en: 'the parameter "aid" has no value on 2016-01-01, when the rule is in force' });
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
    expect(inRule({ when: leaf('household.memberCount', 'greaterThan', { parameter: 'aid' }) })).toEqual(['uncovered-day']);
    expect(inRule({ due: { parameter: 'end' } })).toEqual(['uncovered-day']);
    expect(inRule({ state: { what: 'rank', value: 'aid' } })).toEqual(['uncovered-day']);
    expect(inRule({ when: registered })).toEqual([]);
  });
});

describe('derived parameters', () => {
  const printed = (name: string, ...list: Data[]) => ({ [name]: { title, unit: 'yuan', values: list.map((each) => ({ quoteSha256, ...each })) } });
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
    expect(policy.parameters.total).toEqual({
      kind: 'number',
      scale: 100,
      values: [
        { from: '2016-01-01', value: 10_100 },
        { from: '2017-01-01', value: 20_100 },
        { from: '2017-07-01', value: 20_200 },
      ],
    });
  });

  it('begin when the last of their sources begins, and end when the first ends', () => {
    const parameters = {
      total: derived('upper + lower'),
      ...printed('upper', { from: '2016-01-01', to: '2017-12-31', value: 100 }),
      ...printed('lower', { from: '2016-07-01', value: 1 }),
    };
    const { policy } = loadTiny({ parameters, rules });
    expect(policy.parameters.total?.values).toEqual([{ from: '2016-07-01', to: '2017-12-31', value: 10_100 }]);
    const uses = (force: Data) => ofRule({ force, grant: { what: 'aid', amount: 'total', unit: 'yuan' } }, { parameters });
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
    expect(policy.parameters.double?.values).toEqual([
      { from: '2016-01-01', to: '2016-06-30', value: 200 },
      { from: '2017-01-01', value: 400 },
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
    expect(codesOf({ parameters: { total: derived(formula, unit), ...printed('upper', { from: '2016-01-01', value: 100 }) } })).toEqual([code]);
  });
});

describe('rules', () => {
  it.each<[string, Data, string]>([
    ['no citation', { quoteSha256: undefined }, 'missing-key'],
    ['a citation that is no digest', { quoteSha256: 'abc' }, 'wrong-form'],
    ['an empty list of citations', { quoteSha256: [] }, 'wrong-form'],
    ['two tests', { when: registered, items: [{ key: 'a', title, when: registered }] }, 'wrong-form'],
    ['an empty checklist', { items: [] }, 'wrong-form'],
    ['two items of one key', { items: ['a', 'a'].map((key) => ({ key, title, when: registered })) }, 'duplicate-id'],
    ['a partial rule without the reason', { computable: 'partial' }, 'missing-key'],
    ['an unknown kind', { kind: 'gift' }, 'wrong-value'],
    ['an unknown subject', { subject: 'horse' }, 'wrong-value'],
    ['an unknown entity asked', { asks: 'horse' }, 'wrong-value'],
    ['a force that ends before it begins', { force: { from: '2017-01-01', to: '2016-12-31' } }, 'empty-force'],
    ['a force that begins after the policy ends', { force: { from: '2019-01-01' } }, 'empty-force'],
    ['a force from no day', { force: { from: '2017-02-29' } }, 'wrong-value'],
    ['a due date that is no day', { due: '2017-02-29' }, 'unknown-name'],
    ['a due parameter that is not there', { due: { parameter: 'end' } }, 'unknown-name'],
    ['a due parameter that is no date', { due: { parameter: 'aid' } }, 'unknown-name'],
    ['each of a fact that is no record', { each: 'household.registered' }, 'not-a-record'],
    ['each of a record of a shape', { each: 'county.leadingGroup' }, 'not-a-record'],
    ['each of a code that is not there', { each: { field: 'household.nineMeasures', in: ['education', 'educaton'] } }, 'unknown-code'],
    ['an amount in another unit', { grant: { what: 'aid', amount: 'aid', unit: 'kW' } }, 'unit-mismatch'],
    ['an amount in a unit that is none', { grant: { what: 'aid', amount: 5, unit: 'yaun' } }, 'unknown-unit'],
    ['fractions of a fen', { grant: { what: 'aid', amount: 'aid * 0.333', unit: 'yuan' } }, 'unrounded-amount'],
    ['a share of an amount, unrounded', { grant: { what: 'aid', amount: 'aid * 45%', unit: 'yuan' } }, 'unrounded-amount'],
    ['an amount that is no number', { grant: { what: 'aid', amount: 'household.registered', unit: 'yuan' } }, 'wrong-type'],
    ['an amount without unit', { grant: { what: 'aid', amount: 5 } }, 'missing-key'],
    ['an unknown comparator', { require: { what: 'aid', value: 5, comparator: 'more' } }, 'wrong-value'],
    ['a fact of a person', { grant: { what: 'aid', amount: 'person.skillCount', unit: 'items' } }, 'no-person-here'],
  ])('with %s are faults', (_, rule, code) => {
    expect(ofRule(rule, { parameters: { aid: tinyParameter('yuan', 5000) } })).toContain(code);
  });

  it('take a due date from a parameter, by name or written out', () => {
    const parameters = { end: tinyParameter('date', '2017-12-31') };
    for (const due of [{ parameter: 'end' }, 'end']) {
      expect(onePolicy({ due }, { parameters }).rules[0]?.due).toEqual({ parameter: 'end' });
    }
    expect(onePolicy({ due: '2017-12-31' }).rules[0]?.due).toBe('2017-12-31');
  });

  it('turn each into items: scope and test for what is applicable, a test for what is done', () => {
    const [measures] = onePolicy({ each: { field: 'household.nineMeasures', in: ['housing'] } }).rules;
    expect(measures?.items).toEqual([
      {
        key: 'housing',
        scope: leaf('household.nineMeasures.housing.applicable', 'equal', true),
        when: leaf('household.nineMeasures.housing.delivered', 'equal', true),
      },
    ]);
    const [steps] = onePolicy({ each: 'household.housing.stepsDone' }).rules;
    expect(steps?.items?.[0]).toEqual({ key: steps?.items?.[0]?.key, when: leaf(`household.housing.stepsDone.${steps?.items?.[0]?.key}`, 'equal', true) });
  });

  it('ask the entity of their subject, in the case\'s spelling', () => {
    expect(onePolicy({ kind: 'obligation', subject: 'work-team' }).rules[0]?.asks).toEqual(['workTeam']);
    expect(onePolicy({ subject: 'county', asks: 'household' }).rules[0]?.asks).toEqual(['household']);
    expect(onePolicy({ subject: 'county', asks: ['village', 'county'] }).rules[0]?.asks).toEqual(['village', 'county']);
  });
});

describe('reconcile', () => {
  const parameters = { each: tinyParameter('yuan/household', 400), count: tinyParameter('households', 3), total: tinyParameter('yuan', 1200) };
  const reconciled = (entry: Data) => ofRule({ reconcile: [{ what: 'total', ...entry }] }, { parameters });
  const conflict = { zh: '原文有误', en: 'The text errs.' };

  it('passes where the printed figure follows', () => {
    expect(reconciled({ printed: 'total', formula: 'each * count' })).toEqual([]);
    expect(reconciled({ printed: 1200, formula: 'each * count' })).toEqual([]);
  });

  it('fails where it does not and nobody says why', () => {
    expect(reconciled({ printed: 'total', formula: 'each * 4[households]' })).toEqual(['figures-differ']);
    expect(reconciled({ printed: 1200.01, formula: 'total' })).toEqual(['figures-differ']);
  });

  it('takes a reason for a difference, and refuses one where there is none', () => {
    expect(reconciled({ printed: 'total', formula: 'each * 4[households]', conflict })).toEqual([]);
    expect(reconciled({ printed: 'total', formula: 'each * count', conflict })).toEqual(['no-conflict']);
  });

  it('allows a rounded figure its tolerance and no more', () => {
    expect(reconciled({ printed: 1250, formula: 'total', approx: 50 })).toEqual([]);
    expect(reconciled({ printed: 1250, formula: 'total', approx: 49.99 })).toEqual(['figures-differ']);
  });

  it('compares figures of one unit only', () => {
    expect(reconciled({ printed: 'total', formula: 'count' , conflict })).toEqual(['unit-mismatch']);
  });

  it('shows both figures', () => {
    const { text } = loadTiny({
      parameters,
      rules: { 'tiny.rule.one': tinyRule({ reconcile: [{ what: 'total', printed: 'total', formula: 'each * 4[households]', unit: 'yuan', conflict }] }) },
    });
    expect(text.sections[0]?.provisions[0]?.reconcile).toEqual([
      { what: { zh: 'total', en: 'total' }, printed: 1200, computed: 1600, unit: 'yuan', agrees: false, conflict },
    ]);
  });

  it('reads a percent as printed', () => {
    expect(ofRule({ reconcile: [{ what: 'share', unit: '%', printed: 25, formula: 'round(count / households, half-up)' }] }, {
      parameters: { count: tinyParameter('persons', 1), households: tinyParameter('persons', 4) },
    })).toEqual([]);
  });
});

describe('the digest', () => {
  const yaml = `
clause: 一
title: { zh: 试, en: test }
summary: { zh: 试, en: test }
parameters:
  aid:
    title: { zh: 试, en: test }
    unit: yuan
    values:
      - { from: "2016-01-01", value: 5000, quoteSha256: ${quoteSha256} }
rules:
  tiny.rule.one:
    kind: entitlement
    subject: household
    title: { zh: 试, en: test }
    grant: { what: aid, amount: aid, unit: yuan }
    quoteSha256: ${quoteSha256}
`;
  const digest = (text: string, change: Data = {}) =>
    loadPolicy({
      policy: { file: 'policy.yaml', data: tinyPolicyFile(change) },
      sections: [{ file: '1-only.yaml', data: parse(text) }],
    }).policy.digest;
  const reference = digest(yaml);

  it('is a SHA-256', () => {
    expect(reference).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('does not change with comments, quotes, spaces or the order of keys', () => {
    expect(digest(yaml.replaceAll('{ zh: 试, en: test }', '{ en: "test",   zh: \'试\' }'))).toBe(reference);
    expect(digest(`# a comment\n${yaml}\n\n# another`)).toBe(reference);
    expect(digest(yaml.replace('    kind: entitlement\n    subject: household', '    subject: household\n    kind: entitlement'))).toBe(reference);
    expect(digest(yaml, Object.fromEntries(Object.entries(tinyPolicyFile()).reverse()))).toBe(reference);
  });

  it.each([
    ['an amount', '5000', '5001'],
    ['a date', '2016-01-01', '2015-12-31'],
    ['a title', 'en: test }\nsummary', 'en: Test }\nsummary'],
    ['a kind', 'entitlement', 'incentive'],
    ['a citation', `quoteSha256: ${quoteSha256}\n`, `quoteSha256: ${'f'.repeat(64)}\n`],
    ['an id', 'tiny.rule.one', 'tiny.rule.two'],
    ['a name', 'aid', 'help'],
    ['the clause', 'clause: 一', 'clause: 二'],
  ])('changes with %s', (_, from, to) => {
    expect(yaml).toContain(from);
    expect(digest(yaml.replaceAll(from, to))).not.toBe(reference);
  });

  it('changes with the policy file', () => {
    expect(digest(yaml, { force: { from: '2016-01-01', to: '2018-12-30' } })).not.toBe(reference);
    expect(digest(yaml, { releases: [{ version: '1.0.1', date: '2026-01-01', changes: title }] })).not.toBe(reference);
  });

  it('tells values apart that print alike', () => {
    const values: unknown[] = [null, 'null', 0, '0', false, 'false', [], {}, '', [null], { a: null }, [0], ['0'], { a: { b: 1 } }, { 'a":{"b': 1 }];
    expect(new Set(values.map(digestOf)).size).toBe(values.length);
  });

  it('is the SHA-256 of the canonical text', async () => {
    const { createHash } = await import('node:crypto');
    const value = { b: [1, '试', null], a: { d: true, c: undefined } };
    expect(canonical(value)).toBe('{"a":{"d":true},"b":[1,"试",null]}');
    expect(digestOf(value)).toBe(`sha256:${createHash('sha256').update(canonical(value)).digest('hex')}`);
  });
});
