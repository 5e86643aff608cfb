import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';

const schemas = jsonSchemas();
const validators = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, validateFormats: false });
    ajv.addKeyword('enumDescriptions');
    return [name, ajv.compile(schema)];
  }),
);
const accepts = (name: string, data: unknown): boolean => validators[name]?.(data) === true;

test.each(Object.entries(schemas))('%s is a draft 2020-12 schema with an id of its own', (name, schema) => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.$id).toBe(name);
  expect(validators[name]).toBeTypeOf('function');
});

const bilingual = { zh: '合成', en: 'synthetic' };
const quoteSha256 = '0'.repeat(64);
const rule = { kind: 'entitlement', subject: 'person', title: bilingual, quoteSha256 };
const section = (more: object) => ({ clause: '一', title: bilingual, summary: bilingual, ...more });
const withLeaf = (fact: string, operator: string, value: unknown) =>
  section({ rules: { 'a.b': { ...rule, when: { all: [{ fact, operator, value }] } } } });

test.each<[string, string, unknown]>([
  ['person.registered', 'equal', true],
  ['person.schoolStage', 'equal', 'primary'],
  ['person.schoolStage', 'in', ['primary', 'undergraduate']],
  ['person.schoolStage', 'in', { parameter: 'stages' }],
  ['person.healthStatus', 'contains', 'serious'],
  ['household.perCapitaDisposableIncome', 'lessThan', 4000],
  ['household.perCapitaDisposableIncome', 'greaterThanInclusive', { fact: 'household.line' }],
  ['household.incomeYear', 'in', [2015, 2016]],
  ['household.housing.stepsDone.task', 'equal', true],
  ['household.nineMeasures.education.applicable', 'equal', false],
  ['household.exitDate', 'lessThanInclusive', '2018-12-31'],
  ['date.on', 'greaterThan', '2018-12-31'],
  ['household.transferredCount', 'greaterThan', 1],
])('a section may ask %s %s %j', (fact, operator, value) => {
  expect(accepts('section.schema.json', withLeaf(fact, operator, value))).toBe(true);
});

test.each<[string, string, unknown]>([
  ['person.registered', 'equal', 'true'],
  ['person.registered', 'in', [true]],
  ['person.schoolStage', 'equal', 'university'],
  ['person.schoolStage', 'equal', ['primary']],
  ['person.schoolStage', 'in', ['primary', 'university']],
  ['person.schoolStage', 'in', 'primary'],
  ['person.schoolStage', 'lessThan', 'primary'],
  ['person.healthStatus', 'contains', 'cold'],
  ['person.healthStatus', 'equal', 'serious'],
  ['household.perCapitaDisposableIncome', 'lessThan', '4000'],
  ['household.housing.stepsDone.task', 'equal', 'yes'],
  ['household.exitDate', 'lessThanInclusive', 2018],
  ['household.registered', 'is', true],
  ['registered', 'equal', true],
])('a section may not ask %s %s %j', (fact, operator, value) => {
  expect(accepts('section.schema.json', withLeaf(fact, operator, value))).toBe(false);
});

test('a rule has one test, and a partial one says why', () => {
  const when = { fact: 'person.registered', operator: 'equal', value: true };
  const withRule = (more: object) =>
    accepts('section.schema.json', section({ rules: { 'a.b': { ...rule, ...more } } }));
  expect(withRule({ when })).toBe(true);
  expect(withRule({ when, each: 'household.nineMeasures' })).toBe(false);
  expect(withRule({ when, computable: 'partial' })).toBe(false);
  expect(withRule({ when, computable: 'partial', computableWhy: bilingual })).toBe(true);
});

test('the case schema knows fields, codes and bounds', () => {
  const household = (object: object) => accepts('case.schema.json', { household: object });
  expect(household({ registered: true, type: null, housing: { dangerLevel: 'c' }, members: [{ id: 'a' }] })).toBe(true);
  expect(accepts('case.schema.json', { roster: [{ household: { registered: true } }] })).toBe(true);
  expect(household({ registred: true })).toBe(false);
  expect(household({ type: '低保户' })).toBe(false);
  expect(household({ memberCount: 0 })).toBe(false);
  expect(household({ incomeYear: 1899 })).toBe(false);
  expect(household({ exitDate: '2016-4-1' })).toBe(false);
  expect(accepts('case.schema.json', { roster: [{ roster: [] }] })).toBe(false);
});

test('every field of the case schema is described in both languages', () => {
  const text = JSON.stringify(schemas['case.schema.json']);
  expect(text).toContain('school stage attended (在读学段)');
  expect(text).toContain('per-capita disposable income (人均可支配收入), in yuan/person/year');
});

test('the decision schema accepts a decision', () => {
  const decision = {
    policy: { id: 'a-2016', release: '1.0.0', digest: 'sha256:0' },
    on: '2017-09-01',
    assessedOn: '2017-09-01',
    findings: [],
    totals: [{ unit: 'yuan', every: 'year', value: 5000, certain: 0 }],
  };
  expect(accepts('decision.schema.json', decision)).toBe(true);
  expect(accepts('decision.schema.json', { ...decision, totals: [{ unit: 'yuan' }] })).toBe(false);
});

test('the record schema accepts a record without what is withheld', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const record = {
    format: 'jingzhun-record/1',
    policy: { id: 'a-2016', release: '1.0.0', digest },
    on: '2017-09-01',
    assessedOn: '2017-09-01',
    personal: [],
    facts: { household: { registered: true } },
    findings: [],
    totals: [{ unit: 'yuan', every: 'year' }],
    withheld: ['facts.household.headName', 'totals[0].value'],
    library: { name: '@jingzhun/rules', version: '0.1.0' },
    digest,
  };
  expect(accepts('record.schema.json', record)).toBe(true);
  expect(accepts('record.schema.json', { ...record, digest: '0' })).toBe(false);
});
