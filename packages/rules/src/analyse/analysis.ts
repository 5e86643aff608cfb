import type { Bilingual, Case, Problem, Status } from '@jingzhun/schemas';

/**
 * What can be wrong with a policy although every file of it reads well.
 *
 * | kind | means |
 * | --- | --- |
 * | `gap` | sibling rules leave a code or a band to nobody, or a table has no value for a code that comes up |
 * | `overlap` | two rules declared exclusive are both met |
 * | `unreachable` | a rule, an item or a statement that no case can meet |
 * | `always-met` | a test that no case can fail |
 * | `swapped-bound` | a lower bound above the upper one, a day to that comes before the day from |
 * | `idle-condition` | a condition that never matters |
 * | `cliff` | a little more income means less in all |
 * | `uncited` | a value or a provision that cites no sentence, or a figure that stands in a formula |
 * | `unused-value` | a figure in a formula that no decision rests on |
 * | `day-without-law`, `day-with-two-laws` | a day on which a value or a rule is missing, or is there twice |
 * | `fault` | what the loader refuses, so that no case can be decided: the rest was not looked at |
 */
export type FindingKind =
  | 'gap'
  | 'overlap'
  | 'unreachable'
  | 'always-met'
  | 'swapped-bound'
  | 'idle-condition'
  | 'cliff'
  | 'uncited'
  | 'unused-value'
  | 'day-without-law'
  | 'day-with-two-laws'
  | 'fault';

/** A case that shows a finding, with what `decide` says of it. */
export interface Shown {
  readonly case: Case;
  readonly on: string;
  readonly assessedOn?: string;
  /** Place in `household.members` of the one who is asked. */
  readonly member?: number;
  /** The facts of the case, each with its label. */
  readonly facts: readonly Bilingual[];
  readonly says: readonly Said[];
  /** What the decision takes for granted, where the files leave something open. */
  readonly note?: Bilingual;
  /** By the files as they are no case is decided: what they are refused for. */
  readonly refused?: { readonly code: string; readonly path: string };
  /** Of a cliff: what is granted for certain in all, in a year, and the fact whose rise it follows. */
  readonly total?: { readonly fact: string; readonly income: number; readonly granted: number };
}

export interface Said {
  readonly rule: string;
  readonly title: Bilingual;
  readonly status: Status;
  /** The amount of its first outcome, in the unit it names; null where there is none. */
  readonly amount: number | string | boolean | null;
  readonly unit?: string;
}

export interface Finding {
  readonly kind: FindingKind;
  /** What it is about, without days: stays the same from one analysis to the next, so that it can be accepted. */
  readonly id: string;
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
  /** The first day on which it holds. */
  readonly from: string;
  /** The last day on which it holds; null: without end. */
  readonly to: string | null;
  readonly zh: string;
  readonly en: string;
  readonly witness: readonly Shown[];
  /** `decide` confirmed what is claimed of the witness. What it does not confirm is no finding: see `Covered.undecided`. */
  readonly confirmed: true;
  readonly file?: string;
  readonly line?: number;
}

/** What may become a finding: if it has a case, and `decide` bears it out. */
export type Claim = Omit<Finding, 'confirmed'> & { readonly confirmed: boolean };

/** What was looked at, and what could not be settled. */
export interface Covered {
  /** First days of the periods between which nothing changes. */
  readonly days: readonly string[];
  readonly rules: number;
  readonly tableEntries: number;
  readonly conditions: { readonly all: number; readonly decisive: number };
  readonly siblingGroups: number;
  readonly tables: number;
  readonly exclusivePairs: number;
  readonly successiveGroups: number;
  readonly incomeSteps: number;
  readonly citations: number;
  /** What neither tables nor trying could settle: not claimed. */
  readonly undecided: readonly (Bilingual & { readonly id: string })[];
  /** Why most of it was skipped, where it was. */
  readonly skipped?: Bilingual;
}

export interface Analysis {
  readonly policy: string;
  readonly release: string;
  readonly digest: string;
  readonly findings: readonly Finding[];
  readonly covered: Covered;
  /** What the loader refuses, where it does. */
  readonly faults: readonly Problem[];
}
