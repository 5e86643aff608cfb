import type { Case, Status } from '@jingzhun/schemas';
import type { Profile } from '../compile/profile.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Policy } from '../model/policy.ts';
import { type Dates, open, refuseProblems } from './question.ts';
import { isOpen, statusOf } from './status.ts';
import { type Asked, classify, complete, type Subjects } from './subjects.ts';
import { unreadableOr } from './unreadable-case.ts';

/** One finding's verdict, without reasons. */
export interface Verdict<Id extends string = string> {
  readonly rule: Id;
  /** Place in `household.members`; -1 for a rule about the household, county … */
  readonly member: number;
  readonly status: Status;
  /** What is granted, or would be if an unknown came out met, in the unit of the rule's grant; null where there is no amount or it is not known. */
  readonly amount: number | null;
}

/**
 * Statuses and amounts alone, for those who do not show reasons: the same verdicts as `decide`, in the same order.
 *
 * @throws JingzhunError `invalid-case`, as `decide` does.
 *
 * @example
 * const verdicts = assess(
 *   ruyuan2016,
 *   { household: { registered: true, housing: { needsRenovation: true, work: 'new-build' } } },
 *   { on: '2017-09-01' },
 * );
 * verdicts.find(({ rule }) => rule === 'ruyuan.housing.new-build-10000')?.amount; // 10000
 */
export function assess<Id extends string>(policy: Policy<Id>, input: Case, dates: Dates): Verdict<Id>[] {
  try {
    return assessed(policy, input, dates);
  } catch (error) {
    throw unreadableOr(error, input);
  }
}

function assessed<Id extends string>(policy: Policy<Id>, input: Case, dates: Dates): Verdict<Id>[] {
  const opened = open(policy, input, dates);
  const subjects = classify(opened);
  const profiles = profilesOf(subjects);
  const told = profiles?.[0]?.verdicts as Told | undefined;
  const verdicts =
    told !== undefined && areSame(told.profiles, profiles as Profile[])
      ? toldAgain(told, subjects)
      : newVerdicts(opened.regime.rules, subjects, profiles);
  refuseProblems(opened);
  return verdicts as Verdict<Id>[];
}

/** What was found of a case, kept for the next one in which everybody has the same profile. */
interface Told {
  readonly profiles: readonly Profile[];
  /** Frozen, for they are handed out again. */
  readonly verdicts: readonly Verdict[];
  /** Those that rest on more than a profile shows. */
  readonly anew: readonly { readonly place: number; readonly rule: CompiledRule; readonly member: number }[];
}

/** Of everyone in a case, in order; undefined where somebody has none, or one that comes for the first time. */
function profilesOf(subjects: Subjects): Profile[] | undefined {
  const profiles: Profile[] = [];
  for (const asked of subjects) {
    if (asked === undefined) continue;
    for (const { profile } of asked) {
      if (profile?.again !== true) return undefined;
      profiles.push(profile);
    }
  }
  return profiles;
}

function areSame(a: readonly Profile[], b: readonly Profile[]): boolean {
  if (a.length !== b.length) return false;
  for (let place = 0; place < a.length; place++) if (a[place] !== b[place]) return false;
  return true;
}

function toldAgain({ verdicts, anew }: Told, subjects: Subjects): Verdict[] {
  const all = verdicts.slice();
  for (const { place, rule, member } of anew) {
    all[place] = verdictOf(rule, subjects[rule.asked]?.[Math.max(member, 0)] as Asked, member);
  }
  return all;
}

function newVerdicts(
  rules: readonly CompiledRule[],
  subjects: Subjects,
  profiles: readonly Profile[] | undefined,
): Verdict[] {
  const verdicts: Verdict[] = [];
  const anew: Told['anew'][number][] = [];
  for (const rule of rules) {
    const single = rule.model.asks[0] !== 'person';
    const asked = subjects[rule.asked] ?? [];
    for (let place = 0; place < asked.length; place++) {
      const member = single ? -1 : place;
      if (rule.sight === undefined) anew.push({ place: verdicts.length, rule, member });
      verdicts.push(verdictOf(rule, asked[place] as Asked, member));
    }
  }
  const first = profiles?.[0];
  if (first === undefined) return verdicts;
  for (const verdict of verdicts) Object.freeze(verdict);
  first.verdicts = { profiles, verdicts, anew };
  return verdicts.slice();
}

function verdictOf(rule: CompiledRule, { frame, codes, partial }: Asked, member: number): Verdict {
  complete(frame);
  const status = statusOf(rule, codes, partial, frame);
  const granted = rule.grants.length > 0 && isOpen(rule, status, codes, partial, frame);
  return { rule: rule.model.id, member, status, amount: granted ? amountOf(rule, frame) : null };
}

function amountOf({ grants, outcomes }: CompiledRule, frame: Asked['frame']): number | null {
  const grant = grants[0] as CompiledRule['grants'][number];
  const steps = outcomes[grant.place]?.value?.(frame);
  return typeof steps === 'number' ? steps / grant.scale : null;
}
