import { bytesFor, wordsFor, wordsOf } from './byte-rows.ts';
import type { KeyVector } from './keys.ts';
import { rowsIn, type Sheet } from './sheet.ts';
import type { Block } from './vectors.ts';

/** How many answers stand in one entry of a table: they are looked up together. */
export const mostTogether = 4;

/** What follows from the classes that a key stands for. */
export type Question = (classes: readonly number[]) => number;

/** The low bit of every byte of a word, the high one, and every other byte. */
const lowBits = 0x01_01_01_01;
const highBits = 0x80_80_80_80;
const evenBytes = 0x00_ff_00_ff;
const oddBytes = 0xff_00_ff_00;

/** Answers to up to four questions by key; those of a key are asked for when it first comes. */
export class Table {
  /** Of the block that was looked up last, by question. */
  readonly answers: readonly Uint8Array[];
  private readonly key: KeyVector;
  /** Four bytes an entry, each one more than the answer; 0 where the key has not come yet. */
  private readonly entries: Int32Array;
  private readonly questions: readonly Question[];
  private readonly widths: readonly number[];
  private readonly classes: number[];
  private readonly words: readonly Int32Array[];
  /** Four keys a word, where they are bytes. */
  private readonly narrow: Int32Array | undefined;

  constructor(key: KeyVector, questions: readonly Question[], sheet: Sheet) {
    const { size, asked, keys, level } = key;
    this.key = key;
    this.entries = new Int32Array(size);
    this.questions = questions;
    this.widths = asked.map(({ width }) => width);
    this.classes = asked.map(() => 0);
    this.narrow = keys instanceof Uint8Array ? wordsOf(keys) : undefined;
    this.answers = questions.map(() => bytesFor(sheet.most[level]));
    this.words = this.answers.map(wordsOf);
  }

  /** Looks up the answers for the keys of a block. */
  lookUp(block: Block): void {
    const words = wordsFor(rowsIn(block, this.key.level));
    const { narrow } = this;
    const [a, b = a, c = b, d = c] = this.words as [Int32Array];
    if (this.words.length === 1) {
      if (narrow === undefined) this.oneWide(this.key.keys as Uint16Array, a, words);
      else this.one(narrow, a, words);
    } else if (narrow === undefined) this.fourWide(this.key.keys as Uint16Array, a, b, c, d, words);
    else this.four(narrow, a, b, c, d, words);
  }

  /** The answer to one of the questions. */
  answer(key: number, question: number): number {
    return ((this.entry(key) >>> (8 * question)) & 255) - 1;
  }

  private entry(key: number): number {
    const known = this.entries[key] as number;
    if (known !== 0) return known;
    const { classes, widths, questions } = this;
    let rest = key;
    for (let place = 0; place < widths.length; place++) {
      const width = widths[place] as number;
      const of = rest % width;
      classes[place] = of;
      rest = (rest - of) / width;
    }
    let entry = 0;
    for (let place = 0; place < questions.length; place++) {
      entry |= ((questions[place] as Question)(classes) + 1) << (8 * place);
    }
    this.entries[key] = entry;
    return entry;
  }

  private one(keys: Int32Array, a: Int32Array, words: number): void {
    const { entries } = this;
    for (let word = 0; word < words; word++) {
      const four = keys[word] as number;
      let found =
        (entries[four & 255] as number) |
        ((entries[(four >>> 8) & 255] as number) << 8) |
        ((entries[(four >>> 16) & 255] as number) << 16) |
        ((entries[four >>> 24] as number) << 24);
      // Is one of the bytes zero?
      if (((found - lowBits) & ~found & highBits) !== 0) {
        found =
          this.entry(four & 255) |
          (this.entry((four >>> 8) & 255) << 8) |
          (this.entry((four >>> 16) & 255) << 16) |
          (this.entry(four >>> 24) << 24);
      }
      a[word] = (found - lowBits) | 0;
    }
  }

  private oneWide(keys: Uint16Array, a: Int32Array, words: number): void {
    const { entries } = this;
    for (let word = 0; word < words; word++) {
      const row = 4 * word;
      let found =
        (entries[keys[row] as number] as number) |
        ((entries[keys[row + 1] as number] as number) << 8) |
        ((entries[keys[row + 2] as number] as number) << 16) |
        ((entries[keys[row + 3] as number] as number) << 24);
      if (((found - lowBits) & ~found & highBits) !== 0) {
        found =
          this.entry(keys[row] as number) |
          (this.entry(keys[row + 1] as number) << 8) |
          (this.entry(keys[row + 2] as number) << 16) |
          (this.entry(keys[row + 3] as number) << 24);
      }
      a[word] = (found - lowBits) | 0;
    }
  }

  // Four entries of four answers each are turned round: from an entry a row to a word an answer.

  private four(keys: Int32Array, a: Int32Array, b: Int32Array, c: Int32Array, d: Int32Array, words: number): void {
    const { entries } = this;
    for (let word = 0; word < words; word++) {
      const four = keys[word] as number;
      let first = entries[four & 255] as number;
      let second = entries[(four >>> 8) & 255] as number;
      let third = entries[(four >>> 16) & 255] as number;
      let fourth = entries[four >>> 24] as number;
      if (first === 0 || second === 0 || third === 0 || fourth === 0) {
        first = this.entry(four & 255);
        second = this.entry((four >>> 8) & 255);
        third = this.entry((four >>> 16) & 255);
        fourth = this.entry(four >>> 24);
      }
      const evenLow = (first & evenBytes) | ((second & evenBytes) << 8);
      const oddLow = ((first >>> 8) & evenBytes) | (second & oddBytes);
      const evenHigh = (third & evenBytes) | ((fourth & evenBytes) << 8);
      const oddHigh = ((third >>> 8) & evenBytes) | (fourth & oddBytes);
      d[word] = (((oddLow >>> 16) | (oddHigh & 0xff_ff_00_00)) - lowBits) | 0;
      c[word] = (((evenLow >>> 16) | (evenHigh & 0xff_ff_00_00)) - lowBits) | 0;
      b[word] = (((oddLow & 0xff_ff) | (oddHigh << 16)) - lowBits) | 0;
      a[word] = (((evenLow & 0xff_ff) | (evenHigh << 16)) - lowBits) | 0;
    }
  }

  private fourWide(keys: Uint16Array, a: Int32Array, b: Int32Array, c: Int32Array, d: Int32Array, words: number): void {
    const { entries } = this;
    for (let word = 0; word < words; word++) {
      const row = 4 * word;
      let first = entries[keys[row] as number] as number;
      let second = entries[keys[row + 1] as number] as number;
      let third = entries[keys[row + 2] as number] as number;
      let fourth = entries[keys[row + 3] as number] as number;
      if (first === 0 || second === 0 || third === 0 || fourth === 0) {
        first = this.entry(keys[row] as number);
        second = this.entry(keys[row + 1] as number);
        third = this.entry(keys[row + 2] as number);
        fourth = this.entry(keys[row + 3] as number);
      }
      const evenLow = (first & evenBytes) | ((second & evenBytes) << 8);
      const oddLow = ((first >>> 8) & evenBytes) | (second & oddBytes);
      const evenHigh = (third & evenBytes) | ((fourth & evenBytes) << 8);
      const oddHigh = ((third >>> 8) & evenBytes) | (fourth & oddBytes);
      d[word] = (((oddLow >>> 16) | (oddHigh & 0xff_ff_00_00)) - lowBits) | 0;
      c[word] = (((evenLow >>> 16) | (evenHigh & 0xff_ff_00_00)) - lowBits) | 0;
      b[word] = (((oddLow & 0xff_ff) | (oddHigh << 16)) - lowBits) | 0;
      a[word] = (((evenLow & 0xff_ff) | (evenHigh << 16)) - lowBits) | 0;
    }
  }
}
