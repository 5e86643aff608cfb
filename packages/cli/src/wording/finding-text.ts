import type { Change, Finding, Outcome, Reason, RuleFinding } from '@jingzhun/rules';
import { isDay } from '../days.ts';
import { everyLabel, type Labels } from './labels.ts';

const operators: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  equal: ['为', 'is'],
  notEqual: ['不为', 'is not'],
  in: ['为以下之一：', 'is one of'],
  notIn: ['不为以下任何一项：', 'is none of'],
  lessThan: ['低于', 'is below'],
  lessThanInclusive: ['不高于', 'is at most'],
  greaterThan: ['高于', 'is above'],
  greaterThanInclusive: ['不低于', 'is at least'],
  contains: ['含', 'has'],
  doesNotContain: ['不含', 'has no'],
};

/** Days come before and after one another; numbers are below and above. */
const ofDays: typeof operators = {
  lessThan: ['早于', 'is before'],
  lessThanInclusive: ['不晚于', 'is no later than'],
  greaterThan: ['晚于', 'is after'],
  greaterThanInclusive: ['不早于', 'is no earlier than'],
};

/** What an operator is called between a fact and a value; `days`: between two days. */
export const operatorWord = (operator: string, { language }: Pick<Labels, 'language'>, days = false): string =>
  ((days ? ofDays[operator] : undefined) ?? operators[operator])?.[language === 'zh' ? 0 : 1] ?? operator;

/** A finding of a rule, or of two facts that contradict each other. */
export const isRuleFinding = (finding: Finding): finding is RuleFinding => finding.cite !== null;

/** An amount or a statement: `5,000 元/年`; 金额另定 where the document prints no number. */
export function outcomeText(finding: RuleFinding, outcome: Outcome, labels: Labels, named: boolean): string {
  const title = labels.provision(finding.rule)?.outcomes[outcome.what];
  const name = named && title !== undefined ? `${labels.say(title)} ` : '';
  const { value, unit, actual, every } = outcome;
  const printed = labels.isPrinted(finding.rule, outcome.what);
  if (actual !== undefined) {
    const is = actual === null ? labels.say({ zh: '未知', en: 'unknown' }) : plain(actual, unit, labels, true);
    const should = plain(value, unit, labels, printed);
    return `${name}${labels.say({ zh: `应为${spaced(should)}，实为${spaced(is)}`, en: `should be ${should}, is ${is}` })}`;
  }
  return `${name}${plain(value, unit, labels, printed)}${value === null ? '' : labels.say(everyLabel(every))}`;
}

function plain(value: Outcome['value'], unit: string | undefined, labels: Labels, printed: boolean): string {
  if (value === null)
    return labels.say(printed ? { zh: '待补', en: 'not known yet' } : { zh: '数额另定', en: 'amount set elsewhere' });
  if (typeof value === 'number') return labels.amount(value, unit);
  if (typeof value === 'boolean') return labels.say(value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' });
  return value;
}

/** All that a finding gives, in one line; empty where it gives nothing. */
export function outcomesText(finding: RuleFinding, labels: Labels): string {
  const { outcomes } = finding;
  return outcomes
    .map((outcome) => outcomeText(finding, outcome, labels, outcomes.length > 1 || outcome.actual !== undefined))
    .join(labels.language === 'zh' ? '；' : '; ');
}

type Comparison = Pick<Change, 'operator' | 'value'>;

/** `人均可支配收入不低于 4,000 元/人·年（现 3,600 元/人·年）` */
function changeText(
  { fact, actual }: Pick<Change, 'fact' | 'actual'>,
  needed: readonly Comparison[],
  finding: RuleFinding,
  labels: Labels,
): string {
  const name = labels.fact(fact, finding.subject.entity);
  const compared = needed.map(({ operator, value }) => {
    const word = operatorWord(operator, labels, typeof value === 'string' && isDay(value));
    const said = labels.value(fact, value);
    return labels.language === 'zh' ? `${word}${spaced(said)}` : `${word} ${said}`;
  });
  const now = labels.value(fact, actual);
  return labels.language === 'zh'
    ? `${name}${compared.join('、')}（现为${spaced(now)}）`
    : `${name} ${compared.join(' and ')} (is ${now})`;
}

/** Of all that lies between two bounds of the rule, a change names the least: both bounds are said. */
function neededBy({ fact, operator, value }: Change, because: readonly Reason[]): readonly Comparison[] {
  const bound = (operator: string) => because.find((reason) => reason.fact === fact && reason.operator === operator);
  const [least, most] = [bound('greaterThanInclusive'), bound('lessThanInclusive')];
  if (operator !== 'equal' || least?.expected !== value || most === undefined) return [{ operator, value }];
  return [least, most].map(({ operator, expected }) => ({ operator, value: expected }));
}

/** Chinese sets a number off with a space. */
export const spaced = (text: string): string => (/^[\d-]/.test(text) ? ` ${text}` : text);

/** Why a finding is as it is, in brief: what to ask, or what would have to be otherwise. */
export function whyText(finding: RuleFinding, labels: Labels): string {
  const join = labels.language === 'zh' ? '；' : '; ';
  if (finding.status === 'unknown') {
    const due =
      finding.daysLeft === undefined
        ? []
        : [labels.say({ zh: `尚余 ${finding.daysLeft} 天到期`, en: `due in ${finding.daysLeft} days` })];
    const missing = finding.missing.map((fact) => labels.fact(fact, finding.subject.entity));
    const ask =
      missing.length === 0
        ? []
        : [labels.say({ zh: `待补：${missing.join('、')}`, en: `missing: ${missing.join(', ')}` })];
    return [...due, ...ask].join(join);
  }
  if (finding.status !== 'unmet') return '';
  const needs = labels.say({ zh: '须', en: 'needs: ' });
  // Each of them alone would be enough.
  const ways = finding.eligibleIf ?? [];
  if (ways.length > 0) {
    const each = ways.map((change) => changeText(change, neededBy(change, finding.because), finding, labels));
    return needs + each.join(labels.say({ zh: '；或', en: '; or ' }));
  }
  const failing = finding.because.filter(({ holds }) => holds === false).slice(0, 3);
  return failing
    .map(
      (reason) => needs + changeText(reason, [{ operator: reason.operator, value: reason.expected }], finding, labels),
    )
    .join(join);
}

/** Whom a finding is about: `第 2 人` where the person has no id. */
export function subjectText({ subject }: Pick<Finding, 'subject'>, labels: Labels): string {
  if (subject.id !== null) return `${labels.entity(subject.entity)} ${subject.id}`;
  if (subject.index === undefined) return labels.entity(subject.entity);
  return labels.say({ zh: `第 ${subject.index + 1} 人`, en: `person ${subject.index + 1}` });
}
