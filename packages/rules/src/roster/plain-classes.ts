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
  const classOf = Uint8Array.of(ofUnknown, ...byPlace);
  return (block) => {
    const first = firstIn(block, level);
    const rows = rowsIn(block, level);
    const own = steps.subarray(first, first + rows) as Int32Array & Float64Array;
    if (thresholds.length === 1) fill(own, unknown, only as number, classOf, classes);
    else {
      for (let row = 0; row < rows; row++) {
        const value = own[row] as number;
        const isKnown = Number(!Number.isNaN(value)) & Number(value !== unknown);
        classes[row] = classOf[Math.imul(isKnown, 1 + placeAmong(thresholds, value))] as number;
      }
    }
  };
}

/** Place 2j + 1 is threshold j; the even ones lie before, between and after. */
export function placeAmong(thresholds: readonly number[], value: number): number {
  let place = 0;
  for (let each = 0; each < thresholds.length; each++) {
    const threshold = thresholds[each] as number;
    place += Number(value >= threshold) + Number(value > threshold);
  }
  return place;
}

// Nothing branches on a value: where it lies is as good as random.

function fillFromInt32(
  steps: Int32Array,
  unknown: number,
  threshold: number,
  classOf: Uint8Array,
  classes: Uint8Array,
): void {
  for (let row = 0; row < steps.length; row++) {
    const value = steps[row] as number;
    const place = 1 + Number(value >= threshold) + Number(value > threshold);
    classes[row] = classOf[Math.imul(Number(value !== unknown), place)] as number;
  }
}

function fillFromFloat64(
  steps: Float64Array,
  unknown: number,
  threshold: number,
  classOf: Uint8Array,
  classes: Uint8Array,
): void {
  for (let row = 0; row < steps.length; row++) {
    const value = steps[row] as number;
    const isKnown = Number(!Number.isNaN(value)) & Number(value !== unknown);
    const place = 1 + Number(value >= threshold) + Number(value > threshold);
    classes[row] = classOf[Math.imul(isKnown, place)] as number;
  }
}
