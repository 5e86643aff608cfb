import type { CompiledFact } from '../compile/facts.ts';
import { anything, type Interval } from '../values/interval.ts';
import { bytesFor } from './byte-rows.ts';
import { classesOfKind, classOfDay } from './classes-of-kind.ts';
import { isOfPerson } from './columns.ts';
import { mostInByte } from './keys.ts';
import { knownInColumn } from './known-numbers.ts';
import { firstIn, rowsIn, type Sheet } from './sheet.ts';
import type { Block, Classes, ClassVector, Level, NumberVector, PlainNumbers } from './vectors.ts';

/** A fact as its column gives it, followed from nothing; undefined where there is no column. */
export function givenVector(fact: CompiledFact, sheet: Sheet): ClassVector | NumberVector | undefined {
  const { name } = fact.model;
  const column = sheet.columns.facts[name];
  if (column === undefined) return undefined;
  const level: Level = isOfPerson(name) ? 'person' : 'case';
  switch (column.kind) {
    case 'boolean':
    case 'code':
      return view(column.classes, level, classesOfKind(fact), sheet);
    case 'number':
      return givenNumbers({ steps: column.steps, unknown: column.unknown, range: anything }, level, sheet);
    case 'date': {
      const { width, meaning } = classesOfKind(fact);
      const classes = new Uint32Array(sheet.most[level]);
      const { days, unknown } = column;
      const fill = (block: Block): void => {
        const first = firstIn(block, level);
        const rows = rowsIn(block, level);
        for (let row = 0; row < rows; row++) {
          const day = days[first + row] as number;
          classes[row] = day === unknown ? 0 : classOfDay(day);
        }
      };
      return { level, width, inputs: [], classes, meaning, fill };
    }
    default: {
      const { values, places } = column;
      return view(places, level, { width: values.length + 1, meaning: (of) => values[of - 1] }, sheet);
    }
  }
}

type ViewedClasses = Pick<ClassVector, 'width' | 'meaning'>;

/** The column itself, a block of it at a time: bytes where there are few classes, in a place of their own. */
function view(column: Classes, level: Level, { width, meaning }: ViewedClasses, sheet: Sheet): ClassVector {
  if (width > mostInByte) return wideView(column, level, width, meaning);
  const classes = bytesFor(sheet.most[level]);
  const fill = (block: Block): void => {
    const first = firstIn(block, level);
    classes.set(column.subarray(first, first + rowsIn(block, level)));
  };
  return { level, width, inputs: [], classes, meaning, fill };
}

function wideView(column: Classes, level: Level, width: number, meaning: ClassVector['meaning']): ClassVector {
  const vector: ClassVector = {
    level,
    width,
    inputs: [],
    classes: column,
    meaning,
    fill: (block) => {
      const first = firstIn(block, level);
      vector.classes = column.subarray(first, first + rowsIn(block, level));
    },
  };
  return vector;
}

/** Numbers of a column; those that are unknown lie in a range. */
export function givenNumbers(plain: PlainNumbers, level: Level, sheet: Sheet): NumberVector {
  const { steps, unknown, range } = plain;
  const low = new Float64Array(sheet.most[level]);
  const high = new Float64Array(sheet.most[level]);
  return {
    level,
    inputs: [],
    low,
    high,
    plain,
    known: () => (range.low === range.high ? undefined : knownInColumn(plain, level, sheet)),
    fill: (block) => {
      const first = firstIn(block, level);
      const own = steps.subarray(first, first + rowsIn(block, level));
      if (own instanceof Int32Array) rangesFromInt32(own, unknown, range, low, high);
      else rangesFromFloat64(own, unknown, range, low, high);
    },
  };
}

function rangesFromInt32(
  steps: Int32Array,
  unknown: number,
  range: Interval,
  low: Float64Array,
  high: Float64Array,
): void {
  // What is added where it is unknown and where it is known: nothing branches on that.
  const [least, most] = [Float64Array.of(range.low, 0), Float64Array.of(range.high, 0)];
  for (let row = 0; row < steps.length; row++) {
    const value = steps[row] as number;
    const isKnown = Number(value !== unknown);
    const kept = value & (0 - isKnown);
    low[row] = kept + (least[isKnown] as number);
    high[row] = kept + (most[isKnown] as number);
  }
}

function rangesFromFloat64(
  steps: Float64Array,
  unknown: number,
  range: Interval,
  low: Float64Array,
  high: Float64Array,
): void {
  for (let row = 0; row < steps.length; row++) {
    const value = steps[row] as number;
    const isKnown = !Number.isNaN(value) && value !== unknown;
    low[row] = isKnown ? value : range.low;
    high[row] = isKnown ? value : range.high;
  }
}
