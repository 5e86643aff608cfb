import { compare as compareValues } from '../compile/compare.ts';
import type { ComparisonOperator } from '../model/expression.ts';
import * as interval from '../values/interval.ts';
import { anything, type Interval, toInterval, type Value } from '../values/interval.ts';
import { inUnits, numeral } from './decimals.ts';
import { allOf, anyOf, atom, choice, FALSE, NULL, TRUE } from './text.ts';

/** A bound of a number: SQL, where NULL says that there is none, or a constant, where an infinity says so. */
export type Bound = string | number;

/**
 * A number in SQL, which may be known in part: as in `decide`, what is unknown lies between two bounds. Whole steps,
 * as all numbers inside.
 */
export interface NumberSql {
  readonly kind: 'number';
  /** The number where it is known, else NULL. */
  readonly point: string;
  readonly low: Bound;
  readonly high: Bound;
  /** What it lies between wherever it is not known, if that is the same for all rows. */
  readonly fill?: Interval;
  /** No known value and no finite bound lies outside, in any row. */
  readonly range: Interval;
  /** The column it is read from, in the column's own unit. */
  readonly column?: { readonly sql: string; readonly scale: number };
}

export function constant(value: Value): NumberSql {
  const { low, high } = toInterval(value);
  const range = finite({ low, high });
  if (low === high) return { kind: 'number', point: numeral(low), low, high, range };
  return { kind: 'number', point: NULL, low, high, fill: { low, high }, range };
}

export const unknownNumber = constant(undefined);

/** A number that is known, or else lies between the same two bounds in every row. */
export function filled(point: string, fill: Interval, range: Interval): NumberSql {
  if (point === NULL) return constant(fill);
  const bound = (end: number): Bound => (Number.isFinite(end) ? `coalesce(${point}, ${numeral(end)})` : point);
  return {
    kind: 'number',
    point,
    low: bound(fill.low),
    high: bound(fill.high),
    fill,
    range: hull(range, finite(fill)),
  };
}

/** A number that lies between two bounds. */
export function between(low: Bound, high: Bound, range: Interval, point?: string): NumberSql {
  if (typeof low === 'number' && typeof high === 'number') return constant({ low, high });
  if (low === high) return filled(low as string, anything, range);
  const [least, most] = [boundSql(low), boundSql(high)];
  if (isInfinite(low) || isInfinite(high)) return { kind: 'number', point: NULL, low, high, range };
  return { kind: 'number', point: point ?? choice([[`${atom(least)} = ${atom(most)}`, least]]), low, high, range };
}

/** A bound as SQL. */
export function boundSql(bound: Bound): string {
  return typeof bound === 'string' ? bound : Number.isFinite(bound) ? numeral(bound) : NULL;
}

/** The number, if it is the same in every row. */
export function constantOf({ low, high }: NumberSql): number | undefined {
  return typeof low === 'number' && low === high ? low : undefined;
}

export function add(a: NumberSql, b: NumberSql): NumberSql {
  return sum(a, b, '+', a, b);
}

export function subtract(a: NumberSql, b: NumberSql): NumberSql {
  return sum(a, b, '-', a, { low: b.high, high: b.low });
}

function sum(a: NumberSql, b: NumberSql, sign: '+' | '-', left: Bounds, right: Bounds): NumberSql {
  const exact = sign === '+' ? interval.add : interval.subtract;
  const range = toInterval(exact(a.range, b.range));
  const point = together(a.point, b.point, sign);
  if (a.fill !== undefined && constantOf(b) !== undefined)
    return filled(point, toInterval(exact(a.fill, b.range)), range);
  if (b.fill !== undefined && constantOf(a) !== undefined)
    return filled(point, toInterval(exact(a.range, b.fill)), range);
  const bound = (x: Bound, y: Bound): Bound => {
    if (isInfinite(x)) return x;
    if (isInfinite(y)) return sign === '+' ? y : -(y as number);
    if (typeof x === 'number' && typeof y === 'number') return sign === '+' ? x + y : x - y;
    return together(boundSql(x), boundSql(y), sign);
  };
  return between(bound(left.low, right.low), bound(left.high, right.high), range, point);
}

type Bounds = Pick<NumberSql, 'low' | 'high'>;

function together(a: string, b: string, sign: '+' | '-'): string {
  if (a === NULL || b === NULL) return NULL;
  if (b === '0') return a;
  if (a === '0' && sign === '+') return b;
  return `${a} ${sign} ${sign === '-' || b.startsWith('-') ? atom(b) : b}`;
}

function isInfinite(bound: Bound): boolean {
  return bound === Number.POSITIVE_INFINITY || bound === Number.NEGATIVE_INFINITY;
}

/** Either known, or nothing is known of it. */
function isPlain({ fill }: NumberSql): boolean {
  return fill !== undefined && fill.low === -Infinity && fill.high === Infinity;
}

/** Zero times anything is zero, however unknown the other side. `wide` makes room where a product could be too long. */
export function multiply(a: NumberSql, b: NumberSql, wide: (sql: string) => string): NumberSql {
  const range = toInterval(interval.multiply(a.range, b.range));
  const times = (x: string, y: string): string =>
    x === NULL || y === NULL ? NULL : `${atom(isLong(range) ? wide(x) : x)} * ${atom(y)}`;
  const [left, right] = [constantOf(a), constantOf(b)];
  if (left !== undefined) return right === undefined ? multiply(b, a, wide) : constant(left * right);
  if (right !== undefined) {
    if (right === 0) return constant(0);
    if (right === 1) return a;
    const point = times(a.point, numeral(right));
    if (a.fill !== undefined)
      return filled(point, toInterval(interval.multiply(a.fill, { low: right, high: right })), range);
    const bound = (x: Bound): Bound => (typeof x === 'number' ? x * right : times(x, numeral(right)));
    return right > 0
      ? between(bound(a.low), bound(a.high), range, point)
      : between(bound(a.high), bound(a.low), range, point);
  }
  const zero = anyOf([a, b].flatMap(({ point }) => (point === NULL ? [] : [`${atom(point)} = 0`])));
  const point = choice([[zero, '0']], times(a.point, b.point));
  if (isPlain(a) && isPlain(b)) return filled(point, anything, range);
  const [al, ah, bl, bh] = [a.low, a.high, b.low, b.high].map(boundSql) as [string, string, string, string];
  const product = (x: string, y: string): string =>
    choice([[anyOf([`${atom(x)} = 0`, `${atom(y)} = 0`]), '0']], times(x, y));
  const products = [product(al, bl), product(al, bh), product(ah, bl), product(ah, bh)];
  const [positive, negative] = [above, below].map((is) => ({ a: is(a), b: is(b) })) as [Sides, Sides];
  const noLow = anyOf([
    allOf([missing(a.low), positive.b]),
    allOf([missing(a.high), negative.b]),
    allOf([missing(b.low), positive.a]),
    allOf([missing(b.high), negative.a]),
  ]);
  const noHigh = anyOf([
    allOf([missing(a.low), negative.b]),
    allOf([missing(a.high), positive.b]),
    allOf([missing(b.low), negative.a]),
    allOf([missing(b.high), positive.a]),
  ]);
  return between(
    choice([[noLow, NULL]], `least(${products.join(', ')})`),
    choice([[noHigh, NULL]], `greatest(${products.join(', ')})`),
    range,
    point,
  );
}

interface Sides {
  readonly a: string;
  readonly b: string;
}

function missing(bound: Bound): string {
  return typeof bound === 'string' ? `${atom(bound)} IS NULL` : isInfinite(bound) ? TRUE : FALSE;
}

/** Can it be above zero? Never unknown itself. */
function above({ high }: NumberSql): string {
  return typeof high === 'number' ? (high > 0 ? TRUE : FALSE) : `coalesce(${atom(high)} > 0, TRUE)`;
}

function below({ low }: NumberSql): string {
  return typeof low === 'number' ? (low < 0 ? TRUE : FALSE) : `coalesce(${atom(low)} < 0, TRUE)`;
}

function isLong({ low, high }: Interval): boolean {
  return !(Math.max(Math.abs(low), Math.abs(high)) < 9e18);
}

export function extreme(op: 'min' | 'max', a: NumberSql, b: NumberSql): NumberSql {
  const choose = op === 'min' ? Math.min : Math.max;
  const range = rangeOfExtreme(op, a, b);
  // Without a bound on one side there is none for a least value below, nor for a greatest above; else the other counts.
  const strict = (x: Bound, y: Bound): Bound => {
    if (isInfinite(x) || isInfinite(y)) return isInfinite(x) ? x : y;
    if (typeof x === 'number' && typeof y === 'number') return choose(x, y);
    const [p, q] = [boundSql(x), boundSql(y)];
    if (p === q) return p;
    const first = `${atom(p)} ${op === 'min' ? '<=' : '>='} ${atom(q)}`;
    return choice([
      [first, p],
      [`${atom(p)} ${op === 'min' ? '>' : '<'} ${atom(q)}`, q],
    ]);
  };
  const loose = (x: Bound, y: Bound): Bound => {
    if (isInfinite(x) || isInfinite(y)) return isInfinite(x) ? y : x;
    if (typeof x === 'number' && typeof y === 'number') return choose(x, y);
    const [p, q] = [boundSql(x), boundSql(y)];
    return p === q ? p : `${op === 'min' ? 'least' : 'greatest'}(${p}, ${q})`;
  };
  return op === 'min'
    ? between(strict(a.low, b.low), loose(a.high, b.high), range)
    : between(loose(a.low, b.low), strict(a.high, b.high), range);
}

/** Where one of two has a bound in every row, the lesser of them lies below it; where none has one, either may be it. */
function rangeOfExtreme(op: 'min' | 'max', a: NumberSql, b: NumberSql): Interval {
  const { low, high } = hull(a.range, b.range);
  const [side, inner] = op === 'min' ? (['high', Math.min] as const) : (['low', Math.max] as const);
  const bounds = [a, b].filter((each) => isBounded(each, side)).map(({ range }) => range[side]);
  return bounds.length === 0 ? { low, high } : { low, high, [side]: inner(...bounds) };
}

function isBounded(of: NumberSql, side: 'low' | 'high'): boolean {
  const bound = of[side];
  return Number.isFinite(typeof bound === 'number' ? bound : of.fill?.[side]);
}

/** Compares as far as the bounds tell. */
export function compare(operator: ComparisonOperator, a: NumberSql, b: NumberSql): string {
  const [left, right] = [constantOf(a), constantOf(b)];
  const always = compareValues(operator, a.range, b.range);
  if (left !== undefined && right !== undefined) return compareValues(operator, left, right) ? TRUE : FALSE;
  const sql = written(operator, a, b);
  if (isPlain(a) && isPlain(b)) return sql;
  if (a.fill !== undefined && right !== undefined) return withFill(sql, compareValues(operator, a.fill, right), always);
  if (b.fill !== undefined && left !== undefined) return withFill(sql, compareValues(operator, left, b.fill), always);
  const [al, ah, bl, bh] = [a.low, a.high, b.low, b.high].map((bound) => atom(boundSql(bound))) as [
    string,
    string,
    string,
    string,
  ];
  const bounds = (x: string, sign: string, y: string): string =>
    x === NULL || y === NULL ? NULL : `${x} ${sign} ${y}`;
  const apart = anyOf([bounds(ah, '<', bl), bounds(al, '>', bh)].filter((each) => each !== NULL));
  switch (operator) {
    case '<':
      return choice([
        [bounds(ah, '<', bl), TRUE],
        [bounds(al, '>=', bh), FALSE],
      ]);
    case '<=':
      return choice([
        [bounds(ah, '<=', bl), TRUE],
        [bounds(al, '>', bh), FALSE],
      ]);
    case '>':
      return choice([
        [bounds(al, '>', bh), TRUE],
        [bounds(ah, '<=', bl), FALSE],
      ]);
    case '>=':
      return choice([
        [bounds(al, '>=', bh), TRUE],
        [bounds(ah, '<', bl), FALSE],
      ]);
    case '=':
      return choice([
        [sql, TRUE],
        [apart, FALSE],
      ]);
    case '!=':
      return choice([
        [apart, TRUE],
        [written('=', a, b), FALSE],
      ]);
  }
}

/** Where an unknown number's bounds settle the comparison; `always` says what every known number comes to. */
function withFill(sql: string, unknown: boolean | undefined, always: boolean | undefined): string {
  if (unknown === undefined) return sql;
  const truth = unknown ? TRUE : FALSE;
  return unknown === always ? truth : `coalesce(${sql}, ${truth})`;
}

/** Known numbers compared, in the unit of the column where that needs no arithmetic. */
function written(operator: ComparisonOperator, a: NumberSql, b: NumberSql): string {
  if (a.point === NULL || b.point === NULL) return NULL;
  const [left, right] = [constantOf(a), constantOf(b)];
  const sign = operator === '!=' ? '<>' : operator;
  if (a.column !== undefined && right !== undefined) return `${a.column.sql} ${sign} ${inUnits(right, a.column.scale)}`;
  if (b.column !== undefined && left !== undefined) return `${inUnits(left, b.column.scale)} ${sign} ${b.column.sql}`;
  if (a.column !== undefined && a.column.scale === b.column?.scale) return `${a.column.sql} ${sign} ${b.column.sql}`;
  return `${atom(a.point)} ${sign} ${atom(b.point)}`;
}

export function hull(a: Interval, b: Interval): Interval {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** The ends that are numbers. */
function finite({ low, high }: Interval): Interval {
  const ends = [low, high].filter(Number.isFinite);
  return ends.length === 0 ? { low: 0, high: 0 } : { low: Math.min(...ends), high: Math.max(...ends) };
}
