import { CaseTable, type Roster } from '@jingzhun/schemas/table';
import type { OpenTable } from '@jingzhun/schemas/workbook';
import { CellRewriter, type DataRow, dataRows, rowKind } from '@jingzhun/schemas/workbook';
import type { Task } from '../../worker/task.ts';
import type { Reading } from '../protocol.ts';
import { headersFor } from './headers-for.ts';

/** Makes the cases of a table, read as the user said. */
export async function makeRoster(table: OpenTable, reading: Reading, task: Task): Promise<Roster> {
  const { place, fields, values, fillHouseholds } = reading;
  const width = widthOf(table, reading);
  const padded = Array.from({ length: width }, (_, index) => fields[index] ?? null);
  const { names, layout } = headersFor(padded);
  const cases = new CaseTable(names);
  const rewriter = new CellRewriter(padded, values, table.dayZero);
  const key = names.indexOf('household.id');
  const fills = fillHouseholds && layout === 'person' && key >= 0;
  const used = [...names.keys()].filter((index) => names[index] !== '');
  const nobody = names.map((_, index) => (index === 0 ? '合计' : ''));
  let household = '';
  for (const { row, cells } of dataRows(table, place)) {
    const notes = table.notes.get(row);
    const read = cellsOf({ row, cells }, width, table).map((cell, index) =>
      index < width ? rewriter.rewritten(index, cell, notes?.get(index)) : cell,
    );
    const id = (read[key] ?? '').trim();
    if ((id === '' || rowKind([id]) !== undefined) && isNobodys(cells, read, used)) {
      cases.add(row, nobody);
      continue;
    }
    if (fills && id === '') read[key] = household;
    else household = id;
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

/** Totals, a note under the table, or nothing in any column that is used. */
function isNobodys(cells: readonly string[], read: readonly string[], used: readonly number[]): boolean {
  return rowKind(cells) !== undefined || used.every((index) => (read[index] ?? '').trim() === '');
}
