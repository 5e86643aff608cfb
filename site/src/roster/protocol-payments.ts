import type { Language } from '../language.ts';

/** What a column of a list of payments holds. */
export type PaymentField = 'household' | 'person' | 'name' | 'measure' | 'amount';

/** A list of what was paid, as it stands in the file. */
export interface PaymentFile {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: number;
  /** The column of each field, where the headers tell it. */
  readonly columns: PaymentColumns;
  /** Fields for which several columns may be meant. */
  readonly open: readonly PaymentField[];
}

/** Place of the column; null where there is none. */
export type PaymentColumns = Readonly<Record<PaymentField, number | null>>;

/** A measure as the list calls it, once, and the rules that it seems to mean. */
export interface PaymentMeasure {
  readonly text: string;
  readonly count: number;
  /** The rule; null where none is recognised. */
  readonly rule: string | null;
  readonly certain: boolean;
}

/** Measure of the list → rule; null: not compared. */
export type MeasureChoices = Readonly<Record<string, string | null>>;

/**
 * `not-paid`: entitled, and not in the list. `not-entitled`: paid, and not entitled. `amount`: paid another amount than the rules
 * give. `open`: paid, and not yet certain. `stranger`: paid to somebody who is not in the roster.
 */
export type PaymentKind = 'not-paid' | 'not-entitled' | 'amount' | 'open' | 'stranger';

export interface PaymentCase {
  readonly kind: PaymentKind;
  readonly rule: string;
  /** The household's place in the roster; null for a stranger. */
  readonly household: number | null;
  /** Place among the members; -1 for the household. */
  readonly member: number;
  /** Of the household, or of a stranger as the list has it. Masked unless asked for in full. */
  readonly id: string | null;
  /** Of the person, or of the household's head. */
  readonly name: string | null;
  readonly village: string | null;
  /** As Excel counts: of the roster, and of the list. */
  readonly rosterRow: number | null;
  readonly listRows: readonly number[];
  readonly paid: number | null;
  readonly due: number | null;
}

export interface PaymentSummary {
  readonly rows: number;
  /** Rows that could not be compared, by reason. */
  readonly passedOver: Readonly<Record<'no-id' | 'no-measure' | 'no-amount', number>>;
  readonly rules: readonly string[];
  /** Entitled and paid the right amount. */
  readonly agreeing: number;
  readonly counts: Readonly<Record<PaymentKind, number>>;
  /** In yuan, as far as it is known. */
  readonly money: Readonly<Record<PaymentKind, { readonly paid: number; readonly due: number }>>;
}

interface Message<Send, Answer> {
  send: Send;
  answer: Answer;
}

export interface PaymentRequests {
  openPayments: Message<{ readonly file: File; readonly language: Language }, PaymentFile>;
  paymentMeasures: Message<
    { readonly columns: PaymentColumns; readonly language: Language },
    readonly PaymentMeasure[]
  >;
  comparePayments: Message<{ readonly columns: PaymentColumns; readonly measures: MeasureChoices }, PaymentSummary>;
  paymentCases: Message<
    { readonly kind: PaymentKind; readonly offset: number; readonly limit: number; readonly names: boolean },
    { readonly total: number; readonly cases: readonly PaymentCase[] }
  >;
  paymentsFile: Message<{ readonly language: Language }, Blob>;
}
