import type { FieldChoices, HeaderPlace, Sentence, ValueChoices } from '@jingzhun/schemas/workbook';
import type { WorkerClient } from '../worker/client.ts';
import type { ResultRequests } from './protocol-results.ts';

export type { FieldChoices, HeaderPlace, Sentence, ValueChoices };

/** What stands in the file, before anything is matched. */
export interface OpenedFile {
  readonly name: string;
  /** The roster that comes with the page: everything in it is invented. */
  readonly synthetic: boolean;
  /** The policy that the sample was made for, or that is of the region that the file names. */
  readonly policy?: string;
  /** The place by which the region is told. */
  readonly place?: string;
  readonly kind: 'csv' | 'excel';
  /** As people know it: UTF-8, GB18030 (GBK). Absent for Excel. */
  readonly encoding?: string;
  /** Their names. */
  readonly sheets: readonly string[];
  /** The sheet that looks most like a roster, with its headers read. */
  readonly chosen: SheetHeaders;
}

export interface SheetHeaders {
  readonly place: HeaderPlace;
  /** The first rows of the sheet, sensitive values masked, to check the place by. */
  readonly preview: readonly (readonly string[])[];
  /** Tells one kind of table from another; holds no value of any row. */
  readonly fingerprint: string;
  readonly columns: readonly HeaderMatch[];
  /** Rows below the headers. */
  readonly rows: number;
}

/** A field that a column can fill, as it is offered. */
export interface FieldOption {
  readonly name: string;
  readonly entity: 'household' | 'person';
  readonly label: Sentence;
  /** Other headers it is known by. */
  readonly aliases: readonly string[];
  /** What can be said of it: of coded fields and of those that are true or false. */
  readonly codes: readonly CodeOption[];
}

export interface CodeOption {
  readonly code: string;
  readonly label: Sentence;
}

export type Confidence = 'exact' | 'normalised' | 'part' | 'nearest' | 'none';

/** A column of the sheet and the field that it seems to fill. */
export interface HeaderMatch {
  readonly index: number;
  /** As in the sheet; group and name joined by ·. Empty where the column has none. */
  readonly header: string;
  /** Such as `person.schoolStage`; null where none is recognised. With `nearest` it is a proposal and not used until taken. */
  readonly field: string | null;
  readonly confidence: Confidence;
  /** Some values of the column, masked where the field or the look of them is sensitive. */
  readonly samples: readonly string[];
}

export interface CheckedColumns {
  readonly layout: 'person' | 'household';
  /** Why the table cannot be used like this, each with the column it is about (place from 0). */
  readonly problems: readonly (Sentence & { readonly index: number | null })[];
  readonly notes: readonly Sentence[];
  /** Rows without household id below a row that has one: as when merged cells were saved as CSV. */
  readonly blankIds: number;
}

/** The distinct values of a column of codes. */
export interface ValueColumn {
  readonly index: number;
  readonly header: string;
  readonly field: string;
  readonly values: readonly ValueCount[];
  /** Distinct values that are not listed, past the first 500. */
  readonly more: number;
}

export interface ValueCount {
  /** As in the sheet; parts of lists one by one. Empty for an empty cell. */
  readonly text: string;
  readonly count: number;
  /** The code, `''` where it says that nothing is known, null where it cannot be read. */
  readonly code: string | null;
  readonly why?: Sentence;
  /** The code that was probably meant; a proposal. */
  readonly meant?: string;
}

/** How the rows below the headers are to be read. */
export interface Reading {
  readonly place: HeaderPlace;
  readonly fields: FieldChoices;
  readonly values: ValueChoices;
  /** An empty household id is that of the row above. */
  readonly fillHouseholds: boolean;
}

/** Errors leave something out, doubts should be looked at, hints are good to know. */
export type ProblemKind = 'error' | 'doubt' | 'hint';

export interface RosterProblem {
  readonly kind: ProblemKind;
  readonly code: string;
  /** As Excel counts, the header counted; null where the whole table is meant. */
  readonly row: number | null;
  readonly column: string | null;
  /** Masked. */
  readonly value: string | null;
  readonly reason: Sentence;
  readonly suggestion: Sentence;
  /** What became of it. */
  readonly effect: Sentence;
}

export interface CheckUp {
  readonly layout: 'person' | 'household';
  readonly households: number;
  readonly persons: number;
  readonly rows: number;
  /** Rows that are in no household of the results. */
  readonly rowsLeftOut: number;
  readonly counts: Readonly<Record<ProblemKind, number>>;
  readonly codes: readonly ProblemCount[];
}

export interface ProblemCount {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly title: Sentence;
  readonly count: number;
}

export interface ProblemFilter {
  readonly kind?: ProblemKind;
  readonly code?: string;
}

export interface ProblemPage {
  readonly total: number;
  readonly offset: number;
  readonly problems: readonly RosterProblem[];
}

/** The policy to check against, and the day whose law applies. */
export interface PolicyChoice {
  readonly policy: string;
  readonly release: string;
  readonly on: string;
}

type Language = 'zh' | 'en';

/** What the page may ask of the worker on the way in: name → what is sent and what comes back. */
export interface EntryRequests {
  fields: { send: null; answer: readonly FieldOption[] };
  open: { send: { readonly file: File | 'sample' }; answer: OpenedFile };
  /** Takes another sheet or header row; row 0 lets the headers be found. */
  headers: { send: HeaderPlace; answer: SheetHeaders };
  columns: { send: { readonly place: HeaderPlace; readonly fields: FieldChoices }; answer: CheckedColumns };
  values: { send: { readonly place: HeaderPlace; readonly fields: FieldChoices }; answer: readonly ValueColumn[] };
  /** Makes the cases; the worker holds them from then on. */
  check: { send: { readonly reading: Reading; readonly choice: PolicyChoice }; answer: CheckUp };
  problems: {
    send: { readonly filter: ProblemFilter; readonly offset: number; readonly limit: number };
    answer: ProblemPage;
  };
  problemsFile: { send: { readonly filter: ProblemFilter; readonly language: Language }; answer: Blob };
}

export type Requests = EntryRequests & ResultRequests;
export type RequestName = keyof Requests;
export type RosterClient = WorkerClient<Requests>;
