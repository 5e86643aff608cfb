const formula = /^[=+\-@\t\r＝＋－＠]/;
const number = /^-?\d{1,15}(\.\d+)?$/;

/**
 * A cell as written to a CSV that people open in Excel: a text that a spreadsheet would run as a formula gets an apostrophe before it;
 * a number stays one; digits too many for a number get a tab after them, which keeps them a text.
 *
 * @example
 * csvCell('=1+1') // "'=1+1"
 * csvCell('-3.5') // '-3.5'
 */
function csvCell(text: string): string {
  let cell = text;
  if (formula.test(cell) && !number.test(cell)) cell = `'${cell}`;
  else if (/^\d{16,}$/.test(cell)) cell = `${cell}\t`;
  return /[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export const byteOrderMark = '\uFEFF';

/** A row with the line end that Excel writes. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;
