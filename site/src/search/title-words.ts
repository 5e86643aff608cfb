import { type Language, languageTag } from '../language.ts';

/**
 * What Pagefind is told of a Chinese page's title, beside the title itself: its words, set apart. Pagefind looks for
 * words in titles, but parts them at spaces alone. A question is parted in the same way, in the visitor's browser.
 *
 * @example
 * titleWords('判定记录', 'zh') // 'words:判定 记录'
 */
export function titleWords(title: string, language: Language): string | undefined {
  if (language !== 'zh') return undefined;
  const words = [...new Intl.Segmenter(languageTag[language], { granularity: 'word' }).segment(title)];
  return `words:${words.flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : [])).join(' ')}`;
}
