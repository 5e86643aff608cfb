import { readFileSync } from 'node:fs';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { matchColumns } from '@jingzhun/schemas/table';
import {
  type Book,
  CellRewriter,
  caps,
  dataRows,
  fileKind,
  headerPlace,
  joinedHeaders,
  meaningOf,
  type OpenTable,
  type ReadingTask,
  Refused,
  readXls,
  readXlsx,
  refusals,
  rowKind,
} from '@jingzhun/schemas/workbook';
import { fileFailure } from '../unusable.ts';
import { type RowTaker, sizeOf, type TableSource } from './table-source.ts';

const task: ReadingTask = { report: () => {}, due: false, pause: async () => {} };

/**
 * A workbook, read as the page does: within the same caps, the sheet whose headers are known best, titles above them passed over, headers
 * in one row or two, merged cells filled downwards, formulas by the results that the file holds.
 */
export async function openWorkbook(file: string): Promise<TableSource> {
  try {
    const table = await tableIn(file);
    return {
      format: 'Excel',
      size: table.rows.length,
      // The caps keep it from being too large to hold.
      large: false,
      read: async (taker) => readTable(table, taker),
      close: () => {},
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw fileFailure(error, file);
    throw new JingzhunError(
      error.code,
      error.sentences.map(({ zh, en }) => ({
        code: error.code,
        path: '',
        file,
        zh,
        en: `${en[0]?.toLowerCase()}${en.slice(1)}`,
      })),
    );
  }
}

async function tableIn(file: string): Promise<OpenTable> {
  const { bytes: size } = sizeOf(file);
  if (size > caps.excel) throw refusals.tooLarge(size, caps.excel);
  const bytes = new Uint8Array(readFileSync(file));
  const reader = await import('@e965/xlsx');
  const book = await (fileKind(bytes) === 'zip' ? readXlsx : readXls)(bytes, reader, caps, task);
  const table = await book.table(bestSheet(book), task);
  if (table.rows.length === 0) throw refusals.emptySheet();
  return table;
}

/** The sheet whose headers are known best; the first of equals. */
function bestSheet({ tops }: Book): number {
  const known = tops.map((top) => headerPlace(top).known);
  return known.indexOf(Math.max(...known));
}

function readTable(table: OpenTable, taker: RowTaker): void {
  const place = { sheet: 0, ...headerPlace(table) };
  const headers = joinedHeaders(table, place.row, place.rows).map(meaningOf);
  taker.headers(headers, place.row);
  const { columns } = matchColumns(headers);
  const fields: (string | null)[] = headers.map(() => null);
  for (const { index, name } of columns) fields[index] = name;
  const rewriter = new CellRewriter(fields, {}, table.dayZero);
  for (const { row, cells } of dataRows(table, place)) {
    const read = (index: number) => cells[index] ?? '';
    // Notes and signatures below the table are nobody's, and so is a row that says nothing in any column that is read.
    if (rowKind(cells) === 'note' || columns.every(({ index }) => read(index).trim() === '')) continue;
    const notes = table.notes.get(row);
    taker.row({ row, cells: headers.map((_, index) => rewriter.rewritten(index, read(index), notes?.get(index))) });
  }
  taker.progress?.(table.rows.length);
}
