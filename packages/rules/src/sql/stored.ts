import { anything, type Interval } from '../values/interval.ts';
import type { Dialect } from './dialect.ts';
import type { Bound } from './number.ts';
import * as number from './number.ts';
import { FALSE, NULL, TRUE } from './text.ts';
import { plain, type SqlValue } from './value.ts';

/** In which columns a value stands, so that rows that come later can read it. */
export type Stored =
  | { readonly kind: 'plain'; readonly column: string }
  /** A number that is known, or lies between the same bounds in every row. */
  | {
      readonly kind: 'point';
      readonly column: string;
      readonly fill: Interval;
      readonly range: Interval;
      /** Of a column of the tables: how many steps its unit has. */
      readonly scale?: number;
    }
  /** Bounds: columns, or constants. */
  | { readonly kind: 'range'; readonly low: Bound; readonly high: Bound; readonly range: Interval };

export interface NamedSql {
  readonly name: string;
  readonly sql: string;
}

/** The columns to put a value in; undefined where it is the same in every row and needs none. */
export function store(name: string, value: SqlValue): { stored: Stored; columns: NamedSql[] } | undefined {
  if (value.kind === 'plain') {
    if (value.sql === TRUE || value.sql === FALSE || value.sql === NULL) return undefined;
    return { stored: { kind: 'plain', column: name }, columns: [{ name, sql: value.sql }] };
  }
  const { point, low, high, fill, range, column } = value;
  if (typeof low === 'number' && typeof high === 'number') return undefined;
  if (fill !== undefined) {
    const stored = { kind: 'point', column: name, fill, range } as const;
    if (column === undefined) return { stored, columns: [{ name, sql: point }] };
    // As the table holds it: most are only compared, which needs no arithmetic.
    const { sql, scale } = column;
    return { stored: { ...stored, scale }, columns: [{ name, sql }] };
  }
  const columns: NamedSql[] = [];
  const end = (bound: Bound, suffix: string): Bound => {
    if (typeof bound === 'number') return bound;
    columns.push({ name: `${name}${suffix}`, sql: bound });
    return `${name}${suffix}`;
  };
  return { stored: { kind: 'range', low: end(low, '_low'), high: end(high, '_high'), range }, columns };
}

/** The value as it is read from its columns; `name` says what a column is called where it is read. */
export function read(stored: Stored, name: (column: string) => string, dialect: Dialect): SqlValue {
  switch (stored.kind) {
    case 'plain':
      return plain(name(stored.column));
    case 'point': {
      const { fill, range, scale } = stored;
      const column = name(stored.column);
      if (scale === undefined) return number.filled(column, fill, range);
      return { ...number.filled(dialect.steps(column, scale), fill, range), column: { sql: column, scale } };
    }
    case 'range': {
      const [low, high] = [stored.low, stored.high].map((bound) => (typeof bound === 'string' ? name(bound) : bound));
      return number.between(low as Bound, high as Bound, stored.range);
    }
  }
}

/** A number of the tables, of which nothing is known where it is not given. */
export function given(column: string, range: Interval, scale: number): Stored {
  return { kind: 'point', column, fill: anything, range, scale };
}
