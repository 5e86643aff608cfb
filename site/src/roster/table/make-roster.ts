import { fieldOf } from '@jingzhun/schemas';
import { CaseTable, parseCell, type Roster } from '@jingzhun/schemas/table';
import type { Reading } from '../protocol.ts';
import type { Task } from '../task.ts';
import { type DataRow, dataRows } from './data-rows.ts';
import { headersFor } from './headers-for.ts';
import type { OpenTable } from './open-table.ts';
import { CellRewriter } from './rewrite-cell.ts';

/** Makes the cases of a table, read as the user said. */
export async function makeRoster(table: OpenTable, reading: Reading, task: Task): Promise<Roster> {
  const { place, fields, values, fillHouseholds } = reading;
  const width = widthOf(table, reading);
  const padded = Array.from({ length: width }, (_, index) => fields[index] ?? null);
  const { names, layout } = headersFor(padded);
  const cases = new CaseTable(names);
  const rewriter = new CellRewriter(padded, values, table.dayZero);
  const key = layout === 'person' ? names.indexOf('household.id') : -1;
  const fills = fillHouseholds && key >= 0;
  let household = '';
  for (const { row, cells } of dataRows(table, place)) {
    const notes = table.notes.get(row);
    const read = cellsOf({ row, cells }, width, table).map((cell, index) =>
      index < width ? rewriter.rewritten(index, cell, notes?.get(index)) : cell,
    );
    if (fills) {
      if ((read[key] ?? '').trim() === '') {
        if (!isTotal(read, cells)) read[key] = household;
      } else if (isId(read[key] ?? '')) household = read[key] ?? '';
    }
    if (table.broken.has(row)) cases.add(row, read, 'broken-quotes');
    else cases.add(row, read);
    if (!task.due) continue;
    task.report('cases', row / table.rows.length);
    await task.pause();
  }
  task.report('cases', 1);
  return cases.finish();
}

/** Columns that are read. In a text file a row of more cells than headers is out of step; in a sheet it is not. */
function widthOf({ columns, lengths }: OpenTable, { place: { row, rows } }: Reading): number {
  if (lengths === undefined) return columns;
  return Math.max(lengths[row - 1] ?? 0, rows === 2 ? (lengths[row] ?? 0) : 0);
}

/** As many cells as the row has in the file; a sheet has no row that is too short. */
function cellsOf({ row, cells }: DataRow, width: number, { lengths }: OpenTable): string[] {
  const length = lengths === undefined ? width : Math.max(lengths[row - 1] ?? 0, cells.length);
  return Array.from({ length }, (_, place) => cells[place] ?? '');
}

const totals = /^(合计|总计|小计|共计)/;

const isTotal = (read: readonly string[], cells: readonly string[]): boolean =>
  [...read, ...cells].some((cell) => totals.test(cell.replace(/\s+/g, '')));

function isId(cell: string): boolean {
  const field = fieldOf('household.id');
  const reading = field && parseCell(field, cell);
  return (
    reading !== undefined && !('fault' in reading) && typeof reading.value === 'string' && !totals.test(cell.trim())
  );
}
