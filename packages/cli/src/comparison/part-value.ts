import type { Difference } from '@jingzhun/rules/compare';
import type { Bilingual, RuleFile } from '@jingzhun/schemas';
import { labelOf } from '@jingzhun/schemas';
import { conditionText } from '../wording/condition-text.ts';
import { formulaText } from '../wording/formula-text.ts';
import { everyLabel, unitInChinese } from '../wording/labels.ts';
import type { PolicyWords } from '../wording/policy-words.ts';
import { comparatorLabels, kindLabels } from '../wording/rule-words.ts';

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whom a difference is about, so that its own facts are named without it. */
export function spokenOfIn({ of, name, was }: Difference, words: PolicyWords): string | undefined {
  if (of === 'fact') return name.split('.')[0];
  const rule = of === 'rule' ? (words.rule(name) ?? words.rule(was ?? '')) : undefined;
  return rule && spokenOf(rule);
}

export const spokenOf = ({ asks, subject }: Pick<RuleFile, 'asks' | 'subject'>): string =>
  typeof asks === 'string' ? asks : subject;

/** The title of the outcome or item that a difference is about; its short name where it has none and is not alone. */
export function outcomeNamed(difference: Difference, words: PolicyWords): string | undefined {
  const { entry, alone } = entryOf(difference, words);
  if (isBilingual(entry?.title)) return words.say(entry.title);
  return alone ? undefined : difference.part[1];
}

function entryOf(
  { of, name, was, part, side, path, before, after }: Difference,
  words: PolicyWords,
): { entry: Data | undefined; alone: boolean } {
  const [list = '', entry = ''] = part;
  let rule: unknown =
    of === 'rule' ? (words.rule(name) ?? (side === 'before' ? words.rule(was ?? '') : undefined)) : undefined;
  // The version that the path leads to.
  if (path[2] === 'amended') rule = (rule as RuleFile | undefined)?.amended?.[Number(path[3])];
  const held = (rule as Data | undefined)?.[list];
  const all = (Array.isArray(held) ? held : [held]).filter(isData);
  const own = part.length === 2 ? [after, before].find(isData) : undefined;
  const found = own ?? all.find((each) => (each.what ?? each.key) === entry.replace(/#\d+$/, ''));
  return { entry: found, alone: all.length < 2 };
}

const isBilingual = (value: unknown): value is Bilingual => isData(value) && 'zh' in value && 'en' in value;

/** A value of a part, as people write it. */
export function partValue(difference: Difference, value: unknown, words: PolicyWords): string {
  const [list, entry] = difference.part;
  const whole = difference.part.length === 2 && isData(value) && !isBilingual(value);
  if (whole && list === 'items') return conditionText(value.when as never, words, spokenOfIn(difference, words));
  if (whole && entry !== undefined && ('what' in value || 'amount' in value)) {
    return outcomeValue(value, words, spokenOfIn(difference, words));
  }
  return keyValue(difference.part.at(-1) ?? '', value, difference, words);
}

/** `不少于 5,000 元（人，/年）` */
export function outcomeValue(outcome: Data, words: PolicyWords, about: string | undefined): string {
  const { amount, value, unit, every, comparator, actual } = outcome as Readonly<Record<string, string | undefined>>;
  const formula = 'amount' in outcome ? amount : value;
  const stated = formulaText(formula, words, about, unit);
  // The figure of a parameter says its period itself.
  const period = /\/(year|month|day)$/.test(words.parameter(String(formula))?.unit ?? '')
    ? ''
    : words.say(everyLabel(every));
  const how = comparator === undefined ? '' : `${labelled(comparatorLabels, comparator, words)} `;
  const is =
    actual === undefined
      ? ''
      : words.say({
          zh: `（实际：${formulaText(actual, words, about)}）`,
          en: ` (actual: ${formulaText(actual, words, about)})`,
        });
  return formula === null ? stated + is : `${how}${stated}${period}${is}`;
}

function keyValue(key: string, value: unknown, difference: Difference, words: PolicyWords): string {
  if (isBilingual(value)) return words.say(value);
  const list = words.say({ zh: '、', en: ', ' });
  switch (key) {
    case 'amount':
    case 'value':
    case 'actual':
    case 'formula':
    case 'printed': {
      const unit = key === 'amount' || key === 'value' ? unitOf(difference, words) : undefined;
      return formulaText(value, words, spokenOfIn(difference, words), unit);
    }
    case 'kind':
      return labelled(kindLabels, value, words);
    case 'comparator':
      return labelled(comparatorLabels, value, words);
    case 'subject':
    case 'asks':
    case 'per':
      return [value]
        .flat()
        .map((each) => entityLabel(String(each), words))
        .join(list);
    case 'by':
      return words.fact(String(value));
    case 'due':
      return dueText(String(value), words);
    case 'every':
      return words.say(everyLabel(String(value))).replace(/^\//, '');
    case 'unit':
      return words.language === 'zh' ? unitInChinese(String(value)) : String(value);
    case 'quoteSha256':
    case 'sha256':
      return [value]
        .flat()
        .map((each) => String(each).slice(0, 8))
        .join(list);
  }
  if (key === 'force' && isData(value)) return forceText(value, words);
  if (key === 'amendedBy' && isData(value)) return `${value.document} ${value.clause}`;
  if (Array.isArray(value)) return value.map((each) => keyValue(key, each, difference, words)).join(list);
  if (value === null) return words.say({ zh: '无', en: 'none' });
  return isData(value) ? JSON.stringify(value) : String(value);
}

function unitOf(difference: Difference, words: PolicyWords): string | undefined {
  const unit = entryOf(difference, words).entry?.unit;
  return typeof unit === 'string' ? unit : undefined;
}

const labelled = (labels: Readonly<Record<string, Bilingual>>, value: unknown, words: PolicyWords): string => {
  const label = labels[String(value)];
  return label === undefined ? String(value) : words.say(label);
};

export function entityLabel(name: string, words: PolicyWords): string {
  const label = labelOf(name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  return label === undefined ? name : words.say(label).replace(/（.*）$/, '');
}

/** `2018-01-01 至 2018-12-31` */
export function forceText({ from, to }: Data, words: PolicyWords): string {
  if (typeof to !== 'string') return words.say({ zh: `自 ${from} 起`, en: `from ${from}` });
  if (typeof from !== 'string') return words.say({ zh: `至 ${to} 止`, en: `until ${to}` });
  return words.say({ zh: `${from} 至 ${to}`, en: `${from} to ${to}` });
}

export function dueText(due: string, words: PolicyWords): string {
  if (/^\d{4}-/.test(due)) return due;
  return words.parameterText(due) ?? words.fact(due);
}
