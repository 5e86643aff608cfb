import type { Roster } from '@jingzhun/schemas/table';
import { showHeader } from '@jingzhun/schemas/table';
import { Refused } from '@jingzhun/schemas/workbook';
import type { Held } from '../roster/held.ts';
import { openFile } from '../roster/open-file.ts';
import type { Sentence } from '../roster/protocol.ts';
import { checkColumns } from '../roster/table/check-columns.ts';
import { makeRoster } from '../roster/table/make-roster.ts';
import type { Task } from '../worker/task.ts';

/** A visitor's roster, with what should be known about its columns. */
export interface ReadRoster {
  readonly roster: Roster;
  readonly notes: readonly Sentence[];
}

/**
 * Reads a CSV or Excel file with the columns and values that are recognised. What is not, or only likely, is left out: the
 * roster's own page is where it can be matched by hand.
 *
 * @throws Refused where it cannot be used as it stands.
 */
export async function readRoster(file: File, task: Task): Promise<ReadRoster> {
  const held: Held = { file: undefined, roster: undefined };
  const { chosen } = await openFile(file, task, held);
  const { place, columns } = chosen;
  const width = Math.max(...columns.map(({ index }) => index)) + 1;
  const sure = new Map(columns.map(({ index, field, confidence }) => [index, confidence === 'nearest' ? null : field]));
  const fields = Array.from({ length: width }, (_, index) => sure.get(index) ?? null);
  const table = await (held.file as NonNullable<Held['file']>).book.table(place.sheet, task);
  const { problems, notes, blankIds } = checkColumns(table, place, fields);
  if (problems.length > 0) throw new Refused('columns', ...problems.map(({ zh, en }) => ({ zh, en })));
  const roster = await makeRoster(table, { place, fields, values: {}, fillHouseholds: blankIds > 0 }, task);
  if (roster.households.length === 0) {
    throw new Refused('no-households', {
      zh: '没有读出可用的户。请先到“整村核对”查看哪里不合',
      en: 'No household could be read; the village roster page shows what is wrong',
    });
  }
  const unread = columns.filter(({ index, header }) => header.trim() !== '' && fields[index] === null);
  const list = unread.map(({ header }) => showHeader(header)).join('、');
  const left = unread.length === 0 ? [] : [{ zh: `未读取的列：${list}`, en: `Columns not read: ${list}` }];
  return { roster, notes: [...left, ...notes] };
}
