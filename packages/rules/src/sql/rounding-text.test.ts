import { describe, expect, it } from 'vitest';
import type { Expression, RoundingMode } from '../model/expression.ts';
import { anything, type Interval } from '../values/interval.ts';
import { dialects } from './dialects.ts';
import type { NumberSql } from './number.ts';
import * as number from './number.ts';
import { rounded } from './rounding.ts';

const range = { low: 0, high: 9 };
const plain = (sql: string, of: Interval = range): NumberSql => number.filled(sql, anything, of);
const [x, y] = ['x', 'y'].map((sql) => plain(sql)) as [NumberSql, NumberSql];
/** From 0 to 5 where it is not known. */
const f = number.filled('f', { low: 0, high: 5 }, range);
/** Between two columns, and from one on. */
const r = number.between('r_low', 'r_high', range);
const from = number.between('from_low', Number.POSITIVE_INFINITY, range);
const [zero, three, five, minus] = [0, 3, 5, -2].map((value) => number.constant(value)) as [
  NumberSql,
  NumberSql,
  NumberSql,
  NumberSql,
];
const unknown = number.unknownNumber;
const wide = (sql: string): string => `wide(${sql})`;

/** Point and bounds: one text where all are the same. */
function told({ point, low, high }: NumberSql): unknown {
  return point === low && low === high ? point : [point, low, high];
}

describe('a quotient', () => {
  const dialect = { ...dialects.duckdb, wide, whole: (sql: string) => `whole(${sql})` };
  interface Asked {
    readonly of: NumberSql | readonly [NumberSql, NumberSql];
    readonly by?: NumberSql;
    readonly mode?: RoundingMode;
    readonly denominator?: number;
    readonly step?: number;
  }
  function quotient({ of, by, mode = 'down', denominator = 1, step = 1 }: Asked): NumberSql {
    const operand = 'kind' in of ? of : { op: 'multiply', left: of[0], right: of[1] };
    const round = { op: 'round', of: operand, by: by ?? null, numerator: 1, denominator, mode, step };
    const quantity = (each: Expression): NumberSql =>
      each.op === 'multiply'
        ? number.multiply(quantity(each.left), quantity(each.right), wide)
        : (each as unknown as NumberSql);
    return rounded(round as never, quantity, dialect);
  }
  const signed = plain('s', { low: -9, high: 9 });

  it.each<[string, () => NumberSql, unknown]>([
    ['half up', () => quotient({ of: x, by: three, mode: 'half-up' }), 'whole((2 * x + 3) // 6)'],
    ['up', () => quotient({ of: x, by: three, mode: 'up' }), 'whole((x + 2) // 3)'],
    ['down', () => quotient({ of: x, by: three }), 'whole(x // 3)'],
    ['to steps', () => quotient({ of: x, denominator: 2, step: 10 }), 'whole(x // 20) * 10'],
    ['by nothing but one', () => quotient({ of: x, mode: 'up' }), 'whole(x)'],
    ['of less than zero', () => quotient({ of: signed, by: three }), 'whole(sign(s)) * whole(abs(s) // 3)'],
    [
      'by less than zero',
      () => quotient({ of: x, by: minus }),
      'CASE WHEN x IS NOT NULL THEN whole(-sign(x)) * whole(x // 2) END',
    ],
    ['of a constant', () => quotient({ of: five, by: three }), 'whole(5 // 3)'],
    [
      'by another number',
      () => quotient({ of: x, by: signed }),
      'CASE WHEN s > 0 THEN whole(sign(x) * sign(s)) * whole(x // abs(s)) WHEN s < 0 AND x IS NOT NULL THEN whole(sign(x) * sign(s)) * whole(x // abs(s)) END',
    ],
    [
      'of a constant by another number',
      () => quotient({ of: five, by: y }),
      'CASE WHEN y > 0 THEN whole(5 // y) WHEN y < 0 THEN whole(5 // y) END',
    ],
    [
      'of a product by less than zero, which tells something where both are known',
      () => quotient({ of: [x, y], by: minus }),
      'CASE WHEN x IS NOT NULL AND y IS NOT NULL THEN whole(-sign(CASE WHEN x = 0 OR y = 0 THEN 0 ELSE x * y END)) * whole(CASE WHEN x = 0 OR y = 0 THEN 0 ELSE x * y END // 2) END',
    ],
    [
      'of a product with a constant',
      () => quotient({ of: [x, five], by: minus }),
      'CASE WHEN x IS NOT NULL THEN whole(-sign(x * 5)) * whole((x * 5) // 2) END',
    ],
    [
      'of a range',
      () => quotient({ of: r, by: three }),
      [
        'CASE WHEN whole(r_low // 3) = whole(r_high // 3) THEN whole(r_low // 3) END',
        'whole(r_low // 3)',
        'whole(r_high // 3)',
      ],
    ],
    [
      'known, or in a range',
      () => quotient({ of: f, by: three }),
      ['whole(f // 3)', 'coalesce(whole(f // 3), 0)', 'coalesce(whole(f // 3), 1)'],
    ],
    [
      'in a range that rounds to one number',
      () => quotient({ of: f, denominator: 100 }),
      [
        'CASE WHEN whole(coalesce(f, 0) // 100) = whole(coalesce(f, 5) // 100) THEN whole(coalesce(f, 0) // 100) END',
        'whole(coalesce(f, 0) // 100)',
        'whole(coalesce(f, 5) // 100)',
      ],
    ],
    [
      'without an upper bound',
      () => quotient({ of: from, by: three }),
      ['NULL', 'whole(from_low // 3)', Number.POSITIVE_INFINITY],
    ],
    [
      'that can be long with half of what divides it',
      () =>
        quotient({ of: plain('x', { low: 0, high: 4e18 }), by: plain('d', { low: 1, high: 2e18 }), mode: 'half-up' }),
      'CASE WHEN d > 0 THEN whole((2 * wide(x) + d) // (2 * d)) WHEN d < 0 AND x IS NOT NULL THEN whole((2 * wide(x) + d) // (2 * d)) END',
    ],
    ['that can be long', () => quotient({ of: plain('x', { low: 0, high: 5e18 }), by: three }), 'whole(wide(x) // 3)'],
  ])('%s', (_, found, expected) => {
    expect(told(found())).toEqual(expected);
  });

  it('of what is never known, by what is never known or by zero tells nothing', () => {
    expect(quotient({ of: unknown, by: three })).toEqual(unknown);
    expect(quotient({ of: x, by: unknown })).toEqual(unknown);
    expect(quotient({ of: x, by: zero })).toEqual(unknown);
    expect(quotient({ of: x, by: from })).toEqual(unknown);
  });

  it('lies within a step of the exact one', () => {
    expect(quotient({ of: x, by: three }).range).toEqual({ low: -1, high: 4 });
    expect(quotient({ of: x, by: minus }).range).toEqual({ low: -6, high: 1 });
    expect(quotient({ of: x, denominator: 2, step: 10 }).range).toEqual({ low: -10, high: 15 });
    expect(quotient({ of: x, by: signed }).range).toEqual({ low: -10, high: 10 });
    expect(quotient({ of: f, by: three })).toMatchObject({ fill: { low: 0, high: 1 }, range: { low: -1, high: 4 } });
  });
});
