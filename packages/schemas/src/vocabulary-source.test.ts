import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CodeSetName, type EntityName, type ShapeName, vocabulary } from './vocabulary.gen.ts';
import { codesOf, type Field } from './vocabulary.ts';

const url = new URL('../../../../shared/provisions/data-model.yaml', import.meta.url);
const present = existsSync(url);

const longLabel = 22;
const namesAKey = /\b[a-z]+\.[a-z]|[a-z][A-Z]/;
/** Chinese words in Latin letters, and notes in brackets: the vocabulary says both in plain English. */
const unplain = /\b(?:dibao|minqing)\b|\(/;
const longestPhrase = 60;
const inWords = (code: unknown): string => String(code).replaceAll('-', ' ');

/** The model types some marks as a keyboard gives them; the vocabulary writes those that belong in print. */
const fullWidth: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：', ';': '；' };
const inPrint = (_key: unknown, value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'zh' in value && typeof value.zh === 'string'
    ? {
        ...value,
        zh: value.zh.replaceAll(/[(),:;]/g, (mark) => fullWidth[mark] ?? mark),
        ...('en' in value && { en: String(value.en).replaceAll("'", '’') }),
      }
    : value;

/**
 * Where a label of the model is a statement or may be misread, the vocabulary names what is counted, or says of whom it is;
 * what is counted has a plural name.
 */
const clearerEnglish: Readonly<Record<string, string>> = {
  'county.villageCounts': 'villages that meet each requirement',
  'household.hasLabour': 'has members able to work',
  'household.fiveGoods': 'five good results',
  'town.dedicatedLeaders': 'dedicated leaders',
  'unit.leadersInCharge': 'leaders in charge',
};

/**
 * Where those who fill in a form cannot tell from a label of the model what it names, the vocabulary says it. What data
 * may print, the model's word of a field or code, is read as well.
 */
const clearerEntities: Readonly<Record<string, { zh: string; en: string }>> = {
  external: { zh: '其他文件规定的标准', en: 'figures set by other documents' },
};
const clearerFields: Readonly<Record<string, string>> = {
  // As a policy calls it that asks for its earliest day.
  'application.publicityEndDate': '公示截止',
  // Asked with yes and no, a noun alone asks whether there is such a thing, not whether it was done.
  'application.thirdPartyTookPart': '有第三方监督',
  'project.governmentProcured': '已政府采购',
  'project.audited': '已审计',
  'workTeam.investigationDone': '已调查研究',
  'workTeam.materialsClassified': '资料已分类整理',
  'workTeam.contentsAssessed': '已考核的内容',
};
/** A day named by one character cannot be read within a sentence. No column of a table holds these. */
const clearerInShapes: Readonly<Record<string, { zh: string; en: string }>> = {
  'employment.from': { zh: '就业起始日', en: 'first day' },
  'employment.to': { zh: '就业终止日', en: 'last day' },
  // What it is held against is said where it is.
  'expenditure.purpose': { zh: '用途', en: 'purpose' },
};
const clearerCodes: Readonly<Record<string, string>> = {
  // One post, which three names read as three.
  'post.government-head': '政府主要负责人',
};

/** What the vocabulary says in place of a field or code of the model. */
function cleared(named: Record<string, unknown>, zh: string | undefined): Record<string, unknown> {
  if (zh === undefined) return named;
  return { ...named, zh, aliases: [...((named.aliases ?? []) as unknown[]), named.zh] };
}

interface Model {
  units: Record<string, string>;
  enums: Record<string, { zh: string; note?: string; values: Record<string, unknown>[] }>;
  shapes: Record<string, { zh: string; fields: Record<string, unknown>[] }>;
  entities: Record<string, { zh: string; en: string; note?: string; fields: Record<string, unknown>[] }>;
}

test.each(Object.keys(vocabulary.codes))('the English labels of %s are short phrases, each its own', (name) => {
  const codes = codesOf(name as CodeSetName);
  const owners = new Map(codes.map(({ code }) => [inWords(code), code]));
  for (const { code, en } of codes) {
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(namesAKey);
    expect(en.length, en).toBeLessThanOrEqual(longestPhrase);
    // A roster may hold the code or the label; neither may mean another code.
    expect(owners.get(en.toLowerCase()) ?? code).toBe(code);
  }
  expect(new Set(codes.map(({ en }) => en.toLowerCase())).size).toBe(codes.length);
});

test('sets of codes have English names that say what they are, each its own', () => {
  const names = Object.values(vocabulary.codes).map(({ en }) => en);
  for (const en of names) expect(en).not.toMatch(/\p{Script=Han}|['(]|[a-z][A-Z]/u);
  expect(new Set(names).size).toBe(names.length);
  const [five, campaigns] = [vocabulary.codes.fiveGood.en, vocabulary.codes.creationTitle.en];
  expect([five, campaigns]).toEqual(['five good results', 'campaign for model villages and towns']);
});

test('the data model that the vocabulary is held against is at hand in CI', () => {
  if (!present) console.warn('shared/provisions/data-model.yaml is absent: the vocabulary is not held against it');
  expect(present || !process.env.CI).toBe(true);
});

function onlyTheKey({ key, en }: Record<string, unknown>): boolean {
  const words = String(key).replaceAll(/[A-Z]/g, ' $&').toLowerCase().split(/[ .]/);
  return String(en)
    .toLowerCase()
    .split(' ')
    .every((word) => words.includes(word));
}

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
  const model: Model = present
    ? parse(readFileSync(url, 'utf8'), inPrint)
    : { units: {}, enums: {}, shapes: {}, entities: {} };

  test('have the same units', () => {
    expect(vocabulary.units).toEqual(model.units);
  });

  test('have the same entities in the same order', () => {
    expect(Object.keys(vocabulary.entities)).toEqual(Object.keys(model.entities));
  });

  test.each(Object.entries(model.entities))('have the same fields of %s', (name, entity) => {
    const { fields, ...rest } = vocabulary.entities[name as EntityName];
    // Where a label of the model only repeats words of the key, the vocabulary may say in a phrase what the field means.
    const expected = entity.fields.map(
      (field): Record<string, unknown> =>
        onlyTheKey(field) || unplain.test(String(field.en))
          ? { ...field, en: fields[String(field.key)]?.en }
          : { ...field, en: clearerEnglish[`${name}.${field.key}`] ?? field.en },
    );
    expect({ ...rest, fields: Object.values(fields).map(comparable) }).toEqual({
      ...entity,
      ...clearerEntities[name],
      fields: expected.map((field) => comparable(cleared(field, clearerFields[`${name}.${field.key}`]))),
    });
    for (const { en } of Object.values(fields)) expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  test('have the same shapes', () => {
    expect(Object.keys(vocabulary.shapes)).toEqual(Object.keys(model.shapes));
  });

  test.each(Object.entries(model.shapes))('have the same fields of the shape %s', (name, { zh, fields }) => {
    const ours = vocabulary.shapes[name as ShapeName];
    // Where a label of the model names a field by its key, the vocabulary says it in words.
    const labels = fields.map((field) =>
      onlyTheKey(field) || namesAKey.test(String(field.en)) || unplain.test(String(field.en))
        ? ours.fields[String(field.key)]?.en
        : field.en,
    );
    expect({ zh: ours.zh, fields: Object.values(ours.fields) }).toEqual({
      zh,
      fields: fields.map((field, place) => ({
        ...field,
        en: labels[place],
        ...clearerInShapes[`${name}.${field.key}`],
      })),
    });
    expect(labels.filter((label) => label === undefined || namesAKey.test(String(label)))).toEqual([]);
  });

  test('have the same sets of codes', () => {
    expect(Object.keys(vocabulary.codes)).toEqual(Object.keys(model.enums).sort());
  });

  // The model quotes some labels from the documents at length; the vocabulary says those in a few words of its own.
  const brief = (code: { zh?: unknown }): object => (String(code.zh).length < longLabel ? code : { ...code, zh: '…' });

  const onlyTheCode = ({ code, en }: { code?: unknown; en?: unknown } = {}): boolean =>
    String(en).toLowerCase() === inWords(code);

  test.each(Object.entries(model.enums))('have the same codes and labels of %s', (name, { values, zh, note }) => {
    const codes = codesOf(name as CodeSetName);
    const long = new Set(values.flatMap((code) => (String(code.zh).length < longLabel ? [] : [code.code])));
    const ours = codes.map((code) => (long.has(code.code) ? { ...code, zh: '…' } : code));
    // Where a label of the model only spells the code, the vocabulary may say in a phrase what the code means.
    const expected = values
      .map((code) => cleared(code, clearerCodes[`${name}.${code.code}`]))
      .map(brief)
      .map((code, at) =>
        onlyTheCode(values[at]) || unplain.test(String(values[at]?.en)) ? { ...code, en: codes[at]?.en } : code,
      );
    expect(ours).toEqual(expected);
    for (const { zh } of codes) expect(zh.length).toBeLessThanOrEqual(longLabel);
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
