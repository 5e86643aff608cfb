import { classesByPerson, emptyClasses } from './by-person.ts';
import { rowsIn, type Sheet } from './sheet.ts';
import { type Classes, type ClassVector, type Level, NotInColumns } from './vectors.ts';

/** The answer to one combination of classes, as a class of the result. */
export type Answer = (classes: readonly number[]) => number;

interface Result {
  readonly width: number;
  readonly meaning: ClassVector['meaning'];
}

/** Larger tables would push the columns out of the cache, and most of their entries are never asked for. */
const mostEntries = 131_072;

/**
 * A vector that follows from the classes of others: each combination is worked out when it first comes, and looked up
 * from then on.
 */
export function combine(
  inputs: readonly ClassVector[],
  sheet: Sheet,
  answer: Answer,
  { width, meaning }: Result,
  least: Level = 'case',
): ClassVector {
  const level = least === 'person' || inputs.some((each) => each.level === 'person') ? 'person' : 'case';
  const own = level === 'person' ? inputs.map((each) => classesByPerson(each, sheet)) : inputs;
  const size = own.reduce((product, each) => product * each.width, 1);
  if (size > Number.MAX_SAFE_INTEGER) throw new NotInColumns('more combinations than can be counted');
  const strides = own.map((_, place) => own.slice(0, place).reduce((product, each) => product * each.width, 1));
  const classes = emptyClasses(width, sheet.most[level]);
  const asked = new Array<number>(own.length).fill(0);
  const ask = (index: number): number => {
    let rest = index;
    own.forEach((each, place) => {
      asked[place] = rest % each.width;
      rest = Math.floor(rest / each.width);
    });
    return answer(asked);
  };
  const lookUp = size <= mostEntries ? tableOf(size, width, ask) : mapOf(ask);
  return {
    level,
    width,
    inputs: own,
    classes,
    meaning,
    fill: (block) =>
      lookUp(
        own.map((each) => each.classes),
        strides,
        classes,
        rowsIn(block, level),
      ),
  };
}

type LookUp = (from: readonly Classes[], strides: readonly number[], into: Classes, rows: number) => void;

/** Entries are one more than the class, 0 where the combination has not come yet. */
function tableOf(size: number, width: number, ask: (index: number) => number): LookUp {
  const entries = emptyClasses(width + 1, size);
  const answer = (index: number): number => {
    const found = ask(index);
    entries[index] = found + 1;
    return found;
  };
  return (from, strides, into, rows) => {
    const [a, b, c] = from as [Classes, Classes, Classes];
    const [, strideB = 0, strideC = 0] = strides;
    if (from.length === 1) {
      for (let row = 0; row < rows; row++) {
        const index = a[row] as number;
        const entry = entries[index] as number;
        into[row] = entry === 0 ? answer(index) : entry - 1;
      }
    } else if (from.length === 2) {
      for (let row = 0; row < rows; row++) {
        const index = (a[row] as number) + (b[row] as number) * strideB;
        const entry = entries[index] as number;
        into[row] = entry === 0 ? answer(index) : entry - 1;
      }
    } else if (from.length === 3) {
      for (let row = 0; row < rows; row++) {
        const index = (a[row] as number) + (b[row] as number) * strideB + (c[row] as number) * strideC;
        const entry = entries[index] as number;
        into[row] = entry === 0 ? answer(index) : entry - 1;
      }
    } else {
      const indices = indexed(from, strides, rows);
      for (let row = 0; row < rows; row++) {
        const index = indices[row] as number;
        const entry = entries[index] as number;
        into[row] = entry === 0 ? answer(index) : entry - 1;
      }
    }
  };
}

function mapOf(ask: (index: number) => number): LookUp {
  const known = new Map<number, number>();
  return (from, strides, into, rows) => {
    const indices = indexed(from, strides, rows);
    for (let row = 0; row < rows; row++) {
      const index = indices[row] as number;
      let found = known.get(index);
      if (found === undefined) {
        found = ask(index);
        known.set(index, found);
      }
      into[row] = found;
    }
  };
}

let scratch = new Float64Array(0);

/** The place of each row's combination. Doubles hold every one that can be asked for. */
function indexed(from: readonly Classes[], strides: readonly number[], rows: number): Float64Array {
  if (scratch.length < rows) scratch = new Float64Array(rows);
  scratch.fill(0, 0, rows);
  for (let place = 0; place < from.length; place++) {
    const classes = from[place] as Classes;
    const stride = strides[place] as number;
    for (let row = 0; row < rows; row++) scratch[row] = (scratch[row] as number) + (classes[row] as number) * stride;
  }
  return scratch;
}
