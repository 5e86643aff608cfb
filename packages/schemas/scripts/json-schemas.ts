import * as z from 'zod';
import { analysisFile } from '../src/analysis-file.ts';
import { caseSchema } from '../src/case-schema.ts';
import { decision } from '../src/decision.ts';
import { draftFile } from '../src/draft-file.ts';
import { policyFile } from '../src/policy-file.ts';
import { decisionRecord } from '../src/record.ts';
import { sectionFile } from '../src/section-file.ts';
import { type CodeSetName, type EntityName, vocabulary } from '../src/vocabulary.gen.ts';
import { fieldOf, type ValueType } from '../src/vocabulary.ts';

type Json = { [key: string]: unknown };

const dateFacts = ['date.on', 'date.assessedOn'];

/** Every fact of the vocabulary that a condition can name, with its type. */
function vocabularyFacts(): { name: string; type: ValueType; description: string }[] {
  const facts: { name: string; type: ValueType; description: string }[] = [];
  const add = (name: string) => {
    const field = fieldOf(name);
    if (field === undefined) return;
    facts.push({ name, type: field, description: `${field.en} (${field.zh})` });
    const shape = field.shape && vocabulary.shapes[field.shape];
    for (const key of Object.keys(shape?.fields ?? {})) add(`${name}.${key}`);
    const set = field.keys?.enum;
    for (const { code } of set ? vocabulary.codes[set].values : []) add(`${name}.${code}`);
  };
  for (const entity of Object.keys(vocabulary.entities) as EntityName[]) {
    for (const key of Object.keys(vocabulary.entities[entity].fields)) add(`${entity}.${key}`);
  }
  return facts;
}

const numeric = new Set(['integer', 'number', 'yuan', 'percent', 'ratio', 'year', 'months']);
const ordered = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const listed = ['in', 'notIn'];
const one = ['equal', 'notEqual'];
const holding = ['contains', 'doesNotContain'];
const named = [{ required: ['parameter'] }, { required: ['fact'] }];

/** A rule for an editor: of these facts, these operators, and these values. */
interface Family {
  readonly facts: string[];
  readonly operators: Readonly<Record<string, readonly string[]>>;
  readonly single: Json;
}

function families(): Family[] {
  const facts = vocabularyFacts();
  const of = (test: (type: ValueType) => boolean) => facts.filter(({ type }) => test(type)).map(({ name }) => name);
  const codes = (set: string): Json => ({
    enum: vocabulary.codes[set as CodeSetName].values.map(({ code }) => code),
    description: vocabulary.codes[set as CodeSetName].values.map(({ code, zh }) => `${code} ${zh}`).join(', '),
  });
  const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
  const sets = Object.keys(vocabulary.codes);
  return [
    { facts: of(({ type }) => type === 'boolean'), operators: { single: one }, single: { type: 'boolean' } },
    ...sets.map((set) => ({
      facts: of(({ type, enum: name }) => type === 'enum' && name === set),
      operators: { single: one, list: listed },
      single: codes(set),
    })),
    ...sets.map((set) => ({
      facts: of(({ type, items }) => type === 'list' && items?.enum === set),
      operators: { single: holding },
      single: codes(set),
    })),
    {
      facts: of(({ type }) => numeric.has(type)),
      operators: { single: [...one, ...ordered], list: listed },
      single: { type: 'number' },
    },
    {
      facts: [...of(({ type }) => type === 'date'), ...dateFacts],
      operators: { single: [...one, ...ordered] },
      single: day,
    },
    {
      facts: of(({ type }) => type === 'text' || type === 'reference'),
      operators: { single: one, list: listed },
      single: { type: 'string' },
    },
  ].filter((family) => family.facts.length > 0);
}

/** What a leaf of one family may be: the operators of its facts, and beside each the values. */
function familyRule({ facts, operators, single }: Family): Json {
  const rules = Object.entries(operators).map(([form, names]) => ({
    if: { properties: { operator: { enum: names } }, required: ['operator'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      properties: {
        value: {
          anyOf: [
            form === 'list' ? { type: 'array', items: single } : single,
            ...named.map((by) => ({ type: 'object', ...by })),
          ],
        },
      },
    },
  }));
  return {
    if: { properties: { fact: { enum: facts } }, required: ['fact'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      properties: { operator: { enum: Object.values(operators).flat() } },
      allOf: rules,
    },
  };
}

/** Completes the structure of a section with what the vocabulary knows: names of facts, operators, codes. */
function withVocabulary(schema: Json): Json {
  const definitions = schema.$defs as Record<string, Json>;
  const leaf = definitions.leaf as { properties: Record<string, Json> } & Json;
  const facts = [...vocabularyFacts(), ...dateFacts.map((name) => ({ name, description: 'a date of the question' }))];
  const { pattern } = leaf.properties.fact as { pattern: string };
  definitions.fact = {
    description: "A fact of the vocabulary, or one of the policy's own",
    anyOf: [
      { enum: facts.map(({ name }) => name), enumDescriptions: facts.map(({ description }) => description) },
      { type: 'string', pattern },
    ],
  };
  leaf.properties.fact = { $ref: '#/$defs/fact' };
  leaf.allOf = families().map(familyRule);
  const rule = definitions.rule as Json;
  const tests = ['when', 'items', 'each'];
  rule.allOf = [
    ...tests.flatMap((a, index) => tests.slice(index + 1).map((b) => ({ not: { required: [a, b] } }))),
    {
      if: { properties: { computable: { const: 'partial' } }, required: ['computable'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ['computableWhy'] },
    },
  ];
  return schema;
}

function schemaOf(name: string, title: string, schema: z.ZodType): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) as Json;
  return { $schema, $id: `${name}.schema.json`, title, ...rest };
}

/** File name → JSON Schema, draft 2020-12. */
export function jsonSchemas(): Record<string, Json> {
  return {
    'case.schema.json': schemaOf('case', 'A case (案例)', caseSchema),
    'policy.schema.json': schemaOf('policy', 'A policy: policy.yaml (政策文件)', policyFile),
    'section.schema.json': withVocabulary(schemaOf('section', 'A section of a policy (政策章节)', sectionFile)),
    'analysis.schema.json': schemaOf(
      'analysis',
      'Accepted findings of an analysis: analysis.yaml (已接受的分析发现)',
      analysisFile,
    ),
    'draft.schema.json': schemaOf('draft', 'A draft of a release: draft.yaml (版本草稿)', draftFile),
    'decision.schema.json': schemaOf('decision', 'A decision (判定结果)', decision),
    'record.schema.json': schemaOf('record', 'A decision record (判定记录)', decisionRecord),
  };
}
