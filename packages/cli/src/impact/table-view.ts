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
