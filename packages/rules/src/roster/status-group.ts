import { combinationsOf, type KeyVector } from './keys.ts';
import type { OpenRule } from './rule-columns.ts';
import { firstIn, rowsIn } from './sheet.ts';
import { mostTogether, type Question, Table } from './table.ts';
import type { Block, ClassVector } from './vectors.ts';

/** A rule whose status follows from some classes. */
export interface Member {
  readonly open: OpenRule;
  readonly inputs: readonly ClassVector[];
  answer(classes: readonly number[]): number;
}

/** Rules whose statuses are looked up by one key. */
export class StatusGroup {
  readonly key: KeyVector;
  private readonly tables: readonly { readonly table: Table; readonly rules: readonly OpenRule[] }[];
  /** How many rows have each key, in two halves: adding to the same number twice in a row is slow. */
  private readonly rows: readonly [Uint32Array, Uint32Array];

  constructor(key: KeyVector, members: readonly Member[]) {
    this.key = key;
    const starts = members.flatMap((_, place) => (place % mostTogether === 0 ? [place] : []));
    this.tables = starts.map((start) => {
      const together = members.slice(start, start + mostTogether);
      const table = new Table(
        key,
        together.map((member) => questionOf(member, key)),
      );
      return { table, rules: together.map(({ open }) => open) };
    });
    this.rows = [new Uint32Array(key.size), new Uint32Array(key.size)];
  }

  work(block: Block): void {
    const { keys, level } = this.key;
    const first = firstIn(block, level);
    const rows = rowsIn(block, level);
    for (const { table, rules } of this.tables) {
      table.lookUp(
        keys,
        rules.map(({ codes }) => codes),
        first,
        rows,
      );
    }
    const [even, odd] = this.rows;
    for (let row = 1; row < rows; row += 2) {
      even[keys[row - 1] as number] = (even[keys[row - 1] as number] as number) + 1;
      odd[keys[row] as number] = (odd[keys[row] as number] as number) + 1;
    }
    if (rows % 2 === 1) even[keys[rows - 1] as number] = (even[keys[rows - 1] as number] as number) + 1;
  }

  /** Counts the statuses of all rows that were looked up: by key, which is faster than one by one. */
  count(): void {
    const [even, odd] = this.rows;
    for (let key = 0; key < even.length; key++) {
      const rows = (even[key] as number) + (odd[key] as number);
      if (rows === 0) continue;
      for (const { table, rules } of this.tables) {
        rules.forEach(({ counts }, place) => {
          const code = table.answer(key, place);
          counts[code] = (counts[code] as number) + rows;
        });
      }
    }
  }
}

/** Answered for the rule's own classes, and once for all keys in which these are the same. */
function questionOf({ inputs, answer }: Member, { asked }: KeyVector): Question {
  const places = inputs.map((input) => asked.indexOf(input));
  const strides = inputs.map((_, place) => combinationsOf(inputs.slice(0, place)));
  const known = new Uint8Array(combinationsOf(inputs));
  const own = inputs.map(() => 0);
  return (classes) => {
    let index = 0;
    for (let place = 0; place < places.length; place++) {
      const of = classes[places[place] as number] as number;
      own[place] = of;
      index += of * (strides[place] as number);
    }
    const code = known[index] as number;
    if (code > 0) return code;
    const found = answer(own);
    known[index] = found;
    return found;
  };
}
