import { type Field, vocabulary } from '@jingzhun/schemas';
import { isKnownHeader, matchColumns, parseCell } from '@jingzhun/schemas/table';
import type { Database } from './duckdb.ts';
import { damagedParquet } from './duckdb.ts';
import { sqlName } from './sql-session.ts';

/** A column of a Parquet file and the header it is read as. */
export interface ParquetColumn {
  readonly name: string;
  /** As DuckDB calls it. */
  readonly type: string;
  readonly header: string;
  /** Named in snake_case, as in typed tables: null is unknown. Elsewhere it is an empty cell, as the CSV has that it was made of. */
  readonly typed: boolean;
}

type Entity = 'household' | 'person';

/**
 * The columns of a Parquet file. A name is a header as in a CSV, or a field's path in snake_case: of the entity that the file is about,
 * or of either where it has both.
 */
export async function columnsOf(
  database: Database,
  from: string,
  file: string,
  entity?: Entity,
): Promise<ParquetColumn[]> {
  const described = await database.connection.runAndReadAll(`describe select * from ${from}`);
  // No SQL can name such a column.
  if (described.getRows().some(([name]) => String(name).includes('\u0000'))) throw damagedParquet(file);
  return described.getRows().map(([name, type]) => {
    const header = headerOf(String(name), entity);
    return { name: String(name), type: String(type), header, typed: header !== name };
  });
}

/** The header that a column is read as. */
export function headerOf(name: string, entity: Entity | undefined): string {
  if (name === 'household_id') return 'household.id';
  if (name === 'person_id') return 'person.id';
  if (entity !== undefined) return `${entity}.${keys(entity).get(name) ?? name}`;
  if (isKnownHeader(name)) return name;
  const meant = (['household', 'person'] as const).flatMap((each) => {
    const key = keys(each).get(name);
    return key === undefined ? [] : [`${each}.${key}`];
  });
  return meant.length === 1 ? (meant[0] as string) : name;
}

const known = new Map<Entity, ReadonlyMap<string, string>>();

/** The fields of an entity by their names as columns: `housing_needs_renovation` → `housing.needsRenovation`. */
function keys(entity: Entity): ReadonlyMap<string, string> {
  const found = known.get(entity);
  if (found !== undefined) return found;
  const all = new Map(
    Object.keys(vocabulary.entities[entity].fields).map((key) => [
      key.replaceAll('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      key,
    ]),
  );
  known.set(entity, all);
  return all;
}

/** Expressions for the cells of a row as texts, as a CSV would hold them. What is unknown stays so where an empty cell would be a value. */
export function cellTexts(columns: readonly ParquetColumn[], of: (column: ParquetColumn) => string): string[] {
  const fields = new Map(
    matchColumns(columns.map(({ header }) => header)).columns.map(({ index, field }) => [index, field]),
  );
  return columns.map((column, index) => {
    const value = of(column);
    return `coalesce(${asText(value, column.type)}, '${column.typed ? unknownCell(fields.get(index)) : ''}')`;
  });
}

/** A value as the text of a cell. */
export function asText(value: string, type: string): string {
  if (type === 'BOOLEAN') return `case when ${value} then '是' when not ${value} then '否' end`;
  if (type.endsWith('[]'))
    return `case when len(${value}) = 0 then '无' else array_to_string(${value}::varchar[], '、') end`;
  return `${value}::varchar`;
}

function unknownCell(field: Field | undefined): string {
  if (field === undefined) return '';
  const blank = parseCell(field, '');
  return 'value' in blank && blank.value !== undefined ? '不清楚' : '';
}

export const columnIn =
  (table: string) =>
  (column: ParquetColumn): string =>
    `${table}.${sqlName(column.name)}`;
