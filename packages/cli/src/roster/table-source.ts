import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileFailure } from '../unusable.ts';

/** A row of a table. `row` is as Excel counts: the first is 1, and a cell with line breaks is within one row. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly broken?: 'broken-quotes';
  /** The household is known to be without members. */
  readonly empty?: true;
}

/** Who takes a table row by row. */
export interface RowTaker {
  /** Once, before every other row. */
  headers(cells: readonly string[], row: number): void;
  row(row: TableRow): void;
  /** Reading waits for what it returns. */
  pause?(): Promise<void> | undefined;
  /** In the units of `size`. */
  progress?(done: number): void;
}

/** A table of cells as texts, whatever file it stands in. It can be read more than once. */
export interface TableSource {
  readonly format: 'CSV' | 'Excel' | 'Parquet';
  /** Of a text, as people know it. */
  readonly encoding?: string;
  /** In bytes or rows. */
  readonly size: number;
  /** Too many rows to hold all of them in memory. */
  readonly large: boolean;
  read(taker: RowTaker): Promise<void>;
  close(): void;
}

/** The files of a pair: the households, and their members, who are tied to them by `household_id`. */
export const pairIn = (folder: string): readonly [household: string, person: string] => [
  join(folder, 'household.parquet'),
  join(folder, 'person.parquet'),
];

/** The files of a table: of a folder, those of the pair that are there. */
export function filesOf(table: string): readonly string[] {
  const isFolder = statSync(table, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? pairIn(table).filter((file) => existsSync(file)) : [table];
}

/** How large the files of a table are, and what tells whether they were changed. */
export function sizeOf(table: string): { readonly bytes: number; readonly changed: string } {
  try {
    const states = filesOf(table).map((file) => statSync(file));
    return {
      bytes: states.reduce((sum, { size }) => sum + size, 0),
      changed: states.map(({ size, mtimeMs }) => `${size} ${mtimeMs}`).join(' '),
    };
  } catch (error) {
    throw fileFailure(error, table);
  }
}
