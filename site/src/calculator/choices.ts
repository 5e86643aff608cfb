import { formWords } from './form-words.ts';
import type { Question } from './questions.ts';
import { truthAnswers } from './truth-answers.ts';
import { upperFirst } from './upper-first.ts';
import { type Language, words } from './words.ts';

/** A value of the form's control, and what stands beside it. */
export type Choice = readonly [value: string, word: string];

/** What a question can be answered with, where that is a choice; that it is not known always comes first. */
export function choicesOf(
  { control, fact, codes = [] }: Pick<Question, 'control' | 'fact' | 'codes'>,
  language: Language,
): readonly Choice[] | undefined {
  const { unknown, yes, no, none } = words[language].control;
  const { named, notNamed, entries, some } = formWords[language].control;
  const [isSo, isNot] = truthAnswers(fact, language) ?? [yes, no];
  const known: Partial<Record<Question['control'], readonly Choice[]>> = {
    'yes-no': [
      ['true', isSo],
      ['false', isNot],
    ],
    // There always is a secretary: what is asked is whether it is known who.
    presence: [
      ['given', named],
      ['none', notNamed],
    ],
    records: [
      ['some', entries],
      ['none', none],
    ],
    codes: [
      ['none', none],
      ['some', some],
    ],
    code: codes.map((code) => [code.code, upperFirst(code[language])]),
  };
  const own = known[control];
  return own && [['', unknown], ...own];
}
