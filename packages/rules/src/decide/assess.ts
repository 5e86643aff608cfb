import type { Case, Status } from '@jingzhun/schemas';
import type { CompiledRule } from '../compile/rule.ts';
import type { Policy } from '../model/policy.ts';
import { type Dates, open, refuseProblems } from './question.ts';
import { isOpen, statusOf } from './status.ts';
import { type Asked, classify, complete } from './subjects.ts';
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
  const verdicts: Verdict<Id>[] = [];
  for (const rule of opened.regime.rules) {
    const single = rule.model.asks[0] !== 'person';
    const asked = subjects[rule.asked] ?? [];
    for (let place = 0; place < asked.length; place++) {
      verdicts.push(verdictOf(rule, asked[place] as Asked, single ? -1 : place) as Verdict<Id>);
    }
  }
  refuseProblems(opened);
  return verdicts;
}

/** The same verdict for the same member of the same profile. */
function verdictOf(rule: CompiledRule, asked: Asked, member: number): Verdict {
  const { profile } = asked;
  if (profile?.again !== true || rule.sight === undefined) return newVerdict(rule, asked, member);
  let own = profile.verdicts[member + 1] as Verdict[] | undefined;
  if (own === undefined) {
    own = [];
    profile.verdicts[member + 1] = own;
  }
  let verdict = own[rule.seat];
  if (verdict === undefined) {
    verdict = Object.freeze(newVerdict(rule, asked, member));
    own[rule.seat] = verdict;
  }
  return verdict;
}

function newVerdict(rule: CompiledRule, { frame, codes, partial }: Asked, member: number): Verdict {
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
