const numeral = '[一二三四五六七八九十]+';
/** 一(二)2, 四2: a numeral alone is a word like others. */
export const clause = `${numeral}(?:[(（][一二三四五六七八九十\\d]+[)）]\\d*|\\d+(?!\\d*[年月日]))`;
const document = String.raw`\p{Script=Han}{0,5}〔\d{4}〕\s?\d+号`;
const reference = new RegExp(`(${document}|${clause})`, 'u');

/**
 * A text in pieces, each second one the number of a document or clause: a line would else end at its brackets.
 *
 * @example
 * referencePieces('见一(二)2') // ['见', '一(二)2', '']
 */
export function referencePieces(text: string): string[] {
  return text.split(reference);
}
