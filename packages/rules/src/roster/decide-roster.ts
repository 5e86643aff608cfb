import type { Problem } from '@jingzhun/schemas';
import { type Dates, open, refuseProblems } from '../decide/question.ts';
import type { Policy } from '../model/policy.ts';
import { ByRow } from './by-row.ts';
import { checkColumns } from './check-columns.ts';
import type { RosterColumns } from './columns.ts';
import { addUp, addUpConstants } from './open-rules.ts';
import { putBack, type RosterProgram, takeProgram } from './roster-program.ts';
import { closed, type RosterTotal, type RuleColumn } from './rule-columns.ts';
import { blocksOf } from './sheet.ts';
import { Totals } from './totals.ts';

/** What to decide a roster by, and how to follow the work. */
export interface RosterQuestion<Id extends string = string> extends Dates {
  /** Only these rules; all of the policy where it is left out. */
  readonly rules?: readonly Id[];
  /** Called after each block with the households that are done, and how many there are. */
  readonly onProgress?: (done: number, all: number) => void;
  /** An AbortSignal, or what looks like one: once it is aborted, the work ends and throws its reason. */
  readonly signal?: { readonly aborted: boolean; readonly reason?: unknown };
}

/** What a policy says about a roster on a day. */
export interface RosterDecision<Id extends string = string> {
  readonly policy: { readonly id: string; readonly release: string; readonly digest: string };
  readonly on: string;
  readonly assessedOn: string;
  /** In the document's order. */
  readonly rules: readonly RuleColumn<Id>[];
  readonly totals: readonly RosterTotal[];
  /** How many households were decided one by one, because a number in them or a record had to be watched. */
  readonly single: number;
  /** Households that cannot be decided, by row, with the problems that `decide` reports. */
  readonly refused: readonly { readonly row: number; readonly problems: readonly Problem[] }[];
}

/**
 * Decides a whole roster: for every household and person the status of each rule and what it grants, the same as `assess` finds
 * for each case. Reasons are not kept: `decide(policy, caseAt(columns, row), dates)` gives those of a row.
 *
 * Columns must not change once they were decided: what is made of them is kept, by the object that holds them, so that deciding them
 * again takes less time. Make a new object of columns for other data.
 *
 * @throws JingzhunError `wrong-columns` where columns do not fit the policy or each other, with every problem;
 * `invalid-case` where a date or what is shared by all households cannot be used; the signal's reason once it is aborted.
 *
 * @example
 * const { columns } = columnsFrom([{ household: { members: [{ registered: true, schoolStage: 'preschool' }] } }], ruyuan2016);
 * const { rules } = decideRoster(ruyuan2016, columns, { on: '2017-09-01', rules: ['ruyuan.education-aid.preschool'] });
 * [statuses[rules[0]?.statuses[0] ?? 0], rules[0]?.grants[0]?.steps, rules[0]?.grants[0]?.scale]; // ['met', 1000, 1]
 */
export function decideRoster<Id extends string>(
  policy: Policy<Id>,
  columns: RosterColumns,
  question: RosterQuestion<Id>,
): RosterDecision<Id> {
  const deciding = decidingRoster(policy, columns, question);
  let step = deciding.next();
  while (!step.done) step = deciding.next();
  return step.value;
}

/**
 * As `decideRoster`, block by block: yields how many households are done, so that whoever runs it can do something else in
 * between, and returns the decision.
 *
 * @throws JingzhunError and the signal's reason, as `decideRoster` does.
 *
 * @example
 * const { columns } = columnsFrom([{ household: {} }, { household: {} }], ruyuan2016);
 * [...decidingRoster(ruyuan2016, columns, { on: '2017-09-01' })]; // [2]
 */
export function* decidingRoster<Id extends string>(
  policy: Policy<Id>,
  columns: RosterColumns,
  question: RosterQuestion<Id>,
): Generator<number, RosterDecision<Id>, void> {
  const { on, assessedOn = on } = question;
  const around = open(policy, columns.around ?? {}, { on, assessedOn });
  refuseProblems(around);
  checkColumns(policy, columns);
  const asked = { on, assessedOn, rules: question.rules };
  const program = takeProgram(policy, columns, around, asked);
  try {
    return yield* running(program, policy, columns, asked, question);
  } finally {
    putBack(policy, columns, program, asked);
  }
}

function* running<Id extends string>(
  program: RosterProgram,
  policy: Policy<Id>,
  columns: RosterColumns,
  { on, assessedOn }: Required<Dates>,
  { onProgress, signal }: RosterQuestion<Id>,
): Generator<number, RosterDecision<Id>, void> {
  const { sheet, rules, inColumns } = program;
  program.begin();
  const totals = new Totals(sheet.regime.totals);
  const refused: { row: number; problems: readonly Problem[] }[] = [];
  const byRow = new ByRow(policy, columns, { on, assessedOn }, rules, sheet.odd);
  for (const block of blocksOf(sheet)) {
    if (signal?.aborted) throw signal.reason;
    inColumns.work(block);
    refused.push(...byRow.work(block));
    const asWorkedOut = !sheet.odd.subarray(block.first, block.first + block.households).includes(1);
    for (const rule of rules) addUp(rule, block, totals, asWorkedOut);
    const done = block.first + block.households;
    onProgress?.(done, columns.households);
    yield done;
  }
  inColumns.count();
  for (const rule of rules) addUpConstants(rule, totals);
  return {
    policy: { id: policy.id, release: policy.release, digest: policy.digest },
    on,
    assessedOn,
    rules: rules.map((rule) => closed<Id>(rule)),
    totals: totals.list(),
    single: byRow.single,
    refused,
  };
}
