import { describe, expect, it } from 'vitest';
import { anything } from '../values/interval.ts';
import * as number from './number.ts';
import { asked, asks, seen } from './testing/asked.ts';
import { plain, type SqlValue } from './value.ts';

const wide = { low: -99, high: 99 };

describe('a number that follows, and comes to what its field does not have, is unknown', () => {
  it.each<readonly [string, object, Parameters<typeof asked>[1], SqlValue, string]>([
    [
      'at least 0',
      asks('greaterThan', 0, 'other'),
      { min: 0 },
      number.filled('x', anything, wide),
      'CASE WHEN NOT (x < 0) THEN x END <= 0',
    ],
    [
      'at least 0, asked above',
      asks('greaterThan', 5, 'other'),
      { min: 0 },
      number.filled('x', anything, wide),
      'x <= 5',
    ],
    [
      'at most 9',
      asks('lessThan', 9, 'other'),
      { max: 9 },
      number.filled('x', anything, wide),
      'CASE WHEN NOT (x > 9) THEN x END < 9',
    ],
    ['at most 9, asked below', asks('lessThan', 5, 'other'), { max: 9 }, number.filled('x', anything, wide), 'x < 5'],
    [
      '0 to 9',
      { any: [asks('lessThanInclusive', 0, 'other'), asks('greaterThanInclusive', 9, 'other')] },
      { min: 0, max: 9 },
      number.filled('x', anything, wide),
      'CASE WHEN NOT (x < 0 OR x > 9) THEN x END <= 0',
    ],
    [
      '1 to 9, asked outside',
      { any: [asks('lessThan', 0, 'other'), asks('greaterThan', 3, 'other'), asks('greaterThan', 10, 'other')] },
      { min: 1, max: 9 },
      number.filled('x', anything, wide),
      'CASE WHEN NOT (x <= 0 OR x >= 10) THEN x END <= 3',
    ],
    [
      'which it never does',
      asks('greaterThan', -3, 'other'),
      { min: -3 },
      number.filled('x', anything, { low: -2, high: 99 }),
      'x <= (-3)',
    ],
    [
      'which it never does above',
      asks('lessThan', 9, 'other'),
      { max: 9 },
      number.filled('x', anything, { low: -99, high: 8 }),
      'x < 9',
    ],
    [
      'which it hardly does',
      asks('greaterThan', -3, 'other'),
      { min: -3 },
      number.filled('x', anything, { low: -3, high: 99 }),
      'CASE WHEN NOT (x < (-3)) THEN x END <= (-3)',
    ],
    [
      'which it hardly does above',
      asks('lessThan', 9, 'other'),
      { max: 9 },
      number.filled('x', anything, { low: -99, high: 9 }),
      'CASE WHEN NOT (x > 9) THEN x END < 9',
    ],
    [
      'or what is known without it',
      asks('greaterThan', 0, 'other'),
      { min: 0 },
      number.filled('x', { low: 3, high: 7 }, wide),
      'coalesce(CASE WHEN NOT (x < 0) THEN x END <= 0, FALSE)',
    ],
    [
      'between two',
      asks('greaterThan', 0, 'other'),
      { min: 0 },
      number.between('x_low', 'x_high', wide),
      'CASE WHEN CASE WHEN x_high < 0 THEN NULL ELSE x_high END <= 0 THEN TRUE WHEN CASE WHEN x_high < 0 THEN NULL ELSE x_low END > 0 THEN FALSE END',
    ],
    [
      'between two, at most 9',
      asks('lessThan', 9, 'other'),
      { max: 9 },
      number.between('x_low', 'x_high', wide),
      'CASE WHEN CASE WHEN x_low > 9 THEN NULL ELSE x_high END < 9 THEN TRUE WHEN CASE WHEN x_low > 9 THEN NULL ELSE x_low END >= 9 THEN FALSE END',
    ],
    [
      'between two, 0 to 9',
      { any: [asks('lessThanInclusive', 0, 'other'), asks('greaterThanInclusive', 9, 'other')] },
      { min: 0, max: 9 },
      number.between('x_low', 'x_high', wide),
      'CASE WHEN CASE WHEN x_high < 0 OR x_low > 9 THEN NULL ELSE x_high END <= 0 THEN TRUE WHEN CASE WHEN x_high < 0 OR x_low > 9 THEN NULL ELSE x_low END > 0 THEN FALSE END',
    ],
    [
      'from one on',
      asks('lessThan', 9, 'other'),
      { min: 0, max: 9 },
      number.between('x_low', Number.POSITIVE_INFINITY, wide),
      'CASE WHEN CASE WHEN x_low > 9 THEN NULL ELSE x_low END >= 9 THEN FALSE END',
    ],
    [
      'without a field that ends',
      asks('lessThan', 9, 'other'),
      {},
      number.between('x_low', 'x_high', wide),
      'CASE WHEN x_high < 9 THEN TRUE WHEN x_low >= 9 THEN FALSE END',
    ],
  ])('%s', (_, when, field, value, isIn) => {
    expect(seen(asked(when, field), value).isIn(new Set([1]))).toBe(isIn);
  });
});

it('a day that follows is asked as it is', () => {
  expect(seen(asked(asks('lessThan', '2017-01-01', 'later')), plain('d')).isIn(new Set([1]))).toBe(
    "d < DATE '2017-01-01'",
  );
});
