import { classesByPerson } from './by-person.ts';
import { bytesFor, wordsFor, wordsOf } from './byte-rows.ts';
import { rowsIn, type Sheet } from './sheet.ts';
import type { Block, ClassVector, Level, Vector } from './vectors.ts';

/** Which combination of classes each row has, as one number: what several tables of the same classes are looked up by. */
export interface KeyVector extends Vector {
  /** How many combinations there can be. */
  readonly size: number;
  /** Bytes where there are few combinations. */
  readonly keys: Uint8Array | Uint16Array;
  /** The classes it was asked for, each the less telling the earlier it stands. */
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
  const known = sheet.keys.find(
    (key) =>
      key.level === level && key.asked.length === of.length && key.asked.every((each, place) => each === of[place]),
  );
  if (known !== undefined) return known;
  const made = combinationsOf(of) <= mostInByte ? narrowKey(of, level, sheet) : wideKey(of, level, sheet);
  sheet.keys.push(made);
  return made;
}

/** Bytes are added up four rows at a time: none of the sums leaves its byte. */
function narrowKey(asked: readonly ClassVector[], level: Level, sheet: Sheet): KeyVector {
  const inputs = level === 'person' ? asked.map((each) => classesByPerson(each, sheet)) : asked;
  const keys = bytesFor(sheet.most[level]);
  const into = wordsOf(keys);
  const words = inputs.map(({ classes }) => wordsOf(classes as Uint8Array));
  const strides = stridesOf(inputs);
  const fill = (block: Block): void => {
    const count = wordsFor(rowsIn(block, level));
    for (let place = 0; place < words.length; place += 2) {
      const [a, b] = [words[place] as Int32Array, words[place + 1]];
      const [strideA = 0, strideB = 0] = [strides[place], strides[place + 1]];
      if (b === undefined) (place === 0 ? startOne : addOne)(a, strideA, into, count);
      else (place === 0 ? startTwo : addTwo)(a, strideA, b, strideB, into, count);
    }
  };
  return { level, inputs, asked, size: combinationsOf(inputs), keys, fill };
}

/** Of several narrow ones. */
function wideKey(asked: readonly ClassVector[], level: Level, sheet: Sheet): KeyVector {
  const parts = narrowParts(asked);
  const strides = stridesOf(asked);
  const starts = parts.map((_, place) => strides[parts.slice(0, place).flat().length] as number);
  const inputs = parts.map((part) => keyVector(part, level, sheet));
  const keys = new Uint16Array(4 * wordsFor(sheet.most[level]));
  const fill = (block: Block): void => {
    const rows = rowsIn(block, level);
    inputs.forEach(({ keys: own }, place) => {
      (place === 0 ? startWide : addWide)(own as Uint8Array, starts[place] as number, keys, rows);
    });
  };
  return { level, inputs, asked, size: combinationsOf(asked), keys, fill };
}

/** Cut in order into as few as have no more combinations than a byte tells apart. */
function narrowParts(inputs: readonly ClassVector[]): ClassVector[][] {
  const parts: ClassVector[][] = [];
  for (const input of inputs) {
    const last = parts.at(-1);
    if (last !== undefined && combinationsOf([...last, input]) <= mostInByte) last.push(input);
    else parts.push([input]);
  }
  return parts;
}

function stridesOf(inputs: readonly ClassVector[]): number[] {
  return inputs.map((_, place) => combinationsOf(inputs.slice(0, place)));
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

function startOne(a: Int32Array, strideA: number, keys: Int32Array, words: number): void {
  for (let word = 0; word < words; word++) keys[word] = Math.imul(a[word] as number, strideA);
}

function addOne(a: Int32Array, strideA: number, keys: Int32Array, words: number): void {
  for (let word = 0; word < words; word++) {
    keys[word] = ((keys[word] as number) + Math.imul(a[word] as number, strideA)) | 0;
  }
}

function startTwo(
  a: Int32Array,
  strideA: number,
  b: Int32Array,
  strideB: number,
  keys: Int32Array,
  words: number,
): void {
  for (let word = 0; word < words; word++) {
    keys[word] = (Math.imul(a[word] as number, strideA) + Math.imul(b[word] as number, strideB)) | 0;
  }
}

function addTwo(a: Int32Array, strideA: number, b: Int32Array, strideB: number, keys: Int32Array, words: number): void {
  for (let word = 0; word < words; word++) {
    const sum = (Math.imul(a[word] as number, strideA) + Math.imul(b[word] as number, strideB)) | 0;
    keys[word] = ((keys[word] as number) + sum) | 0;
  }
}

function startWide(part: Uint8Array, stride: number, keys: Uint16Array, rows: number): void {
  for (let row = 0; row < rows; row++) keys[row] = Math.imul(part[row] as number, stride);
}

function addWide(part: Uint8Array, stride: number, keys: Uint16Array, rows: number): void {
  for (let row = 0; row < rows; row++) keys[row] = (keys[row] as number) + Math.imul(part[row] as number, stride);
}
