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
  const merged = fillings(table, from);
  for (let row = from; row <= table.rows.length; row++) {
    const cells = table.rows[row - 1] ?? [];
    const fills = merged.get(row);
    if (fills === undefined) {
      if (cells.length > 0) yield { row, cells };
      continue;
    }
    const filled = [...cells];
    for (const [place, text] of fills) {
      while (filled.length < place) filled.push('');
      if ((filled[place] ?? '') === '') filled[place] = text;
    }
    // A row of nothing but what it is merged with is no row of its own.
    if (cells.length > 0) yield { row, cells: filled };
  }
}

function fillings(
  { merges, rows }: OpenTable,
  from: number,
): ReadonlyMap<number, readonly (readonly [number, string])[]> {
  const all = new Map<number, (readonly [number, string])[]>();
  for (const { top, bottom, left } of merges) {
    const text = rows[top]?.[left] ?? '';
    if (text === '' || bottom === top || top + 1 < from) continue;
    for (let row = top + 2; row <= Math.min(bottom + 1, rows.length); row++) {
      const own = all.get(row) ?? [];
      own.push([left, text]);
      all.set(row, own);
    }
  }
  return all;
}
