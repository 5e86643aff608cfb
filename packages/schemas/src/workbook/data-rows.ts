import type { OpenTable } from './open-table.ts';
import type { HeaderPlace } from './reading.ts';

export interface DataRow {
  /** As Excel counts. */
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * The rows below the headers that are not blank, with merged cells filled downwards.
 *
 * @example
 * const merges = [{ top: 1, bottom: 2, left: 0, right: 0 }]
 * const table = { name: '', rows: [['户编号', '姓名'], ['H1', '甲'], ['', '乙']], columns: 2, merges, notes: new Map(), broken: new Set() }
 * [...dataRows(table, { sheet: 0, row: 1, rows: 1 })] // [{ row: 2, cells: ['H1', '甲'] }, { row: 3, cells: ['H1', '乙'] }]
 */
export function* dataRows(table: OpenTable, { row: header, rows: headerRows }: HeaderPlace): Generator<DataRow> {
  const from = header + headerRows;
  const beginning = fillings(table, from);
  // By column: what fills it from here on. Of ranges that overlap, as no spreadsheet program writes them, the one that begins last does.
  const open = new Map<number, Filling>();
  for (let row = from; row <= table.rows.length; row++) {
    const cells = table.rows[row - 1] ?? [];
    // A row of nothing but what it is merged with is no row of its own.
    if (cells.length > 0) yield { row, cells: filled(cells, open, row) };
    for (const filling of beginning.get(row) ?? []) open.set(filling.column, filling);
  }
}

interface Filling {
  readonly column: number;
  /** The last row that it fills, as Excel counts. */
  readonly last: number;
  readonly text: string;
}

/** What cells merged downwards fill other rows with, by the row in which they begin, as Excel counts. */
function fillings({ merges, rows }: OpenTable, from: number): ReadonlyMap<number, readonly Filling[]> {
  const all = new Map<number, Filling[]>();
  for (const { top, bottom, left } of merges) {
    const text = rows[top]?.[left] ?? '';
    if (text === '' || bottom === top || top + 1 < from) continue;
    const own = all.get(top + 1) ?? [];
    own.push({ column: left, last: bottom + 1, text });
    all.set(top + 1, own);
  }
  return all;
}

function filled(cells: readonly string[], open: Map<number, Filling>, row: number): readonly string[] {
  if (open.size === 0) return cells;
  const all = [...cells];
  for (const { column, last, text } of open.values()) {
    if (last < row) {
      open.delete(column);
      continue;
    }
    while (all.length < column) all.push('');
    if ((all[column] ?? '') === '') all[column] = text;
  }
  return all;
}
