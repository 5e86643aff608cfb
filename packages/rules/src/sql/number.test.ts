import { describe, expect, it } from 'vitest';
import { compileExpression, type Scope } from '../compile/expression.ts';
import type { Frame } from '../compile/frame.ts';
import type { ComparisonOperator, Expression, RoundingMode } from '../model/expression.ts';
import { toInterval, type Value } from '../values/interval.ts';
import { branch, orElse } from './branches.ts';
import { dialects } from './dialects.ts';
import * as number from './number.ts';
import { boundSql, type NumberSql } from './number.ts';
import { rounded } from './rounding.ts';
import { inRows, type Operand, operands, type Row, rows } from './testing/operands.ts';
import { numberOf } from './value.ts';

const { wide } = dialects.duckdb;

/** The formula of the policy language, worked out by the evaluator. */
function evaluated(expression: object): Value {
  return compileExpression(expression as Expression, {} as Scope)({} as Frame);
}

const value = (of: Value): object => ({ op: 'value', value: of });

type Pair = readonly [Operand, Operand];
const pairs: readonly Pair[] = operands.flatMap((a) => operands.map((b): Pair => [a, b]));

/** Holds SQL made of every two operands against what the evaluator says, in every row. */
async function held(
  write: (a: NumberSql, b: NumberSql) => NumberSql,
  expected: (a: Value, b: Value, row: Row) => Value,
  of: readonly Pair[] = pairs,
): Promise<void> {
  const written = of.map(([a, b]) => write(a.sql('a'), b.sql('b')));
  const found = await inRows(written.flatMap(({ point, low, high }) => [point, boundSql(low), boundSql(high)]));
  const differences: unknown[] = [];
  of.forEach(([a, b], place) => {
    const [points = [], lows = [], highs = []] = found.slice(3 * place, 3 * place + 3);
    const { range } = written[place] as NumberSql;
    rows.forEach((row, index) => {
      const { low, high } = toInterval(expected(a.in(row.a), b.in(row.b), row));
      const end = (bound: number): number | null => (Number.isFinite(bound) ? bound + 0 : null);
      const wanted = [low === high ? low + 0 : null, end(low), end(high)];
      const said = [points, lows, highs].map((each) => (each[index] === null ? null : Number(each[index])));
      const outside = said.some((each) => each !== null && (each < range.low || each > range.high));
      if (outside || said.some((each, part) => each !== wanted[part]))
        differences.push({ a: a.is, b: b.is, row, wanted, said, range });
    });
  });
  expect(differences.slice(0, 5)).toEqual([]);
}

describe('a number in SQL, known in part, is what the evaluator says', () => {
  it.each([
    ['add', number.add],
    ['subtract', number.subtract],
    ['multiply', (a: NumberSql, b: NumberSql) => number.multiply(a, b, wide)],
    ['min', (a: NumberSql, b: NumberSql) => number.extreme('min', a, b)],
    ['max', (a: NumberSql, b: NumberSql) => number.extreme('max', a, b)],
  ] as const)('%s', (op, write) =>
    held(write, (left, right) => evaluated({ op, left: value(left), right: value(right) })),
  );

  it.each(['<', '<=', '>', '>=', '=', '!='] satisfies ComparisonOperator[])('compared by %s', async (operator) => {
    const found = await inRows(pairs.map(([a, b]) => number.compare(operator, a.sql('a'), b.sql('b'))));
    const differences = pairs.flatMap(([a, b], place) =>
      rows.flatMap((row, index) => {
        const wanted = evaluated({ op: 'compare', operator, left: value(a.in(row.a)), right: value(b.in(row.b)) });
        const said = found[place]?.[index];
        return said === (wanted ?? null) ? [] : [{ a: a.is, b: b.is, row, wanted, said }];
      }),
    );
    expect(differences.slice(0, 5)).toEqual([]);
  });

  it('one of two, where it is known which and where not', () =>
    held(
      (a, b) => numberOf(branch('yes', a, b)),
      (yes, no, row) => evaluated({ op: 'if', when: value(row.yes ?? undefined), yes: value(yes), no: value(no) }),
    ));

  it('another one where it is not known', () =>
    held(
      (a, b) => numberOf(orElse(a, b)),
      (own, other) => (typeof own === 'number' || toInterval(own).low === toInterval(own).high ? own : other),
    ));
});

const roundings = (['half-up', 'up', 'down'] satisfies RoundingMode[]).flatMap((mode) =>
  [
    { numerator: 1, denominator: 2, step: 1 },
    { numerator: 7, denominator: 3, step: 10 },
  ].map((steps) => ({ mode, ...steps })),
);

describe('a quotient in SQL is rounded as the evaluator rounds it', () => {
  it.each(roundings)('$mode, of $numerator to $denominator, to $step', (round) =>
    held(
      (a, b) =>
        rounded(
          { op: 'round', of: 'a', by: 'b', ...round } as never,
          (each) => ((each as unknown) === 'a' ? a : b),
          dialects.duckdb,
        ),
      (of, by) => evaluated({ op: 'round', of: value(of), by: value(by), ...round }),
    ),
  );
});
