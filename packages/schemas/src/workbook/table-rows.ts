import type { Caps } from './caps.ts';
import type { CellNote, Merge, OpenTable } from './open-table.ts';
import { refusals } from './refused.ts';

/**
 * Gathers a sheet row by row, within the caps. Cells that read the same are one string in memory.
 *
 * @example
 * const gathered = new TableRows(caps);
 * gathered.add(1, ['户编号', '姓名']);
 * gathered.add(2, ['H1', '合成甲']);
 * gathered.table('名册', []).rows.length; // 2
 */
export class TableRows {
  readonly rows: (readonly string[])[] = [];
  private readonly lengths: number[] = [];
  private readonly notes = new Map<number, Map<number, CellNote>>();
  private readonly broken = new Set<number>();
  private readonly known = new Map<string, string>();
  private readonly caps: Caps;
  private cells = 0;
  private columns = 0;

  constructor(caps: Caps) {
    this.caps = caps;
  }

  /**
   * Puts cells into the row that Excel counts as `row`, which comes after every earlier one. Rows between are blank. Of a text file with
   * the number of cells as written.
   */
  add(row: number, cells: readonly string[], length?: number): void {
    const filled = lastFilled(cells);
    if (filled === 0) return;
    if (length !== undefined) this.lengths[row - 1] = length;
    if (row > this.caps.rows) throw refusals.tooManyRows(this.caps.rows);
    if (filled > this.caps.columns) throw refusals.tooManyColumns(this.caps.columns);
    this.cells += filled;
    if (this.cells > this.caps.cells) throw refusals.tooManyCells(this.caps.cells);
    this.columns = Math.max(this.columns, filled);
    while (this.rows.length < row - 1) this.rows.push([]);
    const kept: string[] = new Array(filled);
    for (let place = 0; place < filled; place++) kept[place] = this.one(cells[place] ?? '');
    this.rows.push(kept);
  }

  note(row: number, place: number, note: CellNote): void {
    const own = this.notes.get(row) ?? new Map<number, CellNote>();
    own.set(place, note);
    this.notes.set(row, own);
  }

  breaks(row: number): void {
    this.broken.add(row);
  }

  table(name: string, merges: readonly Merge[], dayZero?: string): OpenTable {
    const { rows, columns, lengths, notes, broken } = this;
    return {
      name,
      rows,
      columns,
      merges,
      notes,
      broken,
      ...(lengths.length > 0 && { lengths }),
      ...(dayZero !== undefined && { dayZero }),
    };
  }

  private one(cell: string): string {
    const known = this.known.get(cell);
    if (known !== undefined) return known;
    if (this.known.size < 200_000) this.known.set(cell, cell);
    return cell;
  }
}

function lastFilled(cells: readonly string[]): number {
  for (let place = cells.length; place > 0; place--) {
    const cell = cells[place - 1];
    if (cell !== undefined && cell !== '' && cell.trim() !== '') return place;
  }
  return 0;
}
