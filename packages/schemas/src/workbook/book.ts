import type { OpenTable } from './open-table.ts';
import type { ReadingTask } from './reading.ts';

/** A file that was opened: a CSV has one sheet. */
export interface Book {
  readonly kind: 'csv' | 'excel';
  readonly encoding?: string;
  /** The first rows of every sheet, enough to find the headers by. */
  readonly tops: readonly OpenTable[];
  /** The whole of a sheet; read when it is asked for. */
  table(sheet: number, task: ReadingTask): Promise<OpenTable>;
}
