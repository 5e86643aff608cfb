import { type Policy, type PolicyText, rulesOn } from '@jingzhun/rules';
import type { RosterRow, TableProblem } from '@jingzhun/schemas/table';
import type { DayOptions } from '../days.ts';
import { type Language, say } from '../language.ts';
import { Labels } from '../wording/labels.ts';
import { decideRoster } from './decide-roster.ts';
import { RosterBuilder } from './roster-builder.ts';
import { type GrantCounts, grantCounts, type RowResult, rowResults } from './row-result.ts';
import type { TableRow } from './table-source.ts';
import type { Tally } from './tally.ts';

/** What a roster is asked. */
export interface Question {
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly days: DayOptions;
  readonly language: Language;
}

export interface DecidedRows {
  /** Every row that is not blank: its cells, and its result after them. */
  readonly rows: readonly (readonly string[])[];
  /** Sorted by row. */
  readonly problems: readonly TableProblem[];
  readonly persons: number;
  readonly leftOut: number;
}

export type DecidingProgress = (households: number, of: number) => void;

/** Decides rows of whole households, some at a time. */
export class RowDecider {
  private readonly headers: readonly string[];
  private readonly question: Question;
  private readonly tally: Tally;
  private readonly grants: GrantCounts;
  private readonly labels: Labels;
  private readonly undecided: RowResult;

  constructor(headers: readonly string[], question: Question, tally: Tally) {
    const { policy, text, days, language } = question;
    this.headers = headers;
    this.question = question;
    this.tally = tally;
    this.grants = grantCounts(rulesOn(policy, days.on));
    this.labels = new Labels(policy, text, language);
    this.undecided = [
      say(language, { zh: '未判定', en: 'not decided' }),
      '',
      '',
      say(language, { zh: '见有误的行', en: 'see the rows with errors' }),
    ];
  }

  async decide(rows: readonly TableRow[], progress?: DecidingProgress): Promise<DecidedRows> {
    const builder = new RosterBuilder(this.headers);
    for (const row of rows) builder.add(row);
    const roster = builder.finish();
    const results: (readonly RowResult[] | undefined)[] = [];
    const { policy, days } = this.question;
    const { problems } = await decideRoster(
      roster,
      policy,
      days,
      (decision, { rows: own }, index) => {
        this.tally.add(decision);
        results[index] = rowResults(decision, this.grants, own.length, this.labels);
      },
      (done) => progress?.(done, roster.households.length),
    );
    return {
      rows: this.written(rows, roster.rows, results),
      problems: [...roster.problems, ...problems].sort((a, b) => a.row - b.row),
      persons: roster.rows.filter(({ household, member }) => household !== null && member !== null).length,
      leftOut: roster.rows.filter(({ household }) => household === null).length,
    };
  }

  private written(
    rows: readonly TableRow[],
    known: readonly RosterRow[],
    results: readonly (readonly RowResult[] | undefined)[],
  ): string[][] {
    const width = this.headers.length;
    const written: string[][] = [];
    // As the builder has them: households without members after all others.
    for (const { row, cells } of [...rows.filter(({ empty }) => !empty), ...rows.filter(({ empty }) => empty)]) {
      const own = known[written.length];
      if (own?.row !== row) continue;
      const result = own.household === null ? undefined : results[own.household]?.[own.member ?? 0];
      // A row that was cut off keeps its cells, and the results stay under their headers.
      const filled = cells.slice(0, width);
      while (filled.length < width) filled.push('');
      written.push([...filled, ...(result ?? this.undecided)]);
    }
    return written;
  }
}
