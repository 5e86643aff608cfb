import { classesByPerson, emptyClasses } from './by-person.ts';
import { bytesFor } from './byte-rows.ts';
import { classesOfKey, combinationsOf, keyVector, mostInByte, mostKeys } from './keys.ts';
import { rowsIn, type Sheet } from './sheet.ts';
import { Table } from './table.ts';
import { type Classes, type ClassVector, type Level, NotInColumns, type Vector } from './vectors.ts';

/** The answer to one combination of classes, as a class of the result. */
export type Answer = (classes: readonly number[]) => number;

interface Result {
  readonly width: number;
  readonly meaning: ClassVector['meaning'];
}

/** The largest number of classes of a single input for which a table is kept: that of days. */
const mostEntries = 131_072;

/**
 * A vector that follows from the classes of others: each combination is worked out when it first comes, and looked up
 * from then on.
 */
export function combine(
  inputs: readonly ClassVector[],
  sheet: Sheet,
  answer: Answer,
  result: Result,
  least: Level = 'case',
): ClassVector {
  const level = least === 'person' || inputs.some((each) => each.level === 'person') ? 'person' : 'case';
  const isNarrow = result.width < mostInByte && inputs.every(({ width }) => width <= mostInByte);
  const size = combinationsOf(inputs);
  if (isNarrow && size <= mostKeys) return byKey(inputs, level, sheet, answer, result);
  if (result.width < mostInByte && inputs.length === 1 && size <= mostEntries) {
    return byEntry(inputs[0] as ClassVector, level, sheet, answer, result);
  }
  if (size > Number.MAX_SAFE_INTEGER) throw new NotInColumns('more combinations than can be counted');
  return bySearch(inputs, level, sheet, answer, result);
}

function byKey(
  inputs: readonly ClassVector[],
  level: Level,
  sheet: Sheet,
  answer: Answer,
  { width, meaning }: Result,
): ClassVector {
  const key = keyVector(inputs, level, sheet);
  const table = new Table(key, [answer], sheet);
  const [classes] = table.answers as [Uint8Array];
  return { level, width, inputs: [key], classes, meaning, fill: (block) => table.lookUp(block) };
}

/** Of a single day or dictionary. */
function byEntry(
  input: ClassVector,
  level: Level,
  sheet: Sheet,
  answer: Answer,
  { width, meaning }: Result,
): ClassVector {
  const own = level === 'person' ? classesByPerson(input, sheet) : input;
  const classes = bytesFor(sheet.most[level]);
  const entries = new Uint8Array(input.width);
  const fill: Vector['fill'] = (block) => {
    const from = own.classes as Uint32Array;
    const rows = rowsIn(block, level);
    for (let row = 0; row < rows; row++) {
      const of = from[row] as number;
      let entry = entries[of] as number;
      if (entry === 0) {
        entry = answer([of]) + 1;
        entries[of] = entry;
      }
      classes[row] = entry - 1;
    }
  };
  return { level, width, inputs: [own], classes, meaning, fill };
}

/** Of so many combinations that only those that come are kept. */
function bySearch(
  inputs: readonly ClassVector[],
  level: Level,
  sheet: Sheet,
  answer: Answer,
  { width, meaning }: Result,
): ClassVector {
  const own = level === 'person' ? inputs.map((each) => classesByPerson(each, sheet)) : inputs;
  const classes = emptyClasses(width, sheet.most[level]);
  const known = new Map<number, number>();
  const fill: Vector['fill'] = (block) => {
    const rows = rowsIn(block, level);
    for (let row = 0; row < rows; row++) {
      let key = 0;
      for (let place = own.length - 1; place >= 0; place--) {
        const each = own[place] as ClassVector;
        key = key * each.width + (each.classes[row] as number);
      }
      let found = known.get(key);
      if (found === undefined) {
        found = answer(classesOfKey(key, own));
        known.set(key, found);
      }
      classes[row] = found;
    }
  };
  return { level, width, inputs: own, classes: classes as Classes, meaning, fill };
}
