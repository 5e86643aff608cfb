import { type Policy, type PolicyText, rulesOn } from '@jingzhun/rules';
import type { RosterRow, TableProblem } from '@jingzhun/schemas/table';
import type { DayOptions } from '../days.ts';
import type { Language } from '../language.ts';
import { Labels } from '../wording/labels.ts';
import { decideRoster } from './decide-roster.ts';
import { RosterBuilder } from './roster-builder.ts';
import { type GrantCounts, grantCounts, type RowResult, rowResults } from './row-result.ts';
import type { TableRow } from './table-source.ts';
import { type Counted, Tally } from './tally.ts';

/** What a roster is asked. */
export interface Question {
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly days: DayOptions;
  readonly language: Language;
}

/** Rows of whole households, decided: plain data, so that it can come from another thread. */
export interface DecidedBatch {
  /** One for every row that is not blank, as they are written: its place in the batch, and its result, null where it was not decided. */
  readonly results: readonly { readonly place: number; readonly result: RowResult | null }[];
  /** Sorted by row. */
  readonly problems: readonly TableProblem[];
  readonly persons: number;
  readonly leftOut: number;
  readonly counted: Counted;
}

export type DecidingProgress = (households: number, of: number) => void;

/** Decides batches, one by one or several at once. */
export interface BatchDecider {
  /** How many batches it can have in hand. */
  readonly atOnce: number;
  decide(rows: readonly TableRow[], progress?: DecidingProgress): Promise<DecidedBatch>;
  close(): Promise<void>;
}

/** Decides where it stands. */
export class RowDecider implements BatchDecider {
  readonly atOnce = 1;
  private readonly headers: readonly string[];
  private readonly question: Question;
  private readonly rules: Policy['rules'];
  private readonly grants: GrantCounts;
  private readonly labels: Labels;

  constructor(headers: readonly string[], question: Question) {
    const { policy, text, days, language } = question;
    this.headers = headers;
    this.question = question;
    this.rules = rulesOn(policy, days.on);
    this.grants = grantCounts(this.rules);
    this.labels = new Labels(policy, text, language);
  }

  async decide(rows: readonly TableRow[], progress?: DecidingProgress): Promise<DecidedBatch> {
    const builder = new RosterBuilder(this.headers);
    for (const row of rows) builder.add(row);
    const roster = builder.finish();
    const results: (readonly RowResult[] | undefined)[] = [];
    const tally = new Tally(this.rules);
    const { policy, days } = this.question;
    const { problems } = await decideRoster(
      roster,
      policy,
      days,
      (decision, { rows: own }, index) => {
        tally.add(decision);
        results[index] = rowResults(decision, this.grants, own.length, this.labels);
      },
      (done) => progress?.(done, roster.households.length),
    );
    return {
      results: resultsByRow(rows, roster.rows, results),
      problems: [...roster.problems, ...problems].sort((a, b) => a.row - b.row),
      persons: roster.rows.filter(({ household, member }) => household !== null && member !== null).length,
      leftOut: roster.rows.filter(({ household }) => household === null).length,
      counted: tally.counted(),
    };
  }

  async close(): Promise<void> {}
}

function resultsByRow(
  rows: readonly TableRow[],
  known: readonly RosterRow[],
  results: readonly (readonly RowResult[] | undefined)[],
): DecidedBatch['results'] {
  const places = [...rows.keys()];
  // As the builder has them: households without members after all others.
  const inOrder = [...places.filter((place) => !rows[place]?.empty), ...places.filter((place) => rows[place]?.empty)];
  const byRow: DecidedBatch['results'][number][] = [];
  for (const place of inOrder) {
    const own = known[byRow.length];
    if (own === undefined || own.row !== rows[place]?.row) continue;
    const result = own.household === null ? undefined : results[own.household]?.[own.member ?? 0];
    byRow.push({ place, result: result ?? null });
  }
  return byRow;
}
