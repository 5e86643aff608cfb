import { firstIn, rowsIn } from './sheet.ts';
import type { Level, PlainNumbers, Vector } from './vectors.ts';

/**
 * Fills classes from a column of numbers: by place among the thresholds, where place 2j + 1 is threshold j and the even ones
 * lie before, between and after.
 */
export function classesOfPlain(
  { steps, unknown }: PlainNumbers,
  level: Level,
  thresholds: readonly number[],
  byPlace: Uint8Array,
  ofUnknown: number,
  classes: Uint8Array,
): Vector['fill'] {
  const [only] = thresholds;
  const fill = steps instanceof Int32Array ? fillFromInt32 : fillFromFloat64;
  return (block) => {
    const first = firstIn(block, level);
    const rows = rowsIn(block, level);
    const own = steps.subarray(first, first + rows) as Int32Array & Float64Array;
    if (thresholds.length === 1) fill(own, unknown, only as number, byPlace, ofUnknown, classes);
    else {
      for (let row = 0; row < rows; row++) {
        const value = own[row] as number;
        const isKnown = !Number.isNaN(value) && value !== unknown;
        classes[row] = isKnown ? (byPlace[placeAmong(thresholds, value)] as number) : ofUnknown;
      }
    }
  };
}

/** Place 2j + 1 is threshold j; the even ones lie before, between and after. */
export function placeAmong(thresholds: readonly number[], value: number): number {
  let place = 0;
  for (let each = 0; each < thresholds.length; each++) {
    const threshold = thresholds[each] as number;
    if (value >= threshold) place = value === threshold ? 2 * each + 1 : 2 * each + 2;
  }
  return place;
}

function fillFromInt32(
  steps: Int32Array,
  unknown: number,
  threshold: number,
  byPlace: Uint8Array,
  ofUnknown: number,
  classes: Uint8Array,
): void {
  const [below = 0, at = 0, above = 0] = byPlace;
  for (let row = 0; row < steps.length; row++) {
    const value = steps[row] as number;
    classes[row] = value === unknown ? ofUnknown : value > threshold ? above : value < threshold ? below : at;
  }
}

function fillFromFloat64(
  steps: Float64Array,
  unknown: number,
  threshold: number,
  byPlace: Uint8Array,
  ofUnknown: number,
  classes: Uint8Array,
): void {
  const [below = 0, at = 0, above = 0] = byPlace;
  for (let row = 0; row < steps.length; row++) {
    const value = steps[row] as number;
    if (value === unknown || Number.isNaN(value)) classes[row] = ofUnknown;
    else classes[row] = value > threshold ? above : value < threshold ? below : at;
  }
}
