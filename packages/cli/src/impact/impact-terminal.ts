import Table from 'cli-table3';
import pc from 'picocolors';
import type { Language } from '../language.ts';
import { openRules } from '../wording/open-rules.ts';
import { width, wrap } from '../wording/width.ts';
import type { ImpactView } from './impact-view.ts';
import { moreRows, type TableView } from './table-view.ts';

/** As wide as the terminal, within what can be read. */
const columns = Math.min(140, Math.max(80, process.stdout.columns ?? 100));
const mostRows = 20;

/** For the terminal: the headline, then the tables that are not folded. */
export function impactTerminal(view: ImpactView, language: Language): string {
  const tables = view.tables.filter(({ folded }) => folded !== true);
  return [
    pc.bold(view.title),
    pc.dim(view.sides),
    ...view.headline.map((line) => wrap(line, columns, '  ')),
    ...tables.flatMap((table) => [
      '',
      pc.bold(table.title),
      ...(table.note === undefined ? [] : [pc.dim(table.note)]),
      ...tableLines(table, language),
    ]),
  ].join('\n');
}

function tableLines({ head, rows, right = [] }: TableView, language: Language): string[] {
  const shown = rows.slice(0, mostRows);
  const widest = widths({ title: '', head, rows: shown, right });
  const table = new Table({
    head: head.map((name, place) => wrap(name, widest[place] as number)),
    chars: { ...openRules, middle: '  ' },
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    colAligns: head.map((_, place) => (right.includes(place) ? 'right' : 'left')),
    wordWrap: true,
  });
  for (const row of shown) table.push(row.map((cell, place) => wrap(cell, widest[place] as number)));
  const left = rows.length - shown.length;
  return [table.toString(), ...(left > 0 ? [moreRows(left, language)] : [])];
}

/** Numbers take what they need, the first column of text no more than it needs, the others share what is left. */
function widths({ head, rows, right = [] }: TableView): number[] {
  const natural = head.map((name, place) => Math.max(width(name), ...rows.map((row) => width(row[place] ?? ''))));
  const widest = natural.map((each, place) => (right.includes(place) ? Math.min(each, mostOfNumbers) : 0));
  let left = columns - 2 * (head.length - 1) - widest.reduce((sum, each) => sum + each, 0);
  const texts = natural.flatMap((each, place) => (right.includes(place) ? [] : [{ each, place }]));
  // The narrow ones first: what they leave goes to the wide ones.
  texts.sort((a, b) => a.each - b.each);
  texts.forEach(({ each, place }, done) => {
    const share = Math.max(leastOfText, Math.floor(left / (texts.length - done)));
    widest[place] = Math.min(each, share);
    left -= widest[place];
  });
  return widest;
}

const mostOfNumbers = 16;
const leastOfText = 10;
