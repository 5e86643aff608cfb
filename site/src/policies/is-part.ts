import type { Language } from '../language.ts';

/** Whether an English text has to say that a clause is a part of the document: a numeral by itself looks like a dash. */
export function isPart(clause: string, language: Language): boolean {
  return language === 'en' && /^[一二三四五六七八九十]+$/.test(clause);
}
