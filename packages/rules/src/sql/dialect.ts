/** What a column holds. */
export type ColumnType =
  | { readonly kind: 'boolean' | 'text' | 'code' | 'date' }
  | { readonly kind: 'number'; readonly scale: number }
  | { readonly kind: 'list'; readonly entries: 'text' | 'date' | 'number' };

export type DialectName = 'duckdb' | 'postgres' | 'spark';

/**
 * Where the three databases differ. Arithmetic runs over whole numbers alone; no native rounding, no division of
 * decimals.
 */
export interface Dialect {
  readonly name: DialectName;
  /** Can a table check its values? */
  readonly checks: boolean;
  type(column: ColumnType): string;
  text(value: string): string;
  date(day: string): string;
  /** A whole number of up to 38 digits. */
  wide(sql: string): string;
  /** A whole number of up to 18 digits. */
  whole(sql: string): string;
  /** A code of a few values. */
  small(sql: string): string;
  /** A code of up to some thousand values. */
  code(sql: string): string;
  /** Whole steps of a decimal column. */
  steps(column: string, scale: number): string;
  /** Division of whole numbers that are not negative, towards zero. */
  divide(dividend: string, divisor: string): string;
  /** 1, 0, or 2 for unknown. */
  truth(sql: string): string;
  addDays(day: string, count: string): string;
  addMonths(day: string, count: string): string;
  year(day: string): string;
  daysBetween(from: string, to: string): string;
  firstOfNextMonth(day: string): string;
  readonly list: ListFunctions;
  /** An aggregate over the rows for which a condition is true. */
  filtered(aggregate: string, where: string): string;
  anyTrue(sql: string): string;
  /** In how many rows it is true. */
  trues(sql: string): string;
  /** What a part of a query is marked with so that only the columns that are needed are worked out. */
  readonly again: string;
  /** One row made into several: names of the columns, then what they hold in each. */
  unpivot(columns: readonly string[], rows: readonly (readonly string[])[]): Unpivot;
}

export interface Unpivot {
  /** What is selected. */
  readonly select: string;
  /** What follows FROM source. */
  readonly from: string;
}

/** Of a list that is NULL all of these are NULL. */
export interface ListFunctions {
  contains(list: string, value: string): string;
  length(list: string): string;
  filter(list: string, entry: string, where: string): string;
  map(list: string, entry: string, to: string): string;
  sum(list: string): string;
  earliest(list: string): string;
  latest(list: string): string;
}
