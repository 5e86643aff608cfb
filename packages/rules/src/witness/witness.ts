import { type Case, checkCase, type Status } from '@jingzhun/schemas';
import type { Regime } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Slot } from '../compile/slots.ts';
import { FALSE, join, TRUE, UNKNOWN } from '../compile/truth.ts';
import { assess } from '../decide/assess.ts';
import type { Dates } from '../decide/question.ts';
import type { ConditionModel } from '../model/policy.ts';
import { classesOf, datesOf } from './bound.ts';
import { caseOf, partsOf, without } from './case.ts';
import { ask, type Goal, leafModels, type Past, statusGoal, type Wanted } from './condition.ts';
import { findAny } from './find.ts';
import type { Chosen, Given } from './inputs.ts';
import { type Space, spacesOf } from './space.ts';

/** A case that shows something, and the days on which it does. */
export interface Witness {
  readonly case: Case;
  readonly on: string;
  readonly assessedOn?: string;
  /** Place in `household.members` of the one who is asked; absent for a rule about the household, county … */
  readonly member?: number;
  /** What the rule comes to, as `decide` says it. */
  readonly status: Status;
}

export interface WitnessOptions {
  /** The day whose law applies; the first day on which the rule is in force in this regime by default. */
  readonly on: string;
  /** Facts that have to be these, by name, in the terms of a case: `{ 'household.perCapitaDisposableIncome': 3999.99 }`. */
  readonly given?: Given;
}

/**
 * A case in which a rule comes to a status, or in which its facts are in wanted classes: real, confirmed by deciding
 * it, and with no more facts than matter. Undefined where none was found.
 * For the county subsidy for a new house, met: `{ household: { registered: true, housing: { work: 'new-build', needsRenovation: true } } }`.
 */
export function caseFor(
  rule: CompiledRule,
  regime: Regime,
  wanted: Wanted | ReadonlyMap<Slot, number>,
  { on, given = {} }: WitnessOptions,
): Witness | undefined {
  if (!rule.inForce) return undefined;
  const spaces = spacesOf([rule], regime, on, given);
  const goalFor = (space: Space): Goal =>
    typeof wanted === 'string' ? statusGoal(rule, wanted, regime, pastIn(space)) : inClasses(wanted);
  const search = findAny(spaces, goalFor);
  if (!search.found) return undefined;
  const { space } = search;
  if (typeof wanted === 'string')
    return witnessOf(search.chosen, space, { isWanted: ([status]) => status === wanted, given });
  return witnessOf(search.chosen, space, { isWanted: () => true, given, sign: signOf([...wanted.keys()], space) });
}

/** Nothing fails before its day has passed. */
export function pastIn({ dues }: Space): Past {
  return (due) => {
    const slot = due === undefined ? undefined : dues.get(due);
    if (slot === undefined) return () => TRUE;
    return (classes) => ([UNKNOWN, TRUE, FALSE] as const)[classes.get(slot) ?? 0] ?? UNKNOWN;
  };
}

function inClasses(wanted: ReadonlyMap<Slot, number>): Goal {
  return (classes) =>
    join(
      true,
      [...wanted].map(([slot, code]) => {
        const is = classes.get(slot) ?? 0;
        return is === 0 ? UNKNOWN : is === code ? TRUE : FALSE;
      }),
    );
}

export interface Confirmation {
  /** By rule of the space: is this what was wanted? */
  readonly isWanted: (statuses: readonly (Status | undefined)[]) => boolean;
  /** What has to stay the same while facts are left out, beside the statuses. */
  readonly sign?: (input: Case, dates: Dates) => unknown;
  readonly given?: Given;
}

/** The case that choices make, without facts that do not matter, if deciding it confirms what was wanted. */
export function witnessOf(
  chosen: Chosen,
  space: Space,
  { isWanted, sign, given = {} }: Confirmation,
): Witness | undefined {
  const { regime, on, asked, rules } = space;
  let dates: Dates = datesOf(chosen, on);
  let input = caseOf(chosen, asked);
  const first = statusesOf(rules, input, dates, regime);
  if (first === undefined || !isWanted(first)) return undefined;
  const whole = (other: Case, days: Dates): string =>
    JSON.stringify([statusesOf(rules, other, days, regime), sign?.(other, days)]);
  const wanted = whole(input, dates);
  for (const path of partsOf(input)) {
    if (isKept(path, asked, given)) continue;
    const less = without(input, path);
    if (whole(less, dates) === wanted) input = less;
  }
  if (dates.assessedOn !== undefined && whole(input, { on }) === wanted) dates = { on };
  if (!checkCase(input).ok) return undefined;
  return { case: input, ...dates, ...(asked === 'person' ? { member: 0 } : {}), status: first[0] as Status };
}

/** The classes of some slots, as something that has to stay the same. */
export function signOf(slots: readonly Slot[], { asked, regime }: Space): (input: Case, dates: Dates) => unknown {
  return (input, dates) => classesOf(slots, input, dates, asked, regime);
}

/** What some conditions come to, as something that has to stay the same. */
export function truthsOf(
  conditions: readonly ConditionModel[],
  { asked, regime }: Space,
): (input: Case, dates: Dates) => unknown {
  const slots = [...new Set(conditions.flatMap(leafModels).map((leaf) => regime.leaf(leaf).slot))];
  return (input, dates) => {
    const codes = classesOf(slots, input, dates, asked, regime);
    const classes = new Map(slots.map((slot, place) => [slot, codes?.[place] ?? 0]));
    return conditions.map((condition) => ask(condition, classes, regime));
  };
}

/** Those who are asked, and what was fixed beforehand. */
function isKept(path: readonly (string | number)[], asked: string, given: Given): boolean {
  const place = path.filter((key) => typeof key === 'string').join('.');
  const name = place.startsWith('household.members.') ? place.replace('household.members', 'person') : place;
  if (Object.keys(given).some((fact) => fact === name || fact.startsWith(`${name}.`))) return true;
  if (asked === 'person') return ['household', 'household.members', 'household.members.0'].includes(path.join('.'));
  return path.join('.') === asked;
}

/** What each rule comes to for the first who is asked; undefined where the case cannot be decided. */
function statusesOf(
  rules: readonly CompiledRule[],
  input: Case,
  dates: Dates,
  { policy }: Regime,
): readonly (Status | undefined)[] | undefined {
  try {
    const verdicts = assess(policy, input, dates);
    return rules.map(({ model }) => verdicts.find(({ rule, member }) => rule === model.id && member <= 0)?.status);
  } catch {
    return undefined;
  }
}
