import { rulesOn } from '@jingzhun/rules';
import { type ColumnMatch, rowProblem, type TableProblem } from '@jingzhun/schemas/table';
import { type DecidedRows, type Question, RowDecider } from './decide-rows.ts';
import { emptyTable, usableColumns } from './read-roster.ts';
import { openSorted } from './sorted-source.ts';
import type { TableRow, TableSource } from './table-source.ts';
import { Tally } from './tally.ts';
import { RowsApart, WholeHouseholds } from './whole-households.ts';

/** Who takes what was decided, as it comes. */
export interface DecisionTaker {
  /** Before everything else; again where the table has to be read in another order. */
  begin(match: ColumnMatch, headers: readonly string[]): void;
  take(decided: DecidedRows): Promise<void>;
  /** The rows of households stand apart: they are sorted first. */
  sorts(): void;
  read?(done: number): void;
  /** Of a table that is decided as a whole. */
  decided?(households: number, of: number): void;
}

export interface DecidedTable {
  readonly match: ColumnMatch;
  readonly tally: Tally;
}

/** Rows that are decided at once in a large table. */
const usualBatch = 5_000;

/**
 * Decides every household of a table. A large table is decided as it is read, and never held as a whole; where the rows of its households
 * stand apart, they are sorted on the disk first and come household by household.
 *
 * @param out where the result goes: the disk that has room.
 */
export async function decideTable(
  source: TableSource,
  file: string,
  question: Question,
  out: string,
  taker: DecisionTaker,
  batch = usualBatch,
): Promise<DecidedTable> {
  if (!source.large)
    return decideIn(source, file, question, taker, { batch: Number.POSITIVE_INFINITY, mayBeApart: false });
  try {
    return await decideIn(source, file, question, taker, { batch, mayBeApart: true });
  } catch (error) {
    if (!(error instanceof RowsApart)) throw error;
  }
  taker.sorts();
  const elsewhere: TableProblem[] = [];
  const sorted = await openSorted(source, out, (row, about) => {
    elsewhere.push(rowProblem('duplicate-elsewhere', row, 'noted', { about }));
  });
  // A batch knows of its own persons alone, so who is in another household is known from the sorting.
  const inOrder: DecisionTaker = {
    ...taker,
    take: (decided) => {
      const own = decided.problems.filter(({ code }) => code !== 'duplicate-elsewhere');
      return taker.take({ ...decided, problems: [...own, ...elsewhere.splice(0)].sort((a, b) => a.row - b.row) });
    },
  };
  try {
    return await decideIn(sorted, file, question, inOrder, { batch, mayBeApart: false });
  } finally {
    sorted.close();
  }
}

async function decideIn(
  source: TableSource,
  file: string,
  question: Question,
  taker: DecisionTaker,
  { batch, mayBeApart }: { readonly batch: number; readonly mayBeApart: boolean },
): Promise<DecidedTable> {
  const tally = new Tally(rulesOn(question.policy, question.days.on));
  const full: (readonly TableRow[])[] = [];
  let match: ColumnMatch | undefined;
  let households: WholeHouseholds | undefined;
  let decider: RowDecider | undefined;
  const decide = async (rows: readonly TableRow[]) => {
    if (decider !== undefined)
      await taker.take(await decider.decide(rows, Number.isFinite(batch) ? undefined : taker.decided));
  };
  await source.read({
    headers: (cells, row) => {
      match = usableColumns(cells, file, row);
      households = new WholeHouseholds(match, batch, mayBeApart);
      decider = new RowDecider(cells, question, tally);
      taker.begin(match, cells);
    },
    row: (row) => {
      const rows = households?.add(row);
      if (rows !== undefined) full.push(rows);
    },
    pause: () => {
      if (full.length === 0) return undefined;
      return (async () => {
        for (const rows of full.splice(0)) await decide(rows);
      })();
    },
    ...(taker.read !== undefined && { progress: taker.read }),
  });
  if (match === undefined || households === undefined) throw emptyTable(file);
  for (const rows of [...full, households.rest()]) await decide(rows);
  return { match, tally };
}
