import type { Status } from '@jingzhun/schemas';

/** `absent`: the side has no such rule, or does not ask it of this subject. */
export type Standing = Status | 'absent';

/** What one side says about one subject by one rule. */
export interface Verdict {
  readonly status: Standing;
  /** Is it met, or can it still be? Then what it grants counts as possible. */
  readonly open: boolean;
  /** What is granted in all, in ten-thousandths, by place of the unit and how often (see `Measures`); of an open verdict only. */
  readonly amounts: readonly number[];
  /** Grants whose amount is not known, or not printed. */
  readonly unpriced: number;
}

/**
 * What becomes of one rule for one subject. Not met is: unmet, not applicable, not in force, or no such rule. Each pair of verdicts that
 * differ falls in exactly one kind, and with the two sides exchanged in its opposite.
 *
 * | kind | before | after |
 * | --- | --- | --- |
 * | `gains` | not met | met |
 * | `loses` | met | not met |
 * | `more`, `less` | met | met, and more (less) is granted |
 * | `exchanged` | met | met; more in one unit or period, less in another |
 * | `becomes-unknown` | met or not met | unknown |
 * | `becomes-unknown` | met | met, with more amounts that are not known or not printed |
 * | `becomes-known` | unknown | met or not met |
 * | `becomes-known` | met | met, with fewer amounts that are not known or not printed |
 * | `may-differ` | unknown | unknown, but what it would grant is different |
 * | `still-not-met` | not met | not met, for another reason |
 */
export const findingKinds = [
  'gains',
  'loses',
  'more',
  'less',
  'exchanged',
  'becomes-unknown',
  'becomes-known',
  'may-differ',
  'still-not-met',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/**
 * What becomes of a household, or of a person: by the rules that give something (entitlements, incentives, and whatever grants an
 * amount).
 *
 * | kind | means |
 * | --- | --- |
 * | `gains` | something is gained or more, nothing lost or less |
 * | `loses` | something is lost or less, nothing gained or more |
 * | `mixed` | both |
 * | `unknown` | none of these, and something is not known before or after |
 * | `other` | none of these; a rule that gives nothing (a standard, a duty) comes out differently |
 * | `same` | none of these |
 */
export const householdKinds = ['gains', 'loses', 'mixed', 'unknown', 'other', 'same'] as const;
export type HouseholdKind = (typeof householdKinds)[number];

/** What becomes of a rule for a subject; undefined where nothing does. */
export function kindOf(before: Verdict, after: Verdict): FindingKind | undefined {
  if (before.status === 'unknown') {
    if (after.status !== 'unknown') return 'becomes-known';
    return alike(before, after) ? undefined : 'may-differ';
  }
  if (after.status === 'unknown') return 'becomes-unknown';
  if (before.status !== 'met') {
    return after.status === 'met' ? 'gains' : before.status === after.status ? undefined : 'still-not-met';
  }
  if (after.status !== 'met') return 'loses';
  if (before.unpriced === after.unpriced) return byAmount(before.amounts, after.amounts);
  return before.unpriced < after.unpriced ? 'becomes-unknown' : 'becomes-known';
}

function byAmount(before: readonly number[], after: readonly number[]): FindingKind | undefined {
  let [more, less] = [false, false];
  for (let place = 0; place < before.length; place++) {
    const difference = (after[place] as number) - (before[place] as number);
    if (difference > 0) more = true;
    else if (difference < 0) less = true;
  }
  return more && less ? 'exchanged' : more ? 'more' : less ? 'less' : undefined;
}

/** As `decide` tells it: whether an unknown one can still be met shows in what it would grant, and in nothing else. */
function alike(a: Verdict, b: Verdict): boolean {
  return a.unpriced === b.unpriced && a.amounts.every((amount, place) => amount === b.amounts[place]);
}

/** Gathers what happens to a household or person, of all kinds but `still-not-met`. */
export class KindTally {
  private up = false;
  private down = false;
  private open = false;
  private otherwise = false;

  add(kind: FindingKind, gives: boolean): void {
    if (!gives) this.otherwise = true;
    else if (kind === 'gains' || kind === 'more') this.up = true;
    else if (kind === 'loses' || kind === 'less') this.down = true;
    else if (kind === 'exchanged') this.up = this.down = true;
    else this.open = true;
  }

  kind(): HouseholdKind {
    if (this.up) return this.down ? 'mixed' : 'gains';
    if (this.down) return 'loses';
    return this.open ? 'unknown' : this.otherwise ? 'other' : 'same';
  }
}
