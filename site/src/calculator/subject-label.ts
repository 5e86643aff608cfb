import { labelOf } from '@jingzhun/schemas';
import { upperFirst } from './upper-first.ts';
import type { Language } from './words.ts';

/** What a page's subject is called in a heading: without what the vocabulary says in brackets. */
export function subjectLabel(subject: string, language: Language): string {
  return withoutBrackets(subject, language, /\s*[（(].*[)）]$/);
}

/**
 * What a subject is called in a list, where no title beside it says what is meant: with the short words in brackets that may
 * stand in its stead, as those of a district for a county. What explains the name is left out.
 *
 * @example
 * subjectName('county', 'zh') // '县（市、区）'
 */
export function subjectName(subject: string, language: Language): string {
  return withoutBrackets(subject, language, /\s*[（(](?!\p{Script=Han}{1,2}(?:、\p{Script=Han}{1,2})*[)）]$).*[)）]$/u);
}

function withoutBrackets(subject: string, language: Language, brackets: RegExp): string {
  // A policy writes work-team.
  const entity = subject.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const label = labelOf(entity)?.[language] ?? subject;
  return upperFirst(label.replace(brackets, ''));
}
