import { clause } from '../policies/reference-pieces.ts';

const day = String.raw`(?:\d{4}-\d\d-\d\d|(?:\d{4}年)?\d\d?月(?:\d\d?日)?|yyyy-mm-dd|年-月-日)(?: 起)?`;
const measure = '[万亿]?[元行]|户|人|个[月村组]?|次|天|年|月|股|亩|公里|米|千瓦|项|条|份|件|级|对|笔|类|名|处|村|镇|县';
const per = String.raw`(?:次住院|次就诊|学年|季度|\p{Script=Han})`;
const unit = `(?:${measure})(?:/${per})?(?:·${per})?|[A-Za-z%]+`;
// In Chinese a word of what the number is stays with it as well: 实际 3 户.
const word =
  '(?:应?(?:不少于|不超过|不早于|不晚于|不低于|不高于|低于|高于|大于|至少|早于|晚于|为)|实际|要求|相差|差|最?多|约|全部|共|第) ';
const number = String.raw`¥?\d+(?:,\d{3})*(?:\.\d+)?%?`;
const once = '(?:（一次性）)?';
// Titles have no space between a number and its unit.
const close = String.raw`\d+(?:,\d{3})*(?:\.\d+)?(?:[万亿]?元|[年月日户人个条项天%])`;
// A word of two parts, per-capita or UTF-16, would else end the line at its hyphen.
const hyphened = String.raw`(?<![\p{L}-])(?=[\p{L}\d-]{3,16}(?![\p{L}\d-]))\p{Script=Latin}+(?:-[\p{Script=Latin}\d]+)+(?![\p{L}\d-])`;
const years = String.raw`\d{4}[–—]\d{4}(?:学?年)?`;
// Where a name is what something is compared with.
const compared = '不(?:少于|超过|早于|晚于|低于|高于)';
// What closes a part of the sentence stays with what it follows: between two that are whole a line would else begin with it.
const figure = new RegExp(
  `((?:(?:${word})?(?:${day})|${word}${number}(?: (?:${unit})${once})?|${number} (?:${unit})${once}|${years}|${close}|${clause}|${hyphened}|${compared})[，。；、：]?)`,
  'u',
);

/**
 * A text in pieces, each second one a day, a number with its unit, years from one to another, a clause or a short word with a hyphen: a line would else end at
 * the hyphens or between the parts.
 *
 * @example
 * splitAtFigures('应低于 4,000 元/人·年') // ['', '应低于 4,000 元/人·年', '']
 */
export function splitAtFigures(text: string): string[] {
  return text.split(figure);
}
