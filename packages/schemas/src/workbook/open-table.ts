/** What is odd about a cell, beside its text. */
export type CellNote =
  /** A number of more digits than a spreadsheet keeps. */
  | 'digits-lost'
  /** A formula whose result the file does not hold. */
  | 'no-result'
  /** #REF!, #N/A and the like. */
  | 'formula-error'
  /** Quotes that do not match. */
  | 'broken-quotes';

/** Cells that are one: places from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A sheet as text, as Excel shows it; dates yyyy-mm-dd. */
export interface OpenTable {
  readonly name: string;
  /** Row 1 of Excel is `rows[0]`. Rows may be shorter than the widest. */
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
  /** Of a sheet: the day that it counts its dates from. */
  readonly dayZero?: string;
  /** Of a text file: how many cells each row has as written, empty ones at its end too. */
  readonly lengths?: readonly number[];
  readonly merges: readonly Merge[];
  /** Row (as Excel counts) → place of the cell → what is odd. */
  readonly notes: ReadonlyMap<number, ReadonlyMap<number, CellNote>>;
  /** Rows (as Excel counts) that could not be read. */
  readonly broken: ReadonlySet<number>;
}
