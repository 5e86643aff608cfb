import type { Case, Decision, Total } from '@jingzhun/schemas';
import type { Policy } from '../model/policy.ts';
import { contradictionsIn } from './contradictions.ts';
import { type Body, bodyOf, findingOf, freeze } from './finding.ts';
import { admit, type Dates, type Opened, read, recall, refuseProblems } from './question.ts';
import { isOpen } from './status.ts';
import { classify, subjectsIn } from './subjects.ts';
import { Totals } from './totals.ts';
import { isPlainData, unreadableOr } from './unreadable-case.ts';

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

/** All of a decision that does not depend on whom it is about. */
interface Answer {
  readonly bodies: readonly Body[];
  readonly totals: readonly Total[];
  readonly contradicts: boolean;
}

function decided<Id extends string>(policy: Policy<Id>, input: Case, dates: Dates): Decision<Id> {
  const admitted = admit(policy, input, dates);
  const { regime, question } = admitted;
  const told = recall(admitted);
  let answer = told?.decision as Answer | undefined;
  if (answer === undefined) {
    answer = answerTo(read(admitted));
    if (told !== undefined && isPlainData(input)) told.decision = freeze(answer);
  }
  const { bodies, totals, contradicts } = answer;
  const subjects = subjectsIn(admitted);
  const findings: Decision['findings'] = [];
  for (const { asked } of regime.rules) {
    for (const subject of subjects[asked] ?? []) findings.push(findingOf(bodies[findings.length] as Body, subject));
  }
  if (contradicts) findings.push(...contradictionsIn(read(admitted)));
  return {
    policy: { id: policy.id, release: policy.release, digest: policy.digest },
    on: question.on,
    assessedOn: question.assessedOn,
    findings: findings as Decision<Id>['findings'],
    totals: totals.map((total) => ({ ...total })),
  };
}

function answerTo(opened: Opened): Answer {
  const { regime } = opened;
  const subjects = classify(opened);
  const bodies: Body[] = [];
  const totals = new Totals(regime);
  for (const each of regime.rules) {
    const all = subjects[each.asked];
    if (all === undefined) continue;
    const rule = each.compiled();
    for (const asked of all) {
      const body = bodyOf(rule, asked, regime);
      bodies.push(body);
      const { frame, codes, partial } = asked;
      if (rule.grants.length > 0 && isOpen(rule, body.status, codes, partial, frame)) totals.add(rule, body);
    }
  }
  const contradicts = contradictionsIn(opened).length > 0;
  refuseProblems(opened);
  return { bodies, totals: totals.list(), contradicts };
}
