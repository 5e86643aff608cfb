import type { Roster } from '@jingzhun/schemas/table';
import type { Book, OpenTable } from '@jingzhun/schemas/workbook';
import type { CheckUp, PolicyChoice, Reading, RosterProblem } from './protocol.ts';
import type { HeldResults } from './results/held-results.ts';

/** The cases of the file, made as the user said that it is to be read. */
export interface HeldRoster {
  readonly reading: Reading;
  readonly choice: PolicyChoice;
  readonly roster: Roster;
  /** The sheet itself, as it was read. */
  readonly table: OpenTable;
  readonly headers: readonly string[];
  readonly problems: readonly RosterProblem[];
  readonly checkUp: CheckUp;
  readonly synthetic: boolean;
}

/** What the worker holds from one request to the next; nothing of it leaves the worker but by an answer. */
export interface Held {
  file: { readonly name: string; readonly synthetic: boolean; readonly book: Book } | undefined;
  roster: HeldRoster | undefined;
  /** What was decided of the roster, and a list of payments to hold it against. */
  results?: HeldResults | undefined;
}
