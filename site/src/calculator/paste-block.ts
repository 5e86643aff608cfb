/** A column that a pasted block can fill. */
export interface PasteColumn {
  readonly key: string;
  /** What it is called, and the headings under which rosters hold it. */
  readonly names: readonly string[];
}

/** What goes where. */
export interface PastePlan {
  /** Rows of cells, without the heading line. */
  readonly rows: readonly (readonly string[])[];
  /** By place in a row: the column; undefined where there is none. */
  readonly columns: readonly (PasteColumn | undefined)[];
  /** Headings that no column answers to. */
  readonly unmatched: readonly string[];
  /** Row of the block that is the first of `rows`, counted from 1. */
  readonly firstRow: number;
}

/** Cells of a block as spreadsheets copy it: tabs between cells, quotes around cells with line breaks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|\r|$)/gy;
  for (let match = cells.exec(text); match !== null; match = cells.exec(text)) {
    row.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    if (match[3] === '\t') continue;
    rows.push(row);
    row = [];
    if (match[3] === '' || cells.lastIndex >= text.length) break;
  }
  return rows.filter((each) => each.some((cell) => cell !== ''));
}

/** Is this a block of cells, rather than text for one? */
export function isBlock(text: string): boolean {
  return /\t|\n./.test(text);
}

/** Finds the columns: by name where the first line is a heading, else in order from the column in which the block is pasted. */
export function planPaste(text: string, columns: readonly PasteColumn[], start: number): PastePlan {
  const rows = cellsOf(text);
  const [first = []] = rows;
  const found = first.map((cell) => columns.find(({ names }) => names.some((name) => plain(name) === plain(cell))));
  if (found.some((column) => column !== undefined)) {
    const unmatched = first.filter((cell, at) => cell !== '' && found[at] === undefined);
    return { rows: rows.slice(1), columns: found, unmatched, firstRow: 2 };
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  const inOrder = Array.from({ length: width }, (_, at) => columns[start + at]);
  return { rows, columns: inOrder, unmatched: [], firstRow: 1 };
}

/** A heading without what differs from one roster to another: blanks, widths, units in brackets. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/[\s:*]/g, '')
    .toLowerCase();
}
