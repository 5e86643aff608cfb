import type { Outcome, RuleFinding } from '@jingzhun/schemas';
import { assess } from '../../decide/assess.ts';
import { decide } from '../../decide/decide.ts';
import { toEngine } from '../../engine/index.ts';
import { columnsFrom, decideRoster, statuses as rosterStatuses } from '../../roster/index.ts';
import { statusCodes } from '../../sql/rule.ts';
import { rulesIn } from '../tiny-policy.ts';
import { blank, type Counts, noVerdict, type Verdicts, type Way } from './answers.ts';
import { caseIn, membersOf, offsetsOf, type Question, rulesAsked } from './question.ts';

/** What all others are held against. */
export function byAssess(question: Question): Map<string, Verdicts> {
  const verdicts = blank(question);
  const offsets = offsetsOf(question.cases);
  question.cases.forEach((_, row) => {
    for (const { rule, member, status, amount } of assess(question.policy, caseIn(question, row), question.dates)) {
      const own = verdicts.get(rule);
      const place = member < 0 ? row : (offsets[row] as number) + member;
      if (own !== undefined) put(own, place, statusCodes[status], amount);
    }
  });
  return verdicts;
}

export const decideWay: Way = {
  name: 'decide',
  ask: async (question) => {
    const verdicts = blank(question);
    const offsets = offsetsOf(question.cases);
    question.cases.forEach((_, row) => {
      for (const finding of findingsIn(question, row)) {
        const own = verdicts.get(finding.rule);
        if (own === undefined) continue;
        const granted = grantedIn(question, finding.rule, finding.outcomes);
        put(own, placeOf(finding, row, offsets), statusCodes[finding.status], granted);
      }
    });
    return [{ form: 'findings', verdicts }];
  },
};

export const rosterWay: Way = {
  name: 'roster',
  ask: async (question) => {
    const { policy, dates, cases, facts } = question;
    const asked = rulesAsked(policy);
    const { columns } = columnsFrom(cases, policy, facts);
    const verdicts = blank(question);
    const counts = new Map<string, Counts>();
    for (const { rule, statuses, grants, counts: byStatus } of decideRoster(policy, columns, dates).rules) {
      const own = verdicts.get(rule);
      if (!asked.has(rule) || own === undefined) continue;
      const [grant] = grants;
      let rows = 0;
      for (let place = 0; place < statuses.length; place++) {
        const code = statuses[place] as number;
        const status = rosterStatuses[code] ?? null;
        if (status === null) continue;
        rows += 1;
        const steps = typeof grant?.steps === 'number' ? grant.steps : (grant?.steps[place] ?? Number.NaN);
        const isOpen = grant !== undefined && (code === 1 || code === 2);
        put(own, place, statusCodes[status], isOpen ? steps / grant.scale : null);
      }
      const { met, unmet, unknown } = byStatus;
      const numbers = [rows, met, unmet, unknown, byStatus['not-applicable'], byStatus['not-in-force']];
      counts.set(rule, { numbers, scale: 1 });
    }
    return [{ form: 'columns', verdicts, counts }];
  },
};

/** json-rules-engine knows no unknown: it is held to findings that rest on known facts alone. */
export const engineWay: Way = {
  name: 'toEngine',
  ask: async (question) => {
    const { policy, dates, cases } = question;
    const verdicts = blank(question);
    const offsets = offsetsOf(cases);
    const engine = toEngine(policy, dates);
    for (const [row, each] of cases.entries()) {
      const input = caseIn(question, row);
      const findings = findingsIn(question, row).filter(isComplete);
      for (const member of [-1, ...membersOf(each).keys()]) {
        const own = findings.filter(({ subject }) => (subject.entity === 'person' ? subject.index : -1) === member);
        if (own.length === 0) continue;
        const { events } = await engine.run(member < 0 ? { case: input } : { case: input, member });
        const raised = new Map(events.map(({ type, params }) => [type, (params as { outcomes: Outcome[] }).outcomes]));
        for (const finding of own) {
          const outcomes = raised.get(finding.rule);
          const found = verdicts.get(finding.rule);
          if (found === undefined) continue;
          const status = outcomes === undefined ? statusCodes.unmet : statusCodes.met;
          put(found, placeOf(finding, row, offsets), status, grantedIn(question, finding.rule, outcomes ?? []));
        }
      }
    }
    return [{ form: 'events', verdicts, onlyMet: true }];
  },
};

function isComplete({ because, missing }: RuleFinding): boolean {
  return (
    missing.length === 0 &&
    because.every(({ holds, actual, expected }) => holds !== null && actual !== null && expected !== null)
  );
}

function findingsIn(question: Question, row: number): RuleFinding[] {
  const asked = rulesAsked(question.policy);
  return rulesIn(decide(question.policy, caseIn(question, row), question.dates)).filter(({ rule }) => asked.has(rule));
}

function placeOf({ subject }: RuleFinding, row: number, offsets: Uint32Array): number {
  return subject.entity === 'person' ? (offsets[row] as number) + (subject.index ?? 0) : row;
}

/** What the first grant with a figure comes to. */
function grantedIn({ policy }: Question, id: string, outcomes: readonly Outcome[]): number | null {
  const grant = policy.rules
    .find((rule) => rule.id === id)
    ?.outcomes.find(({ role, value }) => role === 'grant' && value !== null);
  const given = outcomes.find(
    ({ what, unit, every, comparator }) =>
      what === grant?.what && unit === grant.unit && every === grant.every && comparator === grant.comparator,
  );
  return typeof given?.value === 'number' ? given.value : null;
}

function put({ statuses, amounts }: Verdicts, place: number, status: number, amount: number | null): void {
  statuses[place] = statuses[place] === noVerdict ? status : twice;
  amounts[place] = amount ?? Number.NaN;
}

/** More than one verdict for the same: nobody's status. */
const twice = 9;

export const pureWays: readonly Way[] = [decideWay, rosterWay, engineWay];
