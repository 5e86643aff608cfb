import type { ColumnDialect } from './strict-column.ts';

const whole = ['smallint', 'integer', 'bigint'];
const texts = ['text', 'character varying', 'character'];

export const postgresColumns: ColumnDialect = {
  taken: {
    boolean: ['boolean'],
    date: ['date'],
    text: texts,
    bigint: [...whole, 'numeric'],
    numeric: [...whole, 'numeric'],
    'text[]': texts.map((type) => `${type}[]`),
    'date[]': ['date[]'],
    'bigint[]': whole.map((type) => `${type}[]`),
  },
  text: 'text',
  every: (list, condition) => `NOT EXISTS (SELECT 1 FROM unnest(${list}) AS entries(entry) WHERE NOT ${condition})`,
  distinct: (list, type) =>
    `CASE WHEN ${list} IS NOT NULL THEN ARRAY(SELECT DISTINCT entry FROM unnest(CAST(${list} AS ${type})) AS entries(entry) WHERE entry IS NOT NULL) END`,
  joined: (list) => `array_to_string(${list}, '、')`,
  length: (list) => `cardinality(${list})`,
  list: (entries) => `ARRAY[${entries.join(', ')}]`,
};
