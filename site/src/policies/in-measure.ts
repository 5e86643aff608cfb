import { measureWord } from '../calculator/measure-word.ts';
import type { Language } from '../language.ts';

/**
 * A number of things in the word by which Chinese counts what is named so, where the unit is but 个.
 *
 * @example
 * inMeasure('不少于 1 个', '增收主业（项数）', 'zh') // '不少于 1 项'
 */
export function inMeasure(text: string, name: string, language: Language): string {
  const word = language === 'zh' ? measureWord(name.replace(bound, '')) : undefined;
  return word === undefined ? text : text.replace(/(?<=\d )个(?!\p{Script=Han})/gu, word);
}

/** A bound of what is counted is counted as that is. */
const bound = /(?:下限|上限|目标)$/;
