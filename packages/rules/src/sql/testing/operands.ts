import { anything, fromBounds, type Interval, type Value } from '../../values/interval.ts';
import type { NumberSql } from '../number.ts';
import * as number from '../number.ts';
import { columnsIn, connected } from './in-duckdb.ts';

/** A number as SQL holds it in columns named after it, and what it is in a row of which the columns tell a value. */
export interface Operand {
  readonly is: string;
  readonly sql: (name: string) => NumberSql;
  readonly in: (row: Value) => Value;
}

/** What the columns of a row tell: numbers, ranges, nothing. */
const told: readonly Value[] = [
  -3,
  -1,
  0,
  1,
  2,
  5,
  undefined,
  { low: -2, high: 3 },
  { low: 1, high: Number.POSITIVE_INFINITY },
  { low: Number.NEGATIVE_INFINITY, high: 0 },
];
const all = { low: -3, high: 5 };

function interval(value: Value): Interval {
  return typeof value === 'number' ? { low: value, high: value } : ((value as Interval | undefined) ?? anything);
}

function constant(value: Value): Operand {
  return { is: JSON.stringify(value), sql: () => number.constant(value), in: () => value };
}

function filled(low: number, high: number): Operand {
  const fill = { low, high };
  return {
    is: `known, or from ${low} to ${high}`,
    sql: (name) => number.filled(name, fill, all),
    in: (row) => (typeof row === 'number' ? row : fill),
  };
}

function between(is: string, low: (name: string) => number.Bound, high: (name: string) => number.Bound): Operand {
  const end = (bound: number.Bound, told: number): number => (typeof bound === 'number' ? bound : told);
  return {
    is,
    sql: (name) => number.between(low(name), high(name), { low: -3, high: 9 }),
    in: (row) => fromBounds(end(low(''), interval(row).low), end(high(''), interval(row).high)),
  };
}

const { NEGATIVE_INFINITY: none, POSITIVE_INFINITY: endless } = Number;

/** Numbers of every kind that SQL tells apart. */
export const operands: readonly Operand[] = [
  constant(0),
  constant(1),
  constant(-2),
  constant({ low: -2, high: 3 }),
  constant({ low: 2, high: endless }),
  constant(undefined),
  filled(none, endless),
  filled(0, endless),
  filled(-2, 5),
  filled(none, -1),
  between(
    'between two columns',
    (name) => `${name}_low`,
    (name) => `${name}_high`,
  ),
  between(
    'from a column to 9',
    (name) => `${name}_low`,
    () => 9,
  ),
  between(
    'from a column',
    (name) => `${name}_low`,
    () => endless,
  ),
  between(
    'up to a column',
    () => none,
    (name) => `${name}_high`,
  ),
];

export interface Row {
  readonly a: Value;
  readonly b: Value;
  readonly yes: boolean | null;
}

/** Every two values, with something that is true, false or unknown. */
export const rows: readonly Row[] = told.flatMap((a, first) =>
  told.map((b, second) => ({ a, b, yes: [true, false, null][(first + second) % 3] as boolean | null })),
);

const found = new Map<string, Promise<unknown[][]>>();

/** What each of the columns holds in each row. Where a change of the code leaves all as they are, they are not asked for again. */
export function inRows(columns: readonly string[]): Promise<unknown[][]> {
  const key = columns.join('\n');
  const known = found.get(key) ?? askFor(columns);
  found.set(key, known);
  return known;
}

async function askFor(columns: readonly string[]): Promise<unknown[][]> {
  const connection = await connected();
  const sql = (value: number | undefined): string =>
    value === undefined || !Number.isFinite(value) ? 'NULL' : String(value);
  const cells = (value: Value): string[] => {
    const { low, high } = interval(value);
    return [sql(low === high ? low : undefined), sql(low), sql(high)];
  };
  const values = rows.map(({ a, b, yes }, row) => `(${[row, ...cells(a), ...cells(b), String(yes)].join(', ')})`);
  await connection.run(
    'CREATE TABLE told (row BIGINT, a BIGINT, a_low BIGINT, a_high BIGINT, b BIGINT, b_low BIGINT, b_high BIGINT, yes BOOLEAN)',
  );
  await connection.run(`INSERT INTO told VALUES ${values.join(', ')}`);
  const selected = columns.map((column, place) => `${column} AS c${place}`);
  const answer = await columnsIn(connection, `SELECT ${selected.join(',\n')} FROM told ORDER BY row`);
  connection.closeSync();
  return columns.map((_, place) => [...(answer[`c${place}`] ?? [])]);
}
