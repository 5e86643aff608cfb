import { describe, expect, it } from 'vitest';
import { anything, type Interval } from '../values/interval.ts';
import type { NumberSql } from './number.ts';
import * as number from './number.ts';

// How numbers are written: what is known when the SQL is written is worked out there, and nothing is said twice.

const range = { low: 0, high: 9 };
const plain = (sql: string, of: Interval = range): NumberSql => number.filled(sql, anything, of);
const [x, y, z] = ['x', 'y', 'z'].map((sql) => plain(sql)) as [NumberSql, NumberSql, NumberSql];
/** From 0 to 5 where it is not known. */
const f = number.filled('f', { low: 0, high: 5 }, range);
/** Between two columns, from one on, and up to one. */
const r = number.between('r_low', 'r_high', range);
const from = number.between('from_low', Number.POSITIVE_INFINITY, range);
const upTo = number.between(Number.NEGATIVE_INFINITY, 'up_high', range);
/** The same range in every row. */
const sevens = number.constant({ low: 0, high: 7 });
const endless = number.constant({ low: 2, high: Number.POSITIVE_INFINITY });
const [zero, one, five, minus] = [0, 1, 5, -2].map((value) => number.constant(value)) as [
  NumberSql,
  NumberSql,
  NumberSql,
  NumberSql,
];
const unknown = number.unknownNumber;
const wide = (sql: string): string => `wide(${sql})`;
const times = (a: NumberSql, b: NumberSql): NumberSql => number.multiply(a, b, wide);
const known = 'CASE WHEN r_low = r_high THEN r_low END';

/** Point and bounds: one text where all are the same. */
function told({ point, low, high }: NumberSql): unknown {
  return point === low && low === high ? point : [point, low, high];
}

describe('a number', () => {
  it('of which no row tells anything is what it is for all', () => {
    expect(number.filled('NULL', { low: 0, high: 5 }, range)).toEqual(number.constant({ low: 0, high: 5 }));
    expect(number.between(2, 3, range)).toEqual(number.constant({ low: 2, high: 3 }));
  });

  it('between one and the same bound is known wherever that is', () => {
    expect(number.between('x', 'x', range)).toEqual(x);
  });

  it('without a bound on one side is never known', () => {
    expect(told(from)).toEqual(['NULL', 'from_low', Number.POSITIVE_INFINITY]);
    expect(told(upTo)).toEqual(['NULL', Number.NEGATIVE_INFINITY, 'up_high']);
  });

  it('lies where its values and its bounds do', () => {
    expect(number.filled('x', { low: -3, high: 20 }, range).range).toEqual({ low: -3, high: 20 });
    expect(number.filled('x', { low: 3, high: 4 }, range).range).toEqual(range);
    expect(number.hull({ low: -1, high: 2 }, range)).toEqual({ low: -1, high: 9 });
  });
});

describe('a sum and a difference', () => {
  it.each<[string, () => NumberSql, unknown]>([
    ['two numbers', () => number.add(x, y), 'x + y'],
    ['a number and a constant', () => number.add(x, five), 'x + 5'],
    ['nothing more', () => number.add(x, zero), 'x'],
    ['nothing before', () => number.add(zero, x), 'x'],
    ['less than nothing', () => number.add(x, minus), 'x + (-2)'],
    ['a sum added', () => number.add(x, number.add(y, z)), 'x + y + z'],
    ['a sum taken away', () => number.subtract(x, number.add(y, z)), 'x - (y + z)'],
    ['a difference taken away', () => number.subtract(x, number.subtract(y, z)), 'x - (y - z)'],
    ['nothing taken away', () => number.subtract(x, zero), 'x'],
    ['taken from nothing', () => number.subtract(zero, x), '0 - x'],
    ['constants', () => number.add(five, minus), ['3', 3, 3]],
    ['a range and a constant', () => number.add(r, five), [`${known} + 5`, 'r_low + 5', 'r_high + 5']],
    ['a range taken away', () => number.subtract(five, r), [`5 - ${known}`, '5 - r_high', '5 - r_low']],
    ['known, or in a range', () => number.add(f, five), ['f + 5', 'coalesce(f + 5, 5)', 'coalesce(f + 5, 10)']],
    ['a constant and that', () => number.subtract(five, f), ['5 - f', 'coalesce(5 - f, 0)', 'coalesce(5 - f, 5)']],
    ['without an upper bound', () => number.add(x, from), ['NULL', 'x + from_low', Number.POSITIVE_INFINITY]],
    ['the other way about', () => number.add(from, x), ['NULL', 'from_low + x', Number.POSITIVE_INFINITY]],
    ['without a lower bound', () => number.subtract(x, from), ['NULL', Number.NEGATIVE_INFINITY, 'x - from_low']],
    ['without a bound less', () => number.subtract(upTo, x), ['NULL', Number.NEGATIVE_INFINITY, 'up_high - x']],
    ['with a range for all', () => number.add(x, sevens), ['NULL', 'x', 'x + 7']],
    ['a range for all first', () => number.add(sevens, x), ['NULL', 'x', '7 + x']],
    ['two ranges for all', () => number.add(endless, sevens), ['NULL', 2, Number.POSITIVE_INFINITY]],
    ['what is never known', () => number.add(x, unknown), ['NULL', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]],
  ])('%s', (_, sum, expected) => {
    expect(told(sum())).toEqual(expected);
  });

  it('are known to lie where their parts do', () => {
    expect(number.add(f, five)).toMatchObject({ fill: { low: 5, high: 10 }, range: { low: 5, high: 14 } });
    expect(number.subtract(five, f)).toMatchObject({ fill: { low: 0, high: 5 }, range: { low: -4, high: 5 } });
    expect(number.subtract(x, y)).toMatchObject({ fill: anything, range: { low: -9, high: 9 } });
    expect(number.add(endless, sevens)).toEqual(number.constant({ low: 2, high: Number.POSITIVE_INFINITY }));
  });
});

describe('a product', () => {
  it.each<[string, () => NumberSql, unknown]>([
    ['two numbers', () => times(x, y), 'CASE WHEN x = 0 OR y = 0 THEN 0 ELSE x * y END'],
    ['with itself', () => times(x, x), 'CASE WHEN x = 0 THEN 0 ELSE x * x END'],
    ['a number and a constant', () => times(x, five), 'x * 5'],
    ['a constant and a number', () => times(five, x), 'x * 5'],
    ['constants', () => times(five, minus), ['-10', -10, -10]],
    ['with nothing', () => times(unknown, zero), ['0', 0, 0]],
    ['a range and a constant', () => times(r, five), [`${known} * 5`, 'r_low * 5', 'r_high * 5']],
    ['turned round', () => times(r, minus), [`${known} * (-2)`, 'r_high * (-2)', 'r_low * (-2)']],
    ['known, or in a range', () => times(f, five), ['f * 5', 'coalesce(f * 5, 0)', 'coalesce(f * 5, 25)']],
    ['a range for all', () => times(sevens, five), ['NULL', 0, 35]],
    ['without an upper bound', () => times(from, five), ['NULL', 'from_low * 5', Number.POSITIVE_INFINITY]],
    ['without a lower bound', () => times(from, minus), ['NULL', Number.NEGATIVE_INFINITY, 'from_low * (-2)']],
  ])('%s', (_, product, expected) => {
    expect(told(product())).toEqual(expected);
  });

  it('with one is the number itself', () => {
    expect(times(r, one)).toBe(r);
    expect(times(one, r)).toBe(r);
  });

  it('with what is never known is known where the other is zero', () => {
    expect(times(x, from).point).toBe('CASE WHEN x = 0 THEN 0 END');
    expect(times(from, x).point).toBe('CASE WHEN x = 0 THEN 0 END');
    expect(times(from, from).point).toBe('NULL');
  });

  it('has a bound wherever the sides that could lack one cannot take it away', () => {
    const below = number.between('b_low', 0, { low: -9, high: 0 });
    const over = number.between(0, 'o_high', range);
    // What has no lower bound makes a product without one by what can be above zero, and without an upper one by what can be below.
    expect(times(r, below).low).toMatch(
      /^CASE WHEN \(r_high IS NULL AND coalesce\(b_low < 0, TRUE\)\) OR \(b_low IS NULL AND coalesce\(r_high > 0, TRUE\)\) THEN NULL ELSE least\(/,
    );
    expect(times(r, over).high).toMatch(
      /^CASE WHEN \(r_high IS NULL AND coalesce\(o_high > 0, TRUE\)\) OR \(o_high IS NULL AND coalesce\(r_high > 0, TRUE\)\) THEN NULL ELSE greatest\(/,
    );
    expect(times(r, over).low).toMatch(
      /^CASE WHEN \(r_low IS NULL AND coalesce\(o_high > 0, TRUE\)\) OR \(o_high IS NULL AND coalesce\(r_low < 0, TRUE\)\) THEN NULL ELSE least\(/,
    );
    expect(times(r, below).high).toMatch(
      /^CASE WHEN \(r_low IS NULL AND coalesce\(b_low < 0, TRUE\)\) OR \(b_low IS NULL AND coalesce\(r_low < 0, TRUE\)\) THEN NULL ELSE greatest\(/,
    );
  });

  it.each<[Interval, boolean]>([
    [{ low: 0, high: 2e18 }, false],
    [{ low: 0, high: 3e18 }, true],
    [{ low: -3e18, high: 0 }, true],
    [{ low: -2e18, high: 4e18 }, true],
  ])('has more room where it can be long: of %j by 3, %s', (of, isLong) => {
    expect(times(plain('x', of), number.constant(3)).point).toBe(isLong ? 'wide(x) * 3' : 'x * 3');
  });
});

describe('the lesser and the greater of two', () => {
  const least = (a: NumberSql, b: NumberSql) => number.extreme('min', a, b);
  const greatest = (a: NumberSql, b: NumberSql) => number.extreme('max', a, b);

  it.each<[string, () => NumberSql, unknown]>([
    ['constants', () => least(five, minus), ['-2', -2, -2]],
    ['of one number', () => least(x, x), 'x'],
    ['of one number, greater', () => greatest(x, x), 'x'],
    ['of one range', () => greatest(r, r), [known, 'r_low', 'r_high']],
    ['ranges for all', () => least(endless, number.constant({ low: 3, high: 9 })), ['NULL', 2, 9]],
    ['ranges for all, greater', () => greatest(endless, sevens), ['NULL', 2, Number.POSITIVE_INFINITY]],
  ])('%s', (_, found, expected) => {
    expect(told(found())).toEqual(expected);
  });

  it('compare no bound that is not there', () => {
    expect(least(x, upTo)).toMatchObject({ point: 'NULL', low: Number.NEGATIVE_INFINITY, high: 'least(x, up_high)' });
    expect(greatest(x, from)).toMatchObject({ low: 'greatest(x, from_low)', high: Number.POSITIVE_INFINITY });
    expect(greatest(from, x)).toMatchObject({ low: 'greatest(from_low, x)', high: Number.POSITIVE_INFINITY });
    expect(greatest(upTo, x).low).toBe('x');
    expect(least(from, r).high).toBe('r_high');
    expect(least(x, from)).toMatchObject({
      low: 'CASE WHEN x <= from_low THEN x WHEN x > from_low THEN from_low END',
      high: 'x',
    });
  });

  it('lie within the bound that one of them has in every row', () => {
    const wider = plain('w', { low: -20, high: 20 });
    expect(least(wider, five).range).toEqual({ low: -20, high: 5 });
    expect(greatest(wider, five).range).toEqual({ low: 5, high: 20 });
    expect(least(wider, f).range).toEqual({ low: -20, high: 9 });
    expect(greatest(f, wider).range).toEqual({ low: 0, high: 20 });
    expect(least(f, number.constant({ low: -1, high: 3 })).range).toEqual({ low: -1, high: 3 });
  });

  it('lie anywhere between, where neither has one', () => {
    const wider = plain('w', { low: -20, high: 20 });
    expect(least(wider, x).range).toEqual({ low: -20, high: 20 });
    expect(least(wider, r).range).toEqual({ low: -20, high: 20 });
    expect(least(wider, from).range).toEqual({ low: -20, high: 20 });
    expect(greatest(wider, upTo).range).toEqual({ low: -20, high: 20 });
  });
});

describe('a comparison', () => {
  const column = (sql: string, scale: number): NumberSql => ({
    ...plain(`${sql} * ${scale}`),
    column: { sql, scale },
  });
  const [yuan, other, tenths] = [column('a', 100), column('b', 100), column('c', 10)];

  it.each<[string, () => string]>([
    ['x < y', () => number.compare('<', x, y)],
    ['x <> y', () => number.compare('!=', x, y)],
    ['x < 5', () => number.compare('<', x, five)],
    ['5 < x', () => number.compare('<', five, x)],
    ['FALSE', () => number.compare('<', five, minus)],
    ['TRUE', () => number.compare('!=', five, minus)],
    // What is unknown lies from 0 to 5, what is known from 0 to 9.
    ['f < 5', () => number.compare('<', f, five)],
    ['coalesce(f <= 5, TRUE)', () => number.compare('<=', f, five)],
    ['coalesce(f > 5, FALSE)', () => number.compare('>', f, five)],
    ['FALSE', () => number.compare('<', f, minus)],
    ['TRUE', () => number.compare('<', minus, f)],
    ['coalesce(5 >= f, TRUE)', () => number.compare('>=', five, f)],
    ['NULL', () => number.compare('<', x, unknown)],
    ['NULL', () => number.compare('<', from, from)],
    ['CASE WHEN x < from_low THEN TRUE END', () => number.compare('<', x, from)],
    ['CASE WHEN from_low >= x THEN FALSE END', () => number.compare('<', from, x)],
    ['CASE WHEN x < from_low THEN FALSE END', () => number.compare('=', x, from)],
    ['CASE WHEN from_low > x THEN FALSE END', () => number.compare('=', from, x)],
    ['CASE WHEN x < from_low THEN TRUE END', () => number.compare('!=', x, from)],
    ['CASE WHEN x < 0 OR x > 7 THEN FALSE END', () => number.compare('=', x, sevens)],
  ])('%s', (expected, found) => {
    expect(found()).toBe(expected);
  });

  it('is in the unit of the column, where that needs no arithmetic', () => {
    expect(number.compare('<', yuan, five)).toBe('a < 0.05');
    expect(number.compare('!=', five, yuan)).toBe('0.05 <> a');
    expect(number.compare('=', yuan, other)).toBe('a = b');
    expect(number.compare('=', yuan, tenths)).toBe('(a * 100) = (c * 10)');
    expect(number.compare('=', yuan, x)).toBe('(a * 100) = x');
    expect(number.compare('=', x, yuan)).toBe('x = (a * 100)');
    expect(number.compare('!=', x, yuan)).toBe('x <> (a * 100)');
  });
});
