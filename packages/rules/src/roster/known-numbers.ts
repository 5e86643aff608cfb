import type { Expression } from '../model/expression.ts';
import { anything, toInterval } from '../values/interval.ts';
import { largestExact, type NumberOperand, onRanges, type Watch, type Work, watchIn } from './number-vector.ts';
import { Rounding } from './rounding.ts';
import { firstIn, rowsIn, type Sheet } from './sheet.ts';
import { isConstant, type KnownNumbers, type Level, type NumberVector, type PlainNumbers } from './vectors.ts';

// Which rows are known is as good as random: loops that do not branch on it take a third of the time.

/** The numbers of a column. */
export function knownInColumn({ steps, unknown, range }: PlainNumbers, level: Level, sheet: Sheet): KnownNumbers {
  const values = new Float64Array(sheet.most[level]);
  const fill: KnownNumbers['fill'] = (block) => {
    const first = firstIn(block, level);
    const own = steps.subarray(first, first + rowsIn(block, level));
    if (own instanceof Int32Array) fillFromInt32(own, unknown, values);
    else fillFromFloat64(own, unknown, values);
  };
  return { level, inputs: [], values, range, fill };
}

/** What is added to a number that is not known, and to one that is. */
const notKnown = Float64Array.of(Number.NaN, 0);

function fillFromInt32(steps: Int32Array, unknown: number, values: Float64Array): void {
  for (let row = 0; row < steps.length; row++) {
    const value = steps[row] as number;
    values[row] = value + (notKnown[Number(value !== unknown)] as number);
  }
}

function fillFromFloat64(steps: Float64Array, unknown: number, values: Float64Array): void {
  for (let row = 0; row < steps.length; row++) {
    const value = steps[row] as number;
    values[row] = value + (notKnown[Number(value !== unknown)] as number);
  }
}

/** Numbers whatever they come from: known where their range is a single one. */
export function knownAmong(numbers: NumberVector, sheet: Sheet): KnownNumbers {
  const { level, low, high } = numbers;
  const values = new Float64Array(sheet.most[level]);
  const fill: KnownNumbers['fill'] = (block) => {
    const rows = rowsIn(block, level);
    for (let row = 0; row < rows; row++) {
      const least = low[row] as number;
      values[row] = least + (notKnown[Number(least === high[row])] as number);
    }
  };
  return { level, inputs: [numbers], values, range: anything, fill };
}

type Round = Extract<Expression, { op: 'round' }>;

/** Quotients of one operand that differs by row and others that are the same for all. */
export function knownQuotients(
  formula: Round,
  work: Work,
  operands: readonly [NumberOperand, NumberOperand, NumberOperand],
  sheet: Sheet,
): NumberVector['known'] {
  const [above, factor, divisor] = operands;
  const [numbers, other] = isConstant(above) ? [factor, above] : [above, factor];
  if (isConstant(numbers) || !isConstant(other) || !isConstant(divisor)) return undefined;
  const [times, below] = [other.value, divisor.value];
  if (typeof times !== 'number' || typeof below !== 'number' || below === 0) return undefined;
  const rounding = new Rounding(formula);
  return () =>
    following(numbers, operands, work, sheet, ({ values: source }, values, rows, watch) => {
      rounding.divideBy(below);
      const { by, half, part, limit, step } = rounding;
      for (let row = 0; row < rows; row++) {
        const value = source[row] as number;
        const dividend = value * times * by;
        // One that is not known stays so.
        if (dividend < 0 || dividend > limit) {
          const quotient = rounding.of(value, times);
          values[row] = quotient;
          if (Math.abs(quotient) > largestExact) watch(row);
        } else values[row] = Math.floor((dividend + half) * part) * step;
      }
    });
}

/** The smaller or the larger of a number that differs by row and one that is the same for all. */
export function knownLimited(
  op: 'min' | 'max',
  work: Work,
  operands: readonly [NumberOperand, NumberOperand],
  sheet: Sheet,
): NumberVector['known'] {
  const [a, b] = operands;
  const [numbers, other] = isConstant(a) ? [b, a] : [a, b];
  if (isConstant(numbers) || !isConstant(other) || typeof other.value !== 'number') return undefined;
  const limit = other.value;
  const limited = op === 'max' ? Math.max : Math.min;
  return () =>
    following(numbers, operands, work, sheet, ({ values: source }, values, rows) => {
      for (let row = 0; row < rows; row++) values[row] = limited(source[row] as number, limit);
    });
}

type Follow = (source: KnownNumbers, values: Float64Array, rows: number, watch: Watch) => void;

/** What is not known there is not known here either; undefined where all that it can be comes to the same. */
function following(
  numbers: NumberVector,
  operands: readonly NumberOperand[],
  work: Work,
  sheet: Sheet,
  follow: Follow,
): KnownNumbers | undefined {
  const source = numbers.known?.();
  if (source === undefined) return undefined;
  const range = onRanges(
    operands.map((operand) => (isConstant(operand) ? toInterval(operand.value) : source.range)),
    work,
  );
  if (range.low === range.high) return undefined;
  const { level } = source;
  const values = new Float64Array(sheet.most[level]);
  const fill: KnownNumbers['fill'] = (block) => {
    follow(source, values, rowsIn(block, level), watchIn(block, level, sheet));
  };
  return { level, inputs: [source], values, range, fill };
}
