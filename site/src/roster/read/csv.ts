import type { Book, Caps } from '@jingzhun/schemas/workbook';
import { refusals, TableRows } from '@jingzhun/schemas/workbook';
import Papa from 'papaparse';
import type { Task } from '../../worker/task.ts';
import { decodeText, encodingName } from './decode-text.ts';

/** Characters that are parsed at once: short enough that a cancel is heard soon. */
const piece = 256_000;
/** Pieces without the end of a row: a quote that never closes, and reading on would take ever longer. */
const mostBarren = 16;

/** Reads comma, tab or semicolon separated text. */
export async function readCsv(bytes: Uint8Array, name: string, caps: Caps, task: Task): Promise<Book> {
  if (bytes.length > caps.text) throw refusals.tooLarge(bytes.length, caps.text);
  const { text, encoding } = await decodeText(bytes, task);
  if (text.trim() === '') throw refusals.empty();
  const rows = await parsed(text, caps, task);
  const table = rows.table(name, []);
  return {
    kind: 'csv',
    encoding: encodingName[encoding],
    tops: [table],
    table: async () => table,
  };
}

async function parsed(text: string, caps: Caps, task: Task): Promise<TableRows> {
  const rows = new TableRows(caps);
  let row = 0;
  let barren = 0;
  const take = ({ data, errors, meta }: Papa.ParseResult<string[]>) => {
    const broken = new Set<number>();
    for (const error of errors) {
      if (error.type !== 'Quotes') continue;
      if (error.code === 'MissingQuotes') throw refusals.unclosedQuotes(row + (error.row ?? 0) + 1);
      broken.add(error.row ?? -1);
    }
    barren = data.length === 0 ? barren + 1 : 0;
    if (barren > mostBarren) throw refusals.unclosedQuotes(row + 1);
    for (const [index, cells] of data.entries()) {
      row++;
      if (cells.some((cell) => cell.includes('\ufffd'))) throw refusals.undecodable(row);
      rows.add(row, cells, cells.length);
      if (broken.has(index)) rows.breaks(row);
    }
    task.report('parse', meta.cursor / text.length);
  };
  await new Promise<void>((resolve, reject) => {
    let failed = false;
    Papa.parse<string[]>(text, {
      delimiter: delimiterOf(text),
      chunkSize: piece,
      chunk: (results: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        const stop = (error: unknown) => {
          // First of all: aborting ends in `complete`, which would settle the promise as if all were well.
          failed = true;
          reject(error);
          parser.abort();
        };
        try {
          take(results);
        } catch (error) {
          stop(error);
          return;
        }
        parser.pause();
        task.pause().then(() => parser.resume(), stop);
      },
      complete: () => {
        if (!failed) resolve();
      },
    } as Papa.ParseConfig<string[]> & { download?: false });
  });
  return rows;
}

/** The delimiter by which the first rows have most cells. */
function delimiterOf(text: string): string {
  const top = text.slice(0, 20_000);
  let best = ',';
  let most = 0;
  for (const delimiter of [',', '\t', ';']) {
    const { data } = Papa.parse<string[]>(top, { delimiter, preview: 30, skipEmptyLines: true });
    const cells = data.reduce((sum, row) => sum + row.length, 0);
    if (cells <= most) continue;
    best = delimiter;
    most = cells;
  }
  return best;
}
