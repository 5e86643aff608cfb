import type { Status } from '@jingzhun/schemas';
import type { CompiledRule } from '../compile/rule.ts';
import { closedUnknown, met, openUnknown, statuses } from './status-codes.ts';
import type { Level } from './vectors.ts';

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
  readonly codes: Uint8Array;
  readonly grants: readonly OpenGrant[];
  inColumns: boolean;
}

export interface OpenGrant extends Omit<GrantColumn, 'steps'> {
  /** The total it counts in. */
  readonly total: number;
  steps: Float64Array | number | undefined;
}

export function countsOf(codes: Uint8Array): Record<Status, number> {
  const byCode = new Array<number>(statuses.length).fill(0);
  for (let row = 0; row < codes.length; row++) (byCode[codes[row] as number] as number) += 1;
  const at = (code: number): number => byCode[code] as number;
  return {
    met: at(met),
    unmet: at(statuses.indexOf('unmet')),
    unknown: at(openUnknown) + at(closedUnknown),
    'not-applicable': at(statuses.indexOf('not-applicable')),
    'not-in-force': at(statuses.indexOf('not-in-force')),
  };
}
