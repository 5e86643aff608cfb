import type { Problem } from '@jingzhun/schemas';
import type { Value } from '../values/interval.ts';
import type { CompiledFact } from './facts.ts';

/** Marks a value that follows from others and has not been worked out yet. */
export const pending = Symbol('pending');

/**
 * Where facts of one subject live: a case, one of its members, or one record of a list. `values` has a place for every
 * fact of the frame's own level; `codes` the class of every slot that can be told from this frame.
 */
export interface Frame {
  readonly values: (Value | typeof pending)[];
  readonly codes: number[];
  readonly case: Frame;
  readonly person: Frame | undefined;
  readonly item: Frame | undefined;
  /** Of a list of plain values: the one that is looked at. */
  readonly entry: Value;
  /** Of a case: its entities. Of a person: the object itself, under that name. Of a record: none. */
  readonly objects: Readonly<Record<string, unknown>>;
  /** Where the objects stand in the input, for messages: `household.members[2]`. */
  readonly path: string;
  /** Facts that were given although they follow from others. */
  readonly given: CompiledFact[];
  /** Of a case: frames of its members, and of the cases of its roster, made once. */
  members: readonly Frame[] | undefined;
  roster: readonly Frame[] | undefined;
  readonly question: Question;
}

/** What stays the same over one decision. */
export interface Question {
  readonly on: string;
  readonly assessedOn: string;
  /** The later of the two: the day that has come, by which what is due may be late. */
  readonly latest: string;
  /** Has somebody given all objects keys of their own? Then every key has to be asked whose it is. */
  readonly inherits: boolean;
  /** What is wrong with the input, collected while reading. */
  readonly problems: Problem[];
}
