import { splitAtFigures } from './calculator/figures.ts';
import { linePieces } from './line-pieces.ts';

/** A line of a narrow page holds about so many characters. */
const most = 12;

/**
 * As `splitAtFigures`, and the word before a figure that is compared, or before the answer that ends the text, stays
 * whole: a line would else begin with the last character of it.
 *
 * @example
 * splitAtWords('主导（优势）产业数不少于 1 项') // ['主导（优势）', '产业数不少于 1 项', '']
 */
export function splitAtWords(text: string): string[] {
  const parts = withAnswer(splitAtFigures(text));
  return parts.map((part, at) => {
    if (at % 2 === 1) return wordBefore(parts[at - 1], part) + part;
    const next = parts[at + 1];
    return next === undefined ? part : part.slice(0, part.length - wordBefore(part, next).length);
  });
}

/** The answer behind a name is a piece like a figure: 驻村干部：是. */
function withAnswer(parts: string[]): string[] {
  const [, name, answer] = /^(.*\p{Script=Han})(：[是否有无])$/su.exec(parts.at(-1) ?? '') ?? [];
  return name === undefined || answer === undefined ? parts : [...parts.slice(0, -1), name, answer, ''];
}

function wordBefore(before = '', figure: string): string {
  if (!/^[：\p{Script=Han}]/u.test(figure) || !/\p{Script=Han}$/u.test(before)) return '';
  const word = linePieces(before).at(-1) ?? '';
  return /^\p{Script=Han}+$/u.test(word) && word.length + figure.length <= most ? word : '';
}
