import { describe, expect, it } from 'vitest';
import { anything } from '../values/interval.ts';
import * as number from './number.ts';
import { asked, asks, seen } from './testing/asked.ts';
import { plain, type SqlValue } from './value.ts';

/** Below 1; 3 and 5; above 5; and what lies between. */
const three = asked({ any: [asks('lessThan', 1), asks('in', [3, 5]), asks('greaterThan', 5)] });
const [low, between, listed, high] = [1, 2, 3, 4] as const;
const days = asked({ any: [asks('lessThan', '2016-01-01', 'exitDate'), asks('equal', '2017-01-01', 'exitDate')] });
const range = { low: 0, high: 9 };
const known = number.filled('x', anything, range);
const bounds = number.between('x_low', 'x_high', range);
const fromFour = number.filled('x', { low: 4, high: Number.POSITIVE_INFINITY }, range);
const sameForAll = number.constant({ low: 2, high: 4 });

describe('where a number or a day lies', () => {
  it.each<readonly [string, typeof three, SqlValue, readonly number[], string, string]>([
    ['known, low', three, known, [low], 'x < 1', 'coalesce(x < 1, TRUE)'],
    [
      'known, between',
      three,
      known,
      [between],
      '(x >= 1 AND x < 3) OR (x > 3 AND x < 5)',
      'coalesce((x >= 1 AND x < 3) OR (x > 3 AND x < 5), TRUE)',
    ],
    [
      'known, low, between',
      three,
      known,
      [low, between],
      'x < 3 OR (x > 3 AND x < 5)',
      'coalesce(x < 3 OR (x > 3 AND x < 5), TRUE)',
    ],
    [
      'else at most 0, low',
      three,
      number.filled('x', { low: Number.NEGATIVE_INFINITY, high: 0 }, range),
      [low],
      'coalesce(x < 1, TRUE)',
      'coalesce(x < 1, TRUE)',
    ],
    [
      'as a column holds it, low',
      three,
      { ...known, column: { sql: 'y', scale: 100 } },
      [low],
      'y < 0.01',
      'coalesce(y < 0.01, TRUE)',
    ],
    ['known, listed', three, known, [listed], 'x = 3 OR x = 5', 'coalesce(x = 3 OR x = 5, TRUE)'],
    [
      'known, between, listed',
      three,
      known,
      [between, listed],
      'x >= 1 AND x <= 5',
      'coalesce(x >= 1 AND x <= 5, TRUE)',
    ],
    ['known, low, between, listed', three, known, [low, between, listed], 'x <= 5', 'coalesce(x <= 5, TRUE)'],
    [
      'known, low, listed, high',
      three,
      known,
      [low, listed, high],
      'x < 1 OR x = 3 OR x >= 5',
      'coalesce(x < 1 OR x = 3 OR x >= 5, TRUE)',
    ],
    ['known, between, listed, high', three, known, [between, listed, high], 'x >= 1', 'coalesce(x >= 1, TRUE)'],
    ['never known, nowhere', three, number.unknownNumber, [], 'FALSE', 'FALSE'],
    [
      'never known, low, between, listed, high',
      three,
      number.unknownNumber,
      [low, between, listed, high],
      'TRUE',
      'TRUE',
    ],
    ['else at least 4, nowhere', three, fromFour, [], 'FALSE', 'coalesce(FALSE, FALSE)'],
    ['else at least 4, low', three, fromFour, [low], 'coalesce(x < 1, FALSE)', 'coalesce(x < 1, FALSE)'],
    [
      'else at least 4, between',
      three,
      fromFour,
      [between],
      '(x >= 1 AND x < 3) OR (x > 3 AND x < 5)',
      'coalesce((x >= 1 AND x < 3) OR (x > 3 AND x < 5), TRUE)',
    ],
    [
      'else at least 4, between, listed, high',
      three,
      fromFour,
      [between, listed, high],
      'coalesce(x >= 1, TRUE)',
      'coalesce(x >= 1, TRUE)',
    ],
    ['else at least 4, low, between, listed, high', three, fromFour, [low, between, listed, high], 'TRUE', 'TRUE'],
    [
      'else between 4 and 4.5, listed, high',
      three,
      number.filled('x', { low: 4, high: 4.5 }, range),
      [listed, high],
      'coalesce(x = 3 OR x >= 5, FALSE)',
      'coalesce(x = 3 OR x >= 5, FALSE)',
    ],
    ['the same range for all, nowhere', three, sameForAll, [], 'FALSE', 'coalesce(FALSE, FALSE)'],
    ['the same range for all, low', three, sameForAll, [low], 'FALSE', 'FALSE'],
    ['the same range for all, between', three, sameForAll, [between], 'NULL', 'TRUE'],
    ['the same range for all, between, listed', three, sameForAll, [between, listed], 'TRUE', 'TRUE'],
    [
      'the same range for all, low, between, listed, high',
      three,
      sameForAll,
      [low, between, listed, high],
      'TRUE',
      'TRUE',
    ],
    ['between two, nowhere', three, bounds, [], 'FALSE', 'FALSE'],
    [
      'between two, low',
      three,
      bounds,
      [low],
      'CASE WHEN x_high < 1 THEN TRUE WHEN x_low >= 1 THEN FALSE END',
      'coalesce(x_low < 1, TRUE)',
    ],
    [
      'between two, between',
      three,
      bounds,
      [between],
      'CASE WHEN (x_low >= 1 AND x_high < 3) OR (x_low > 3 AND x_high < 5) THEN TRUE WHEN x_high < 1 OR (x_low >= 3 AND x_high <= 3) OR x_low >= 5 THEN FALSE END',
      '(coalesce(x_high >= 1, TRUE) AND coalesce(x_low < 3, TRUE)) OR (coalesce(x_high > 3, TRUE) AND coalesce(x_low < 5, TRUE))',
    ],
    [
      'between two, listed',
      three,
      bounds,
      [listed],
      'CASE WHEN (x_low >= 3 AND x_high <= 3) OR (x_low >= 5 AND x_high <= 5) THEN TRUE WHEN x_high < 3 OR (x_low > 3 AND x_high < 5) OR x_low > 5 THEN FALSE END',
      '(coalesce(x_high >= 3, TRUE) AND coalesce(x_low <= 3, TRUE)) OR (coalesce(x_high >= 5, TRUE) AND coalesce(x_low <= 5, TRUE))',
    ],
    [
      'between two, high',
      three,
      bounds,
      [high],
      'CASE WHEN x_low > 5 THEN TRUE WHEN x_high <= 5 THEN FALSE END',
      'coalesce(x_high > 5, TRUE)',
    ],
    [
      'between two, between, listed, high',
      three,
      bounds,
      [between, listed, high],
      'CASE WHEN x_low >= 1 THEN TRUE WHEN x_high < 1 THEN FALSE END',
      'coalesce(x_high >= 1, TRUE)',
    ],
    ['between two, low, between, listed, high', three, bounds, [low, between, listed, high], 'TRUE', 'TRUE'],
    [
      'from one on, low',
      three,
      number.between('x_low', Number.POSITIVE_INFINITY, range),
      [low],
      'CASE WHEN x_low >= 1 THEN FALSE END',
      'coalesce(x_low < 1, TRUE)',
    ],
    [
      'from one on, high',
      three,
      number.between('x_low', Number.POSITIVE_INFINITY, range),
      [high],
      'CASE WHEN x_low > 5 THEN TRUE END',
      'TRUE',
    ],
    [
      'from one on, between, listed',
      three,
      number.between('x_low', Number.POSITIVE_INFINITY, range),
      [between, listed],
      'CASE WHEN x_low >= 1 AND NULL THEN TRUE WHEN NULL OR x_low > 5 THEN FALSE END',
      'coalesce(x_low <= 5, TRUE)',
    ],
    ['a day, nowhere', days, plain('d'), [], 'FALSE', 'FALSE'],
    ['a day, 1', days, plain('d'), [1], "d < DATE '2016-01-01'", "coalesce(d < DATE '2016-01-01', TRUE)"],
    [
      'a day, 2',
      days,
      plain('d'),
      [2],
      "(d >= DATE '2016-01-01' AND d < DATE '2017-01-01') OR d > DATE '2017-01-01'",
      "coalesce((d >= DATE '2016-01-01' AND d < DATE '2017-01-01') OR d > DATE '2017-01-01', TRUE)",
    ],
    ['a day, 1, 2', days, plain('d'), [1, 2], "d <> DATE '2017-01-01'", "coalesce(d <> DATE '2017-01-01', TRUE)"],
    ['a day, 3', days, plain('d'), [3], "d = DATE '2017-01-01'", "coalesce(d = DATE '2017-01-01', TRUE)"],
    ['a day, 1, 2, 3', days, plain('d'), [1, 2, 3], 'TRUE', 'TRUE'],
    [
      'a day that is worked out, 1, 2',
      days,
      plain('d + 1'),
      [1, 2],
      "(d + 1) <> DATE '2017-01-01'",
      "coalesce((d + 1) <> DATE '2017-01-01', TRUE)",
    ],
    ['a day that is never known, 1', days, plain('NULL'), [1], 'NULL', 'TRUE'],
    ['a day that is never known, 1, 2, 3', days, plain('NULL'), [1, 2, 3], 'TRUE', 'TRUE'],
  ])('%s', (_, slot, value, codes, isIn, mayBeIn) => {
    const classes = new Set(codes);
    expect([seen(slot, value).isIn(classes), seen(slot, value).mayBeIn(classes)]).toEqual([isIn, mayBeIn]);
  });

  it.each<readonly [string, typeof three, SqlValue, boolean, readonly (readonly number[])[]]>([
    ['known or not', three, known, false, []],
    ['else at least 4', three, fromFour, true, [[2, 3, 4]]],
    ['else between 4 and 4.5', three, number.filled('x', { low: 4, high: 4.5 }, range), true, []],
    [
      'else anywhere above zero',
      three,
      number.filled('x', { low: 0, high: Number.POSITIVE_INFINITY }, range),
      false,
      [],
    ],
    [
      'between two',
      three,
      bounds,
      true,
      [
        [1, 2],
        [1, 2, 3],
        [2, 3],
        [2, 3, 4],
        [3, 4],
      ],
    ],
    ['the same range for all', three, sameForAll, true, [[2, 3]]],
    ['a day', days, plain('d'), false, []],
  ])('is known in part: %s', (_, slot, value, ranged, ranges) => {
    expect(seen(slot, value).ranged).toBe(ranged);
    expect(seen(slot, value).ranges.map((each) => [...each])).toEqual(ranges);
  });
});
