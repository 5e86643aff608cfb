import type { Decision, Status } from '@jingzhun/rules';
import type { PageLabels } from '../calculator/page-labels.ts';
import type { CardModel, CardVariant } from '../card/card-model.ts';
import type { ReasonedFinding } from '../card/finding-reasons.ts';
import type { Language } from '../language.ts';
import type { CommonTexts } from './decided/common-facts.ts';
import type { CodeOption, Sentence } from './protocol.ts';
import type { PaymentRequests } from './protocol-payments.ts';

/** What someone gets, or everything the policy says about them. */
export type Scope = 'benefits' | 'all';

/** The statuses that say something about a household. */
export type Answered = Extract<Status, 'met' | 'unknown' | 'unmet'>;

/** `undelivered`: met, and the roster itself says that it was not received. */
export type FilterStatus = Answered | 'undelivered';

/** How a sum is meant that is not to the yuan. */
export type Inexact = 'approx' | 'at-least';

/** In the unit named: what is certain, and what it comes to if every unknown is met. */
export interface Sum {
  readonly unit: string;
  readonly every: string;
  readonly certain: number;
  readonly possible: number;
  readonly certainMeant?: Inexact;
  readonly possibleMeant?: Inexact;
  /** Findings that count here but whose amount is not known. */
  readonly unpriced: number;
}

/** A rule that was asked of someone in the roster. */
export interface AskedRule {
  readonly rule: string;
  readonly kind: string;
  readonly clause: string;
  readonly benefit: boolean;
  /** Asked of persons, not of the household as a whole. */
  readonly persons: boolean;
}

export interface ResultSummary {
  readonly policy: Decision['policy'];
  readonly on: string;
  readonly synthetic: boolean;
  readonly households: number;
  readonly persons: number;
  /** Households that the policy could not be asked about, with the reason. */
  readonly refused: readonly RefusedHousehold[];
  readonly refusedCount: number;
  /** In the document's order; those that are not in force, or concern nobody here, are left out. */
  readonly rules: readonly AskedRule[];
  /** In the order of the file; null: not stated. One entry alone: nothing to choose. */
  readonly villages: readonly (string | null)[];
  readonly groups: readonly (string | null)[];
  readonly types: readonly (string | null)[];
  /** What holds for everyone and somebody's answer lacks, or was filled in. */
  readonly common: readonly CommonField[];
}

/** Where a fact that holds for everyone is filled in. */
export interface CommonField {
  readonly fact: string;
  readonly unit?: Sentence;
  /** What it can be; empty where any number or text may stand. */
  readonly codes: readonly CodeOption[];
  readonly text: string;
  readonly fault?: Sentence;
}

export interface RefusedHousehold {
  readonly row: number;
  readonly reasons: readonly Sentence[];
}

export interface HouseholdFilter {
  readonly village?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly type?: string | null | undefined;
  /** With a status: it has that status by this rule. Alone: the rule says something about it. */
  readonly rule?: string | undefined;
  readonly status?: FilterStatus | undefined;
  /** It lacks this fact. */
  readonly lacks?: string | undefined;
  /** Part of the household's id, or of a name in it. */
  readonly find?: string | undefined;
}

export type SortKey = 'file' | 'id' | 'village' | 'type' | 'members' | 'amount' | 'met' | 'unknown' | 'unmet';

/** Which households, in which order, counted by which rules. */
export interface HouseholdQuery {
  readonly scope: Scope;
  readonly filter: HouseholdFilter;
  readonly sort: { readonly by: SortKey; readonly descending: boolean };
}

export interface PageQuery extends HouseholdQuery {
  readonly offset: number;
  readonly limit: number;
  /** Names and ids in full; else masked. */
  readonly names: boolean;
}

/** A household as the table shows it. */
export interface HouseholdLine {
  /** Its place in the roster: what `household` asks by. */
  readonly index: number;
  /** Its first row, as Excel counts. */
  readonly row: number;
  readonly id: string | null;
  readonly name: string | null;
  readonly village: string | null;
  readonly group: string | null;
  readonly type: string | null;
  readonly members: number;
  readonly sums: readonly Sum[];
  readonly counts: Readonly<Record<Answered, number>>;
}

export interface HouseholdPage {
  readonly total: number;
  readonly offset: number;
  readonly lines: readonly HouseholdLine[];
}

/** What a rule says about a household: how many findings of each status, and what is certain. */
export interface MatrixCell {
  readonly counts: Readonly<Record<Answered, number>>;
  readonly sums: readonly Sum[];
}

export interface MatrixPage extends HouseholdPage {
  /** The rules of the scope that say something about a household of the page. */
  readonly rules: readonly string[];
  /** A row for each line; null where the rule says nothing about the household. */
  readonly cells: readonly (readonly (MatrixCell | null)[])[];
}

export interface FactToAsk {
  readonly fact: string;
  /** Households in which it is missing. */
  readonly households: number;
  /** Households in which it alone settles a finding or more. */
  readonly settles: number;
  readonly findings: number;
}

/** How a rule came out over the households asked about. */
export interface RuleTally {
  readonly rule: string;
  readonly findings: Readonly<Record<Answered, number>>;
  /** Households with at least one finding of that status. */
  readonly households: Readonly<Record<Answered, number>>;
  readonly sums: readonly Sum[];
}

export interface GroupTally {
  readonly village: string | null;
  readonly group: string | null;
  readonly households: number;
  /** Households to which something is certain. */
  readonly met: number;
  readonly sums: readonly Sum[];
}

/** Everything counted over the households that a filter lets through. */
export interface Tally {
  readonly households: number;
  readonly persons: number;
  /** Households in which something is met and, as the roster says, was not received. */
  readonly undelivered: number;
  /** Households with at least one finding of that status. */
  readonly statuses: Readonly<Record<Answered, number>>;
  readonly sums: readonly Sum[];
  readonly rules: readonly RuleTally[];
  readonly groups: readonly GroupTally[];
}

/** A household's whole answer, in words of one language. Names and ids are masked unless asked for in full. */
export interface HouseholdAnswer {
  readonly line: HouseholdLine;
  readonly findings: readonly ReasonedFinding[];
  /** Facts that were given and follow from others as something else. */
  readonly contradictions: readonly string[];
}

/** Everything the page needs to put facts, codes, rules and amounts into words. */
export interface Labels {
  readonly data: PageLabels;
  /** The classes of households. */
  readonly types: Readonly<Record<string, string>>;
}

export type ExportFormat = 'xlsx' | 'csv' | 'json';

export interface ExportOrder {
  readonly format: ExportFormat;
  readonly language: Language;
  /** The rows of these households alone; all rows of the file where it is left out. */
  readonly only?: Pick<HouseholdQuery, 'scope' | 'filter'>;
}

export interface CardOrder {
  readonly query: HouseholdQuery;
  readonly variant: CardVariant;
  readonly language: Language;
  readonly offset: number;
  readonly limit: number;
}

interface Message<Send, Answer> {
  send: Send;
  answer: Answer;
}

/** What the page may ask of the worker once the cases are made. */
export interface ResultRequests extends PaymentRequests {
  /** Decides every household; the worker holds what was found from then on. */
  decide: Message<{ readonly common: CommonTexts }, ResultSummary>;
  labels: Message<{ readonly language: Language }, Labels>;
  page: Message<PageQuery, HouseholdPage>;
  matrix: Message<PageQuery, MatrixPage>;
  tally: Message<Pick<HouseholdQuery, 'scope' | 'filter'>, Tally>;
  toAsk: Message<{ readonly scope: Scope }, readonly FactToAsk[]>;
  household: Message<
    { readonly index: number; readonly scope: Scope; readonly language: Language; readonly names: boolean },
    HouseholdAnswer
  >;
  exportFile: Message<ExportOrder, Blob>;
  cards: Message<CardOrder, { readonly total: number; readonly cards: readonly CardModel[] }>;
}
