const day = String.raw`(?:\d{4}-\d\d-\d\d|yyyy-mm-dd)(?: 起)?`;
// What goes on is no unit but the sentence.
const unit = String.raw`[\p{Script=Han}/·]{1,8}(?!\p{Script=Han})|[A-Za-z%]+`;
// In Chinese a word of what the number is stays with it as well: 实际 3 户.
const word = String.raw`\p{Script=Han}{1,4} `;
const number = String.raw`¥?\d[\d,]*(?:\.\d+)?%?`;
const once = '(?:（一次性）)?';
// Titles have no space between a number and its unit.
const close = String.raw`\d[\d,]*(?:\.\d+)?[年月日元户人个条项天%]`;
const figure = new RegExp(
  `((?:${word})?(?:${day})|${word}${number}(?: (?:${unit})${once})?|${number} (?:${unit})${once}|${close})`,
  'u',
);

/**
 * A text in pieces, each second one a day or a number with its unit: a line would else end at the hyphens of the one or
 * between the parts of the other.
 *
 * @example
 * splitAtFigures('应低于 4,000 元/人·年') // ['', '应低于 4,000 元/人·年', '']
 */
export function splitAtFigures(text: string): string[] {
  return text.split(figure);
}
