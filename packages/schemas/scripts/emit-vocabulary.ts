import type { Field, ValueType } from '../src/vocabulary.ts';
import { englishComment } from './comments.ts';
import type { VocabularySource } from './read-vocabulary.ts';

const union = (values: Iterable<string>): string =>
  [...values].map((value) => `\n  | ${JSON.stringify(value)}`).join('') || ' never';

/** Names of the facts inside a record: fields of its shape, and its codes. */
function inside(name: string, type: ValueType, source: VocabularySource): string[] {
  if (type.shape !== undefined) {
    const fields = source.shapes[type.shape]?.fields ?? [];
    return fields.flatMap((field) => [`${name}.${field.key}`, ...inside(`${name}.${field.key}`, field, source)]);
  }
  const { values } = type;
  if (type.keys?.enum === undefined || values === undefined) return [];
  const codes = source.codes.get(type.keys.enum)?.value.values ?? [];
  return codes.flatMap(({ code }) => [`${name}.${code}`, ...inside(`${name}.${code}`, values, source)]);
}

const fieldsObject = (fields: readonly Field[], indent: string): string =>
  fields.map((field) => `\n${indent}${JSON.stringify(field.key)}: ${JSON.stringify(field)},`).join('');

/** The text of a module of its own with a map, which only those load who need it. */
function emitMap(name: string, says: string, entries: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entries).map((pair) => `\n  ${JSON.stringify(pair)},`);
  return `// Made from vocabulary/ by scripts/generate.ts; edit the YAML, not this file.

/** ${says} */
export const ${name}: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([${lines.join('')}
]);
`;
}

/** The text of places.gen.ts. */
export const emitPlaces = ({ places }: VocabularySource): string =>
  emitMap('places', 'English names of places, by their Chinese names.', places);

/** The text of indicators.gen.ts. */
export const emitIndicators = ({ indicators }: VocabularySource): string =>
  emitMap('indicators', 'What indicators are measured in, by their keys.', indicators);

/** The text of vocabulary.gen.ts: the data, and literal types of its names. */
export function emitVocabulary(source: VocabularySource): string {
  const fields = [...source.entities].flatMap(([entity, { value }]) =>
    value.fields.map((field) => ({ name: `${entity}.${field.key}`, field })),
  );
  const codeLines = [...source.codes].map(
    ([name, { value }]) =>
      `\n  /** ${englishComment({ zh: value.zh, en: value.en })} */\n  ${name}: ${value.values.map(({ code }) => JSON.stringify(code)).join(' | ')};`,
  );
  const codeSets = [...source.codes].map(([name, { value }]) => `\n    ${name}: ${JSON.stringify(value)},`);
  const shapes = Object.entries(source.shapes).map(
    ([name, { fields, ...rest }]) =>
      `\n    ${name}: {\n      ${JSON.stringify(rest).slice(1, -1)},\n      fields: {${fieldsObject(fields, '        ')}\n      },\n    },`,
  );
  const entities = [...source.entities].map(
    ([
      name,
      {
        value: { fields, ...rest },
      },
    ]) =>
      `\n    ${name}: {\n      ${JSON.stringify(rest).slice(1, -1)},\n      fields: {${fieldsObject(fields, '        ')}\n      },\n    },`,
  );
  return `// Made from vocabulary/ by scripts/generate.ts; edit the YAML, not this file.
import type { Vocabulary } from './vocabulary.ts';

/** Every unit a number can have. */
export type Unit =${union(Object.keys(source.units))};

/** Every entity of a case. */
export type EntityName =${union(source.entities.keys())};

/** Every named record that fields hold. */
export type ShapeName =${union(Object.keys(source.shapes))};

/** The codes of each set. */
export interface Codes {${codeLines.join('')}
}

/** Every set of codes. */
export type CodeSetName = keyof Codes;

/** Every field, as entity.key. */
export type FieldName =${union(fields.map(({ name }) => name))};

/** Every fact a condition can name: the fields, the fields of their shapes, and the codes of their keyed records. */
export type FactName =
  | FieldName${union(fields.flatMap(({ name, field }) => inside(name, field, source)))};

/** Units, codes, shapes, entities and their fields. */
export const vocabulary: Vocabulary = {
  units: ${JSON.stringify(source.units)},
  codes: {${codeSets.join('')}
  },
  shapes: {${shapes.join('')}
  },
  entities: {${entities.join('')}
  },
};
`;
}
