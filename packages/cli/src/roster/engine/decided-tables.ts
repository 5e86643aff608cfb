import type { Measure } from '../tally.ts';
import type { TypedTables } from './typed-tables.ts';
import type { ValueProblem } from './unusable-values.ts';

/** What became of two typed tables. */
export interface DecidedTables {
  readonly match: TypedTables['match'];
  readonly households: number;
  readonly persons: number;
  /** Rows of persons that are in no household that is decided. */
  readonly leftOut: number;
  readonly problems: readonly ValueProblem[];
  readonly measures: readonly Measure[];
}
