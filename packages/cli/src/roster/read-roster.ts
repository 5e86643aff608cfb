import { JingzhunError } from '@jingzhun/schemas/problem';
import { CaseTable, type ColumnMatch, type Roster, showHeader } from '@jingzhun/schemas/table';
import { unusable } from '../unusable.ts';
import { type CsvProgress, eachRow } from './csv-rows.ts';
import { type Encoding, encodingOf, notCsv } from './encoding.ts';

export interface ReadRoster {
  readonly roster: Roster;
  readonly encoding: Encoding;
}

/** Reads a CSV file to cases. Refused as a whole where its columns cannot be told apart. */
export async function readRoster(file: string, progress?: CsvProgress): Promise<ReadRoster> {
  if (/\.(xlsx?|xlsm|et|ods|parquet)$/i.test(file)) throw notCsv(file);
  const encoding = await encodingOf(file);
  let table: CaseTable | undefined;
  await eachRow(
    file,
    encoding,
    ({ row, cells, broken }) => {
      if (table !== undefined) table.add(row, cells, broken);
      else table = headed(cells, file);
    },
    progress === undefined ? {} : { progress },
  );
  if (table === undefined) throw unusable('empty', '文件是空的', 'is empty', { file });
  return { roster: table.finish(), encoding };
}

function headed(headers: readonly string[], file: string): CaseTable {
  const table = new CaseTable(headers);
  const { problems } = table.match;
  if (problems.length > 0)
    throw new JingzhunError(
      'unusable-table',
      problems.map((problem) => ({ ...problem, file, line: 1 })),
    );
  return table;
}

/** What people should know about the columns: which are not read, and an income that is another one than it looks. */
export function columnNotes({ columns, unmatched }: ColumnMatch): { readonly zh: string; readonly en: string }[] {
  const named = unmatched.filter(({ header }) => header.trim() !== '');
  const list = named
    .map(({ header, meant }) => (meant === undefined ? showHeader(header) : `${showHeader(header)}（${meant}？）`))
    .join('、');
  const names = new Set(columns.map(({ name }) => name));
  const netOnly = names.has('household.perCapitaNetIncome') && !names.has('household.perCapitaDisposableIncome');
  return [
    ...(named.length > 0 ? [{ zh: `未读取的列：${list}`, en: `columns not read: ${list}` }] : []),
    ...(netOnly
      ? [
          {
            zh: '有人均纯收入而无人均可支配收入：二者不同，不作替代',
            en: 'there is a per-capita net income (人均纯收入) and no disposable one (人均可支配收入): they differ, and neither stands for the other',
          },
        ]
      : []),
  ];
}
