import { element } from './element.ts';
import type { Language } from './words.ts';

const chinese = /(\p{Script=Han}[\p{Script=Han}〔〕【】〈〉《》（）、\d]*)/u;

/**
 * Words of a policy as they stand on an English page: names of places, bureaux and documents stay Chinese, and say so, for
 * those who have the page read to them.
 */
export function withChinese(text: string, language: Language): readonly (Node | string)[] {
  if (language === 'zh') return [text];
  return text
    .split(chinese)
    .filter((part) => part !== '')
    .map((part) => (chinese.test(part) ? element('span', { lang: 'zh-CN' }, part) : part));
}
