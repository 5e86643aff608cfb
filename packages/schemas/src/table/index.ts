export { CaseTable, casesFrom, type Roster, type RosterHousehold, type RosterRow, totals } from './cases.ts';
export { type CellReading, type CellValue, parseCell } from './cell.ts';
export { dayIn } from './cell-date.ts';
export type { CellFault, Sets } from './cell-fault.ts';
export { numberIn } from './cell-number.ts';
export {
  type Column,
  type ColumnMatch,
  isKnownHeader,
  type Layout,
  matchColumns,
  plainHeader,
  showHeader,
  type UnmatchedColumn,
} from './columns.ts';
export { byteOrderMark, csvRow } from './csv-row.ts';
export { rowProblem, type TableAction, type TableProblem } from './table-problem.ts';
