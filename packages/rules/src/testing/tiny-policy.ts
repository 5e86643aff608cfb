import type { Case, Decision, RuleFinding } from '@jingzhun/schemas';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { decide } from '../decide/decide.ts';
import type { SourceFile } from '../load/faults.ts';
import { type LoadedPolicy, loadPolicy, type PolicySource } from '../load/load.ts';
import type { ParameterModel, Policy } from '../model/policy.ts';

type Data = Readonly<Record<string, unknown>>;

/** A digest that is well formed and of nothing. */
export const quoteSha256 = '0123456789abcdef'.repeat(4);

export const title = { zh: '试', en: 'test' };

/** The day inside the force of a tiny policy on which most tests ask. */
export const day = '2017-06-15';

/** `policy.yaml` of a policy of one section, in force from 2016-01-01 to 2018-12-31. */
export function tinyPolicyFile(change: Data = {}): Data {
  return {
    id: 'tiny-2016',
    document: {
      title: { zh: '试行文件', en: 'Test document' },
      number: null,
      issuer: title,
      published: '2016-01-01',
      jurisdiction: { province: '试省' },
      sha256: quoteSha256,
    },
    force: { from: '2016-01-01', to: '2018-12-31' },
    releases: [{ version: '1.0.0', date: '2026-01-01', changes: title }],
    sections: ['1-only'],
    ...change,
  };
}

/** A rule of a section file: an entitlement of the household, unless the change says otherwise. */
export function tinyRule(change: Data = {}): Data {
  return { kind: 'entitlement', subject: 'household', title, quoteSha256, ...change };
}

/** A leaf of a condition. */
export function leaf(fact: string, operator: string, value: unknown): Data {
  return { fact, operator, value };
}

/** A printed parameter with one value from the first day of the policy, or with the values given. */
export function tinyParameter(unit: string, value: unknown, change: Data = {}): Data {
  return { title, unit, values: [{ from: '2016-01-01', value, quoteSha256 }], ...change };
}

/** A policy of one section, with the lines of a text file where they are asked for. */
export function tinySource(section: Data, change: Data = {}, lineOf?: SourceFile['lineOf']): PolicySource {
  const lines = lineOf === undefined ? {} : { lineOf };
  return {
    policy: { file: 'tiny/policy.yaml', data: tinyPolicyFile(change), ...lines },
    sections: [{ file: 'tiny/1-only.yaml', data: { clause: '一', title, summary: title, ...section }, ...lines }],
  };
}

export function loadTiny(section: Data, change: Data = {}): LoadedPolicy {
  return loadPolicy(tinySource(section, change));
}

/** A policy that holds one rule, `tiny.rule.one`. */
export function onePolicy(rule: Data, section: Data = {}): Policy {
  return loadTiny({ ...section, rules: { 'tiny.rule.one': tinyRule(rule) } }).policy;
}

/** What is wrong with a policy; empty where it loads. */
export function faultsOf(source: PolicySource): readonly Problem[] {
  try {
    loadPolicy(source);
    return [];
  } catch (error) {
    if (error instanceof JingzhunError && error.code === 'policy-fault') return error.problems;
    throw error;
  }
}

/** Codes of what is wrong with a section. */
export function codesOf(section: Data, change: Data = {}): string[] {
  return faultsOf(tinySource(section, change)).map(({ code }) => code);
}

/** The problems with which a case is refused; empty where it is decided. */
export function problemsOf(policy: Policy, input: unknown, on = day): readonly Problem[] {
  try {
    decide(policy, input as Case, { on });
    return [];
  } catch (error) {
    if (error instanceof JingzhunError) return error.problems;
    throw error;
  }
}

/** Findings of the policy's rules, without contradictions. */
export function findingsOf(policy: Policy, input: unknown, on = day): RuleFinding[] {
  return rulesIn(decide(policy, input as Case, { on }));
}

export function rulesIn(decision: Decision): RuleFinding[] {
  return decision.findings.filter((finding): finding is RuleFinding => finding.kind !== 'contradiction');
}

/** The first finding: of a policy of one rule asked of one subject, the only one. */
export function findingOf(policy: Policy, input: unknown, on = day): RuleFinding {
  const [first] = findingsOf(policy, input, on);
  if (first === undefined) throw new Error('there is no finding');
  return first;
}

/** A condition that most tiny rules use. */
export const registered = leaf('household.registered', 'equal', true);

/** One rule and one listed provision, as a section holds them. */
export const tinyRules = { 'tiny.rule.one': tinyRule({ when: registered }) };
export const tinyListed = {
  'tiny.rule.two': { kind: 'principle', subject: 'person', title, why: title, quoteSha256 },
};

/** Faults of a section as code and path. */
export function placed(section: Data, change: Data = {}): string[] {
  return faultsOf(tinySource(section, change)).map(({ code, path }) => `${code} ${path}`);
}

/** Codes of the faults of one rule. */
export function ofRule(rule: Data, section: Data = {}): string[] {
  return codesOf({ ...section, rules: { 'tiny.rule.one': tinyRule(rule) } });
}

/** A parameter's values as printed, whatever steps they are kept in. */
export function inUnits(parameter: ParameterModel | undefined): unknown[] {
  return (parameter?.values ?? []).map((each) => ({
    ...each,
    value: (each.value as number) / (parameter?.scale ?? 1),
  }));
}
