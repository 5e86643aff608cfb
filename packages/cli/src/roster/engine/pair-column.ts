import type { Field } from '@jingzhun/schemas';
import { asText } from '../parquet-columns.ts';
import { sqlName } from '../sql-session.ts';
import type { TypedColumn } from './typed-tables.ts';
import { checkOf, type EveryEntry } from './value-check.ts';

/** A column of a file of the pair. The statistics of the file tell of some whether all values can be used.
 *
 * @param stored its type in the file, as DuckDB calls it. */
export function pairColumn(name: string, field: Field, type: string, stored: string): TypedColumn {
  const raw = sqlName(name);
  const text = asText(raw, stored);
  const value = typedValue(raw, text, { field, type, stored });
  const check = checkOf(value, field, every);
  const isBad =
    value === raw
      ? check === undefined
        ? undefined
        : `NOT (${check})`
      : `${raw} IS NOT NULL AND NOT coalesce(${check ?? `${value} IS NOT NULL`}, FALSE)`;
  const ordered = (value === raw && type !== 'VARCHAR') || integers.test(stored);
  const ends = [`min(${raw})`, `max(${raw})`].map((end) => checkOf(end, field, every));
  const hasBad = ordered && check !== undefined ? `NOT coalesce(${ends.join(' AND ')}, TRUE)` : undefined;
  return { name, field, type, text, value, isBad, hasBad, list: (entries) => `[${entries.join(', ')}]` };
}

interface Reading {
  readonly field: Field;
  readonly type: string;
  readonly stored: string;
}

const integers = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;

function typedValue(raw: string, text: string, { field, type, stored }: Reading): string {
  const tried = `TRY_CAST(${raw} AS ${type})`;
  if (type.endsWith('[]')) return stored.endsWith('[]') ? `list_distinct(${tried})` : `CAST(NULL AS ${type})`;
  if (type === 'VARCHAR') {
    if (field.enum === undefined) return `nullif(trim(${text}), '')`;
    return stored === 'VARCHAR' ? raw : text;
  }
  if (stored.replaceAll(' ', '') === type.replaceAll(' ', '')) return raw;
  if (type === 'BOOLEAN') return `CASE ${text} WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END`;
  if (type === 'DATE') {
    if (stored.startsWith('TIMESTAMP')) return `CASE WHEN ${tried} = ${raw} THEN ${tried} END`;
    return `CASE WHEN regexp_full_match(${text}, '\\d{4}-\\d{2}-\\d{2}') THEN TRY_CAST(${text} AS DATE) END`;
  }
  if (integers.test(stored)) return tried;
  // A cast would round what has too many decimals.
  if (/^(DECIMAL|DOUBLE|FLOAT)/.test(stored)) return `CASE WHEN ${tried} = ${raw} THEN ${tried} END`;
  const decimals = /, ?(\d+)\)$/.exec(type)?.[1];
  const pattern = `-?\\d{1,15}${decimals === undefined ? '' : `(\\.\\d{1,${decimals}})?`}`;
  return `CASE WHEN regexp_full_match(${text}, '${pattern}') THEN TRY_CAST(${text} AS ${type}) END`;
}

const every: EveryEntry = (list, condition) => `len(list_filter(${list}, lambda entry: NOT ${condition})) = 0`;
