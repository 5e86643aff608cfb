import type { CellObject } from '@e965/xlsx';
import type { CellNote } from './open-table.ts';

/** What the cell's text depends on beside the cell. */
export interface CellReader {
  readonly isDate: (format: string) => boolean;
  /** The day of a serial number, in the workbook's own count; undefined where there is none. */
  readonly dayOf: (serial: number) => { readonly y: number; readonly m: number; readonly d: number } | undefined;
}

/** Excel keeps fifteen digits; of a longer whole number the last ones are zeros that nobody wrote. */
const mostDigits = 1e15;

/** The text of a cell as people see it, dates yyyy-mm-dd; formulas by the result that the file holds. */
export function cellText(cell: CellObject, reader: CellReader): { readonly text: string; readonly note?: CellNote } {
  const { t, v } = cell;
  if (t === 'z' || v === undefined) return cell.f === undefined ? { text: '' } : { text: '', note: 'no-result' };
  if (t === 'e') return { text: '', note: 'formula-error' };
  if (t === 'b') return { text: v === true ? '是' : '否' };
  if (typeof v !== 'number') return { text: typeof v === 'string' ? v : String(v) };
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (reader.isDate(format)) {
    const day = reader.dayOf(v);
    if (day !== undefined && day.y >= 1900) return { text: `${day.y}-${two(day.m)}-${two(day.d)}` };
  }
  if (Number.isInteger(v) && Math.abs(v) >= mostDigits) return { text: BigInt(v).toString(), note: 'digits-lost' };
  if (/%/.test(format)) return { text: `${plain(v * 100)}%` };
  return { text: plain(v) };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Without the last bits that binary fractions add: 3600, not 3600.0000000000005; never with an exponent. */
function plain(number: number): string {
  const short = String(Number(number.toPrecision(15)));
  return short.includes('e') ? number.toFixed(Math.abs(number) < 1 ? 15 : 0).replace(/\.?0+$/, '') : short;
}
