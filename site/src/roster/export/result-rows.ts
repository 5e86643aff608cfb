import { dataRows } from '@jingzhun/schemas/workbook';
import type { Language } from '../../language.ts';
import { rosterOutWords } from '../../words/roster-out.ts';
import type { Task } from '../../worker/task.ts';
import type { ExportOrder } from '../protocol-results.ts';
import type { HeldResults } from '../results/held-results.ts';
import { emptyResult, type RowResult, rowResults } from './row-results.ts';

export interface ResultRow {
  /** The row's own cells, in the order of the file. */
  readonly cells: readonly string[];
  readonly result: RowResult;
}

/** The households that are written; all of them where the order does not choose. */
export function chosenHouseholds(
  { households, roster }: HeldResults,
  { only }: ExportOrder,
): (index: number) => boolean {
  if (only === undefined) return (index) => index < roster.question.households.length;
  const chosen = new Set(households.matching(only.filter, only.scope));
  return (index) => chosen.has(index);
}

/** Every row of the file that is written, with what was found about it. */
export async function* resultRows(
  results: HeldResults,
  order: ExportOrder,
  task: Task,
): AsyncGenerator<ResultRow, void> {
  const { of } = results;
  const isChosen = chosenHouseholds(results, order);
  const places = new Map(of.roster.rows.map(({ row, household, member }) => [row, { household, member }]));
  /** Of the household that is being written: its results by row. Rows of a household need not stand together. */
  const waiting = new Map<number, ReadonlyMap<number, RowResult>>();
  for (const { row, cells } of dataRows(of.table, of.reading.place)) {
    const place = places.get(row);
    const household = place?.household ?? null;
    const padded = of.headers.map((_, column) => cells[column] ?? '');
    if (household === null) {
      if (order.only === undefined) yield { cells: padded, result: leftOut(place !== undefined, order.language) };
    } else if (isChosen(household)) {
      let own = waiting.get(household);
      if (own === undefined) {
        own = ofHousehold(household);
        waiting.set(household, own);
      }
      yield { cells: padded, result: own.get(row) ?? emptyResult };
      if (of.roster.households[household]?.rows.at(-1) === row) waiting.delete(household);
    }
    if (!task.due) continue;
    task.report('export', row / of.table.rows.length);
    await task.pause();
  }

  function ofHousehold(household: number): ReadonlyMap<number, RowResult> {
    const rows = of.roster.households[household]?.rows ?? [];
    const decision = results.roster.household(household);
    if (decision === undefined) {
      return new Map(rows.map((row) => [row, leftOut(true, order.language)]));
    }
    const members = rows.map((row) => places.get(row)?.member ?? null);
    const found = rowResults(decision, members, results.words[order.language].writer);
    return new Map(rows.map((row, place) => [row, found[place] ?? emptyResult]));
  }
}

/** A row that is blank or a total has no result; one that was left out says so. */
function leftOut(isRow: boolean, language: Language): RowResult {
  const { row } = rosterOutWords[language];
  return isRow ? [row.leftOut, '', '', row.leftOutWhy] : emptyResult;
}
