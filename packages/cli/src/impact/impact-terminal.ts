import Table from 'cli-table3';
import pc from 'picocolors';
import { width, wrap } from '../wording/width.ts';
import type { ImpactView } from './impact-view.ts';
import type { TableView } from './table-view.ts';

const columns = 100;
const mostRows = 20;

const lines = {
  top: '─',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '─',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '─',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** For the terminal: the headline, then the tables that are not folded. `more` says of a table how many rows are left out. */
export function impactTerminal(view: ImpactView, more: (rows: number) => string): string {
  const tables = view.tables.filter(({ folded }) => folded !== true);
  return [
    pc.bold(view.title),
    pc.dim(view.sides),
    ...view.headline.map((line) => wrap(line, columns, '  ')),
    ...tables.flatMap((table) => [
      '',
      pc.bold(table.title),
      ...(table.note === undefined ? [] : [pc.dim(table.note)]),
      ...tableLines(table, more),
    ]),
  ].join('\n');
}

function tableLines({ head, rows, right = [] }: TableView, more: (rows: number) => string): string[] {
  const shown = rows.slice(0, mostRows);
  const table = new Table({
    head: [...head],
    chars: lines,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    colAligns: head.map((_, place) => (right.includes(place) ? 'right' : 'left')),
    wordWrap: true,
  });
  const widest = widths(head, shown);
  for (const row of shown) table.push(row.map((cell, place) => wrap(cell, widest[place] as number)));
  const left = rows.length - shown.length;
  return [table.toString(), ...(left > 0 ? [more(left)] : [])];
}

/** Columns of text share what those of numbers leave. */
function widths(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const natural = head.map((name, place) => Math.max(width(name), ...rows.map((row) => width(row[place] ?? ''))));
  const fair = Math.floor((columns - 2 * (head.length - 1)) / head.length);
  const spare = natural.reduce((sum, each) => sum + Math.max(0, fair - each), 0);
  const wanting = natural.filter((each) => each > fair).length;
  return natural.map((each) => (each <= fair ? each : fair + Math.floor(spare / Math.max(1, wanting))));
}
