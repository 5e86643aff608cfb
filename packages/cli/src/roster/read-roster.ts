import { JingzhunError } from '@jingzhun/schemas/problem';
import { type ColumnMatch, matchColumns, type Roster, showHeader } from '@jingzhun/schemas/table';
import { unusable } from '../unusable.ts';
import { openTable } from './open-table.ts';
import { RosterBuilder } from './roster-builder.ts';
import { sizeOf } from './table-source.ts';

/** Reads a table of any kind to cases. Refused as a whole where its columns cannot be told apart. Progress is in bytes. */
export async function readRoster(
  file: string,
  progress?: (done: number) => void,
): Promise<{ readonly roster: Roster }> {
  const { bytes } = sizeOf(file);
  const source = await openTable(file);
  let builder: RosterBuilder | undefined;
  try {
    await source.read({
      headers: (cells, row) => {
        usableColumns(cells, file, row);
        builder = new RosterBuilder(cells);
      },
      row: (row) => builder?.add(row),
      ...(progress !== undefined && { progress: (done) => progress((done / source.size) * bytes) }),
    });
  } finally {
    source.close();
  }
  if (builder === undefined) throw emptyTable(file);
  return { roster: builder.finish() };
}

/** The columns of a table by its headers. */
export function usableColumns(headers: readonly string[], file: string, row: number): ColumnMatch {
  const match = matchColumns(headers);
  if (match.problems.length === 0) return match;
  throw new JingzhunError(
    'unusable-table',
    match.problems.map((problem) => ({ ...problem, file, line: row })),
  );
}

export const emptyTable = (file: string) => unusable('empty', '文件是空的', 'is empty', { file });

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
