import type { Decision, Policy, PolicyText, RuleFinding } from '@jingzhun/rules';
import type { Language } from '../language.ts';
import { isRuleFinding, outcomesText, subjectText, whyText } from './finding-text.ts';
import { everyLabel, Labels } from './labels.ts';
import { wrap } from './width.ts';

const groups = [
  { status: 'met', zh: '符合', en: 'Met', mark: '✓' },
  { status: 'unknown', zh: '待补充', en: 'Unknown', mark: '?' },
  { status: 'unmet', zh: '不符合', en: 'Not met', mark: '✗' },
] as const;

const columns = 80;

/** A decision for people: what is met, what is open and what it needs, what is not met and why, and the sums. */
export function decisionReport(decision: Decision, policy: Policy, text: PolicyText, language: Language): string {
  const labels = new Labels(policy, text, language);
  const findings = decision.findings.filter(isRuleFinding);
  const days = decision.on === decision.assessedOn ? decision.on : `${decision.on} / ${decision.assessedOn}`;
  const lines = [`${labels.say(text.document.title)}  ${policy.id} ${policy.release}  ${days}`];
  if (decision.findings.length === 0) {
    const asked = [...new Set(policy.rules.flatMap(({ asks }) => asks))].join(', ');
    lines.push(
      '',
      labels.say({
        zh: `案例中没有本政策所问的对象，应有下列之一：${asked}`,
        en: `The case has nothing that this policy asks about: ${asked}`,
      }),
    );
    return lines.join('\n');
  }
  for (const group of groups) {
    const own = findings.filter(({ status }) => status === group.status);
    lines.push('', labels.say({ zh: `${group.zh} ${own.length} 项`, en: `${group.en}: ${own.length}` }));
    lines.push(...groupLines(own, group.mark, labels));
  }
  for (const finding of decision.findings) {
    if (isRuleFinding(finding)) continue;
    const { fact, supplied, derived } = finding;
    const name = labels.fact(fact);
    lines.push(
      '',
      labels.say({
        zh: `注意 ${subjectText(finding, labels)}：${name}填为${labels.value(fact, supplied)}，由其他资料推得${labels.value(fact, derived)}；采用所填`,
        en: `Note ${subjectText(finding, labels)}: ${name} is given as ${labels.value(fact, supplied)} and follows as ${labels.value(fact, derived)}; the given value was used`,
      }),
    );
  }
  lines.push('', ...totalLines(decision, labels), ...outsideLines(findings, labels));
  return lines.join('\n');
}

/** Persons of whom a rule says the same share a line. */
function groupLines(findings: readonly RuleFinding[], mark: string, labels: Labels): string[] {
  const alike = new Map<string, { finding: RuleFinding; tail: string[]; subjects: string[] }>();
  for (const finding of findings) {
    const why = whyText(finding, labels);
    const undelivered = finding.status === 'met' && finding.delivered === 'unmet';
    const tail = [
      ...(undelivered ? [labels.say({ zh: '应享未享', en: 'entitled and not delivered' })] : []),
      ...(why === '' ? [] : [why]),
    ];
    const key = [finding.rule, outcomesText(finding, labels), ...tail].join('\n');
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { finding, tail, subjects: [subjectText(finding, labels)] });
    else known.subjects.push(subjectText(finding, labels));
  }
  return [...alike.values()].flatMap(({ finding, tail, subjects }) => {
    const amounts = outcomesText(finding, labels);
    const whom = subjects.join(labels.language === 'zh' ? '、' : ', ');
    const head = `${mark} ${labels.rule(finding.rule)}  ${whom}${amounts === '' ? '' : `  ${amounts}`}  [${citedAt(finding.cite, labels)}]`;
    const odd = (labels.provision(finding.rule)?.anomalies ?? []).map((anomaly) => `! ${labels.say(anomaly)}`);
    return [
      wrap(`  ${head}`, columns, '    '),
      ...[...tail, ...odd].map((text) => wrap(`    ${text}`, columns, '    ')),
    ];
  });
}

/** The clause, and the later documents that amended it. */
function citedAt({ clause, amendedBy = [] }: RuleFinding['cite'], labels: Labels): string {
  const later = amendedBy.map(({ document, clause }) => `${document} ${clause}`).join('、');
  return later === '' ? clause : `${clause}；${labels.say({ zh: '修订', en: 'amended by' })} ${later}`;
}

function totalLines({ totals }: Decision, labels: Labels): string[] {
  return totals.map(({ unit, every, value, certain, unpriced }) => {
    const often = labels.say(everyLabel(every));
    const sure = `${labels.amount(certain, unit)}${often}`;
    const most =
      value === certain
        ? ''
        : labels.say({
            zh: `，待补充各项均符合则 ${labels.amount(value, unit)}${often}`,
            en: `, ${labels.amount(value, unit)}${often} if all that is unknown is met`,
          });
    const open =
      unpriced === undefined
        ? ''
        : labels.say({ zh: `；另有 ${unpriced} 项数额未定`, en: `; ${unpriced} more without a known amount` });
    return wrap(`${labels.say({ zh: '合计 可确定', en: 'Total certain' })} ${sure}${most}${open}`, columns, '  ');
  });
}

function outsideLines(findings: readonly RuleFinding[], labels: Labels): string[] {
  const count = (status: string) => findings.filter((finding) => finding.status === status).length;
  const [outside, notInForce] = [count('not-applicable'), count('not-in-force')];
  if (outside + notInForce === 0) return [];
  return [
    labels.say({
      zh: `另有不适用 ${outside} 项、当日不在执行期 ${notInForce} 项`,
      en: `Besides: ${outside} not applicable, ${notInForce} not in force that day`,
    }),
  ];
}
