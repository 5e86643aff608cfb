import type { ColumnMatch } from '@jingzhun/schemas/table';
import { byteOrderMark, csvRow } from '@jingzhun/schemas/table';
import type { Language } from '../language.ts';
import { NewFile } from './new-file.ts';

/** A table that is written row by row and appears when it is whole. */
export interface ResultFile {
  /** Waits for the disk where that is needed. */
  write(rows: readonly (readonly string[])[]): Promise<void>;
  close(): Promise<void>;
  publish(): void;
  discard(): void;
}

/** What a table has for columns: those of the roster, and those that are added. */
export interface ResultColumns {
  readonly headers: readonly string[];
  readonly match: ColumnMatch;
  readonly language: Language;
}

/** A result as CSV, with a mark by which Excel knows its encoding. */
export class CsvResult implements ResultFile {
  private readonly file: NewFile;

  constructor(path: string, headers: readonly string[]) {
    this.file = new NewFile(path);
    this.file.write(byteOrderMark);
    this.file.write(csvRow(headers));
  }

  write(rows: readonly (readonly string[])[]): Promise<void> {
    this.file.write(rows.map(csvRow).join(''));
    return this.file.flush();
  }

  close(): Promise<void> {
    return this.file.close();
  }

  publish(): void {
    this.file.publish();
  }

  discard(): void {
    this.file.discard();
  }
}
