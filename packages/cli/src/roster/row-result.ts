import type { Decision, Policy, RuleFinding } from '@jingzhun/rules';
import { isRuleFinding, outcomeText, whyText } from '../wording/finding-text.ts';
import type { Labels } from '../wording/labels.ts';

/** What is written after a row's own columns: conclusion, amount, basis, reason. */
export type RowResult = readonly [conclusion: string, amount: string, basis: string, reason: string];

export const resultHeaders = {
  zh: ['结论', '金额', '依据', '原因'],
  en: ['Conclusion', 'Amount', 'Basis', 'Reason'],
} as const;

/** How many outcomes of a rule are grants. They come first. */
export type GrantCounts = ReadonlyMap<string, number>;

export const grantCounts = (rules: Policy['rules']): GrantCounts =>
  new Map(rules.map(({ id, outcomes }) => [id, outcomes.filter(({ role }) => role === 'grant').length]));

/** What a roster is asked: who is identified, has met the standard, is entitled to what. The rest is counted in the summary. */
const kinds = new Set(['identification', 'exit-standard', 'entitlement', 'incentive']);

/** The longest a cell's lists may be and still be read. */
const mostMissing = 12;
const mostReasons = 3;

/**
 * The results of a household, one for each of its rows: what concerns a person beside the person, what concerns the household in its
 * first row.
 */
export function rowResults(decision: Decision, grants: GrantCounts, rows: number, labels: Labels): RowResult[] {
  const byRow: RuleFinding[][] = Array.from({ length: rows }, () => []);
  let person = -1;
  let lastRule = '';
  for (const finding of decision.findings) {
    if (!isRuleFinding(finding)) continue;
    // Findings of one rule come person by person, in the order of the members.
    person = finding.rule === lastRule ? person + 1 : 0;
    lastRule = finding.rule;
    if (!kinds.has(finding.kind)) continue;
    const row = finding.subject.entity === 'person' ? person : 0;
    byRow[row]?.push(finding);
  }
  return byRow.map((findings) => resultOf(findings, grants, labels));
}

function resultOf(findings: readonly RuleFinding[], grants: GrantCounts, labels: Labels): RowResult {
  const of = (status: RuleFinding['status']) => findings.filter((finding) => finding.status === status);
  const [met, unknown, unmet] = [of('met'), of('unknown'), of('unmet')];
  const zh = labels.language === 'zh';
  const [comma, stop] = zh ? ['、', '；'] : [', ', '; '];
  const names = (list: readonly RuleFinding[]) => list.map(({ rule }) => labels.rule(rule)).join(comma);
  const conclusion = [
    ...(met.length > 0 ? [`${zh ? '符合：' : 'met: '}${names(met)}`] : []),
    ...(unknown.length > 0 ? [`${zh ? '待补充：' : 'unknown: '}${names(unknown)}`] : []),
    ...(unmet.length > 0 ? [zh ? `不符合 ${unmet.length} 项` : `not met: ${unmet.length}`] : []),
  ].join(stop);
  const amounts = met.flatMap((finding) => grantsOf(finding, grants, labels));
  const basis = [...new Set([...met, ...unknown].map(({ cite }) => cite.clause))].join(comma);
  const because = (finding: RuleFinding, text: string) => `${labels.rule(finding.rule)}${zh ? '：' : ': '}${text}`;
  const reasons = [
    ...met
      .filter(({ delivered }) => delivered === 'unmet')
      .map((finding) => because(finding, zh ? '应享未享' : 'entitled and not delivered')),
    ...missingOf(unknown, labels),
    ...firstReasons(unmet, labels).map(({ finding, why }) => because(finding, why)),
  ].join(stop);
  return [conclusion, amounts.join(stop), basis, reasons];
}

function firstReasons(unmet: readonly RuleFinding[], labels: Labels): { finding: RuleFinding; why: string }[] {
  const reasons: { finding: RuleFinding; why: string }[] = [];
  for (const finding of unmet) {
    if (reasons.length === mostReasons) break;
    const why = whyText(finding, labels);
    if (why !== '') reasons.push({ finding, why });
  }
  return reasons;
}

/** What to ask, each fact once. */
function missingOf(unknown: readonly RuleFinding[], labels: Labels): string[] {
  const facts = [
    ...new Set(unknown.flatMap(({ missing, subject }) => missing.map((fact) => labels.fact(fact, subject.entity)))),
  ];
  if (facts.length === 0) return [];
  const more = facts.length - mostMissing;
  const list = facts.slice(0, mostMissing);
  return [
    labels.language === 'zh'
      ? `待补：${list.join('、')}${more > 0 ? `等 ${facts.length} 项` : ''}`
      : `missing: ${list.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ];
}

function grantsOf(finding: RuleFinding, grants: GrantCounts, labels: Labels): string[] {
  return finding.outcomes
    .slice(0, grants.get(finding.rule) ?? 0)
    .filter(({ value }) => typeof value === 'number')
    .map((outcome) => `${labels.rule(finding.rule)} ${outcomeText(finding, outcome, labels, false)}`);
}
