import {
  type CodeSetName,
  type Codes,
  type EntityName,
  type ShapeName,
  type Unit,
  vocabulary,
} from './vocabulary.gen.ts';

/** How the value of a field is written. Amounts are yuan, percents 45 for 45%, dates yyyy-mm-dd. */
export type FieldType =
  | 'boolean'
  | 'integer'
  | 'number'
  | 'yuan'
  | 'percent'
  | 'ratio'
  | 'date'
  | 'year'
  | 'months'
  | 'text'
  | 'enum'
  | 'list'
  | 'record'
  | 'reference';

/** A type of values, with what the type asks for. */
export interface ValueType {
  readonly type: FieldType;
  readonly unit?: Unit;
  /** Bounds, both included. */
  readonly min?: number;
  readonly max?: number;
  /** Of an enum: its set of codes. */
  readonly enum?: CodeSetName;
  /** Of a reference: the entity it names. */
  readonly to?: EntityName;
  /** Of a list: its entries. */
  readonly items?: ValueType;
  /** Of a record: the shape or the entity that names its fields, or the types of its keys and values. */
  readonly shape?: ShapeName;
  readonly entity?: EntityName;
  readonly keys?: ValueType;
  readonly values?: ValueType;
}

/** One way to derive a value: the value, and the formula that must be true. */
export interface DerivedCase {
  readonly is: string | number | boolean;
  readonly when: string;
}

export interface Field extends ValueType {
  /** Within its entity; a dot nests. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly note?: string;
  /** What formulas read of a list, text or reference. */
  readonly use?: 'count' | 'presence' | 'values' | 'dates' | 'none';
  /** Set for fields that no rule reads: keys, roster columns, nesting, and counts in place of a roster. */
  readonly for?: 'identity' | 'roster' | 'structure' | 'aggregate';
  /** Of a count: the fields it stands for. */
  readonly aggregates?: readonly string[];
  /** Personal data: never in logs, messages or shared examples. */
  readonly sensitive?: true;
  /** Column headers. */
  readonly aliases?: readonly string[];
  /** A formula, or cases of which the first true one gives the value; an unknown one stops with unknown, none true is unknown. */
  readonly derive?: string | readonly DerivedCase[];
  /** The derived value only stands in: another one that is given contradicts nothing. */
  readonly fallback?: true;
  /** Of a record keyed by codes: a formula for each code. */
  readonly deriveKeys?: Readonly<Record<string, string>>;
}

/** A label that needs confirmation, or that also fixes other fields. */
export interface QualifiedAlias {
  readonly as: string;
  readonly ask?: true;
  readonly why?: string;
  readonly sets?: Readonly<Record<string, string>>;
}

export interface Code {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases?: readonly (string | QualifiedAlias)[];
  /** An empty cell means this code. */
  readonly blank?: true;
  readonly note?: string;
}

export interface CodeSet {
  readonly zh: string;
  readonly en: string;
  readonly note?: string;
  readonly values: readonly Code[];
}

/** Fields by key, in the order in which forms show them. */
export type Fields = Readonly<Record<string, Field>>;

export interface Entity {
  readonly zh: string;
  readonly en: string;
  readonly note?: string;
  readonly fields: Fields;
}

export interface Shape {
  readonly zh: string;
  readonly fields: Fields;
}

export interface Vocabulary {
  /** Unit → the Chinese words after the number. */
  readonly units: Readonly<Record<Unit, string>>;
  readonly codes: Readonly<Record<CodeSetName, CodeSet>>;
  readonly shapes: Readonly<Record<ShapeName, Shape>>;
  readonly entities: Readonly<Record<EntityName, Entity>>;
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The longest field whose key begins the path, and what is left of the path. */
function longest(fields: Fields, path: readonly string[]): { field: Field; rest: readonly string[] } | undefined {
  for (let length = path.length; length > 0; length--) {
    const field = own(fields, path.slice(0, length).join('.'));
    if (field !== undefined) return { field, rest: path.slice(length) };
  }
  return undefined;
}

function within(fields: Fields, path: readonly string[], prefix: string): Field | undefined {
  const found = longest(fields, path);
  if (found === undefined) return undefined;
  const { field, rest } = found;
  const key = prefix + field.key;
  if (rest.length === 0) return prefix === '' ? field : { ...field, key };
  return insideRecord(field, rest, key);
}

function insideRecord(field: Field, path: readonly string[], key: string): Field | undefined {
  if (field.type !== 'record') return undefined;
  if (field.shape !== undefined) return within(vocabulary.shapes[field.shape].fields, path, `${key}.`);
  const [head, ...rest] = path;
  if (field.values === undefined || field.keys === undefined || head === undefined) return undefined;
  const label =
    field.keys.enum === undefined
      ? { zh: head, en: head }
      : vocabulary.codes[field.keys.enum].values.find(({ code }) => code === head);
  if (label === undefined) return undefined;
  const formula = field.deriveKeys && own(field.deriveKeys, head);
  const entry: Field = {
    ...field.values,
    key: `${key}.${head}`,
    zh: label.zh,
    en: label.en,
    ...(field.sensitive && { sensitive: true }),
    ...(formula !== undefined && { derive: formula }),
  };
  return rest.length === 0 ? entry : insideRecord(entry, rest, entry.key);
}

/**
 * The field of a fact name, or undefined where the vocabulary has none. Resolves fields of shapes and keys of coded records too.
 *
 * @example
 * fieldOf('person.schoolStage')?.zh // '在读学段'
 * fieldOf('household.housing.stepsDone.task')?.type // 'boolean'
 * fieldOf('household.nineMeasures.education.applicable')?.en // 'is applicable'
 */
export function fieldOf(name: string): Field | undefined {
  const [head = '', ...path] = name.split('.');
  const entity = own<Entity>(vocabulary.entities, head);
  return entity && within(entity.fields, path, '');
}

/**
 * The field of an entry in a list of records, named by its shape, as formulas name it inside `count`, `sum`, `any` and `every`.
 *
 * @example
 * shapeFieldOf('employment.registered')?.type // 'boolean'
 */
export function shapeFieldOf(name: string): Field | undefined {
  const [head = '', ...path] = name.split('.');
  const shape = own<Shape>(vocabulary.shapes, head);
  return shape && within(shape.fields, path, '');
}

/**
 * The codes of a set, in order.
 *
 * @example
 * codesOf('exitStatus').map(({ code }) => code) // ['not-exited', 'exited', 'relapsed']
 */
export function codesOf(set: CodeSetName): readonly Code[] {
  return vocabulary.codes[set].values;
}

/**
 * The label of an entity, a field or, with a code, of a code of a set; undefined where there is none.
 *
 * @example
 * labelOf('household') // { zh: '户', en: 'household' }
 * labelOf('household.type') // { zh: '贫困户属性', en: 'class of household' }
 * labelOf('exitStatus', 'relapsed') // { zh: '返贫', en: 'fell back' }
 * labelOf('present.village') // { zh: '资料中有村', en: 'a village is in the case' }
 */
export function labelOf(name: string): { zh: string; en: string } | undefined;
export function labelOf<S extends CodeSetName>(set: S, code: Codes[S]): { zh: string; en: string };
export function labelOf(name: string, code?: string): { zh: string; en: string } | undefined {
  if (code === undefined && name === 'roster') return { zh: '花名册', en: 'roster' };
  if (code === undefined && name.startsWith('present.')) return presenceLabel(name.slice('present.'.length));
  const found =
    code === undefined
      ? (own<Entity>(vocabulary.entities, name) ?? fieldOf(name))
      : own<CodeSet>(vocabulary.codes, name)?.values.find((value) => value.code === code);
  return found && { zh: found.zh, en: found.en };
}

/** Of the fact that an entity is in a case at all. */
function presenceLabel(entity: string): { zh: string; en: string } | undefined {
  const found = own<Entity>(vocabulary.entities, entity);
  return found && { zh: `资料中有${found.zh.replace(/（.*）$/, '')}`, en: `a ${found.en} is in the case` };
}
