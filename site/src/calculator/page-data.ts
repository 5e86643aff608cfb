import { type CalcWord, calcWords } from '../words/calc.ts';
import { type PageLabels, type PageOf, pageLabels } from './page-labels.ts';
import type { Language } from './words.ts';

/** Everything in one language that a calculator's script shows. Written into the page as JSON. */
export interface PageData extends PageLabels {
  readonly words: PageLabels['words'] & {
    /** Words of the form: other pages have the answer alone. */
    readonly calc: Readonly<Record<CalcWord, string>>;
  };
}

export function pageData(page: PageOf, language: Language): PageData {
  const labels = pageLabels(page, language);
  return { ...labels, words: { ...labels.words, calc: calcWords[language].page } };
}
