import { describe, expect, it } from 'vitest';
import { anything } from '../values/interval.ts';
import { dialects } from './dialects.ts';
import * as number from './number.ts';
import { given, read, store } from './stored.ts';
import { plain } from './value.ts';

const range = { low: 0, high: 9 };
const steps = { low: -100, high: 100 };
const named = (column: string): string => `home_${column}`;
/** How a value is put into columns, and what is read of them. */
function kept(value: Parameters<typeof store>[1]): unknown {
  const stored = store('x', value);
  return stored === undefined ? undefined : [stored.columns, read(stored.stored, named, dialects.duckdb)];
}

describe('a value is kept', () => {
  it.each(['TRUE', 'FALSE', 'NULL'])('in no column where it is the same in every row: %s', (sql) => {
    expect(store('x', plain(sql))).toBeUndefined();
  });

  it('in none where its bounds are', () => {
    expect(store('x', number.constant(5))).toBeUndefined();
    expect(store('x', number.constant({ low: 0, high: Number.POSITIVE_INFINITY }))).toBeUndefined();
  });

  it('in one where it is no number', () => {
    expect(kept(plain('a AND b'))).toEqual([[{ name: 'x', sql: 'a AND b' }], plain('home_x')]);
  });

  it('in one where it is known, or lies between bounds of all rows', () => {
    const value = number.filled('a + 1', { low: 0, high: 5 }, range);
    expect(kept(value)).toEqual([[{ name: 'x', sql: 'a + 1' }], number.filled('home_x', { low: 0, high: 5 }, range)]);
  });

  it('as the table holds it, where it does', () => {
    const column = { sql: 'a', scale: 100 };
    const value = { ...number.filled('CAST(a * 100 AS BIGINT)', anything, steps), column };
    expect(kept(value)).toEqual([
      [{ name: 'x', sql: 'a' }],
      { ...number.filled('CAST(home_x * 100 AS BIGINT)', anything, steps), column: { sql: 'home_x', scale: 100 } },
    ]);
  });

  it('in two where it lies between bounds of its own', () => {
    expect(kept(number.between('a', 'b', range))).toEqual([
      [
        { name: 'x_low', sql: 'a' },
        { name: 'x_high', sql: 'b' },
      ],
      number.between('home_x_low', 'home_x_high', range),
    ]);
  });

  it('in one where the other bound is that of all rows', () => {
    expect(kept(number.between('a', Number.POSITIVE_INFINITY, range))).toEqual([
      [{ name: 'x_low', sql: 'a' }],
      number.between('home_x_low', Number.POSITIVE_INFINITY, range),
    ]);
    expect(kept(number.between(0, 'b', range))).toEqual([
      [{ name: 'x_high', sql: 'b' }],
      number.between(0, 'home_x_high', range),
    ]);
  });

  it('as a column of the tables: nothing is known of it where it is not given', () => {
    expect(read(given('a', range, 1), named, dialects.duckdb)).toEqual({
      ...number.filled('home_a', anything, range),
      column: { sql: 'home_a', scale: 1 },
    });
  });
});
