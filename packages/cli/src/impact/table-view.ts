import { type Language, say } from '../language.ts';
import { grouped } from '../wording/labels.ts';

/** A table in words, for the terminal, Markdown and whatever else shows it. */
export interface TableView {
  readonly title: string;
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers. */
  readonly right?: readonly number[];
  /** Long, and no first thing to read. */
  readonly folded?: boolean;
}

/** Said below a table that is not shown whole. */
export const moreRows = (rows: number, language: Language): string =>
  say(language, { zh: `另有 ${grouped(rows)} 行，见 --json`, en: `${grouped(rows)} more rows; see --json` });
