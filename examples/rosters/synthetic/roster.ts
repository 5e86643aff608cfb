import Papa from 'papaparse';
import { COLUMNS } from './columns.ts';
import { assertPrintedTotals } from './printed-totals.ts';
import { inventRows, SEED } from './rows.ts';

/** The roster as the CSV that Excel saves: UTF-8 with a byte order mark, lines ended by CR LF. */
export function rosterText(): string {
  const rows = inventRows(SEED);
  assertPrintedTotals(rows);
  return `\uFEFF${Papa.unparse(rows, { columns: [...COLUMNS], newline: '\r\n' })}\r\n`;
}
