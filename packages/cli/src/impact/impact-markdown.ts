import type { ImpactView } from './impact-view.ts';
import type { TableView } from './table-view.ts';

/** The most rows of a table that a reader of a pull request is given. */
const mostRows = 200;

/** As Markdown for a pull request: the headline, the tables, the long ones folded. `more` says how many rows are left out. */
export function impactMarkdown(view: ImpactView, more: (rows: number) => string): string {
  const blocks = [
    `## ${escaped(view.title)}`,
    `\`${view.sides}\``,
    ...view.headline.map((line, place) => (place === 0 ? `**${escaped(line)}**` : escaped(line))),
    ...view.tables.flatMap((table) => tableBlocks(table, more)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableBlocks(table: TableView, more: (rows: number) => string): string[] {
  const { title, note, rows, folded } = table;
  const left = rows.length - mostRows;
  const body = [
    ...(note === undefined ? [] : [escaped(note)]),
    tableText(table),
    ...(left > 0 ? [escaped(more(left))] : []),
  ];
  if (folded !== true) return [`### ${escaped(title)}`, ...body];
  return [`<details>\n<summary>${escaped(title)}</summary>`, ...body, '</details>'];
}

function tableText({ head, rows, right = [] }: TableView): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const rule = `| ${head.map((_, place) => (right.includes(place) ? '---:' : '---')).join(' | ')} |`;
  return [line(head), rule, ...rows.slice(0, mostRows).map(line)].join('\n');
}

/** Text that stays text: nothing in it ends a cell, opens a tag or begins a list, a link or an emphasis. */
const escaped = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_|[\]~#]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
