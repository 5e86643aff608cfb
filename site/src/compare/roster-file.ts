import { CaseTable, type Roster, showHeader } from '@jingzhun/schemas/table';
import Papa from 'papaparse';
import type { Sentence } from './protocol.ts';
import type { Task } from './task.ts';

/** A file that cannot be read as a roster, with what would be right. */
export class Refused extends Error {
  readonly sentence: Sentence;

  constructor(zh: string, en: string) {
    super(en);
    this.sentence = { zh, en };
  }
}

const largest = 200_000_000;
const mostRows = 300_000;
/** Characters that are read at once. */
const piece = 256_000;

const zip = [0x50, 0x4b, 0x03, 0x04];
const oldExcel = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads a CSV to cases: UTF-8 or GB18030, comma, tab or semicolon. */
export async function readRosterFile(bytes: Uint8Array, task: Task): Promise<Roster> {
  if (bytes.length === 0) throw new Refused('文件是空的', 'The file is empty');
  if (bytes.length > largest) throw new Refused('文件超过 200 MB', 'The file is larger than 200 MB');
  if ([zip, oldExcel].some((start) => start.every((byte, place) => bytes[place] === byte))) {
    throw new Refused(
      '这是 Excel 工作簿，不是 CSV。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”',
      'This is an Excel workbook and no CSV; save it in Excel as "CSV UTF-8 (comma delimited)"',
    );
  }
  const text = decoded(bytes);
  let table: CaseTable | undefined;
  await eachRow(text, task, (row, cells, broken) => {
    if (table !== undefined) table.add(row, cells, broken ? 'broken-quotes' : undefined);
    else table = headed(cells);
  });
  if (table === undefined) throw new Refused('文件是空的', 'The file is empty');
  const roster = (table as CaseTable).finish();
  if (roster.households.length === 0)
    throw new Refused('表头以下没有可用的行', 'There is no usable row below the headers');
  return roster;
}

/** By its mark, else UTF-8 if every byte of it is, else GB18030, which reads nearly any bytes. */
function decoded(bytes: Uint8Array): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  if (bytes.subarray(0, 1_000_000).includes(0))
    throw new Refused('含有空字节，不是文本文件', 'The file holds zero bytes and is no text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

async function eachRow(
  text: string,
  task: Task,
  take: (row: number, cells: readonly string[], broken: boolean) => void,
): Promise<void> {
  let row = 0;
  await new Promise<void>((resolve, reject) => {
    let failed = false;
    const stop = (error: unknown, parser: Papa.Parser): void => {
      // First of all: aborting ends in `complete`, which would settle the promise as if all were well.
      failed = true;
      reject(error);
      parser.abort();
    };
    Papa.parse<string[]>(
      text as never,
      {
        delimitersToGuess: [',', '\t', ';'],
        chunkSize: piece,
        chunk: ({ data, errors, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
          try {
            const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map((error) => error.row));
            if (errors.some(({ code }) => code === 'MissingQuotes')) {
              throw new Refused(
                '有一个双引号没有成对，其后各行无法读取',
                'A double quote is never closed, so the rows after it cannot be read',
              );
            }
            for (const [place, cells] of data.entries()) {
              if (++row > mostRows) throw new Refused(`超过 ${mostRows} 行`, `The file has more than ${mostRows} rows`);
              take(row, cells, broken.has(place));
            }
          } catch (error) {
            stop(error, parser);
            return;
          }
          parser.pause();
          task.step(meta.cursor, text.length).then(
            () => parser.resume(),
            (error: unknown) => stop(error, parser),
          );
        },
        complete: () => {
          if (!failed) resolve();
        },
      } as Papa.ParseLocalConfig<string[], never>,
    );
  });
}

function headed(headers: readonly string[]): CaseTable {
  const table = new CaseTable(headers);
  const [problem] = table.match.problems;
  if (problem !== undefined) throw new Refused(problem.zh, problem.en);
  return table;
}

/** What people should know of the columns: which are not read, and an income that is another one than it looks. */
export function columnNotes({ match: { columns, unmatched } }: Roster): Sentence[] {
  const headers = unmatched.map(({ header }) => header).filter((header) => header.trim() !== '');
  const list = headers.map(showHeader).join('、');
  const names = new Set(columns.map(({ name }) => name));
  const netOnly = names.has('household.perCapitaNetIncome') && !names.has('household.perCapitaDisposableIncome');
  return [
    ...(headers.length > 0 ? [{ zh: `未读取的列：${list}`, en: `Columns not read: ${list}` }] : []),
    ...(netOnly
      ? [
          {
            zh: '有人均纯收入而无人均可支配收入：二者不同，不作替代',
            en: 'There is a per-capita net income and no disposable one: they differ, and neither stands for the other',
          },
        ]
      : []),
  ];
}
