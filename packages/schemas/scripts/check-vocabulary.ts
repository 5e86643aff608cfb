import type { Field, ValueType } from '../src/vocabulary.ts';
import type { Source, VocabularySource } from './read-vocabulary.ts';

const types = new Set(
  'boolean integer number yuan percent ratio date year months text enum list record reference'.split(' '),
);
const fieldKeys = new Set(
  'key zh en note type unit min max enum to items shape entity keys values use for aggregates sensitive aliases derive deriveKeys fallback'.split(
    ' ',
  ),
);
const codeKeys = new Set('code zh en aliases blank note'.split(' '));

type Path = readonly (string | number)[];

/** Every fault of the vocabulary, as `file:line: what is wrong`. */
export function checkVocabulary(vocabulary: VocabularySource): string[] {
  const faults: string[] = [];
  const fault = (source: Source, path: Path, message: string) =>
    faults.push(`${source.file}:${source.lineOf(path)}: ${message}`);

  const factNames = new Set(
    [...vocabulary.entities].flatMap(([entity, { value }]) => value.fields.map((field) => `${entity}.${field.key}`)),
  );
  const itemNames = new Set(
    Object.entries(vocabulary.shapes).flatMap(([shape, { fields }]) => fields.map((field) => `${shape}.${field.key}`)),
  );

  function checkType(type: ValueType, name: string, source: Source, path: Path): void {
    if (!types.has(type.type))
      fault(source, path, `${name}: no type ${type.type}; the types are ${[...types].join(', ')}`);
    const must = (there: boolean, what: string) => there || fault(source, path, `${name}: ${what}`);
    if (type.unit !== undefined) must(Object.hasOwn(vocabulary.units, type.unit), `no unit ${type.unit} in units.yaml`);
    if (type.type === 'yuan') must(type.unit !== undefined, 'an amount needs a unit, such as yuan/year');
    if (type.type === 'enum' || type.enum !== undefined) {
      must(vocabulary.codes.has(type.enum ?? ''), `no set of codes codes/${type.enum}.yaml`);
    }
    if (type.type === 'reference') must(vocabulary.entities.has(type.to ?? ''), `no entity ${type.to} to refer to`);
    if (type.shape !== undefined)
      must(Object.hasOwn(vocabulary.shapes, type.shape), `no shape ${type.shape} in shapes.yaml`);
    if (type.entity !== undefined) must(vocabulary.entities.has(type.entity), `no entity ${type.entity}`);
    if (type.min !== undefined && type.max !== undefined) must(type.min <= type.max, 'min is above max');
    if (type.type === 'list') must(type.items !== undefined, 'a list needs items');
    if (type.type === 'record') {
      const keyed = type.keys !== undefined && type.values !== undefined;
      must(
        keyed || type.shape !== undefined || type.entity !== undefined,
        'a record needs shape, entity, or keys and values',
      );
    }
    for (const part of ['items', 'keys', 'values'] as const) {
      const inner = type[part];
      if (inner) checkType(inner, name, source, path);
    }
  }

  function checkFormula(formula: string, name: string, source: Source, path: Path): void {
    const words = formula.replaceAll(/'[^']*'/g, '').match(/[A-Za-z]\w*(?:\.\w[\w-]*)+/g) ?? [];
    for (const word of words) {
      if (!factNames.has(word) && !itemNames.has(word) && word !== 'date.assessedOn' && word !== 'date.on') {
        fault(source, path, `${name}: derive names ${word}, which is no field`);
      }
    }
  }

  function checkFields(fields: readonly Field[], owner: string, source: Source, at: Path): void {
    const seen = new Set<string>();
    const aliases = new Map<string, string>();
    for (const [index, field] of fields.entries()) {
      const path = [...at, index];
      const name = `${owner}.${field.key}`;
      for (const key of Object.keys(field))
        if (!fieldKeys.has(key)) fault(source, [...path, key], `${name}: no property ${key}`);
      for (const key of ['key', 'zh', 'en', 'type'] as const)
        if (!field[key]) fault(source, path, `${name}: ${key} is missing`);
      if (!/^[a-z]\w*(\.[a-z]\w*)*$/.test(field.key))
        fault(source, path, `${name}: a key is camelCase, with dots to nest`);
      const clash = [...seen].find(
        (k) => k === field.key || k.startsWith(`${field.key}.`) || field.key.startsWith(`${k}.`),
      );
      if (clash !== undefined) fault(source, path, `${name}: the key clashes with ${owner}.${clash}`);
      seen.add(field.key);
      checkType(field, name, source, path);
      for (const alias of field.aliases ?? []) {
        const other = aliases.get(alias);
        if (other !== undefined) fault(source, path, `${name}: the alias ${alias} is one of ${owner}.${other} already`);
        aliases.set(alias, field.key);
      }
      for (const other of field.aggregates ?? []) {
        if (!factNames.has(other)) fault(source, path, `${name}: aggregates names ${other}, which is no field`);
      }
      const formulas = typeof field.derive === 'string' ? [field.derive] : (field.derive ?? []).map(({ when }) => when);
      for (const formula of [...formulas, ...Object.values(field.deriveKeys ?? {})]) {
        checkFormula(formula, name, source, [...path, field.derive === undefined ? 'deriveKeys' : 'derive']);
      }
      const keys = vocabulary.codes.get(field.keys?.enum ?? '')?.value.values.map(({ code }) => code);
      for (const code of Object.keys(field.deriveKeys ?? {})) {
        if (!keys?.includes(code))
          fault(source, [...path, 'deriveKeys', code], `${name}: deriveKeys has ${code}, which is no code`);
      }
    }
  }

  for (const [set, { value, source }] of vocabulary.codes) {
    const codes = new Set<string>();
    const labels = new Map<string, string>();
    for (const key of ['zh', 'en'] as const) if (!value[key]) fault(source, [], `${set}: ${key} is missing`);
    for (const [index, entry] of value.values.entries()) {
      const path = ['values', index];
      for (const key of Object.keys(entry))
        if (!codeKeys.has(key)) fault(source, [...path, key], `${set}: no property ${key}`);
      if (!/^[a-z][a-z0-9-]*$/.test(entry.code ?? ''))
        fault(source, path, `${set}: ${entry.code} is not a code in kebab-case`);
      if (codes.has(entry.code)) fault(source, path, `${set}: the code ${entry.code} stands twice`);
      codes.add(entry.code);
      if (!entry.zh || !entry.en) fault(source, path, `${set}.${entry.code}: zh or en is missing`);
      for (const alias of [entry.zh, ...(entry.aliases ?? [])]) {
        const label = typeof alias === 'string' ? alias : alias.as;
        const other = labels.get(label);
        if (other !== undefined)
          fault(source, path, `${set}: the label ${label} stands for ${other} and ${entry.code}`);
        labels.set(label, entry.code);
        for (const name of typeof alias === 'string' ? [] : Object.keys(alias.sets ?? {})) {
          if (!factNames.has(name)) fault(source, path, `${set}.${entry.code}: sets names ${name}, which is no field`);
        }
      }
    }
  }
  for (const [name, english] of Object.entries(vocabulary.places)) {
    const says = (what: string) => fault(vocabulary.placesSource, [name], `${name}: ${what}`);
    if (!/^\p{Script=Han}+$/u.test(name)) says('the name of a place is Chinese');
    if (!/^[A-Z][A-Za-z' ]+$/.test(english)) says(`${english} is no English name`);
  }
  for (const [key, unit] of Object.entries(vocabulary.indicators)) {
    const says = (what: string) => fault(vocabulary.indicatorsSource, [key], `${key}: ${what}`);
    if (!/^[a-z][A-Za-z]*$/.test(key)) says('a key is camelCase');
    if (typeof unit !== 'string' || !/^(?:%|[a-z]+(?:-[a-z]+)*)$/.test(unit)) says(`${unit} is no unit`);
  }
  for (const [shape, { fields }] of Object.entries(vocabulary.shapes)) {
    checkFields(fields, shape, vocabulary.shapesSource, [shape, 'fields']);
  }
  for (const [entity, { value, source }] of vocabulary.entities) checkFields(value.fields, entity, source, ['fields']);
  return faults;
}
