import type { CellValue } from './cell.ts';
import type { Sets } from './cell-fault.ts';
import type { ReadCell } from './column-reader.ts';
import type { Column, Layout } from './columns.ts';

/** A disagreement between two rows, or between two columns of a row. */
export interface Disagreement {
  readonly row: number;
  readonly column: Column;
  readonly kind: 'rows-disagree' | 'columns-disagree';
  readonly otherRow: number;
}

const same = (a: CellValue, b: CellValue): boolean =>
  typeof a === 'object' && typeof b === 'object'
    ? a.length === b.length && a.every((each, place) => each === b[place])
    : a === b;

type Target = Record<string, unknown>;

/** Sets a field of a case object, by its keys from outside in. They come from the vocabulary, never from the table. */
function put(object: Target, keys: readonly string[], value: unknown): void {
  const last = keys.length - 1;
  let place = object;
  for (let depth = 0; depth < last; depth++) {
    const key = keys[depth] as string;
    place[key] ??= {};
    place = place[key] as Target;
  }
  place[keys[last] as string] = value;
}

/** Which columns of a table say something of the household, and which of the person in the row. */
export class RowColumns {
  readonly all: readonly Column[];
  /** Of each, the keys that lead to its field. */
  readonly keys: readonly (readonly string[])[];
  readonly ofHousehold: readonly number[];
  readonly ofPerson: readonly number[];

  constructor(all: readonly Column[]) {
    const places = (entity: Layout): number[] =>
      all.flatMap((column, place) => (column.entity === entity ? [place] : []));
    this.all = all;
    this.keys = all.map(({ field }) => field.key.split('.'));
    this.ofHousehold = places('household');
    this.ofPerson = places('person');
  }
}

/** The rows of one household as they come, made into one object. */
export class HouseholdRows {
  readonly id: string | null;
  readonly rows: number[] = [];
  readonly disagreements: Disagreement[] = [];
  /** The first reason why it cannot be decided: a row of it is missing. */
  incomplete: { readonly row: number } | undefined;
  /** Members who are in another household, too. */
  elsewhere: Set<string> | undefined;
  private readonly columns: RowColumns;
  private readonly members: Target[] | undefined;
  /** By place in `ofHousehold`: the first cell that says something. */
  private own: ReadCell[] | undefined;
  /** Its row, where that is not the first. */
  private laterRows: Map<number, number> | undefined;
  /** Where rows differ. */
  private open: Set<number> | undefined;
  private settled: Map<string, { readonly value: string; readonly row: number; readonly column: Column }> | undefined;

  constructor(id: string | null, columns: RowColumns, persons: boolean) {
    this.id = id;
    this.columns = columns;
    this.members = persons ? [] : undefined;
  }

  /**
   * Adds a row, its cells by place of the column.
   * @returns the place of the person among the members; null where a row is a household.
   */
  add(row: number, cells: readonly ReadCell[], sets: boolean): number | null {
    const { all, keys, ofHousehold, ofPerson } = this.columns;
    this.rows.push(row);
    if (this.own === undefined) this.own = ofHousehold.map((place) => cells[place] as ReadCell);
    else this.agree(row, cells, this.own);
    if (sets) all.forEach((column, place) => void this.settle(row, column, (cells[place] as ReadCell).sets));
    if (this.members === undefined) return null;
    const person: Target = {};
    for (const place of ofPerson) {
      const { value } = cells[place] as ReadCell;
      if (value !== undefined) put(person, keys[place] as readonly string[], value);
    }
    return this.members.push(person) - 1;
  }

  /** Where two rows differ nobody knows which is right: the field is left unknown. */
  private agree(row: number, cells: readonly ReadCell[], own: ReadCell[]): void {
    const { all, ofHousehold } = this.columns;
    for (let place = 0; place < ofHousehold.length; place++) {
      const cell = cells[ofHousehold[place] as number] as ReadCell;
      const known = own[place] as ReadCell;
      if (cell === known || cell.value === undefined) continue;
      if (known.value === undefined) {
        own[place] = cell;
        this.laterRows ??= new Map();
        this.laterRows.set(place, row);
      } else if (!same(known.value, cell.value)) {
        this.open ??= new Set();
        this.open.add(place);
        const column = all[ofHousehold[place] as number] as Column;
        this.disagreements.push({ row, column, kind: 'rows-disagree', otherRow: this.rowOf(place) });
      }
    }
  }

  /** The row that says first what the household has in a column. */
  private rowOf(place: number): number {
    return this.laterRows?.get(place) ?? (this.rows[0] as number);
  }

  private settle(row: number, column: Column, sets: Sets | undefined): void {
    for (const [name, value] of Object.entries(sets ?? {})) {
      this.settled ??= new Map();
      if (!this.settled.has(name)) this.settled.set(name, { value, row, column });
    }
  }

  /** The `household` of its case. */
  household(): Record<string, unknown> {
    const { all, keys, ofHousehold } = this.columns;
    const { own = [] } = this;
    const household: Target = {};
    const fill = (place: number): void => {
      const value = own[place]?.value;
      if (value === undefined || this.open?.has(place)) return;
      put(household, keys[ofHousehold[place] as number] as readonly string[], value);
    };
    for (let place = 0; place < own.length; place++) if (!this.laterRows?.has(place)) fill(place);
    for (const place of this.laterRows?.keys() ?? []) fill(place);
    for (const [name, { value, row, column }] of this.settled ?? []) {
      const [entity, ...key] = name.split('.');
      if (entity !== 'household') continue;
      const place = ofHousehold.findIndex((each) => all[each]?.name === name);
      const known = own[place]?.value;
      if (known === undefined) put(household, key, value);
      else if (!same(known, value)) {
        this.disagreements.push({ row, column, kind: 'columns-disagree', otherRow: this.rowOf(place) });
      }
    }
    if (this.members !== undefined) household.members = this.members;
    return household;
  }
}
