/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Where the headers of a sheet stand. Rows are as Excel counts: the first is 1. */
export interface HeaderPlace {
  readonly sheet: number;
  readonly row: number;
  /** Two where a row of groups stands over the row of names. */
  readonly rows: 1 | 2;
}

/** For each column of the sheet the field that it fills, or null where it is not used. */
export type FieldChoices = readonly (string | null)[];

/** What the user says a value means: place of the column → value → code, or null to leave it unknown. */
export type ValueChoices = Readonly<Record<number, Readonly<Record<string, string | null>>>>;

/** How reading goes on: whoever reads says how far it is, and lets others in where that is due. */
export interface ReadingTask {
  report(stage: 'unpack' | 'parse', done: number | null): void;
  readonly due: boolean;
  /** May throw, and so end the reading. */
  pause(): Promise<void>;
}
