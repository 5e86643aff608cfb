import { type Interval, toInterval } from '../values/interval.ts';
import { numbersByPerson } from './by-person.ts';
import { rowsIn, type Sheet } from './sheet.ts';
import { type Block, type Constant, isConstant, type Level, type NumberVector } from './vectors.ts';

export type NumberOperand = Constant | NumberVector;

type Ranges = Pick<NumberVector, 'low' | 'high'>;
type Three = readonly [Ranges, Ranges, Ranges];

/** To be told of a row whose case has to be decided by itself. */
export type Watch = (row: number) => void;

/**
 * Works out numbers of a block from others, row by row. Where a result that should be exact is past what doubles hold, the
 * row is to be watched: whether its case can be decided depends on which formulas are looked at.
 */
export type Work = (from: Three, low: Float64Array, high: Float64Array, rows: number, watch: Watch) => void;

/** Past this, whole numbers are no longer exact. */
export const largestExact = Number.MAX_SAFE_INTEGER;

export function isExact(value: number): boolean {
  return value <= largestExact && value >= -largestExact;
}

/** A vector that is worked out from others. */
export function numbersFrom(operands: readonly NumberOperand[], sheet: Sheet, work: Work): NumberVector {
  const level: Level = operands.some((each) => each.level === 'person') ? 'person' : 'case';
  const from = operands.map((operand) => onLevel(operand, level, sheet));
  const low = new Float64Array(sheet.most[level]);
  const high = new Float64Array(sheet.most[level]);
  const fill: NumberVector['fill'] = (block) => {
    work(from as unknown as Three, low, high, rowsIn(block, level), watchIn(block, level, sheet));
  };
  return { level, inputs: from, low, high, fill };
}

export function watchIn(block: Block, level: Level, { odd, homes }: Sheet): Watch {
  return (row) => {
    odd[block.first + (level === 'person' ? (homes[row] as number) : row)] = 1;
  };
}

/** The same for a single row. */
export function onRanges(ranges: readonly Interval[], work: Work): Interval {
  const low = new Float64Array(1);
  const high = new Float64Array(1);
  const from = ranges.map((range) => ({ low: Float64Array.of(range.low), high: Float64Array.of(range.high) }));
  work(from as unknown as Three, low, high, 1, () => {});
  return { low: low[0] as number, high: high[0] as number };
}

/** Numbers a row each on the level that is asked for: a household's for each of its persons, a constant for all. */
export function onLevel(operand: NumberOperand, level: Level, sheet: Sheet): NumberVector {
  if (!isConstant(operand)) return level === 'person' ? numbersByPerson(operand, sheet) : operand;
  const { low, high } = toInterval(operand.value);
  const rows = sheet.most[level];
  return {
    level,
    inputs: [],
    low: new Float64Array(rows).fill(low),
    high: new Float64Array(rows).fill(high),
    fill: () => {},
  };
}
