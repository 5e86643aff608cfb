import type { Policy, PolicyText } from '@jingzhun/rules';
import type { Bilingual } from '@jingzhun/schemas';
import pc from 'picocolors';
import type { Language } from '../language.ts';
import { Labels } from './labels.ts';
import { wrap } from './width.ts';

const columns = 80;
type Provision = PolicyText['sections'][number]['provisions'][number];

const marks: Readonly<Record<Provision['computable'], Bilingual>> = {
  full: { zh: '可计算', en: 'computable' },
  partial: { zh: '部分可计算', en: 'computable in part' },
  none: { zh: '仅列出', en: 'listed only' },
};

/** A policy for people: its provisions by section, with readings, anomalies and the figures recomputed. */
export function policyPage(policy: Policy, text: PolicyText, language: Language): string {
  const labels = new Labels(policy, text, language);
  const { document } = text;
  const lines = [
    pc.bold(labels.say(document.title)),
    `${[document.number, labels.say(document.issuer), document.published].filter(Boolean).join('  ')}`,
    `${policy.id} ${policy.release}  ${policy.digest}`,
    ...document.anomalies.map((anomaly) => wrap(`! ${labels.say(anomaly)}`, columns, '  ')),
  ];
  for (const section of text.sections) {
    lines.push('', pc.bold(`${section.clause}  ${labels.say(section.title)}`));
    if (section.summary) lines.push(wrap(labels.say(section.summary), columns));
    for (const provision of section.provisions) lines.push(...provisionLines(provision, labels));
  }
  return lines.join('\n');
}

function provisionLines(provision: Provision, labels: Labels): string[] {
  const under = (mark: string, text: Bilingual) => wrap(`    ${mark} ${labels.say(text)}`, columns, '      ');
  const { clause, title, computable, id } = provision;
  return [
    '',
    wrap(`  ${labels.say(title)}  [${clause}]  ${labels.say(marks[computable])}`, columns, '  '),
    `    ${pc.dim(id)}`,
    ...(provision.summary ? [under(' ', provision.summary)] : []),
    ...(provision.why ? [under('–', provision.why)] : []),
    ...provision.readings.map((reading) => under('→', reading)),
    ...provision.anomalies.map((anomaly) => under('!', anomaly)),
    ...provision.reconcile.map((figure) => under(figure.agrees ? '=' : '≠', reconciled(figure, labels))),
  ];
}

function reconciled(
  { what, printed, computed, unit, agrees, conflict }: Provision['reconcile'][number],
  labels: Labels,
): Bilingual {
  const [is, comes] = [labels.amount(printed, unit), labels.amount(computed, unit)];
  if (agrees)
    return {
      zh: `${what.zh}：所印 ${is}，复算 ${comes}，一致`,
      en: `${what.en}: printed ${is}, recomputed ${comes}, agrees`,
    };
  return {
    zh: `${what.zh}：所印 ${is}，复算 ${comes}，不符。${conflict?.zh ?? ''}`,
    en: `${what.en}: printed ${is}, recomputed ${comes}, differs. ${conflict?.en ?? ''}`,
  };
}
