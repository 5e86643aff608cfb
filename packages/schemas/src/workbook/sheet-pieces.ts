import { strFromU8, strToU8 } from 'fflate';

const rowsBegin = strToU8('<sheetData>');
const rowsEnd = strToU8('</sheetData>');
const rowEnd = strToU8('</row>');
const sheetEnd = strToU8('</worksheet>');

/** A sheet with no rows, in place of one that has no more pieces. */
export const emptySheet: Uint8Array = strToU8(
  '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
);

/**
 * A sheet of an Excel file as several sheets of fewer rows each, so that a large one can be read bit by bit. What stands after the
 * rows, such as merged cells, is in the first. A sheet written in another way than usual stays whole.
 */
export function sheetPieces(sheet: Uint8Array, size: number): readonly Uint8Array[] {
  const begin = find(sheet, rowsBegin, 0);
  const end = begin < 0 ? -1 : findLast(sheet, rowsEnd);
  if (begin < 0 || end < begin || sheet.length <= size) return [sheet];
  const from = begin + rowsBegin.length;
  const head = sheet.subarray(0, from);
  const pieces: Uint8Array[] = [];
  for (let at = from; at < end; ) {
    const near = at + size >= end ? -1 : find(sheet, rowEnd, at + size);
    const cut = near < 0 || near >= end ? end : near + rowEnd.length;
    const rows = sheet.subarray(at, cut);
    // Rows that do not say their number are counted from the top, which only the whole sheet has.
    if (!saysNumber(rows)) return [sheet];
    pieces.push(
      joined(
        head,
        rows,
        pieces.length === 0 ? sheet.subarray(end) : rowsEnd,
        ...(pieces.length === 0 ? [] : [sheetEnd]),
      ),
    );
    at = cut;
  }
  return pieces.length === 0 ? [sheet] : pieces;
}

function saysNumber(rows: Uint8Array): boolean {
  const start = strFromU8(rows.subarray(0, 400), true);
  return /^\s*(<row\s[^>]*\br="\d+"|$)/.test(start);
}

function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const first = wanted[0] as number;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (isAt(bytes, wanted, at)) return at;
  }
  return -1;
}

function findLast(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let at = bytes.length - wanted.length; at >= 0; at--) if (isAt(bytes, wanted, at)) return at;
  return -1;
}

function isAt(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  for (let place = 0; place < wanted.length; place++) if (bytes[at + place] !== wanted[place]) return false;
  return true;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
