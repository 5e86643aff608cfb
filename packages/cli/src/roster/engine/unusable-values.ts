import { type CellValue, parseCell, showHeader, type TableProblem } from '@jingzhun/schemas/table';
import { type SqlSession, sqlName, sqlText } from '../sql-session.ts';
import { type Level, levels, type TypedColumn, type TypedTable, type TypedTables } from './typed-tables.ts';

/** Values of a column that cannot be used, or what is wrong with its keys. */
export interface ValueProblem extends Pick<TableProblem, 'zh' | 'en' | 'action'> {
  readonly table: Level;
  readonly column: string;
  /** Empty where it must not be shown, or where there are many. */
  readonly value: string;
  /** How many cells or rows. */
  readonly count: number;
}

/** The expression of each column whose values are not all usable as they stand, by table and name. */
export type Repairs = ReadonlyMap<TypedColumn, string>;

/** Texts that are looked at one by one. */
const mostTexts = 1_000;

/**
 * Looks through both tables for values that are none: no code, out of range, of another type. What a cell of a roster could say in
 * the same words (小学, 是) is taken as that; anything else counts as unknown.
 */
export async function unusableValues(
  session: SqlSession,
  tables: TypedTables,
): Promise<{ readonly problems: ValueProblem[]; readonly repairs: Repairs }> {
  const problems: ValueProblem[] = [];
  const repairs = new Map<TypedColumn, string>();
  for (const level of levels) {
    const table = tables[level];
    const checked = table.columns.filter(({ isBad }) => isBad !== undefined);
    const ordered = checked.filter(({ hasBad }) => hasBad !== undefined);
    const suspects = new Set(checked.filter(({ hasBad }) => hasBad === undefined));
    if (ordered.length > 0) {
      const [found] = await session.rows(`SELECT ${ordered.map(({ hasBad }) => hasBad).join(', ')} FROM ${table.from}`);
      for (const [index, is] of (found ?? []).entries()) {
        const column = ordered[index];
        if (is === true && column !== undefined) suspects.add(column);
      }
    }
    for (const column of suspects) {
      const known = await readTexts(session, table, column, problems);
      if (known !== undefined) repairs.set(column, repaired(column, known));
    }
  }
  return { problems, repairs };
}

/** Reads the texts of values that are none as cells; undefined where there are none. */
async function readTexts(
  session: SqlSession,
  table: TypedTable,
  { name, text, isBad, field }: TypedColumn,
  problems: ValueProblem[],
): Promise<Map<string, CellValue> | undefined> {
  // Of a few codes in many rows each is asked once.
  const few = field.type === 'enum';
  const rows = await session.rows(
    `SELECT ${text} AS cell, sum(number) AS own, sum(sum(number)) OVER () AS all_of_them
    FROM (SELECT ${sqlName(name)}, count(*) AS number FROM ${table.from} ${few ? '' : `WHERE ${isBad}`} GROUP BY ${sqlName(name)}) AS cells
    ${few ? `WHERE ${isBad}` : ''} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostTexts}`,
  );
  if (rows.length === 0) return undefined;
  const known = new Map<string, CellValue>();
  let left = Number(rows[0]?.[2]);
  for (const [cell, number] of rows) {
    const value = String(cell ?? '');
    const reading = parseCell(field, value);
    left -= Number(number);
    if (!('fault' in reading)) {
      if (reading.value !== undefined) known.set(value, reading.value);
      continue;
    }
    const { zh, en } = reading;
    problems.push({
      table: table.level,
      column: name,
      value: field.sensitive || value.length > 40 || /\d{11}/.test(value) ? '' : value,
      count: Number(number),
      zh,
      en,
      action: 'cell-unknown',
    });
  }
  if (left > 0)
    problems.push({
      table: table.level,
      column: name,
      value: '',
      count: left,
      zh: `另有 ${mostTexts} 种以外的写法，未逐一读取。请按 ${showHeader(name)} 的类型重新生成`,
      en: `more than ${mostTexts} different values cannot be used, these were not read one by one; make the column ${showHeader(name)} of its type again`,
      action: 'cell-unknown',
    });
  return known;
}

/** A column's value, NULL where it cannot be used but for the texts that are known. */
export function repaired(
  { type, text, value, isBad, list }: TypedColumn,
  known: ReadonlyMap<string, CellValue>,
): string {
  const read = [...known]
    .map(([cell, is]) => ` WHEN ${sqlText(cell)} THEN CAST(${literal(is, list)} AS ${type})`)
    .join('');
  return `CASE WHEN NOT coalesce(${isBad}, FALSE) THEN ${value}${read === '' ? '' : ` ELSE CASE ${text}${read} END`} END`;
}

function literal(value: CellValue, list: TypedColumn['list']): string {
  if (typeof value === 'object') return list(value.map((entry) => literal(entry, list)));
  return typeof value === 'string' ? sqlText(value) : String(value);
}

/** What a table's view selects for a column. */
export const selected = (column: TypedColumn, repairs: Repairs): string =>
  `${repairs.get(column) ?? column.value} AS ${sqlName(column.name)}`;
