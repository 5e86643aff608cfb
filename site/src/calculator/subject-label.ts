import { labelOf } from '@jingzhun/schemas';
import { upperFirst } from './upper-first.ts';
import type { Language } from './words.ts';

/** What a page's subject is called in a heading: without what the vocabulary says in brackets. */
export function subjectLabel(subject: string, language: Language): string {
  const label = labelOf(subject)?.[language] ?? subject;
  return upperFirst(label.replace(/\s*[（(].*[)）]$/, ''));
}
