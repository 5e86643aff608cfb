import { decimalsOf } from './decimals.ts';
import type { ColumnType, Dialect } from './dialect.ts';
import { atom } from './text.ts';

export const duckdb: Dialect = {
  name: 'duckdb',
  checks: true,
  type: typeOf,
  text: (value) => `'${value.replaceAll("'", "''")}'`,
  date: (day) => `DATE '${day}'`,
  wide: (sql) => `CAST(${sql} AS HUGEINT)`,
  whole: (sql) => `CAST(${sql} AS BIGINT)`,
  small: (sql) => `CAST(${sql} AS TINYINT)`,
  code: (sql) => `CAST(${sql} AS SMALLINT)`,
  steps: (column, scale) => (scale === 1 ? column : `CAST(${column} * ${scale} AS BIGINT)`),
  divide: (dividend, divisor) => `${atom(dividend)} // ${atom(divisor)}`,
  truth: (sql) => `coalesce(CAST(${sql} AS TINYINT), CAST(2 AS TINYINT))`,
  addDays: (day, count) => `${atom(day)} + CAST(${count} AS INTEGER)`,
  addMonths: (day, count) => `CAST(${atom(day)} + to_months(CAST(${count} AS INTEGER)) AS DATE)`,
  year: (day) => `year(${day})`,
  daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
  firstOfNextMonth: (day) => `CAST(date_trunc('month', ${day}) + to_months(1) AS DATE)`,
  list: {
    contains: (list, value) => `list_contains(${list}, ${value})`,
    length: (list) => `len(${list})`,
    filter: (list, entry, where) => `list_filter(${list}, lambda ${entry}: ${where})`,
    map: (list, entry, to) => `list_transform(${list}, lambda ${entry}: ${to})`,
    sum: (list) => `coalesce(list_sum(${list}), 0)`,
    earliest: (list) => `list_min(${list})`,
    latest: (list) => `list_max(${list})`,
  },
  filtered: (aggregate, where) => `${aggregate} FILTER (WHERE ${where})`,
  anyTrue: (sql) => `bool_or(${sql})`,
  trues: (sql) => `coalesce(count_if(${sql}), 0)`,
  again: 'NOT MATERIALIZED ',
  unpivot: (columns, rows) => ({
    select: columns
      .map((name, place) => `unnest([${rows.map((row) => row[place]).join(', ')}]) AS ${name}`)
      .join(',\n  '),
    from: '',
  }),
};

function typeOf(column: ColumnType): string {
  switch (column.kind) {
    case 'boolean':
      return 'BOOLEAN';
    case 'date':
      return 'DATE';
    case 'number':
      return column.scale === 1 ? 'BIGINT' : `DECIMAL(18, ${decimalsOf(column.scale)})`;
    case 'list':
      return { text: 'VARCHAR[]', date: 'DATE[]', number: 'BIGINT[]' }[column.entries];
    default:
      return 'VARCHAR';
  }
}
