import { decimalsOf } from './decimals.ts';
import type { ColumnType, Dialect } from './dialect.ts';
import { atom } from './text.ts';

export const spark: Dialect = {
  name: 'spark',
  checks: false,
  type: typeOf,
  text: (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  date: (day) => `DATE '${day}'`,
  wide: (sql) => `CAST(${sql} AS DECIMAL(38, 0))`,
  whole: (sql) => `CAST(${sql} AS BIGINT)`,
  small: (sql) => `CAST(${sql} AS TINYINT)`,
  code: (sql) => `CAST(${sql} AS SMALLINT)`,
  steps: (column, scale) => (scale === 1 ? column : `CAST(${column} * ${scale} AS BIGINT)`),
  divide: (dividend, divisor) => `(${atom(dividend)}) DIV (${atom(divisor)})`,
  truth: (sql) => `coalesce(CAST(${sql} AS TINYINT), CAST(2 AS TINYINT))`,
  addDays: (day, count) => `date_add(${day}, CAST(${count} AS INT))`,
  addMonths: (day, count) => `add_months(${day}, CAST(${count} AS INT))`,
  year: (day) => `year(${day})`,
  daysBetween: (from, to) => `datediff(${to}, ${from})`,
  firstOfNextMonth: (day) => `add_months(trunc(${day}, 'MM'), 1)`,
  list: {
    contains: (list, value) => `array_contains(${list}, ${value})`,
    // size() of NULL is -1 or NULL, as the session is set.
    length: (list) => `CASE WHEN ${atom(list)} IS NOT NULL THEN size(${list}) END`,
    filter: (list, entry, where) => `filter(${list}, ${entry} -> ${where})`,
    map: (list, entry, to) => `transform(${list}, ${entry} -> ${to})`,
    sum: (list) => `aggregate(${list}, CAST(0 AS BIGINT), (total, each) -> total + each)`,
    earliest: (list) => `array_min(${list})`,
    latest: (list) => `array_max(${list})`,
  },
  filtered: (aggregate, where) => `${aggregate} FILTER (WHERE ${where})`,
  anyTrue: (sql) => `bool_or(${sql})`,
  trues: (sql) => `count_if(${sql})`,
  again: '',
  unpivot: (columns, rows) => ({
    select: `stack(${rows.length},\n${rows.map((row) => `  ${row.join(', ')}`).join(',\n')}\n) AS (${columns.join(', ')})`,
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
      return { text: 'ARRAY<STRING>', date: 'ARRAY<DATE>', number: 'ARRAY<BIGINT>' }[column.entries];
    default:
      return 'STRING';
  }
}
