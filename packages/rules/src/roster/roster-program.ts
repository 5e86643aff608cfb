import type { open } from '../decide/question.ts';
import type { Policy } from '../model/policy.ts';
import type { RosterColumns } from './columns.ts';
import { markRecords } from './odd-rows.ts';
import { openRules } from './open-rules.ts';
import type { OpenRule } from './rule-columns.ts';
import { RulesInColumns } from './rules-in-columns.ts';
import { newSheet, type Sheet } from './sheet.ts';

type Opened = ReturnType<typeof open>;

/** What a roster is asked, apart from its columns. */
export interface ProgramQuestion {
  readonly on: string;
  readonly assessedOn: string;
  readonly rules?: readonly string[] | undefined;
}

/** Households in a block: their columns and the vectors made of them stay in the cache. */
const householdsInBlock = 1024;

/** What works out some rules over the columns of a roster, block by block. It is made once and can be run again. */
export class RosterProgram {
  readonly sheet: Sheet;
  readonly rules: readonly OpenRule[];
  readonly inColumns: RulesInColumns;

  constructor({ regime, home }: Opened, columns: RosterColumns, ids: readonly string[] | undefined) {
    this.rules = openRules(regime, columns, ids);
    this.sheet = newSheet(regime, columns, home, householdsInBlock);
    this.inColumns = new RulesInColumns(this.sheet, this.rules);
  }

  /** Makes room for the answers of another run. */
  begin(): void {
    const { sheet, rules, inColumns } = this;
    for (const rule of rules) {
      rule.codes = new Uint8Array(rule.rows);
      rule.counts.fill(0);
    }
    inColumns.begin();
    sheet.odd.fill(0);
    markRecords(sheet);
    // What is shared and cannot be used is refused only where a rule comes to look at it: case by case.
    if (sheet.shared.question.problems.length > 0) sheet.odd.fill(1);
  }

  /** Lets go of the answers, which belong to whoever asked. */
  end(): void {
    for (const rule of this.rules) {
      rule.codes = nothing;
      for (const grant of rule.grants) if (typeof grant.steps === 'object') grant.steps = undefined;
    }
  }
}

const nothing = new Uint8Array(0);

interface Kept {
  readonly question: string;
  readonly program: RosterProgram;
}

/** The programs that were run last, by columns and policy. */
const kept = new WeakMap<RosterColumns, WeakMap<Policy, Kept>>();

/**
 * Takes the program that answers a question about columns: the one that was run last where it was asked the same, so that its
 * tables need not be filled again. Whoever takes it has it alone until it is put back.
 */
export function takeProgram(
  policy: Policy,
  columns: RosterColumns,
  opened: Opened,
  asked: ProgramQuestion,
): RosterProgram {
  const before = kept.get(columns);
  const last = before?.get(policy);
  if (last?.question !== nameOf(asked)) return new RosterProgram(opened, columns, asked.rules);
  before?.delete(policy);
  return last.program;
}

export function putBack(policy: Policy, columns: RosterColumns, program: RosterProgram, asked: ProgramQuestion): void {
  program.end();
  const programs = kept.get(columns) ?? new WeakMap<Policy, Kept>();
  kept.set(columns, programs.set(policy, { question: nameOf(asked), program }));
}

function nameOf({ on, assessedOn, rules }: ProgramQuestion): string {
  return JSON.stringify([on, assessedOn, rules]);
}
