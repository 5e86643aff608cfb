import { type Field, fieldOf } from '@jingzhun/schemas';
import { partAnswers, type TruthAnswers } from '../words/part-answers.ts';
import { isHad } from './things-had.ts';
import { type Language, words } from './words.ts';

/** The record of yes and no that a name is a part of. */
function recordOf(name: string): Field | undefined {
  const outer = fieldOf(name.split('.').slice(0, -1).join('.'));
  return outer?.values?.type === 'boolean' ? outer : undefined;
}

/** Whether a name is that of a part of a record of yes and no. */
export const isPart = (name: string): boolean => recordOf(name) !== undefined;

/**
 * Words by which a field of yes and no is answered better than by them. Of a thing it is said whether there is one; a part
 * of a record is named by a noun, and it is said of it what the record says of its parts.
 *
 * @example
 * truthAnswers('village.worksCompleted.irrigation', 'en') // ['Completed', 'Not completed']
 */
export function truthAnswers(name: string, language: Language): TruthAnswers | undefined {
  const { given, notGiven } = words[language].control;
  if (language === 'zh' && isHad(name)) return [given, notGiven];
  const codes = recordOf(name)?.keys?.enum;
  return codes && partAnswers[language][codes];
}
