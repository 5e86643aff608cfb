import type { WorkBook, WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import type { Book } from './book.ts';
import type { Caps } from './caps.ts';
import { type CellReader, cellText } from './excel-cell.ts';
import type { Merge, OpenTable } from './open-table.ts';
import type { ReadingTask } from './reading.ts';
import { refusals } from './refused.ts';
import { emptySheet, sheetPieces } from './sheet-pieces.ts';
import { TableRows } from './table-rows.ts';
import { unpack } from './unpack.ts';

type Reader = typeof import('@e965/xlsx');
type Sheet = WorkSheet & { '!data'?: (import('@e965/xlsx').CellObject | undefined)[][] };

/** What a sheet of Excel can have. */
const mostRows = 1_048_576;
const mostColumns = 16_384;

/** Bytes of a sheet that are read at once. */
const usualPiece = 3_000_000;
const needed =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.(xml|bin)|xl\/_rels\/.*|xl\/(sharedStrings|styles|metadata)\.(xml|bin)|xl\/worksheets\/[^/]+\.(xml|bin))$/;
const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/;

const options = {
  type: 'array',
  dense: true,
  nodim: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  sheetStubs: true,
} as const;

/**
 * Reads .xlsx: a zip file, of which only what was unpacked within the caps reaches the reader.
 *
 * @example
 * const sheet = reader.utils.aoa_to_sheet([['户编号', '姓名'], ['H1', '合成甲']]);
 * const bytes = new Uint8Array(reader.write({ SheetNames: ['名册'], Sheets: { 名册: sheet } }, { type: 'array' }));
 * const book = await readXlsx(bytes, reader, caps, task);
 * (await book.table(0, task)).rows[1]; // ['H1', '合成甲']
 */
export async function readXlsx(
  bytes: Uint8Array,
  reader: Reader,
  caps: Caps,
  task: ReadingTask,
  piece = usualPiece,
): Promise<Book> {
  if (bytes.length > caps.excel) throw refusals.tooLarge(bytes.length, caps.excel);
  const parts = await unpack(bytes, (name) => needed.test(name), caps, task);
  const sheets = new Map<string, readonly Uint8Array[]>();
  for (const [name, part] of parts) if (sheetPart.test(name)) sheets.set(name, sheetPieces(part, piece));
  const most = Math.max(1, ...[...sheets.values()].map(({ length }) => length));
  const workbook = (index: number, sheet?: number): WorkBook => {
    const own: Record<string, Uint8Array> = {};
    for (const [name, part] of parts) own[name] = sheets.has(name) ? (sheets.get(name)?.[index] ?? emptySheet) : part;
    return opened(reader, zipSync(own, { level: 0 }), sheet);
  };
  const first = workbook(0);
  return book(first, reader, caps, most === 1, async (sheet, gather) => {
    for (let index = 0; index < most; index++) {
      gather(index === 0 ? first : workbook(index, sheet));
      task.report('parse', index / most);
      await task.pause();
    }
  });
}

/**
 * Reads .xls.
 *
 * @example
 * const sheet = reader.utils.aoa_to_sheet([['户编号', '姓名'], ['H1', '合成甲']]);
 * const content = reader.write({ SheetNames: ['名册'], Sheets: { 名册: sheet } }, { type: 'array', bookType: 'biff8' });
 * const book = await readXls(new Uint8Array(content), reader, caps, task);
 * (await book.table(0, task)).rows[1]; // ['H1', '合成甲']
 */
export async function readXls(bytes: Uint8Array, reader: Reader, caps: Caps, task: ReadingTask): Promise<Book> {
  if (bytes.length > caps.excel) throw refusals.tooLarge(bytes.length, caps.excel);
  let names: readonly string[];
  try {
    names = reader.CFB.read(bytes, { type: 'array' }).FullPaths;
  } catch {
    throw refusals.damaged();
  }
  const has = (name: string) => names.some((path) => path.toLowerCase().endsWith(`/${name}`));
  if (has('encryptedpackage') || has('encryptioninfo')) throw refusals.password();
  if (has('worddocument')) throw refusals.otherKind(' Word 文件', 'a Word file');
  if (has('powerpoint document')) throw refusals.otherKind(' PowerPoint 文件', 'a PowerPoint file');
  if (!has('workbook') && !has('book')) throw refusals.notText();
  task.report('parse', null);
  await task.pause();
  const first = opened(reader, bytes);
  return book(first, reader, caps, true, async (_, gather) => gather(first));
}

function opened(reader: Reader, bytes: Uint8Array, sheet?: number): WorkBook {
  try {
    return reader.read(bytes, sheet === undefined ? options : { ...options, sheets: [sheet] });
  } catch (error) {
    if (/password|encrypt/i.test(String(error))) throw refusals.password();
    throw refusals.damaged();
  }
}

type EachPiece = (sheet: number, gather: (piece: WorkBook) => void) => Promise<void>;

function book(first: WorkBook, reader: Reader, caps: Caps, whole: boolean, eachPiece: EachPiece): Book {
  const cells = cellReader(first, reader);
  const tables = new Map<number, OpenTable>();
  const read = async (sheet: number): Promise<OpenTable> => {
    const rows = new TableRows(caps);
    const name = first.SheetNames[sheet] ?? '';
    let merges: readonly Merge[] = [];
    await eachPiece(sheet, (workbook) => {
      const found = workbook.Sheets[name];
      if (found === undefined) return;
      merges = [...merges, ...mergesOf(found)];
      gather(found, rows, cells);
    });
    const table = rows.table(name, merges, cells.dayZero);
    tables.set(sheet, table);
    return table;
  };
  const tops = first.SheetNames.map((name) => {
    const rows = new TableRows(caps);
    const sheet = first.Sheets[name];
    if (sheet !== undefined) gather(sheet, rows, cells, whole ? undefined : 200);
    return rows.table(name, sheet === undefined ? [] : mergesOf(sheet), cells.dayZero);
  });
  if (whole) for (const [sheet, table] of tops.entries()) tables.set(sheet, table);
  return {
    kind: 'excel',
    tops,
    table: async (sheet) => tables.get(sheet) ?? (await read(sheet)),
  };
}

function gather(sheet: Sheet, rows: TableRows, reader: CellReader, most = Number.POSITIVE_INFINITY): void {
  let gathered = 0;
  const data = sheet['!data'] ?? [];
  // Nobody wrote a cell further out, and to count up to it takes time and memory.
  if (data.length > mostRows) throw refusals.damaged();
  for (const [index, cells] of data.entries()) {
    if (cells === undefined) continue;
    if (cells.length > mostColumns) throw refusals.damaged();
    const texts: string[] = [];
    for (const [place, cell] of cells.entries()) {
      if (cell === undefined || cell === null) {
        texts.push('');
        continue;
      }
      const { text, note } = cellText(cell, reader);
      texts.push(text);
      if (note !== undefined) rows.note(index + 1, place, note);
    }
    rows.add(index + 1, texts);
    gathered += 1;
    if (gathered >= most) return;
  }
}

function mergesOf(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, bottom: e.r, left: s.c, right: e.c }));
}

function cellReader(workbook: WorkBook, { SSF }: Reader): CellReader & { readonly dayZero: string } {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const formats = new Map<string, boolean>();
  return {
    // Excel counts a 29 February 1900 that never was: for every later day it is as if it began a day earlier.
    dayZero: date1904 ? '1904-01-01' : '1899-12-30',
    isDate: (format) => {
      const known = formats.get(format);
      if (known !== undefined) return known;
      const is = SSF.is_date(format) === true;
      formats.set(format, is);
      return is;
    },
    dayOf: (serial) => SSF.parse_date_code(serial, { date1904 }) ?? undefined,
  };
}
