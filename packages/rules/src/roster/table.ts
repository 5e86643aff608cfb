import type { KeyVector } from './keys.ts';

/** How many answers stand in one entry of a table: they are looked up together. */
export const mostTogether = 4;

/** What follows from the classes that a key stands for. */
export type Question = (classes: readonly number[]) => number;

/** Answers to up to four questions by key; those of a key are asked for when it first comes. */
export class Table {
  /** Four bytes an entry, each one more than the answer; 0 where the key has not come yet. */
  private readonly entries: Uint32Array;
  private readonly questions: readonly Question[];
  private readonly widths: readonly number[];
  private readonly classes: number[];

  constructor({ size, asked }: Pick<KeyVector, 'size' | 'asked'>, questions: readonly Question[]) {
    this.entries = new Uint32Array(size);
    this.questions = questions;
    this.widths = asked.map(({ width }) => width);
    this.classes = asked.map(() => 0);
  }

  /** Writes the answers for a block of keys, each question into an array of its own. */
  lookUp(keys: Uint16Array, into: readonly Uint8Array[], first: number, rows: number): void {
    const [a, b, c, d] = into as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    if (into.length === 1) this.one(keys, a, first, rows);
    else if (into.length === 2) this.two(keys, a, b, first, rows);
    else if (into.length === 3) this.three(keys, a, b, c, first, rows);
    else this.four(keys, a, b, c, d, first, rows);
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
    return entry >>> 0;
  }

  private one(keys: Uint16Array, a: Uint8Array, first: number, rows: number): void {
    const { entries } = this;
    for (let row = 0; row < rows; row++) {
      const key = keys[row] as number;
      let entry = entries[key] as number;
      if (entry === 0) entry = this.entry(key);
      a[first + row] = entry - 1;
    }
  }

  private two(keys: Uint16Array, a: Uint8Array, b: Uint8Array, first: number, rows: number): void {
    const { entries } = this;
    for (let row = 0; row < rows; row++) {
      const key = keys[row] as number;
      let entry = entries[key] as number;
      if (entry === 0) entry = this.entry(key);
      a[first + row] = (entry & 255) - 1;
      b[first + row] = (entry >>> 8) - 1;
    }
  }

  private three(keys: Uint16Array, a: Uint8Array, b: Uint8Array, c: Uint8Array, first: number, rows: number): void {
    const { entries } = this;
    for (let row = 0; row < rows; row++) {
      const key = keys[row] as number;
      let entry = entries[key] as number;
      if (entry === 0) entry = this.entry(key);
      a[first + row] = (entry & 255) - 1;
      b[first + row] = ((entry >>> 8) & 255) - 1;
      c[first + row] = (entry >>> 16) - 1;
    }
  }

  private four(
    keys: Uint16Array,
    a: Uint8Array,
    b: Uint8Array,
    c: Uint8Array,
    d: Uint8Array,
    first: number,
    rows: number,
  ): void {
    const { entries } = this;
    for (let row = 0; row < rows; row++) {
      const key = keys[row] as number;
      let entry = entries[key] as number;
      if (entry === 0) entry = this.entry(key);
      a[first + row] = (entry & 255) - 1;
      b[first + row] = ((entry >>> 8) & 255) - 1;
      c[first + row] = ((entry >>> 16) & 255) - 1;
      d[first + row] = (entry >>> 24) - 1;
    }
  }
}
