import { Piscina } from 'piscina';
import { type DecidedBatch, type Question, RowDecider } from './decide-rows.ts';
import type { TableRow } from './table-source.ts';

/** What every thread is given once. */
export interface ThreadData {
  readonly headers: readonly string[];
  readonly question: Question;
}

const { headers, question } = Piscina.workerData as ThreadData;
const decider = new RowDecider(headers, question);

/** Not a default export: Node would make a module of its own for it, and ends the whole process where the thread is ended meanwhile. */
export const decide = (rows: readonly TableRow[]): Promise<DecidedBatch> => decider.decide(rows);
