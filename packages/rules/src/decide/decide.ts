import type { Case, Decision, RuleFinding } from '@jingzhun/schemas';
import type { CompiledRule } from '../compile/rule.ts';
import type { Policy } from '../model/policy.ts';
import { contradictionsIn } from './contradictions.ts';
import { findingOf } from './finding.ts';
import { type Dates, open, refuseProblems } from './question.ts';
import { isOpen } from './status.ts';
import { type Asked, classify, complete } from './subjects.ts';
import { Totals } from './totals.ts';
import { unreadableOr } from './unreadable-case.ts';

/**
 * What a policy says about a case on a day: one finding for every rule and everyone in the case it can be asked of, in
 * the document's order, then the facts that contradict each other, and the totals of what is granted.
 *
 * Amounts are in the unit each outcome names (yuan, not fen). A fact that is left out or null is unknown, never zero
 * and never false.
 *
 * @throws JingzhunError `invalid-case` listing every fact that cannot be used, with path and the right form.
 *
 * @example
 * const decision = decide(
 *   ruyuan2016,
 *   { household: { registered: true, members: [{ id: 'a', schoolStage: 'undergraduate', studiesFullTime: true }] } },
 *   { on: '2017-09-01' },
 * );
 * decision.findings.find(({ rule }) => rule === 'ruyuan.education-aid.university')?.status; // 'met'
 */
export function decide<Id extends string>(policy: Policy<Id>, input: Case, dates: Dates): Decision<Id> {
  try {
    return decided(policy, input, dates);
  } catch (error) {
    throw unreadableOr(error, input);
  }
}

function decided<Id extends string>(policy: Policy<Id>, input: Case, dates: Dates): Decision<Id> {
  const opened = open(policy, input, dates);
  const { regime, question } = opened;
  const subjects = classify(opened);
  const findings: RuleFinding[] = [];
  const totals = new Totals(regime);
  for (const rule of regime.rules) {
    for (const asked of subjects[rule.asked] ?? []) {
      const finding = findingOf(rule, asked, regime);
      findings.push(finding);
      if (rule.grants.length > 0 && mayBeGranted(rule, finding, asked)) totals.add(rule, finding);
    }
  }
  const contradictions = contradictionsIn(opened);
  refuseProblems(opened);
  return {
    policy: { id: policy.id, release: policy.release, digest: policy.digest },
    on: question.on,
    assessedOn: question.assessedOn,
    findings: (contradictions.length > 0 ? [...findings, ...contradictions] : findings) as Decision<Id>['findings'],
    totals: totals.list(),
  };
}

function mayBeGranted(rule: CompiledRule, { status }: RuleFinding, { frame, codes, partial, profile }: Asked): boolean {
  if (status !== 'unknown') return status === 'met';
  let open = profile?.open[rule.seat];
  if (open === undefined) {
    complete(frame);
    open = isOpen(rule, status, codes, partial, frame);
    if (profile !== undefined) profile.open[rule.seat] = open;
  }
  return open;
}
