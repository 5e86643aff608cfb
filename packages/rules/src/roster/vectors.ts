import type { Interval, Value } from '../values/interval.ts';

/** A part of the roster small enough for its values to stay in the cache: households in a row, with their persons. */
export interface Block {
  readonly first: number;
  readonly households: number;
  readonly firstPerson: number;
  readonly persons: number;
}

/** Where a vector's rows are: one a household or one a person. */
export type Level = 'case' | 'person';

/** Something worked out for a whole block at once, from others that are worked out before. */
export interface Vector {
  readonly level: Level;
  readonly inputs: readonly Vector[];
  fill(block: Block): void;
}

/**
 * Values of which there are few: by row a class, 0 where it is unknown. Truth is 1 and 2, a code its place, a day and
 * an entry of a dictionary a number of their own.
 */
export interface ClassVector extends Vector {
  /** How many classes there can be, unknown included. */
  readonly width: number;
  /** Of the block that is worked out. */
  classes: Classes;
  meaning(of: number): Value;
}

export type Classes = Uint8Array | Uint16Array | Uint32Array;

/** Numbers in steps, each as the range it is known to lie in; without bounds where nothing is known. */
export interface NumberVector extends Vector {
  low: Float64Array;
  high: Float64Array;
  /** Of numbers that stand in a column: whoever needs no ranges reads them there. */
  readonly plain?: PlainNumbers;
  /** Of numbers that are known or else all lie in the same range: made for those who ask which is which. */
  readonly known?: (() => KnownNumbers | undefined) | undefined;
}

/** Numbers of which each is known, or is only known to lie in a range that is the same for all of them. */
export interface KnownNumbers extends Vector {
  /** NaN where it is not known. */
  readonly values: Float64Array;
  readonly range: Interval;
}

/** A column of numbers, and what an unknown one still lies between. */
export interface PlainNumbers {
  readonly steps: Float64Array | Int32Array;
  readonly unknown: number;
  readonly range: Interval;
}

/** The same for every row. */
export interface Constant {
  readonly level: 'shared';
  readonly value: Value;
}

export function constant(value: Value): Constant {
  return { level: 'shared', value };
}

export function isConstant(operand: Constant | Vector): operand is Constant {
  return operand.level === 'shared';
}

/** What cannot be worked out in columns. The rule it belongs to is decided row by row. */
export class NotInColumns extends Error {}

export function truthClass(value: unknown): number {
  return value === true ? 1 : value === false ? 2 : 0;
}

export function truthValue(of: number): Value {
  return of === 0 ? undefined : of === 1;
}

/** Every vector that some rest on, each after those it rests on itself. */
export function inOrder(vectors: Iterable<Vector>): Vector[] {
  const ordered = new Set<Vector>();
  const visit = (vector: Vector): void => {
    if (ordered.has(vector)) return;
    vector.inputs.forEach(visit);
    ordered.add(vector);
  };
  for (const vector of vectors) visit(vector);
  return [...ordered];
}
