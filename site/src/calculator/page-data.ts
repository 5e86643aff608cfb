import { ownLabel } from '../policies/policy-labels.ts';
import { type CalcWord, calcWords } from '../words/calc.ts';
import { formWords } from './form-words.ts';
import { withGloss } from './gloss.ts';
import { entitiesWithin } from './one-of-many.ts';
import { type FactLabel, type PageLabels, type PageOf, pageLabels } from './page-labels.ts';
import type { Language } from './words.ts';
import { wordsCompared } from './words-compared.ts';
import { wordsStated } from './words-stated.ts';

/** Everything in one language that a calculator's script shows. Written into the page as JSON. */
export interface PageData extends PageLabels {
  /** The entities of which the page's subject has many. */
  readonly within: readonly string[];
  readonly words: PageLabels['words'] & {
    /** Words of the form: other pages have the answer alone. */
    readonly calc: Readonly<Record<CalcWord, string>>;
    readonly row: string;
    readonly removeMember: string;
  };
}

export function pageData(page: PageOf, language: Language): PageData {
  const labels = pageLabels(page, language);
  const { row, removeMember } = formWords[language].page;
  const words = { ...labels.words, calc: calcWords[language].page, row, removeMember };
  return {
    ...named(labels, page, language),
    within: entitiesWithin(page.subject),
    words,
  };
}

/** With the words that the rules compare a text with, and those that a policy states as one, labelled as codes are. */
function named(labels: PageLabels, { policy, text }: PageOf, language: Language): PageLabels {
  const codes = { ...labels.codes };
  const facts = Object.entries(labels.facts).map(([name, fact]): [string, FactLabel] => {
    const compared = language === 'en' ? wordsCompared(policy, name).map((word) => [word, withGloss(word)]) : [];
    const stated = wordsStated(policy, name).map((word) => [word, ownLabel(word, text, language) ?? word]);
    const known = fact.codes === undefined ? [...compared, ...stated].filter(([word, said]) => said !== word) : [];
    if (known.length === 0) return [name, fact];
    codes[name] = Object.fromEntries(known);
    return [name, { ...fact, codes: name }];
  });
  return { ...labels, facts: Object.fromEntries(facts), codes };
}
