/** What a decision table sees of a fact, in SQL. */
export interface SlotSql {
  /** Is its class one of these? NULL where that is not known. */
  isIn(classes: ReadonlySet<number>): string;
  /** Can its class be one of these? Never NULL. */
  mayBeIn(classes: ReadonlySet<number>): string;
  /** Can it be known in part, so that some classes are out and several are left? */
  readonly ranged: boolean;
  /** The sets of classes that it can be left with; without the single ones and all together. */
  readonly ranges: readonly ReadonlySet<number>[];
}
