import type { Status } from '@jingzhun/schemas';
import type { CompiledRule } from '../compile/rule.ts';
import { statuses } from './status-codes.ts';
import type { KnownNumbers, Level } from './vectors.ts';

/** What one rule comes to over a roster. */
export interface RuleColumn<Id extends string = string> {
  readonly rule: Id;
  /** Whether a row is a household or a person. What is asked of another entity is answered for every household. */
  readonly per: 'household' | 'person';
  /** By row: a code, which `statuses` spells out. 0: the rule asks nobody there, or the row was refused. */
  readonly statuses: Uint8Array;
  readonly counts: Readonly<Record<Status, number>>;
  /** What it grants, where the document prints a figure or a way to work one out. */
  readonly grants: readonly GrantColumn[];
  /** Was it worked out in columns? Else row by row, as `assess` does. */
  readonly inColumns: boolean;
}

/** What a rule grants over a roster. */
export interface GrantColumn {
  readonly what: string;
  readonly unit: string;
  readonly every: string;
  /** How many steps make one unit. */
  readonly scale: number;
  /**
   * In steps, by row where it differs, else the same for all: what is granted where the rule is met, or would be where an
   * unknown can still come out met; elsewhere nothing is, whatever stands here. NaN: not known.
   */
  readonly steps: Float64Array | number;
}

/** What grants add up to in one unit and at one pace. */
export interface RosterTotal {
  readonly unit: string;
  readonly every: string;
  /** Of those who meet the rules, in units. */
  readonly certain: number;
  /** With all unknowns that can still come out met. */
  readonly possible: number;
  /** How many grants count here and have no figure. */
  readonly unpriced: number;
}

/** The columns of a rule while they are filled. */
export interface OpenRule {
  readonly rule: CompiledRule;
  readonly level: Level;
  readonly rows: number;
  codes: Uint8Array;
  /** How many rows have each code. */
  readonly counts: Float64Array;
  readonly grants: readonly OpenGrant[];
  inColumns: boolean;
}

export interface OpenGrant extends Omit<GrantColumn, 'steps'> {
  /** The total it counts in. */
  readonly total: number;
  steps: Float64Array | number | undefined;
  /** What the steps of the block come from. */
  known?: KnownNumbers;
}

/** Puts another code in a row's place, and counts it instead. */
export function recode({ codes, counts }: OpenRule, row: number, code: number): void {
  const before = codes[row] as number;
  counts[before] = (counts[before] as number) - 1;
  counts[code] = (counts[code] as number) + 1;
  codes[row] = code;
}

export function closed<Id extends string>({ rule, level, codes, counts, grants, inColumns }: OpenRule): RuleColumn<Id> {
  const at = (status: Status): number =>
    statuses.reduce((sum, each, code) => (each === status ? sum + (counts[code] as number) : sum), 0);
  return {
    rule: rule.model.id as Id,
    per: level === 'person' ? 'person' : 'household',
    statuses: codes,
    counts: {
      met: at('met'),
      unmet: at('unmet'),
      unknown: at('unknown'),
      'not-applicable': at('not-applicable'),
      'not-in-force': at('not-in-force'),
    },
    grants: grants.map(({ total, known, steps = Number.NaN, ...grant }) => ({ ...grant, steps })),
    inColumns,
  };
}
