import type { Field } from '@jingzhun/schemas';
import { sqlName } from '../sql-session.ts';
import type { TypedColumn } from './typed-tables.ts';
import { checkOf, type EveryEntry } from './value-check.ts';

const whole = ['smallint', 'integer', 'bigint'];
const texts = ['text', 'character varying', 'character'];

/** Types whose values can all be taken as they are, or looked through one by one. */
const taken: Readonly<Record<string, readonly string[]>> = {
  boolean: ['boolean'],
  date: ['date'],
  text: texts,
  bigint: [...whole, 'numeric'],
  numeric: [...whole, 'numeric'],
  'text[]': texts.map((type) => `${type}[]`),
  'date[]': ['date[]'],
  'bigint[]': whole.map((type) => `${type}[]`),
};

const every: EveryEntry = (list, condition) =>
  `NOT EXISTS (SELECT 1 FROM unnest(${list}) AS entries(entry) WHERE NOT ${condition})`;

/**
 * A column of a table in PostgreSQL; undefined where its type is another than the rules want.
 *
 * @param stored its type, as PostgreSQL calls it, without size.
 */
export function postgresColumn(name: string, field: Field, type: string, stored: string): TypedColumn | undefined {
  const [family = ''] = type.split('(');
  if (!taken[family]?.includes(stored)) return undefined;
  const raw = sqlName(name);
  const value = typedValue(raw, field, { family, type, stored });
  const decimals = Number(/, ?(\d+)\)$/.exec(type)?.[1] ?? 0);
  // A cast may fail on what is out of range.
  const held = family === 'text' || type.endsWith('[]') ? value : raw;
  const checks = [
    checkOf(held, field, every),
    stored === 'numeric' ? `${raw} = round(${raw}, ${decimals})` : undefined,
  ].filter((check) => check !== undefined);
  const isBad =
    checks.length === 0 ? undefined : `${held} IS NOT NULL AND NOT coalesce(${checks.join(' AND ')}, FALSE)`;
  return {
    name,
    field,
    type,
    text: textOf(raw, type),
    value,
    isBad,
    hasBad: isBad === undefined ? undefined : `coalesce(bool_or(${isBad}), FALSE)`,
    list: (entries) => `ARRAY[${entries.join(', ')}]`,
  };
}

interface Types {
  readonly family: string;
  readonly type: string;
  readonly stored: string;
}

function typedValue(raw: string, field: Field, { family, type, stored }: Types): string {
  if (type.endsWith('[]')) {
    const entries = `SELECT DISTINCT entry FROM unnest(CAST(${raw} AS ${type})) AS entries(entry) WHERE entry IS NOT NULL`;
    return `CASE WHEN ${raw} IS NOT NULL THEN ARRAY(${entries}) END`;
  }
  if (family === 'text')
    return field.enum === undefined ? `nullif(btrim(CAST(${raw} AS text)), '')` : `CAST(${raw} AS text)`;
  return stored === family ? raw : `CAST(${raw} AS ${type})`;
}

function textOf(raw: string, type: string): string {
  if (!type.endsWith('[]')) return `CAST(${raw} AS text)`;
  return `CASE WHEN cardinality(${raw}) = 0 THEN '无' ELSE array_to_string(${raw}, '、') END`;
}
