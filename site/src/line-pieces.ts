import { languageTag } from './language.ts';

/** What belongs to the piece before it: marks that close, and the unit of a figure. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const unit = /^[年月日元户人个条号]/;

/**
 * A Chinese text in the pieces between which a line may end: words, each with the mark behind it, and figures with their
 * unit. Without this a line ends after any character. A text without Chinese is one piece: it has spaces.
 *
 * @example
 * linePieces('2016年工作方案') // ['2016年', '工作', '方案']
 */
export function linePieces(text: string): string[] {
  if (!/\p{Script=Han}/u.test(text)) return [text];
  const pieces: string[] = [];
  for (const { segment } of new Intl.Segmenter(languageTag.zh, { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1);
    const joined =
      last !== undefined &&
      (closing.test(segment) || /[\p{Ps}\p{Pi}]$/u.test(last) || (/\d$/.test(last) && unit.test(segment)));
    if (joined) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
