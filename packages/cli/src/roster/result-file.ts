import { extname } from 'node:path';
import type { ColumnMatch } from '@jingzhun/schemas/table';
import { byteOrderMark, csvRow } from '@jingzhun/schemas/table';
import type { Language } from '../language.ts';
import { unusable } from '../unusable.ts';
import { isCsvName, NewFile } from './new-file.ts';

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

const kinds = ['.csv', '.xlsx', '.parquet'] as const;
type ResultKind = (typeof kinds)[number];

/** The kind of result that a file's name asks for: without an ending a CSV. */
function resultKind(path: string): ResultKind {
  const ending = extname(path).toLowerCase();
  const kind = kinds.find((each) => each === ending);
  if (kind !== undefined) return kind;
  if (isCsvName(path)) return '.csv';
  throw unusable(
    'result-kind',
    `不能写成 ${ending}，请用 .csv、.xlsx 或 .parquet`,
    `cannot be written as ${ending}; use .csv, .xlsx or .parquet`,
    { path: '--out' },
  );
}

/** What makes the result, with all that it needs already imported. */
export async function resultMaker(path: string): Promise<(columns: ResultColumns) => ResultFile> {
  const kind = resultKind(path);
  if (kind === '.parquet') {
    const { ParquetResult } = await import('./parquet-result.ts');
    return (columns) => new ParquetResult(path, columns);
  }
  if (kind === '.xlsx') {
    const [{ WorkbookResult }, reader] = await Promise.all([import('./workbook-result.ts'), import('@e965/xlsx')]);
    return (columns) => new WorkbookResult(path, columns, reader);
  }
  return ({ headers }) => new CsvResult(path, headers);
}

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
