import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { fieldOf } from '@jingzhun/schemas';
import { caps } from '@jingzhun/schemas/workbook';
import { say } from '../language.ts';
import { fileFailure, unusable } from '../unusable.ts';
import { beside } from './new-file.ts';
import type { ResultColumns, ResultFile } from './result-file.ts';

const number = /^-?\d{1,15}(\.\d+)?$/;
const numberTypes: ReadonlySet<string> = new Set(['yuan', 'integer', 'number', 'months', 'year', 'percent', 'ratio']);
/** Of a cell, in Excel. */
const mostCharacters = 32_767;

/**
 * A workbook. Cells are texts, so that ids keep every digit and nothing is run as a formula; only columns that the vocabulary knows as
 * numbers hold numbers. It is held in memory, so it has no more rows than a workbook that is read.
 */
export class WorkbookResult implements ResultFile {
  private readonly path: string;
  private readonly temporary: string;
  private readonly columns: ResultColumns;
  private readonly reader: typeof import('@e965/xlsx');
  private readonly isNumber: readonly boolean[];
  private readonly rows: (string | number | null)[][];

  constructor(path: string, columns: ResultColumns, reader: typeof import('@e965/xlsx')) {
    this.path = path;
    this.temporary = beside(path);
    this.columns = columns;
    this.reader = reader;
    const fields = new Map(columns.match.columns.map(({ index, name }) => [index, name]));
    this.isNumber = columns.headers.map((_, index) => numberTypes.has(fieldOf(fields.get(index) ?? '')?.type ?? ''));
    this.rows = [[...columns.headers]];
  }

  async write(rows: readonly (readonly string[])[]): Promise<void> {
    if (this.rows.length + rows.length > caps.rows) throw tooManyRows();
    for (const cells of rows) {
      this.rows.push(
        cells.map((cell, index) => {
          if (cell === '') return null;
          if (this.isNumber[index] && number.test(cell)) return Number(cell);
          return cell.length > mostCharacters ? `${cell.slice(0, mostCharacters - 1)}…` : cell;
        }),
      );
    }
  }

  async close(): Promise<void> {
    const { utils, write } = this.reader;
    const { headers, match, language } = this.columns;
    const sheet = utils.aoa_to_sheet(this.rows, { dense: true });
    const own = Math.max(...match.columns.map(({ index }) => index), ...match.unmatched.map(({ index }) => index)) + 1;
    sheet['!cols'] = headers.map((_, index) => ({ wch: index < own ? 12 : 40 }));
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, say(language, { zh: '核对结果', en: 'Results' }));
    try {
      writeFileSync(this.temporary, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }), {
        flag: 'wx',
      });
    } catch (error) {
      throw fileFailure(error, this.path);
    }
  }

  publish(): void {
    try {
      renameSync(this.temporary, this.path);
    } catch (error) {
      throw fileFailure(error, this.path);
    }
  }

  discard(): void {
    rmSync(this.temporary, { force: true });
  }
}

const tooManyRows = () =>
  unusable(
    'too-many-rows',
    `结果超过 ${caps.rows} 行，不宜写成 Excel。请用 .csv 或 .parquet`,
    `the result has more than ${caps.rows} rows, too many for Excel; use .csv or .parquet`,
    { path: '--out' },
  );
