import type { Case } from '@jingzhun/schemas';
import type { Dates } from '../decide/question.ts';
import type { PolicyText } from '../model/policy.ts';
import type { DialectName } from './dialect.ts';
import type { Language } from './wording.ts';

/** What is the same for all households of the tables: facts of the county, of the province and so on. */
export type Facts = Omit<Case, 'household' | 'person' | 'roster'>;

/**
 * - `rows`: one row for every rule and everyone it is asked of: household_id, member (-1 for the household), rule, status, amount
 * - `wide`: one row for every household, and in a second statement for every person, with a status and an amount column a rule
 * - `totals`: one row a rule, with counts and sums; with `by` one for each rule and value of that column
 */
export type Form = 'rows' | 'wide' | 'totals';

export const forms: readonly Form[] = ['rows', 'wide', 'totals'];

export interface WritingOptions {
  readonly dialect: DialectName;
  /** The names of the two tables, where they are not `household` and `person`. */
  readonly tables?: { readonly household: string; readonly person: string } | undefined;
  /** The policy's wording, for comments; without it they give clause and id alone. */
  readonly text?: PolicyText;
  /** Of the comments; `zh` where it is left out. */
  readonly language?: Language;
}

/** What is to be written of an impact. */
export interface ImpactOptions extends WritingOptions {
  /** A column of the household table, such as that of the county or the village: a row for every rule and each of its values, `by_value`. */
  readonly by?: string;
}

/** What is to be written: the two dates of the question, and the form of the statement. */
export interface SqlOptions extends Dates, WritingOptions {
  /** `rows` where it is left out. */
  readonly form?: Form;
  /** The ids of the rules that are wanted; all that are asked of households and persons where it is left out. */
  readonly rules?: readonly string[];
  readonly facts?: Facts;
  /** Of `totals`: a column of the household table, such as that of the county or the village; the result has it as `by_value`. */
  readonly by?: string;
  /** Of `rows` and `wide`: also why, as a number whose digits `conditions` explains. */
  readonly reasons?: boolean;
}

/** A rule's number in results, the name of its columns, and in what its amount is. */
export interface RuleCode {
  readonly code: number;
  readonly rule: string;
  readonly clause: string;
  readonly level: 'household' | 'person';
  /** Its columns in wide results are named this and `_status`, `_amount`. */
  readonly column: string;
  /** Of its amount: whole steps of 1/scale of the unit (fen: yuan, 100). null where it grants nothing with a figure. */
  readonly unit: string | null;
  readonly every: string | null;
  readonly scale: number | null;
}

/**
 * A condition of a rule, as `because` lists it. In the rule's reasons it has two bits: `reasons / 4^place % 4`, in whole
 * numbers, is 0 where it does not hold, 1 where it holds, 2 where that is not known.
 */
export interface ConditionCode {
  /** The rule's number. */
  readonly rule: number;
  readonly place: number;
  /** The item of a checklist that it belongs to. */
  readonly item: string | null;
  readonly fact: string;
  readonly operator: string;
  /** A value, several, or what another fact is. */
  readonly expected: boolean | number | string | readonly (string | number)[] | { readonly fact: string };
}

export interface Statement {
  /** What its rows are. */
  readonly name: string;
  readonly sql: string;
}

/** SQL with the dictionary of the codes that its results hold. */
export interface SqlOfPolicy {
  readonly statements: readonly Statement[];
  readonly rules: readonly RuleCode[];
  /** Where reasons are wanted: the conditions of each rule in force. */
  readonly conditions?: readonly ConditionCode[];
  /** The dictionary as statements, to keep it as tables beside the results. */
  readonly dictionary: readonly Statement[];
}
