import type { ColumnDialect } from './strict-column.ts';

const whole = ['tinyint', 'smallint', 'int', 'bigint'];
const texts = ['string', 'varchar', 'char'];

export const sparkColumns: ColumnDialect = {
  taken: {
    boolean: ['boolean'],
    date: ['date'],
    string: texts,
    bigint: [...whole, 'decimal'],
    decimal: [...whole, 'decimal'],
    'array<string>': ['array<string>'],
    'array<date>': ['array<date>'],
    'array<bigint>': whole.map((type) => `array<${type}>`),
  },
  text: 'STRING',
  every: (list, condition) => `size(filter(${list}, entry -> NOT ${condition})) = 0`,
  distinct: (list, type) => `array_distinct(filter(CAST(${list} AS ${type}), entry -> entry IS NOT NULL))`,
  joined: (list) => `array_join(CAST(${list} AS ARRAY<STRING>), '、')`,
  length: (list) => `size(${list})`,
  list: (entries) => `array(${entries.join(', ')})`,
};
