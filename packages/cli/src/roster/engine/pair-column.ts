import { caseLimits, type Field, type ValueType, vocabulary } from '@jingzhun/schemas';
import { sqlName, sqlText } from '../duckdb.ts';
import { asText } from '../parquet-columns.ts';

/** A column that the rules read, as it stands in a file of the pair. */
export interface PairColumn {
  readonly name: string;
  readonly field: Field;
  /** As the rules want it. */
  readonly type: string;
  /** Its text as a cell would hold it. */
  readonly text: string;
  /** Its value in that type; NULL where it is none. */
  readonly value: string;
  /** True in the rows whose value cannot be used; undefined where every value can. */
  readonly isBad: string | undefined;
  /** Over all rows, where that is cheaper than to ask every value: is there one that cannot be used? The statistics of the file tell. */
  readonly hasBad: string | undefined;
}

/** @param stored its type in the file, as DuckDB calls it. */
export function pairColumn(name: string, field: Field, type: string, stored: string): PairColumn {
  const raw = sqlName(name);
  const text = asText(raw, stored);
  const value = typedValue(raw, text, { field, type, stored });
  const check = checkOf(value, field);
  const isBad =
    value === raw
      ? check === undefined
        ? undefined
        : `NOT (${check})`
      : `${raw} IS NOT NULL AND NOT coalesce(${check ?? `${value} IS NOT NULL`}, FALSE)`;
  const ordered = (value === raw && type !== 'VARCHAR') || integers.test(stored);
  const ends = [`min(${raw})`, `max(${raw})`].map((end) => checkOf(end, field));
  const hasBad = ordered && check !== undefined ? `NOT coalesce(${ends.join(' AND ')}, TRUE)` : undefined;
  return { name, field, type, text, value, isBad, hasBad };
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

/** What a value has to be, as `decide` asks of it. */
function checkOf(value: string, type: ValueType): string | undefined {
  switch (type.type) {
    case 'boolean':
      return undefined;
    case 'list': {
      const check = checkOf('entry', type.items ?? { type: 'text' });
      return check === undefined
        ? undefined
        : `len(list_filter(${value}, lambda entry: NOT coalesce(${check}, FALSE))) = 0`;
    }
    case 'date': {
      const { min, max } = caseLimits.years;
      return `${value} BETWEEN DATE '${min}-01-01' AND DATE '${max}-12-31'`;
    }
    case 'enum': {
      const codes = type.enum === undefined ? [] : vocabulary.codes[type.enum as keyof typeof vocabulary.codes].values;
      return `${value} IN (${codes.map(({ code }) => sqlText(code)).join(', ')})`;
    }
    case 'text':
    case 'reference':
      return `length(${value}) <= ${caseLimits.textLength}`;
    default: {
      const general =
        type.type === 'year' ? caseLimits.years : { min: -caseLimits.magnitude, max: caseLimits.magnitude };
      const [min, max] = [
        Math.max(type.min ?? general.min, general.min),
        Math.min(type.max ?? general.max, general.max),
      ];
      return `${value} BETWEEN ${min} AND ${max}`;
    }
  }
}
