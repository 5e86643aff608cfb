const mark = '〔〕【】〈〉《》（）、，：～\\d-';
// Brackets of clauses such as 二(一)4 belong to it, and quotes that it opens; what English put around it does not.
const run = new RegExp(
  `(\\p{Script=Han}(?:[\\p{Script=Han}${mark}]|“[\\p{Script=Han}${mark}]+”|\\([\\p{Script=Han}\\d]+\\))*)`,
  'u',
);

/**
 * An English text in pieces, each Chinese or not: names of places, documents and headings stay Chinese on English
 * pages, and have to say so for those who have the page read to them.
 *
 * @example
 * chineseRuns('A roster (花名册) is a table') // [{ text: 'A roster (', chinese: false }, { text: '花名册', chinese: true }, …]
 */
export function chineseRuns(text: string): readonly { readonly text: string; readonly chinese: boolean }[] {
  return text
    .split(run)
    .map((part, place) => ({ text: part, chinese: place % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
