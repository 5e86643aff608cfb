import { describe, expect, it } from 'vitest';
import type { ColumnType, Dialect, DialectName } from './dialect.ts';
import { dialects } from './dialects.ts';

const kinds: readonly ColumnType[] = [
  { kind: 'boolean' },
  { kind: 'text' },
  { kind: 'code' },
  { kind: 'date' },
  { kind: 'number', scale: 1 },
  { kind: 'number', scale: 10_000 },
  { kind: 'list', entries: 'text' },
  { kind: 'list', entries: 'date' },
  { kind: 'list', entries: 'number' },
];

/** How each database says it. */
const said: readonly (readonly [(dialect: Dialect) => unknown, Record<DialectName, unknown>])[] = [
  [(d) => d.name, { duckdb: 'duckdb', postgres: 'postgres', spark: 'spark' }],
  [(d) => d.checks, { duckdb: true, postgres: true, spark: false }],
  [
    (d) => kinds.map((kind) => d.type(kind)).join('; '),
    {
      duckdb: 'BOOLEAN; VARCHAR; VARCHAR; DATE; BIGINT; DECIMAL(18, 4); VARCHAR[]; DATE[]; BIGINT[]',
      postgres: 'boolean; text; text; date; bigint; numeric(18, 4); text[]; date[]; bigint[]',
      spark: 'BOOLEAN; STRING; STRING; DATE; BIGINT; DECIMAL(18, 4); ARRAY<STRING>; ARRAY<DATE>; ARRAY<BIGINT>',
    },
  ],
  [(d) => d.text("'a' \\'"), { duckdb: "'''a'' \\'''", postgres: "'''a'' \\'''", spark: "'\\'a\\' \\\\\\''" }],
  [
    (d) => d.date('2017-01-31'),
    { duckdb: "DATE '2017-01-31'", postgres: "DATE '2017-01-31'", spark: "DATE '2017-01-31'" },
  ],
  [
    (d) => d.wide('a'),
    { duckdb: 'CAST(a AS HUGEINT)', postgres: 'CAST(a AS numeric)', spark: 'CAST(a AS DECIMAL(38, 0))' },
  ],
  [(d) => d.whole('a'), { duckdb: 'CAST(a AS BIGINT)', postgres: 'CAST(a AS bigint)', spark: 'CAST(a AS BIGINT)' }],
  [(d) => d.small('a'), { duckdb: 'CAST(a AS TINYINT)', postgres: 'CAST(a AS smallint)', spark: 'CAST(a AS TINYINT)' }],
  [
    (d) => d.code('a'),
    { duckdb: 'CAST(a AS SMALLINT)', postgres: 'CAST(a AS smallint)', spark: 'CAST(a AS SMALLINT)' },
  ],
  [(d) => d.steps('a', 1), { duckdb: 'a', postgres: 'a', spark: 'a' }],
  [
    (d) => d.steps('a', 100),
    { duckdb: 'CAST(a * 100 AS BIGINT)', postgres: 'CAST(a * 100 AS bigint)', spark: 'CAST(a * 100 AS BIGINT)' },
  ],
  [
    (d) => d.divide('a + 1', 'b + 1'),
    { duckdb: '(a + 1) // (b + 1)', postgres: 'div(a + 1, b + 1)', spark: '((a + 1)) DIV ((b + 1))' },
  ],
  [
    (d) => d.truth('a'),
    {
      duckdb: 'coalesce(CAST(a AS TINYINT), CAST(2 AS TINYINT))',
      postgres: 'coalesce(CAST(CAST(a AS integer) AS smallint), CAST(2 AS smallint))',
      spark: 'coalesce(CAST(a AS TINYINT), CAST(2 AS TINYINT))',
    },
  ],
  [
    (d) => d.addDays('a', 'n'),
    { duckdb: 'a + CAST(n AS INTEGER)', postgres: 'a + CAST(n AS integer)', spark: 'date_add(a, CAST(n AS INT))' },
  ],
  [
    (d) => d.addMonths('a', 'n'),
    {
      duckdb: 'CAST(a + to_months(CAST(n AS INTEGER)) AS DATE)',
      postgres: 'CAST(a + make_interval(months => CAST(n AS integer)) AS date)',
      spark: 'add_months(a, CAST(n AS INT))',
    },
  ],
  [(d) => d.year('a'), { duckdb: 'year(a)', postgres: 'CAST(extract(year FROM a) AS integer)', spark: 'year(a)' }],
  [(d) => d.daysBetween('a', 'b'), { duckdb: "date_diff('day', a, b)", postgres: '(b - a)', spark: 'datediff(b, a)' }],
  [
    (d) => d.firstOfNextMonth('a'),
    {
      duckdb: "CAST(date_trunc('month', a) + to_months(1) AS DATE)",
      postgres: "CAST(date_trunc('month', a) + INTERVAL '1 month' AS date)",
      spark: "add_months(trunc(a, 'MM'), 1)",
    },
  ],
  [
    (d) => d.list.contains('l', 'x'),
    { duckdb: 'list_contains(l, x)', postgres: 'x = ANY (l)', spark: 'array_contains(l, x)' },
  ],
  [
    (d) => d.list.length('l'),
    { duckdb: 'len(l)', postgres: 'cardinality(l)', spark: 'CASE WHEN l IS NOT NULL THEN size(l) END' },
  ],
  [
    (d) => d.list.filter('l', 'e', 'e > 1'),
    {
      duckdb: 'list_filter(l, lambda e: e > 1)',
      postgres: 'CASE WHEN l IS NOT NULL THEN ARRAY(SELECT e FROM unnest(l) AS entries(e) WHERE e > 1) END',
      spark: 'filter(l, e -> e > 1)',
    },
  ],
  [
    (d) => d.list.map('l', 'e', 'e + 1'),
    {
      duckdb: 'list_transform(l, lambda e: e + 1)',
      postgres: 'CASE WHEN l IS NOT NULL THEN ARRAY(SELECT e + 1 FROM unnest(l) AS entries(e)) END',
      spark: 'transform(l, e -> e + 1)',
    },
  ],
  [
    (d) => d.list.sum('l'),
    {
      duckdb: 'coalesce(list_sum(l), 0)',
      postgres: '(SELECT coalesce(sum(each), 0) FROM unnest(l) AS entries(each))',
      spark: 'aggregate(l, CAST(0 AS BIGINT), (total, each) -> total + each)',
    },
  ],
  [
    (d) => d.list.earliest('l'),
    {
      duckdb: 'list_min(l)',
      postgres: '(SELECT min(each) FROM unnest(l) AS entries(each))',
      spark: 'array_min(l)',
    },
  ],
  [
    (d) => d.list.latest('l'),
    {
      duckdb: 'list_max(l)',
      postgres: '(SELECT max(each) FROM unnest(l) AS entries(each))',
      spark: 'array_max(l)',
    },
  ],
  [
    (d) => d.filtered('count(*)', 'a'),
    {
      duckdb: 'count(*) FILTER (WHERE a)',
      postgres: 'count(*) FILTER (WHERE a)',
      spark: 'count(*) FILTER (WHERE a)',
    },
  ],
  [(d) => d.anyTrue('a'), { duckdb: 'bool_or(a)', postgres: 'bool_or(a)', spark: 'bool_or(a)' }],
  [
    (d) => d.trues('a'),
    { duckdb: 'coalesce(count_if(a), 0)', postgres: 'count(*) FILTER (WHERE a)', spark: 'count_if(a)' },
  ],
  [(d) => d.again, { duckdb: 'NOT MATERIALIZED ', postgres: 'NOT MATERIALIZED ', spark: '' }],
  [
    (d) =>
      d.unpivot(
        ['rule', 'status'],
        [
          ['1', 'a'],
          ['2', 'b'],
        ],
      ),
    {
      duckdb: { select: 'unnest([1, 2]) AS rule,\n  unnest([a, b]) AS status', from: '' },
      postgres: {
        select: 'results.rule, results.status',
        from: '\nCROSS JOIN LATERAL (VALUES\n  (1, a),\n  (2, b)\n) AS results (rule, status)',
      },
      spark: { select: 'stack(2,\n  1, a,\n  2, b\n) AS (rule, status)', from: '' },
    },
  ],
];

describe.each(['duckdb', 'postgres', 'spark'] as const)('%s', (name) => {
  it.each(said.map(([write, wanted]) => [String(write), write, wanted[name]] as const))('%s', (_, write, wanted) => {
    expect(write(dialects[name])).toEqual(wanted);
  });
});
