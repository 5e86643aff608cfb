import type { Difference } from '@jingzhun/rules/compare';
import type { Bilingual } from '@jingzhun/schemas';
import { conditionText } from '../wording/condition-text.ts';
import type { PolicyWords } from '../wording/policy-words.ts';
import { groupLabels, partLabels } from '../wording/rule-words.ts';
import { outcomeNamed, partValue, spokenOfIn } from './part-value.ts';

/** The words of both sides: a name may be known to one of them only. */
export interface BothWords {
  readonly before: PolicyWords;
  readonly after: PolicyWords;
}

const conditionParts = ['when', 'scope', 'delivered'];

/** One difference as a sentence. */
export function differenceText(difference: Difference, words: BothWords): string {
  const { after } = words;
  const period = periodText(difference, after);
  const source = sourceText(difference, after);
  return `${period}${changeText(difference, words)}${source}`;
}

/** `自 2018-01-01 起，` */
function periodText({ from, to }: Pick<Difference, 'from' | 'to'>, words: PolicyWords): string {
  if (from !== undefined && to !== undefined)
    return words.say({ zh: `${from} 至 ${to}，`, en: `From ${from} to ${to}: ` });
  if (from !== undefined) return words.say({ zh: `自 ${from} 起，`, en: `From ${from}: ` });
  return to === undefined ? '' : words.say({ zh: `至 ${to} 止，`, en: `Until ${to}: ` });
}

function sourceText({ amendedBy, bears }: Difference, words: PolicyWords): string {
  if (amendedBy === undefined || bears === 'citation') return '';
  const { document, clause } = amendedBy;
  return words.say({ zh: `（依据 ${document} ${clause}）`, en: ` (by ${document} ${clause})` });
}

function changeText(difference: Difference, words: BothWords): string {
  const { part, change, before, after } = difference;
  const say = (text: Bilingual): string => words.after.say(text);
  if (part[0] === 'inForce') {
    return say(
      after === true ? { zh: '开始生效', en: 'enters force' } : { zh: '不再有效', en: 'is no longer in force' },
    );
  }
  const name = partName(difference, words);
  if (isCondition(difference)) return conditionChange(difference, name, words);
  if (change === 'rewritten') {
    return say({ zh: `${name}换了写法，含义不变`, en: `${name}: written otherwise, means the same` });
  }
  if (part.at(-1) === 'quoteSha256' || part.at(-1) === 'sha256') {
    return say({ zh: `${name}有变`, en: `${name}: another one` });
  }
  const [old, now] = [
    before === undefined ? '' : partValue(difference, before, words.before),
    after === undefined ? '' : partValue(difference, after, words.after),
  ];
  if (change === 'moved' && Array.isArray(before)) {
    return say({ zh: `${name}的次序改为：${now}`, en: `${name}: order is now ${now}` });
  }
  if (part[0] === 'amendedBy' && after !== undefined) return say({ zh: `改由 ${now} 规定`, en: `now set by ${now}` });
  if (change === 'added') return say({ zh: `新增${name}：${now}`, en: `${name} added: ${now}` });
  if (change === 'removed') return say({ zh: `取消${name}：${old}`, en: `${name} removed: ${old}` });
  return say({
    zh: `${name}由${spacedOut(quoted(old))}改为${spacedOut(quoted(now)).trimEnd()}`,
    en: `${name}: ${quoted(old)} → ${quoted(now)}`,
  });
}

/** A number stands as it is, words in quotation marks. */
const quoted = (text: string): string => (/^[\d-]/.test(text) ? text : `“${text}”`);

const spacedOut = (text: string): string =>
  `${/^[\dA-Za-z]/.test(text) ? ' ' : ''}${text}${/[\dA-Za-z]$/.test(text) ? ' ' : ''}`;

/** Of a condition as a whole, or of one leaf or group in it. */
const isCondition = ({ of, part, change }: Difference): boolean =>
  change !== 'rewritten' && (conditionParts.includes(part.at(-1) ?? '') || (of === 'condition' && part.length === 0));

function conditionChange(difference: Difference, name: string, words: BothWords): string {
  const { within = [], before, after, change } = difference;
  const say = (text: Bilingual): string => words.after.say(text);
  const spokenOf = spokenOfIn(difference, words.after);
  const text = (condition: unknown, of: PolicyWords): string => conditionText(condition as never, of, spokenOf);
  const groups = within.map((group) => say(groupLabels[group])).join(' › ');
  const place =
    groups === ''
      ? say({ zh: `${name}：`, en: `${name}: ` })
      : say({ zh: `${name}（${groups}）：`, en: `${name} (${groups}): ` });
  if (isJoin(before) && isJoin(after)) {
    const [old, now] = [say(groupLabels[before.join]), say(groupLabels[after.join])];
    return `${place}${say({ zh: `“${old}”改为“${now}”`, en: `“${old}” becomes “${now}”` })}`;
  }
  if (change === 'added') return `${place}${say({ zh: '新增 ', en: 'added: ' })}${text(after, words.after)}`;
  if (change === 'removed') return `${place}${say({ zh: '取消 ', en: 'removed: ' })}${text(before, words.before)}`;
  const [old, now] = [text(before, words.before), text(after, words.after)];
  return `${place}${say({ zh: `${old} → ${now}`, en: `${old} → ${now}` })}`;
}

const isJoin = (value: unknown): value is { join: 'all' | 'any' } =>
  typeof value === 'object' && value !== null && 'join' in value;

/** `给付“助学金”的数额`: the part, and the outcome or item it belongs to. */
function partName(difference: Difference, { before, after }: BothWords): string {
  const { part, side } = difference;
  const words = side === 'after' ? after : before;
  const label = (key: string): string => words.say(partLabels[key] ?? { zh: `“${key}”`, en: `“${key}”` });
  const [first = '', entry, key] = part;
  if (first === '') return words.say({ zh: '条件', en: 'condition' });
  if (entry === undefined) return label(first);
  if (first === 'value') return `${label(first)} ${entry}`;
  if (first === 'jurisdiction') return label(first);
  const named = outcomeNamed(difference, words);
  const whole =
    named === undefined
      ? label(first)
      : words.say({ zh: `${label(first)}“${named}”`, en: `${label(first)} “${named}”` });
  return key === undefined ? whole : words.say({ zh: `${whole}的${label(key)}`, en: `${whole}, ${label(key)}` });
}

const most = 4;

/** The provisions whose decisions rest on it. */
export function usedByText({ of, usedBy = [] }: Difference, words: BothWords): string {
  if (of === 'document' || usedBy.length === 0) return '';
  const names = usedBy.slice(0, most).map((id) => words.after.ruleTitle(id));
  const more = usedBy.length - names.length;
  return words.after.say({
    zh: `${names.join('、')}${more > 0 ? ` 等 ${usedBy.length} 条` : ''}`,
    en: `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  });
}
