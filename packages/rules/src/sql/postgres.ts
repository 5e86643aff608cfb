import { decimalsOf } from './decimals.ts';
import type { ColumnType, Dialect } from './dialect.ts';
import { atom } from './text.ts';

export const postgres: Dialect = {
  name: 'postgres',
  checks: true,
  type: typeOf,
  text: (value) => `'${value.replaceAll("'", "''")}'`,
  date: (day) => `DATE '${day}'`,
  wide: (sql) => `CAST(${sql} AS numeric)`,
  whole: (sql) => `CAST(${sql} AS bigint)`,
  small: (sql) => `CAST(${sql} AS smallint)`,
  code: (sql) => `CAST(${sql} AS smallint)`,
  steps: (column, scale) => (scale === 1 ? column : `CAST(${column} * ${scale} AS bigint)`),
  divide: (dividend, divisor) => `div(${dividend}, ${divisor})`,
  truth: (sql) => `coalesce(CAST(CAST(${sql} AS integer) AS smallint), CAST(2 AS smallint))`,
  addDays: (day, count) => `${atom(day)} + CAST(${count} AS integer)`,
  addMonths: (day, count) => `CAST(${atom(day)} + make_interval(months => CAST(${count} AS integer)) AS date)`,
  year: (day) => `CAST(extract(year FROM ${day}) AS integer)`,
  daysBetween: (from, to) => `(${atom(to)} - ${atom(from)})`,
  firstOfNextMonth: (day) => `CAST(date_trunc('month', ${atom(day)}) + INTERVAL '1 month' AS date)`,
  list: {
    contains: (list, value) => `${value} = ANY (${list})`,
    length: (list) => `cardinality(${list})`,
    filter: (list, entry, where) => overEntries(list, entry, entry, where),
    map: (list, entry, to) => overEntries(list, entry, to, undefined),
    sum: (list) => `(SELECT coalesce(sum(each), 0) FROM unnest(${list}) AS entries(each))`,
    earliest: (list) => `(SELECT min(each) FROM unnest(${list}) AS entries(each))`,
    latest: (list) => `(SELECT max(each) FROM unnest(${list}) AS entries(each))`,
  },
  filtered: (aggregate, where) => `${aggregate} FILTER (WHERE ${where})`,
  anyTrue: (sql) => `bool_or(${sql})`,
  trues: (sql) => `count(*) FILTER (WHERE ${sql})`,
  again: 'NOT MATERIALIZED ',
  unpivot: (columns, rows) => ({
    select: columns.map((name) => `results.${name}`).join(', '),
    from: `\nCROSS JOIN LATERAL (VALUES\n${rows.map((row) => `  (${row.join(', ')})`).join(',\n')}\n) AS results (${columns.join(', ')})`,
  }),
};

function overEntries(list: string, entry: string, to: string, where: string | undefined): string {
  const only = where === undefined ? '' : ` WHERE ${where}`;
  return `CASE WHEN ${atom(list)} IS NOT NULL THEN ARRAY(SELECT ${to} FROM unnest(${list}) AS entries(${entry})${only}) END`;
}

function typeOf(column: ColumnType): string {
  switch (column.kind) {
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'date';
    case 'number':
      return column.scale === 1 ? 'bigint' : `numeric(18, ${decimalsOf(column.scale)})`;
    case 'list':
      return { text: 'text[]', date: 'date[]', number: 'bigint[]' }[column.entries];
    default:
      return 'text';
  }
}
