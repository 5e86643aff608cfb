import type { Case, Status } from '@jingzhun/schemas';
import type { Evaluate } from '../compile/expression.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Policy } from '../model/policy.ts';
import { admit, type Dates, type Opened, read, recall, refuseProblems } from './question.ts';
import { isOpen, statusOf } from './status.ts';
import { type Asked, classify, complete } from './subjects.ts';
import { isPlainData, unreadableOr } from './unreadable-case.ts';

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
  const admitted = admit(policy, input, dates);
  const told = recall(admitted);
  if (told?.verdicts === undefined) {
    const opened = read(admitted);
    const verdicts = verdictsOf(opened);
    refuseProblems(opened);
    if (told === undefined || !isPlainData(input)) return verdicts as Verdict<Id>[];
    // Frozen, for they are handed out again.
    for (const verdict of verdicts) Object.freeze(verdict);
    told.verdicts = verdicts;
  }
  return (told.verdicts as Verdict<Id>[]).slice();
}

function verdictsOf(opened: Opened): Verdict[] {
  const subjects = classify(opened);
  const verdicts: Verdict[] = [];
  for (const each of opened.regime.rules) {
    const all = subjects[each.asked];
    if (all === undefined) continue;
    const rule = each.compiled();
    const single = rule.model.asks[0] !== 'person';
    all.forEach((asked, place) => {
      verdicts.push(verdictOf(rule, asked, single ? -1 : place));
    });
  }
  return verdicts;
}

function verdictOf(rule: CompiledRule, { frame, codes, partial }: Asked, member: number): Verdict {
  complete(frame);
  const status = statusOf(rule, codes, partial, frame);
  const granted = rule.grants.length > 0 && isOpen(rule, status, codes, partial, frame);
  return { rule: rule.model.id, member, status, amount: granted ? amountOf(rule, frame) : null };
}

function amountOf({ grants, outcomes }: CompiledRule, frame: Asked['frame']): number | null {
  const { place, scale } = grants[0] as CompiledRule['grants'][number];
  // A grant with a figure has a value.
  const { value } = outcomes[place] as { readonly value: Evaluate };
  const steps = value(frame);
  return typeof steps === 'number' ? steps / scale : null;
}
