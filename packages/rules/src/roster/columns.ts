import type { Case } from '@jingzhun/schemas';

/**
 * A roster in columns: a table of households, and under it one of persons. What is about other entities (the county,
 * the external figures) holds for all households and is given once.
 */
export interface RosterColumns {
  /** How many households: the rows of every column of a fact of the household. */
  readonly households: number;
  /** Where the persons of each household begin in the columns about persons; one entry more says where the last end. */
  readonly offsets: Uint32Array;
  /** By name of the fact, as in `household.registered` and `person.schoolStage`. A fact without a column is unknown. */
  readonly facts: Readonly<Record<string, FactColumn>>;
  /** All else of a case: county, external figures. */
  readonly around?: Omit<Case, 'household' | 'person'>;
  /** By household: 1 where its members are listed, 0 where nobody knows who belongs to it. Left out: listed everywhere. */
  readonly listed?: Uint8Array;
  /** By household: 0 where the row is about persons alone, without a household. Left out: there is one everywhere. */
  readonly present?: Uint8Array;
  /** By household: 1 where the last of its persons stands alone, outside the list of members. Left out: nowhere. */
  readonly alone?: Uint8Array;
}

/** The values of one fact, a row each. */
export type FactColumn = BooleanColumn | CodeColumn | NumberColumn | DateColumn | DictionaryColumn;

/** True or false: 1 true, 2 false, 0 unknown. */
export interface BooleanColumn {
  readonly kind: 'boolean';
  readonly classes: Uint8Array;
}

/** One of a set of codes: its place among them, counted from 1; 0 unknown. */
export interface CodeColumn {
  readonly kind: 'code';
  /** The vocabulary's list, in its order. */
  readonly codes: readonly string[];
  readonly classes: Uint8Array;
}

/** A number in whole steps: fen where the scale is 100. */
export interface NumberColumn {
  readonly kind: 'number';
  /** How many steps make one unit. */
  readonly scale: number;
  readonly steps: Float64Array | Int32Array;
  /** What stands where the number is not known; it may be NaN. */
  readonly unknown: number;
}

/** A day, counted from 1970-01-01. */
export interface DateColumn {
  readonly kind: 'date';
  readonly days: Int32Array;
  /** What stands where the day is not known. */
  readonly unknown: number;
}

/** Texts, lists and records: each distinct value once, and by row its place among them, counted from 1; 0 unknown. */
export interface DictionaryColumn {
  readonly kind: 'text' | 'list' | 'records';
  readonly values: readonly (string | readonly unknown[])[];
  readonly places: Uint32Array;
}

/** The list that the table of persons stands for. */
export const membersList = 'household.members';

/** Is a fact about persons, one row each? */
export function isOfPerson(fact: string): boolean {
  return fact.startsWith('person.');
}

/** The rows of a column. */
export function rowsOf(column: FactColumn): number {
  switch (column.kind) {
    case 'boolean':
    case 'code':
      return column.classes.length;
    case 'number':
      return column.steps.length;
    case 'date':
      return column.days.length;
    default:
      return column.places.length;
  }
}

const millisecondsPerDay = 86_400_000;

/**
 * A day as columns hold it.
 *
 * @example
 * numberOfDay('2017-09-01'); // 17_410
 */
export function numberOfDay(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / millisecondsPerDay;
}

/**
 * The day, yyyy-mm-dd, that columns hold as a number.
 *
 * @example
 * dayOfNumber(17_410); // '2017-09-01'
 */
export function dayOfNumber(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
