import type { Language } from '../language.ts';

/** What stands where the number of a document would, if none is printed on it. */
export const noDocumentNumber: Readonly<Record<Language, string>> = { zh: '没有写文号', en: 'No number printed' };

/** A document by its title and number. */
export function documentNamed(
  { title, number }: { readonly title: string; readonly number: string | null },
  language: Language,
): string {
  if (number !== null) return `${title} ${number}`;
  const none = noDocumentNumber[language];
  return language === 'zh' ? `${title}（${none}）` : `${title} (${none.toLowerCase()})`;
}
