import type { Frame } from '../compile/frame.ts';
import type { SqlValue } from './value.ts';

/** From where a formula is looked at. */
export interface Place {
  /** Whose row it is. */
  readonly level: 'household' | 'person';
  /** What is the same in every row: the facts of other entities, and the record that is gone through. */
  readonly frame: Frame;
  /** The entry of a list that is gone through, and how deep. */
  readonly entry?: SqlValue;
  readonly depth?: number;
  /** The fact or rule that is being written, to name parts of it after. */
  readonly name: string;
}
