import type { AmendedFile, Bilingual } from '@jingzhun/schemas';
import type { PolicyFiles } from '../load/load.ts';
import type { Policy } from '../model/policy.ts';

/** One side of a comparison: a `LoadedPolicy`, or a policy's files alone; with the day on which it is looked at, if any. */
export interface Side {
  readonly files: PolicyFiles;
  /** Names the release and its digest; without it they are taken from the files. */
  readonly policy?: Pick<Policy, 'release' | 'digest'>;
  readonly on?: string | undefined;
}

/** What differs between two states of a policy, in the document's order. Plain JSON. */
export interface Comparison {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly differences: readonly Difference[];
}

export interface ComparedSide {
  readonly policy: string;
  readonly title: Bilingual;
  readonly release: string;
  readonly digest: string;
  readonly on?: string;
}

/** What a difference is about. `name` is a rule's id, a parameter's name, a section's file … */
export type Subject =
  | 'document'
  | 'release'
  | 'section'
  | 'parameter'
  | 'fact'
  | 'condition'
  | 'rule'
  | 'listed'
  | 'exclusive'
  | 'successive';

/**
 * How far a difference reaches: it can change a decision (`meaning`), only what is cited for it (`citation`), or only
 * what people read (`text`).
 */
export type Bearing = 'meaning' | 'citation' | 'text';

/** `moved`: the same in another place or order. `rewritten`: written otherwise, and means the same. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved' | 'rewritten';

export type Path = readonly (string | number)[];

/** The groups of a condition, from the outermost, in which a changed part stands. */
export type Within = readonly ('all' | 'any' | 'not')[];

/** One difference: of one part, one leaf of a condition, one code of a table, over one period. */
export interface Difference {
  readonly of: Subject;
  readonly name: string;
  /** The name before, where two policies are compared and it differs. */
  readonly was?: string;
  readonly title?: Bilingual;
  readonly change: ChangeKind;
  readonly bears: Bearing;
  /** Keys of the part, outcomes and items by name: `['grant', 'aid', 'amount']`. Empty: the whole. */
  readonly part: readonly string[];
  readonly within?: Within;
  /** The days from which and to which it holds, both included; absent where it holds from the start, or without end. */
  readonly from?: string;
  readonly to?: string;
  /** The values as written in the files; absent where there is none. A group that joins otherwise is `{ join }`. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** The clause that says so, and the later document where it is one. */
  readonly clause?: string;
  readonly amendedBy?: AmendedFile['amendedBy'];
  /** Of what rules rest on, directly or through others: the rules whose decisions it can change. */
  readonly usedBy?: readonly string[];
  /** Where it is written: file name without .yaml, and keys inside that file; in the later side, or in the earlier one. */
  readonly section: string;
  readonly path: Path;
  readonly side: 'before' | 'after';
}
