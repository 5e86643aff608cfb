import type { Problem } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import type { CompiledRule } from '../compile/rule.ts';
import { type Dates, open, refuseProblems } from '../decide/question.ts';
import { isOpen, statusOf } from '../decide/status.ts';
import { classify, complete } from '../decide/subjects.ts';
import type { Policy } from '../model/policy.ts';
import { caseAt } from './case-at.ts';
import type { RosterColumns } from './columns.ts';
import { type OpenRule, recode } from './rule-columns.ts';
import { notAsked, statusCode } from './status-codes.ts';
import type { Block } from './vectors.ts';

/** What a rule says of one subject: its status code and, by place of the grant, the steps that are granted. */
export interface RowVerdict {
  readonly code: number;
  readonly steps: readonly (number | undefined)[];
}

/** By rule, everyone it is asked of. */
export type RowVerdicts = ReadonlyMap<CompiledRule, readonly RowVerdict[]>;

/**
 * Decides a row as `assess` decides its case: for rules that cannot be worked out in columns, and for rows with numbers so
 * large that they have to be watched.
 */
function verdictsAt(
  policy: Policy,
  columns: RosterColumns,
  row: number,
  dates: Dates,
  rules: readonly CompiledRule[],
): RowVerdicts | readonly Problem[] {
  try {
    const opened = open(policy, caseAt(columns, row), dates);
    const subjects = classify(opened);
    const verdicts = new Map<CompiledRule, RowVerdict[]>();
    for (const rule of rules) {
      const found = (subjects[rule.asked] ?? []).map(({ frame, codes, partial }): RowVerdict => {
        complete(frame);
        const status = statusOf(rule, codes, partial, frame);
        const may = isOpen(rule, status, codes, partial, frame);
        const steps = rule.grants.map(({ place }) => {
          const value = may ? rule.outcomes[place]?.value?.(frame) : undefined;
          return typeof value === 'number' ? value : undefined;
        });
        return { code: statusCode(status, may), steps };
      });
      verdicts.set(rule, found);
    }
    refuseProblems(opened);
    return verdicts;
  } catch (error) {
    if (error instanceof JingzhunError) return error.problems;
    throw error;
  }
}

/** Decides what is left over by columns: single rows, and rules that no column can hold. */
export class ByRow {
  private readonly policy: Policy;
  private readonly columns: RosterColumns;
  private readonly dates: Dates;
  private readonly rules: readonly OpenRule[];
  private readonly odd: Uint8Array;
  private readonly left: readonly OpenRule[];
  /** How many rows were decided for all rules. */
  single = 0;

  constructor(policy: Policy, columns: RosterColumns, dates: Dates, rules: readonly OpenRule[], odd: Uint8Array) {
    this.policy = policy;
    this.columns = columns;
    this.dates = dates;
    this.rules = rules;
    this.odd = odd;
    this.left = rules.filter(({ inColumns }) => !inColumns);
  }

  /** Returns the rows that are refused, with the problems. */
  work({ first, households }: Block): { row: number; problems: readonly Problem[] }[] {
    const refused: { row: number; problems: readonly Problem[] }[] = [];
    for (let row = first; row < first + households; row++) {
      const isOdd = this.odd[row] === 1;
      if (isOdd) this.single++;
      const rules = isOdd ? this.rules : this.left;
      if (rules.length === 0) continue;
      const verdicts = verdictsAt(
        this.policy,
        this.columns,
        row,
        this.dates,
        rules.map(({ rule }) => rule),
      );
      if (verdicts instanceof Map) {
        for (const each of rules) this.put(each, row, verdicts.get(each.rule) ?? []);
      } else {
        refused.push({ row, problems: verdicts as readonly Problem[] });
        for (const each of this.rules) this.put(each, row, []);
      }
    }
    return refused;
  }

  private put(open: OpenRule, row: number, verdicts: readonly RowVerdict[]): void {
    const { offsets } = this.columns;
    const { grants, level, rows } = open;
    const from = level === 'person' ? (offsets[row] as number) : row;
    const to = level === 'person' ? (offsets[row + 1] as number) : row + 1;
    for (let place = from; place < to; place++) {
      const verdict = verdicts[place - from];
      recode(open, place, verdict?.code ?? notAsked);
      grants.forEach((grant, each) => {
        if (typeof grant.steps === 'number') return;
        grant.steps ??= new Float64Array(rows).fill(Number.NaN);
        grant.steps[place] = verdict?.steps[each] ?? Number.NaN;
      });
    }
  }
}
