import { combinationsOf, type KeyVector } from './keys.ts';
import type { OpenRule } from './rule-columns.ts';
import { firstIn, rowsIn, type Sheet } from './sheet.ts';
import { mostTogether, type Question, Table } from './table.ts';
import type { Block, ClassVector } from './vectors.ts';

/** A rule whose status follows from some classes. */
export interface Member {
  readonly open: OpenRule;
  readonly inputs: readonly ClassVector[];
  answer(classes: readonly number[]): number;
}

/** Rules that always have the same status. */
type Alike = readonly OpenRule[];

/** So few combinations that all answers are asked for, to find the rules that never differ. */
const mostCompared = 81;

/** Rules whose statuses are looked up by one key. */
export class StatusGroup {
  readonly key: KeyVector;
  private readonly tables: readonly { readonly table: Table; readonly alike: readonly Alike[] }[];
  /** How many rows have each key, in two halves: adding to the same number twice in a row is slow. */
  private readonly rows: readonly [Uint32Array, Uint32Array];

  constructor(key: KeyVector, members: readonly Member[], sheet: Sheet) {
    this.key = key;
    const asked = askedBy(members, key);
    const starts = asked.flatMap((_, place) => (place % mostTogether === 0 ? [place] : []));
    this.tables = starts.map((start) => {
      const together = asked.slice(start, start + mostTogether);
      const table = new Table(
        key,
        together.map(({ question }) => question),
        sheet,
      );
      return { table, alike: together.map(({ rules }) => rules) };
    });
    this.rows = [new Uint32Array(key.size), new Uint32Array(key.size)];
  }

  begin(): void {
    for (const rows of this.rows) rows.fill(0);
  }

  work(block: Block): void {
    const { keys, level } = this.key;
    const first = firstIn(block, level);
    const rows = rowsIn(block, level);
    for (const { table } of this.tables) table.lookUp(block);
    for (const { table, alike } of this.tables) {
      alike.forEach((rules, place) => {
        const answers = (table.answers[place] as Uint8Array).subarray(0, rows);
        for (const { codes } of rules) codes.set(answers, first);
      });
    }
    countKeys(keys, this.rows, rows);
  }

  /** Counts the statuses of all rows that were looked up: by key, which is faster than one by one. */
  count(): void {
    const [even, odd] = this.rows;
    for (let key = 0; key < even.length; key++) {
      const rows = (even[key] as number) + (odd[key] as number);
      if (rows > 0) this.countAt(key, rows);
    }
  }

  private countAt(key: number, rows: number): void {
    for (const { table, alike } of this.tables) {
      alike.forEach((rules, place) => {
        const code = table.answer(key, place);
        for (const { counts } of rules) counts[code] = (counts[code] as number) + rows;
      });
    }
  }
}

function countKeys(keys: KeyVector['keys'], [even, odd]: readonly [Uint32Array, Uint32Array], rows: number): void {
  for (let row = 1; row < rows; row += 2) {
    const [before, own] = [keys[row - 1] as number, keys[row] as number];
    even[before] = (even[before] as number) + 1;
    odd[own] = (odd[own] as number) + 1;
  }
  if (rows % 2 === 1) even[keys[rows - 1] as number] = (even[keys[rows - 1] as number] as number) + 1;
}

/** What a group has to look up: one question for all members that are answered alike. */
function askedBy(
  members: readonly Member[],
  key: KeyVector,
): { readonly question: Question; readonly rules: readonly OpenRule[] }[] {
  const asked = new Map<unknown, { question: Question; rules: OpenRule[] }>();
  for (const member of members) {
    const known = new Uint8Array(combinationsOf(member.inputs));
    const places = member.inputs.map((input) => key.asked.indexOf(input));
    const answers = allAnswers(member, known);
    const name = answers === undefined ? member : `${places} ${answers}`;
    const alike = asked.get(name);
    if (alike === undefined) asked.set(name, { question: questionOf(member, places, known), rules: [member.open] });
    else alike.rules.push(member.open);
  }
  return [...asked.values()];
}

/** By combination of the rule's own classes; undefined where these are many. */
function allAnswers({ inputs, answer }: Member, known: Uint8Array): Uint8Array | undefined {
  if (known.length > mostCompared) return undefined;
  const own = inputs.map(() => 0);
  for (let index = 0; index < known.length; index++) {
    let rest = index;
    for (const [place, { width }] of inputs.entries()) {
      own[place] = rest % width;
      rest = Math.floor(rest / width);
    }
    known[index] = answer(own);
  }
  return known;
}

/** Answered for the rule's own classes, and once for all keys in which these are the same. */
function questionOf({ inputs, answer }: Member, places: readonly number[], known: Uint8Array): Question {
  const strides = inputs.map((_, place) => combinationsOf(inputs.slice(0, place)));
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
