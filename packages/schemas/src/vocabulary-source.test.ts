import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CodeSetName, type EntityName, type ShapeName, vocabulary } from './vocabulary.gen.ts';
import { codesOf, type Field } from './vocabulary.ts';

const url = new URL('../../../../shared/provisions/data-model.yaml', import.meta.url);
const present = existsSync(url);

const longLabel = 22;
const namesAKey = /\b[a-z]+\.[a-z]/;

interface Model {
  units: Record<string, string>;
  enums: Record<string, { zh: string; note?: string; values: Record<string, unknown>[] }>;
  shapes: Record<string, { zh: string; fields: Record<string, unknown>[] }>;
  entities: Record<string, { zh: string; en: string; note?: string; fields: Record<string, unknown>[] }>;
}

test('the data model that the vocabulary is held against is at hand in CI', () => {
  if (!present) console.warn('shared/provisions/data-model.yaml is absent: the vocabulary is not held against it');
  expect(present || !process.env.CI).toBe(true);
});

/** Without what the vocabulary leaves out (used_by) or says for machines where the model uses words (derive). */
function comparable(field: Record<string, unknown> | Field): Record<string, unknown> {
  const {
    used_by: _usedBy,
    derive: _derive,
    deriveKeys: _deriveKeys,
    fallback: _fallback,
    ...rest
  } = field as Record<string, unknown>;
  return rest;
}

describe.skipIf(!present)('the vocabulary and the data model of the register', () => {
  const model: Model = present ? parse(readFileSync(url, 'utf8')) : { units: {}, enums: {}, shapes: {}, entities: {} };

  test('have the same units', () => {
    expect(vocabulary.units).toEqual(model.units);
  });

  test('have the same entities in the same order', () => {
    expect(Object.keys(vocabulary.entities)).toEqual(Object.keys(model.entities));
  });

  test.each(Object.entries(model.entities))('have the same fields of %s', (name, entity) => {
    const { fields, ...rest } = vocabulary.entities[name as EntityName];
    expect({ ...rest, fields: Object.values(fields).map(comparable) }).toEqual({
      ...entity,
      fields: entity.fields.map(comparable),
    });
  });

  test('have the same shapes', () => {
    expect(Object.keys(vocabulary.shapes)).toEqual(Object.keys(model.shapes));
  });

  test.each(Object.entries(model.shapes))('have the same fields of the shape %s', (name, { zh, fields }) => {
    const ours = vocabulary.shapes[name as ShapeName];
    // Where a label of the model names a field by its key, the vocabulary says it in words.
    const labels = fields.map(({ key, en }) => (namesAKey.test(String(en)) ? ours.fields[String(key)]?.en : en));
    expect({ zh: ours.zh, fields: Object.values(ours.fields) }).toEqual({
      zh,
      fields: fields.map((field, place) => ({ ...field, en: labels[place] })),
    });
    expect(labels.filter((label) => label === undefined || namesAKey.test(String(label)))).toEqual([]);
  });

  test('have the same sets of codes', () => {
    expect(Object.keys(vocabulary.codes)).toEqual(Object.keys(model.enums).sort());
  });

  // The model quotes some labels from the documents at length; the vocabulary says those in a few words of its own.
  const brief = (code: { zh?: unknown }): object => (String(code.zh).length < longLabel ? code : { ...code, zh: '…' });

  test.each(Object.entries(model.enums))('have the same codes and labels of %s', (name, { values, zh, note }) => {
    const long = new Set(values.flatMap((code) => (String(code.zh).length < longLabel ? [] : [code.code])));
    const ours = codesOf(name as CodeSetName).map((code) => (long.has(code.code) ? { ...code, zh: '…' } : code));
    expect(ours).toEqual(values.map(brief));
    for (const { zh } of codesOf(name as CodeSetName)) expect(zh.length).toBeLessThanOrEqual(longLabel);
    expect(vocabulary.codes[name as CodeSetName]).toMatchObject(note === undefined ? { zh } : { zh, note });
  });

  test('derive the same fields, but for the one that formulas cannot say', () => {
    const derived = Object.entries(model.entities).flatMap(([entity, { fields }]) =>
      fields.filter(({ derive }) => derive !== undefined).map(({ key }) => ({ entity, key: String(key) })),
    );
    const missing = derived.filter(
      ({ entity, key }) => vocabulary.entities[entity as EntityName].fields[key]?.derive === undefined,
    );
    expect(missing).toEqual([{ entity: 'cadre', key: 'villageWorkdayCount' }]);
  });
});
