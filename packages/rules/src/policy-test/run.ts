import { type Bilingual, type Case, checkCase, JingzhunError, type RuleFinding } from '@jingzhun/schemas';
import { decide } from '../decide/decide.ts';
import type { Policy } from '../model/policy.ts';
import type { Expectation, PolicyTest } from './expectation.ts';

/** Where an answer is not the one expected. */
export interface Difference extends Bilingual {
  readonly rule: string;
}

/**
 * Runs one example of a policy; empty when every answer is the one expected.
 *
 * @example
 * const test = { name: 'a name without a rule', on: '2017-09-01', case: {}, expect: { 'no.such.rule': [{ status: 'met' }] } };
 * runPolicyTest(ruyuan2016, test)[0].en; // 'there is no such rule'
 */
export function runPolicyTest(policy: Policy, test: PolicyTest): Difference[] {
  const check = checkCase(test.case);
  if (!check.ok)
    return check.problems.map(({ path, zh, en }) => ({ rule: '', zh: `${path} ${zh}`, en: `${path} ${en}` }));
  const dates = test.assessedOn === undefined ? { on: test.on } : { on: test.on, assessedOn: test.assessedOn };
  try {
    const findings = decide(policy, check.case as Case, dates).findings as RuleFinding[];
    return Object.entries(test.expect).flatMap(([rule, expected]) => {
      if (!policy.rules.some(({ id }) => id === rule))
        return [{ rule, zh: '没有这条规则', en: 'there is no such rule' }];
      const own = findings.filter((finding) => finding.rule === rule);
      return expected.flatMap((each) => differences(rule, own, each));
    });
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    return error.problems.map(({ path, zh, en }) => ({ rule: '', zh: `${path} ${zh}`, en: `${path} ${en}` }));
  }
}

function differences(rule: string, findings: readonly RuleFinding[], expected: Expectation): Difference[] {
  const { subject } = expected;
  const meant =
    subject === undefined
      ? findings
      : findings.filter((finding) => finding.subject.id === subject || finding.subject.index === subject);
  if (meant.length === 0) {
    return [
      {
        rule,
        zh: `没有${subject === undefined ? '' : `关于 ${subject} 的`}结论`,
        en: `nothing is found${subject === undefined ? '' : ` about ${subject}`}`,
      },
    ];
  }
  return meant.flatMap((finding) => {
    const found: Difference[] = [];
    const compare = (what: string, is: unknown, should: unknown) => {
      if (JSON.stringify(is) === JSON.stringify(should)) return;
      const [shouldText, isText] = [JSON.stringify(should), JSON.stringify(is)];
      found.push({
        rule,
        zh: `${what} 应为 ${shouldText}，实为 ${isText}`,
        en: `${what} should be ${shouldText} and is ${isText}`,
      });
    };
    compare('status', finding.status, expected.status);
    if (expected.delivered !== undefined) compare('delivered', finding.delivered, expected.delivered);
    if (expected.missing !== undefined) compare('missing', [...finding.missing].sort(), [...expected.missing].sort());
    for (const key of ['due', 'daysLeft'] as const) {
      if (expected[key] !== undefined) compare(key, finding[key], expected[key]);
    }
    for (const what of expected.absent ?? []) {
      compare(`${what}`, finding.outcomes.find((each) => each.what === what)?.what, undefined);
    }
    for (const [key, status] of Object.entries(expected.items ?? {})) {
      compare(`item ${key}`, finding.items?.find((item) => item.key === key)?.status, status);
    }
    for (const key of ['value', 'actual'] as const) {
      const should = expected[key];
      if (should === undefined) continue;
      if (should === null || typeof should !== 'object') compare(key, finding.outcomes[0]?.[key], should);
      else
        for (const [what, value] of Object.entries(should))
          compare(`${what} ${key}`, finding.outcomes.find((each) => each.what === what)?.[key], value);
    }
    return found;
  });
}
