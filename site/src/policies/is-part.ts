import type { Language } from '../language.ts';

/** Whether a clause is a part of the document: behind other words a numeral by itself looks like a dash. */
export const isNumeral = (clause: string): boolean => /^[一二三四五六七八九十]+$/.test(clause);

/** Whether an English text has to say that a clause is a part of the document: a numeral by itself looks like a dash. */
export function isPart(clause: string, language: Language): boolean {
  return language === 'en' && isNumeral(clause);
}
