import { escaped } from '../comparison/markdown.ts';
import type { Language } from '../language.ts';
import type { ImpactView } from './impact-view.ts';
import { moreRows, type TableView } from './table-view.ts';

/** The most rows of a table that a reader of a pull request is given. */
const mostRows = 200;

/** As Markdown for a pull request: the headline, the tables, the long ones folded. */
export function impactMarkdown(view: ImpactView, language: Language): string {
  const blocks = [
    `## ${escaped(view.title)}`,
    `\`${view.sides}\``,
    ...view.headline.map((line, place) => (place === 0 ? `**${escaped(line)}**` : escaped(line))),
    ...view.tables.flatMap((table) => tableBlocks(table, language)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableBlocks(table: TableView, language: Language): string[] {
  const { title, note, rows, folded } = table;
  const left = rows.length - mostRows;
  const body = [
    ...(note === undefined ? [] : [escaped(note)]),
    tableText(table),
    ...(left > 0 ? [escaped(moreRows(left, language))] : []),
  ];
  if (folded !== true) return [`### ${escaped(title)}`, ...body];
  return [`<details>\n<summary>${escaped(title)}</summary>`, ...body, '</details>'];
}

function tableText({ head, rows, right = [] }: TableView): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const rule = `| ${head.map((_, place) => (right.includes(place) ? '---:' : '---')).join(' | ')} |`;
  return [line(head), rule, ...rows.slice(0, mostRows).map(line)].join('\n');
}
