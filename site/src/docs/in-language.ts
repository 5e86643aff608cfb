import type { Language } from '../language.ts';

const chinesePart = /<div lang="zh-CN">([\s\S]*?)<\/div>/g;
const headingOrChinese = /<h[1-6][\s\S]*?<\/h[1-6]>|<div lang="zh-CN">[\s\S]*?<\/div>/g;

/**
 * What a text in both languages says in one of them: as HTML, in which a `div` holds the Chinese of what stands before it.
 * Headings, which are versions and dates, belong to both.
 */
export function inLanguage(html: string, language: Language): string {
  if (language === 'en') return html.replace(chinesePart, '');
  return [...html.matchAll(headingOrChinese)].map(([part]) => part.replace(chinesePart, '$1')).join('\n');
}

/** What a release changed stands in a list of sentences, each with its full stop: a text that ends without one gets it. */
export function asSentence(text: string, language: Language): string {
  return /[。.！!？?][）)”"]?$/u.test(text) ? text : `${text}${language === 'zh' ? '。' : '.'}`;
}
