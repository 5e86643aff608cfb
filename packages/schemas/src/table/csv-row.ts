const formula = /^[=+\-@\t\r＝＋－＠]/;
const number = /^-?\d{1,15}(\.\d+)?$/;

/** What a CSV begins with so that Excel reads it as UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * A row of a CSV that people open in Excel, with the line end that it writes. A text that a spreadsheet would run as a formula
 * gets an apostrophe before it; digits too many for a number get a tab after them, which keeps them a text.
 *
 * @example
 * csvRow(['=1+1', '-3.5', 'a,b']) // "'=1+1,-3.5,\"a,b\"\r\n"
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  let cell = text;
  if (formula.test(cell) && !number.test(cell)) cell = `'${cell}`;
  else if (/^\d{16,}$/.test(cell)) cell = `${cell}\t`;
  return /[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
