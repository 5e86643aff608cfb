import type { OpenTable } from '@jingzhun/schemas/workbook';
import { joinedHeaders, refusals } from '@jingzhun/schemas/workbook';
import type { Task } from '../worker/task.ts';
import { doubtsIn } from './doubts/doubts.ts';
import type { Handlers } from './handlers.ts';
import type { Held, HeldRoster } from './held.ts';
import { headersIn, openFile } from './open-file.ts';
import { regionIn } from './open-region.ts';
import { gatherProblems } from './problems/gather-problems.ts';
import { countCodes, countKinds, matches } from './problems/problem-counts.ts';
import { problemsFile } from './problems/problems-file.ts';
import type { CheckUp, EntryRequests, HeaderPlace, Reading, RosterProblem } from './protocol.ts';
import { checkColumns } from './table/check-columns.ts';
import { distinctValues } from './table/distinct-values.ts';
import { fieldOptions } from './table/field-options.ts';
import { makeRoster } from './table/make-roster.ts';

/** What the worker answers from the choice of a file to its check-up. */
export const entryHandlers: Handlers<keyof EntryRequests> = {
  fields: () => fieldOptions(),
  open: async ({ file }, task, held) => {
    const opened = await openFile(file, task, held);
    return opened.synthetic ? opened : { ...opened, ...(await regionIn(opened.name, bookIn(held), opened.chosen)) };
  },
  headers: (place, task, held) => headersIn(bookIn(held), place.sheet, task, place.row === 0 ? undefined : place),
  columns: async ({ place, fields }, task, held) => checkColumns(await tableIn(held, place, task), place, fields),
  values: async ({ place, fields }, task, held) => {
    const table = await tableIn(held, place, task);
    return distinctValues(table, place, fields, joinedHeaders(table, place.row, place.rows), task);
  },
  check: async ({ reading, choice }, task, held) => {
    held.roster = undefined;
    const made = await check(await tableIn(held, reading.place, task), reading, choice.on, task);
    held.roster = { ...made, reading, choice, synthetic: held.file?.synthetic === true };
    return made.checkUp;
  },
  problems: ({ filter, offset, limit }, _, held) => {
    const found = rosterIn(held).problems.filter(matches(filter));
    return { total: found.length, offset, problems: found.slice(offset, offset + limit) };
  },
  problemsFile: ({ filter, language }, _, held) =>
    problemsFile(rosterIn(held).problems.filter(matches(filter)), language),
};

/** The roster that was made; a request before it is a fault of the page. */
function rosterIn({ roster }: Held): HeldRoster {
  if (roster === undefined) throw new Error('no roster has been made');
  return roster;
}

function bookIn({ file }: Held) {
  if (file === undefined) throw new Error('no file is open');
  return file.book;
}

const tableIn = (held: Held, { sheet }: HeaderPlace, task: Task): Promise<OpenTable> => bookIn(held).table(sheet, task);

async function check(
  table: OpenTable,
  reading: Reading,
  on: string,
  task: Task,
): Promise<Pick<HeldRoster, 'roster' | 'table' | 'headers' | 'problems' | 'checkUp'>> {
  const headers = joinedHeaders(table, reading.place.row, reading.place.rows);
  const roster = await makeRoster(table, reading, task);
  if (roster.rows.length === 0) throw refusals.headersOnly();
  const doubts = await doubtsIn(roster, on, task);
  const problems = gatherProblems(table, headers, reading, roster, doubts);
  return { table, headers, roster, problems, checkUp: checkUpOf(roster, problems) };
}

function checkUpOf(roster: HeldRoster['roster'], problems: readonly RosterProblem[]): CheckUp {
  const { match, households, rows } = roster;
  // Totals and notes under the table are nobody, so nobody is left out with them.
  const nobodys = roster.problems.filter(({ code }) => code === 'total-row').length;
  return {
    layout: match.layout,
    households: households.length,
    persons: match.layout === 'person' ? households.reduce((sum, { rows: own }) => sum + own.length, 0) : 0,
    rows: rows.length - nobodys,
    rowsLeftOut: rows.filter(({ household }) => household === null).length - nobodys,
    counts: countKinds(problems),
    codes: countCodes(problems),
  };
}
