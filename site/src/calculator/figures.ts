const day = String.raw`\d{4}-\d\d-\d\d|yyyy-mm-dd`;
const unit = String.raw`[\p{Script=Han}/·]{1,8}|[A-Za-z%]+`;
// In Chinese a word of what the number is stays with it as well: 实际 3 户.
const word = String.raw`\p{Script=Han}{1,4} `;
const number = String.raw`¥?\d[\d,]*(?:\.\d+)?%?`;
const figure = new RegExp(`((?:${word})?(?:${day})|${word}${number}(?: (?:${unit}))?|${number} (?:${unit}))`, 'u');

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
