import * as z from 'zod';
import type { Case } from './case.gen.ts';
import { caseLimits } from './case-problem.ts';
import { boundsOf, decimalsOf, hasDecimals, isDay } from './case-value.ts';
import { entityTree, type FieldNode, rosterKey, shapeTree } from './field-tree.ts';
import { type CodeSetName, type EntityName, type ShapeName, vocabulary } from './vocabulary.gen.ts';
import type { Entity, Field, Shape, ValueType } from './vocabulary.ts';

const { years, textLength, entries, members, roster } = caseLimits;

function date(): z.ZodType {
  const inYears = (text: string) => Number(text.slice(0, 4)) >= years.min && Number(text.slice(0, 4)) <= years.max;
  return z.iso
    .date()
    .refine((text) => isDay(text) && inYears(text), { error: `a day of ${years.min} to ${years.max}` });
}

function number(type: ValueType): z.ZodType {
  const places = decimalsOf(type);
  const { min, max } = boundsOf(type);
  const schema = (places === 0 ? z.int() : z.number()).min(min).max(max);
  return places === 0
    ? schema
    : schema.refine((value) => hasDecimals(value, places), { error: `at most ${places} decimals` });
}

const codes = new Map<CodeSetName, z.ZodType>();
const shapes = new Map<ShapeName, z.ZodType>();
const entities = new Map<EntityName, z.ZodType>();

/** One schema for each set, shape and entity, so that a JSON Schema can refer to it. */
function once<K>(made: Map<K, z.ZodType>, key: K, make: () => z.ZodType): z.ZodType {
  const schema = made.get(key) ?? make();
  made.set(key, schema);
  return schema;
}

const codeSchema = (set: CodeSetName): z.ZodType =>
  once(codes, set, () => {
    const { zh, values } = vocabulary.codes[set];
    const meanings = values.map((value) => `${value.code} ${value.zh}`).join(', ');
    return z.enum(values.map(({ code }) => code)).meta({ id: `codes-${set}`, description: `${zh}: ${meanings}` });
  });

const named = ({ zh, en, note }: { zh: string; en?: string; note?: string }): string =>
  `${en ? `${en} (${zh})` : zh}${note ? `: ${note}` : ''}`;

const shapeSchema = (shape: ShapeName): z.ZodType =>
  once(shapes, shape, () => {
    const description = named(vocabulary.shapes[shape] satisfies Shape);
    return object(shapeTree(shape)).meta({ id: shape, description });
  });

const entitySchema = (entity: EntityName): z.ZodType =>
  once(entities, entity, () => {
    const description = named(vocabulary.entities[entity] satisfies Entity);
    return object(entityTree(entity)).meta({ id: `entity-${entity}`, description });
  });

function keyed(keys: ValueType, values: ValueType): z.ZodType {
  const value = schemaOf(values).nullish();
  if (keys.enum === undefined) return z.record(z.string(), value);
  const properties = vocabulary.codes[keys.enum].values.map(({ code, zh, en }) => [
    code,
    value.describe(`${en} (${zh})`),
  ]);
  return z.strictObject(Object.fromEntries(properties));
}

function schemaOf(type: ValueType): z.ZodType {
  switch (type.type) {
    case 'boolean':
      return z.boolean();
    case 'date':
      return date();
    case 'text':
    case 'reference':
      return z.string().max(textLength);
    case 'enum':
      return type.enum ? codeSchema(type.enum) : z.never();
    case 'list':
      return type.items ? listOf(type.items) : z.never();
    case 'record':
      if (type.shape) return shapeSchema(type.shape);
      if (type.entity) return entitySchema(type.entity);
      return type.keys && type.values ? keyed(type.keys, type.values) : z.never();
    default:
      return number(type);
  }
}

function listOf(items: ValueType): z.ZodType {
  if (items.entity === undefined) return z.array(schemaOf(items)).max(entries);
  return z
    .array(schemaOf(items))
    .max(members)
    .superRefine((objects, context) => {
      const ids = objects.map((object) => (object as { id?: unknown } | null)?.id);
      for (const [index, id] of ids.entries()) {
        if (typeof id === 'string' && ids.indexOf(id) < index) {
          context.addIssue({ code: 'custom', path: [index, 'id'], message: 'ids must differ' });
        }
      }
    });
}

function descriptionOf(field: Field): string {
  const unit = field.unit ?? field.items?.unit ?? field.values?.unit;
  return `${field.en} (${field.zh})${unit ? `, in ${unit}` : ''}${field.note ? `: ${field.note}` : ''}`;
}

function object({ children }: FieldNode): z.ZodType {
  const properties = [...children].map(([key, node]) => [
    key,
    node.field ? schemaOf(node.field).nullish().describe(descriptionOf(node.field)) : object(node).nullish(),
  ]);
  return z.strictObject(Object.fromEntries(properties));
}

/**
 * The zod schema of a case, built from the vocabulary when it is first used. It accepts what `checkCase` accepts, but for the limits on the case as a
 * whole (its depth and number of values), and names problems in zod's own words: for messages to people, use `checkCase`.
 */
export const caseSchema: z.ZodType<Case> = z.lazy(() => {
  const names = Object.keys(vocabulary.entities) as EntityName[];
  const properties = Object.fromEntries(names.map((name) => [name, entitySchema(name).nullish()]));
  const entry = z
    .strictObject({ ...properties, [rosterKey]: z.null().optional() })
    .meta({ id: 'roster-entry', description: 'A case of one household (一户)' });
  const description = 'A list of cases, one per household (花名册)';
  return z.strictObject({ ...properties, [rosterKey]: z.array(entry).max(roster).nullish().describe(description) });
}) as unknown as z.ZodType<Case>;
