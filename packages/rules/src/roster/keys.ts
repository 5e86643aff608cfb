import { classesByPerson } from './by-person.ts';
import { rowsIn, type Sheet } from './sheet.ts';
import type { ClassVector, Level, Vector } from './vectors.ts';

/** Which combination of classes each row has, as one number: what several tables of the same classes are looked up by. */
export interface KeyVector extends Vector {
  /** How many combinations there can be. */
  readonly size: number;
  readonly keys: Uint16Array;
  /** The classes it was asked for; `inputs` are these by the row of the key. */
  readonly asked: readonly ClassVector[];
}

/** The most combinations that a key can tell apart. */
export const mostKeys = 65_536;

/** Past this, classes do not fit into bytes. */
export const mostInByte = 256;

export function combinationsOf(inputs: readonly ClassVector[]): number {
  return inputs.reduce((product, { width }) => product * width, 1);
}

/** The key of some classes, made once for all who ask for the same. */
export function keyVector(of: readonly ClassVector[], level: Level, sheet: Sheet): KeyVector {
  const inputs = level === 'person' ? of.map((each) => classesByPerson(each, sheet)) : of;
  const known = sheet.keys.find(
    (key) =>
      key.level === level && key.asked.length === of.length && key.asked.every((each, place) => each === of[place]),
  );
  if (known !== undefined) return known;
  const strides = inputs.map((_, place) => combinationsOf(inputs.slice(0, place)));
  const keys = new Uint16Array(sheet.most[level]);
  const made: KeyVector = {
    level,
    inputs,
    asked: of,
    size: combinationsOf(inputs),
    keys,
    fill: (block) => {
      const rows = rowsIn(block, level);
      for (let place = 0; place < inputs.length; place += 2) {
        const [a, b] = [inputs[place] as ClassVector, inputs[place + 1]];
        const [strideA = 0, strideB = 0] = [strides[place], strides[place + 1]];
        const first = a.classes as Uint8Array;
        if (b === undefined) (place === 0 ? startOne : addOne)(first, strideA, keys, rows);
        else (place === 0 ? startTwo : addTwo)(first, strideA, b.classes as Uint8Array, strideB, keys, rows);
      }
    },
  };
  sheet.keys.push(made);
  return made;
}

/** The classes that a key stands for, by input. */
export function classesOfKey(key: number, inputs: readonly ClassVector[]): number[] {
  let rest = key;
  return inputs.map(({ width }) => {
    const of = rest % width;
    rest = (rest - of) / width;
    return of;
  });
}

// Each loop sees arrays of one kind only, so that engines compile it to plain loads and stores.

function startOne(a: Uint8Array, strideA: number, keys: Uint16Array, rows: number): void {
  for (let row = 0; row < rows; row++) keys[row] = (a[row] as number) * strideA;
}

function addOne(a: Uint8Array, strideA: number, keys: Uint16Array, rows: number): void {
  for (let row = 0; row < rows; row++) keys[row] = (keys[row] as number) + (a[row] as number) * strideA;
}

function startTwo(
  a: Uint8Array,
  strideA: number,
  b: Uint8Array,
  strideB: number,
  keys: Uint16Array,
  rows: number,
): void {
  for (let row = 0; row < rows; row++) keys[row] = (a[row] as number) * strideA + (b[row] as number) * strideB;
}

function addTwo(a: Uint8Array, strideA: number, b: Uint8Array, strideB: number, keys: Uint16Array, rows: number): void {
  for (let row = 0; row < rows; row++) {
    keys[row] = (keys[row] as number) + (a[row] as number) * strideA + (b[row] as number) * strideB;
  }
}
