import { rulesOn } from '@jingzhun/rules';
import { type ColumnMatch, rowProblem, type TableProblem } from '@jingzhun/schemas/table';
import { type BatchDecider, type DecidedBatch, type Question, RowDecider } from './decide-rows.ts';
import { emptyTable, usableColumns } from './read-roster.ts';
import { openSorted } from './sorted-source.ts';
import type { TableRow, TableSource } from './table-source.ts';
import { Tally } from './tally.ts';
import { RowsApart, WholeHouseholds } from './whole-households.ts';
import { type DecidedRows, writtenRows } from './written-rows.ts';

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

export interface TableOptions {
  /** Where the result goes: the disk that has room. */
  readonly out: string;
  /** How many threads decide a large table. */
  readonly threads?: number;
  /** Rows that are decided at once in a large table. */
  readonly batch?: number;
}

/**
 * Decides every household of a table. A large table is decided as it is read, and never held as a whole; where the rows of its households
 * stand apart, they are sorted on the disk first and come household by household.
 */
export async function decideTable(
  source: TableSource,
  file: string,
  question: Question,
  { out, threads = 1, batch = 5_000 }: TableOptions,
  taker: DecisionTaker,
): Promise<DecidedTable> {
  const here: MakeDecider = (headers) => new RowDecider(headers, question);
  if (!source.large) {
    const whole = { batch: Number.POSITIVE_INFINITY, mayBeApart: false, makeDecider: here };
    return decideIn(source, file, question, taker, whole);
  }
  const makeDecider = threads > 1 ? await inThreads(question, threads) : here;
  try {
    return await decideIn(source, file, question, taker, { batch, mayBeApart: true, makeDecider });
  } catch (error) {
    if (!(error instanceof RowsApart)) throw error;
  }
  taker.sorts();
  const elsewhere: TableProblem[] = [];
  const sorted = await openSorted(source, out, (row, about) => {
    elsewhere.push(rowProblem('duplicate-elsewhere', row, 'noted', { about }));
  });
  const noted = () => elsewhere.splice(0);
  try {
    return await decideIn(sorted, file, question, taker, { batch, mayBeApart: false, makeDecider, noted });
  } finally {
    sorted.close();
  }
}

type MakeDecider = (headers: readonly string[]) => BatchDecider;

/** Threads are loaded where they are wanted. */
async function inThreads(question: Question, threads: number): Promise<MakeDecider> {
  const { DeciderThreads } = await import('./decider-threads.ts');
  return (headers) => new DeciderThreads(headers, question, threads);
}

interface Reading {
  readonly batch: number;
  readonly mayBeApart: boolean;
  readonly makeDecider: MakeDecider;
  /** Who is in another household, of the rows read so far: a batch knows of its own persons alone. */
  readonly noted?: () => TableProblem[];
}

async function decideIn(
  source: TableSource,
  file: string,
  { policy, days, language }: Question,
  taker: DecisionTaker,
  { batch, mayBeApart, makeDecider, noted }: Reading,
): Promise<DecidedTable> {
  const tally = new Tally(rulesOn(policy, days.on));
  const progress = Number.isFinite(batch) ? undefined : taker.decided;
  const inHand: InHand[] = [];
  let table: { match: ColumnMatch; households: WholeHouseholds; decider: BatchDecider; width: number } | undefined;
  const begin = (rows: readonly TableRow[], decider: BatchDecider) => {
    const decided = decider.decide(rows, progress);
    // Told when its turn comes.
    decided.catch(() => {});
    inHand.push({ rows, decided, noted: noted?.() });
  };
  const takeFirst = async (width: number) => {
    const { rows, decided, noted } = inHand.shift() as InHand;
    const result = await decided;
    tally.merge(result.counted);
    await taker.take(writtenRows(rows, withNoted(result, noted), width, language));
  };
  try {
    await source.read({
      headers: (cells, row) => {
        const match = usableColumns(cells, file, row);
        const households = new WholeHouseholds(match, batch, mayBeApart);
        table = { match, households, decider: makeDecider(cells), width: cells.length };
        taker.begin(match, cells);
      },
      row: (row) => {
        const rows = table?.households.add(row);
        if (rows !== undefined && table !== undefined) begin(rows, table.decider);
      },
      pause: () => {
        if (table === undefined || inHand.length < table.decider.atOnce) return undefined;
        const { decider, width } = table;
        return (async () => {
          while (inHand.length >= decider.atOnce) await takeFirst(width);
        })();
      },
      ...(taker.read !== undefined && { progress: taker.read }),
    });
    if (table === undefined) throw emptyTable(file);
    const { match, households, decider, width } = table;
    begin(households.rest(), decider);
    while (inHand.length > 0) await takeFirst(width);
    return { match, tally };
  } finally {
    await table?.decider.close();
  }
}

/** A batch that is being decided. */
interface InHand {
  readonly rows: readonly TableRow[];
  readonly decided: Promise<DecidedBatch>;
  readonly noted: readonly TableProblem[] | undefined;
}

function withNoted(decided: DecidedBatch, noted: readonly TableProblem[] | undefined): DecidedBatch {
  if (noted === undefined) return decided;
  const own = decided.problems.filter(({ code }) => code !== 'duplicate-elsewhere');
  return { ...decided, problems: [...own, ...noted].sort((a, b) => a.row - b.row) };
}
