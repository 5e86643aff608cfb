import type { Problem } from '@jingzhun/schemas';
import type { Value } from '../values/interval.ts';

/** Marks a value that has not been worked out yet. */
export const pending = Symbol('pending');

/** The record that holds a value has not been given, though its place is known. */
export type Slotted = Value | typeof pending;

/**
 * Where facts of one subject live: a case, one of its members, or one record of a list.
 * `values` has a place for every fact of the policy; a frame fills those of its own level.
 */
export interface Frame {
  readonly values: Slotted[];
  readonly case: Frame;
  readonly person: Frame | undefined;
  readonly item: Frame | undefined;
  /** Of a case: its entities. Of a person or record: the object itself, under its entity's name. */
  readonly objects: Readonly<Record<string, unknown>>;
  /** Where the objects stand in the input, for messages: `household.members[2]`. */
  readonly path: string;
  /** Of a case: frames of its members, made once. */
  members: readonly Frame[] | undefined;
  readonly question: Question;
}

/** What stays the same over one decision. */
export interface Question {
  readonly on: string;
  readonly assessedOn: string;
  /** What is wrong with the input, collected while reading. */
  readonly problems: Problem[];
}
