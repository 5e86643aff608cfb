import type { Book } from '@jingzhun/schemas/workbook';
import { caps, fileKind, headerPlace, refusals } from '@jingzhun/schemas/workbook';
import type { Task } from '../worker/task.ts';
import type { Held } from './held.ts';
import type { OpenedFile, SheetHeaders } from './protocol.ts';
import { readCsv } from './read/csv.ts';
import { matchHeaders } from './table/match-headers.ts';

/** The reader of Excel files is large: only the worker loads it. */
export const excelReader = () => import('@e965/xlsx');
export const sample = () => import('../sample/sample-file.ts');

/** The sample bears the name of the policy whose totals it has. */
const samplePolicy = 'ruyuan-2016';

/** Opens a file, and holds it if a roster can be found in it. */
export async function openFile(file: File | 'sample', task: Task, held: Held): Promise<OpenedFile> {
  held.file = undefined;
  held.roster = undefined;
  const synthetic = file === 'sample';
  const name = synthetic ? `${samplePolicy}.csv` : file.name;
  task.report('read', null);
  const book = await bookOf(synthetic ? (await sample()).sampleFile() : await bytesOf(file), name, task);
  const chosen = await headersIn(book, bestSheet(book), task);
  held.file = { name, synthetic, book };
  return {
    name,
    synthetic,
    ...(synthetic && { policy: samplePolicy }),
    kind: book.kind,
    ...(book.encoding !== undefined && { encoding: book.encoding }),
    sheets: book.tops.map((top) => top.name),
    chosen,
  };
}

/** Opens a file that is read beside the roster. */
export async function readBook(file: File, task: Task): Promise<Book> {
  task.report('read', null);
  return bookOf(await bytesOf(file), file.name, task);
}

async function bytesOf(file: File): Promise<Uint8Array> {
  const most = Math.max(caps.text, caps.excel);
  if (file.size > most) throw refusals.tooLarge(file.size, most);
  return new Uint8Array(await file.arrayBuffer());
}

async function bookOf(bytes: Uint8Array, name: string, task: Task): Promise<Book> {
  const kind = fileKind(bytes);
  if (kind === 'text') return readCsv(bytes, name, caps, task);
  const [reader, { readXls, readXlsx }] = await Promise.all([excelReader(), import('@jingzhun/schemas/workbook')]);
  return kind === 'zip' ? readXlsx(bytes, reader, caps, task) : readXls(bytes, reader, caps, task);
}

/** The sheet whose headers are known best; the first of equals. */
function bestSheet({ tops }: Book): number {
  const known = tops.map((top) => headerPlace(top).known);
  return known.indexOf(Math.max(...known));
}

/** Reads the whole of a sheet, and finds its headers unless they are said to stand elsewhere. */
export async function headersIn(
  book: Book,
  sheet: number,
  task: Task,
  place?: Pick<SheetHeaders['place'], 'row' | 'rows'>,
): Promise<SheetHeaders> {
  const table = await book.table(sheet, task);
  if (table.rows.length === 0) throw refusals.emptySheet();
  task.report('headers', null);
  const { row, rows } = place ?? headerPlace(table);
  const headers = matchHeaders(table, { sheet, row, rows });
  if (headers.columns.length === 0) throw refusals.noHeaders();
  if (headers.rows === 0) throw refusals.headersOnly();
  return headers;
}
