import { type Case, checkCase, type Status } from '@jingzhun/schemas';
import type { Regime } from '../compile/regime.ts';
import type { CompiledRule, Due } from '../compile/rule.ts';
import type { Slot } from '../compile/slots.ts';
import { assess } from '../decide/assess.ts';
import type { Dates } from '../decide/question.ts';
import { datesOf } from './bound.ts';
import { type Chosen, caseOf, partsOf, without } from './case.ts';
import { both, type Goal, statusGoal, type Wanted } from './condition.ts';
import { find, type Search } from './find.ts';
import { type Given, type Space, spaceOf } from './space.ts';

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
 *
 * @example
 * caseFor(rule, regimeOn(policy, '2017-09-01'), 'met', { on: '2017-09-01' })?.case;
 * // { household: { registered: true, housing: { work: 'new-build', needsRenovation: true } } }
 */
export function caseFor(
  rule: CompiledRule,
  regime: Regime,
  wanted: Wanted | ReadonlyMap<Slot, number>,
  { on, given = {} }: WitnessOptions,
): Witness | undefined {
  if (!rule.inForce) return undefined;
  const asked = rule.model.asks[0] as string;
  const space = spaceOf([rule], regime, on, asked, given);
  if (typeof wanted !== 'string') {
    const search = find(space, inClasses(wanted));
    return search.found ? witnessOf(search.chosen, space, () => true, given) : undefined;
  }
  const search = findStatus(space, rule, wanted);
  return search.found ? witnessOf(search.chosen, space, (statuses) => statuses[0] === wanted, given) : undefined;
}

/** Looks for classes in which a rule of a space comes to a status on some day. */
export function findStatus(space: Space, rule: CompiledRule, wanted: Wanted, ...goals: readonly Goal[]): Search {
  const goal = statusGoal(rule, wanted, space.regime);
  return find(space, both(...(wanted === 'unmet' ? [goal, pastDue(space, rule)] : [goal]), ...goals));
}

/** Nothing fails before its day has passed. Of a checklist, all that is due. */
function pastDue({ dues }: Space, { due, items = [] }: CompiledRule): Goal {
  const all = [due, ...items.map((item) => item.due)].filter((each): each is Due => each !== undefined);
  return both(
    ...all.map(
      (each): Goal =>
        (classes) =>
          (classes.get(dues.get(each) as Slot) ?? 0) === 0 ? 2 : classes.get(dues.get(each) as Slot) === 1 ? 1 : 0,
    ),
  );
}

function inClasses(wanted: ReadonlyMap<Slot, number>): Goal {
  return both(
    ...[...wanted].map(
      ([slot, code]): Goal =>
        (classes) => {
          const is = classes.get(slot) ?? 0;
          return is === 0 ? 2 : is === code ? 1 : 0;
        },
    ),
  );
}

/**
 * The case that choices make, without what does not matter for the statuses of the space's rules, if deciding it
 * confirms them.
 */
export function witnessOf(
  chosen: Chosen,
  space: Space,
  isWanted: (statuses: readonly (Status | undefined)[]) => boolean,
  given: Given = {},
): Witness | undefined {
  const { regime, on, asked, rules } = space;
  let dates: Dates = datesOf(chosen, on);
  let input = caseOf(chosen, asked);
  const first = statusesOf(rules, input, dates, regime);
  if (first === undefined || !isWanted(first)) return undefined;
  const same = (other: Case, days: Dates): boolean =>
    statusesOf(rules, other, days, regime)?.every((status, place) => status === first[place]) === true;
  for (const path of partsOf(input)) {
    if (isKept(path, asked, given)) continue;
    const less = without(input, path);
    if (same(less, dates)) input = less;
  }
  if (dates.assessedOn !== undefined && same(input, { on })) dates = { on };
  if (!checkCase(input).ok) return undefined;
  return { case: input, ...dates, ...(asked === 'person' ? { member: 0 } : {}), status: first[0] as Status };
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
export function statusesOf(
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
