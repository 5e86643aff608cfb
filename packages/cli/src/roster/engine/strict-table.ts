import type { TableColumn } from '@jingzhun/rules/sql';
import { fieldOf } from '@jingzhun/schemas';
import type { Problem } from '@jingzhun/schemas/problem';
import { headerOf } from '../parquet-columns.ts';
import { type ColumnDialect, strictColumn } from './strict-column.ts';
import { householdKey, type Level, type TypedTable } from './typed-tables.ts';

/** A table as a database with typed tables describes it. */
export interface DescribedTable {
  readonly level: Level;
  readonly from: string;
  /** What people call it. */
  readonly path: string;
  /** The type of each column. */
  readonly types: ReadonlyMap<string, string>;
}

/** @param problems takes the columns whose types are others than the rules want. */
export function strictTable(
  { level, from, path, types }: DescribedTable,
  wanted: readonly TableColumn[],
  dialect: ColumnDialect,
  problems: Problem[],
): TypedTable {
  const key = householdKey(types, { path });
  const wrongType = (name: string, is: string, type: string) =>
    problems.push({
      code: 'wrong-column-type',
      path: `${path}.${name}`,
      zh: `类型是 ${is}，应为 ${type}。所需的表见 jingzhun sql --tables`,
      en: `is of type ${is} and should be ${type}; jingzhun sql --tables prints the tables that are needed`,
    });
  const columns = wanted.flatMap(({ name, fact, type }) => {
    const [field, stored] = [fieldOf(fact), types.get(name)];
    if (field === undefined || stored === undefined) return [];
    const column = strictColumn(name, field, type, stored, dialect);
    if (column === undefined) wrongType(name, stored, type);
    return column ?? [];
  });
  const member = types.get('member');
  if (level === 'person' && member !== undefined && !/int/.test(member)) wrongType('member', member, 'bigint');
  const hasPersonId = types.has('person_id');
  return {
    level,
    from,
    headers: [...types.keys()].filter((name) => name !== 'member').map((name) => headerOf(name, level)),
    key,
    hasPersonId,
    member:
      member === undefined
        ? `row_number() OVER (PARTITION BY household_id ORDER BY ${hasPersonId ? 'person_id' : 'household_id'}) - 1`
        : 'CAST(member AS BIGINT)',
    columns,
    absent: wanted.filter(({ name }) => !types.has(name)),
  };
}
