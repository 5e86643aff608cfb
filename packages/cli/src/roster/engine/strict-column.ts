import type { Field } from '@jingzhun/schemas';
import { sqlName } from '../sql-session.ts';
import type { TypedColumn } from './typed-tables.ts';
import { checkOf, type EveryEntry } from './value-check.ts';

/** How a database with typed tables writes what columns are asked. */
export interface ColumnDialect {
  /** For each type that rules want, those whose values can be taken for it, all without their sizes. */
  readonly taken: Readonly<Record<string, readonly string[]>>;
  /** Its type of texts. */
  readonly text: string;
  readonly every: EveryEntry;
  /** A list of a type without NULL and without what stands there twice. */
  distinct(list: string, type: string): string;
  /** The text of a list that is not empty. */
  joined(list: string): string;
  length(list: string): string;
  list(entries: readonly string[]): string;
}

/**
 * A column of a table whose types are the database's own; undefined where its type is another than the rules want.
 *
 * @param stored its type, as the database calls it.
 */
export function strictColumn(
  name: string,
  field: Field,
  type: string,
  stored: string,
  dialect: ColumnDialect,
): TypedColumn | undefined {
  const [family, own] = [withoutSize(type), withoutSize(stored)];
  if (!dialect.taken[family]?.includes(own)) return undefined;
  const raw = sqlName(name);
  const isList = field.type === 'list';
  const isText = family === dialect.text.toLowerCase();
  const value = isList
    ? dialect.distinct(raw, type)
    : isText
      ? textValue(`CAST(${raw} AS ${type})`, field)
      : own === family
        ? raw
        : `CAST(${raw} AS ${type})`;
  // A cast may fail on what is out of range.
  const held = isText || isList ? value : raw;
  const decimals = /, ?(\d+)\)$/.exec(type)?.[1] ?? '0';
  const check = checkOf(held, field, dialect.every);
  const exact = /^(numeric|decimal)$/.test(own) ? `${raw} = round(${raw}, ${decimals})` : undefined;
  const checks = [check, exact].filter((each) => each !== undefined).join(' AND ');
  const isBad = checks === '' ? undefined : `${held} IS NOT NULL AND NOT coalesce(${checks}, FALSE)`;
  return {
    name,
    field,
    type,
    text: isList
      ? `CASE WHEN ${dialect.length(raw)} = 0 THEN '无' ELSE ${dialect.joined(raw)} END`
      : `CAST(${raw} AS ${dialect.text})`,
    value,
    isBad,
    hasBad: isBad === undefined ? undefined : `coalesce(bool_or(${isBad}), FALSE)`,
    list: dialect.list,
  };
}

const withoutSize = (type: string): string => type.toLowerCase().replace(/\s*\(.*\)/, '');

const textValue = (text: string, { enum: codes }: Field): string =>
  codes === undefined ? `nullif(btrim(${text}), '')` : text;
