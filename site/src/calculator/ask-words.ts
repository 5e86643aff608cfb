import type { Reading } from './case-form.ts';
import type { Describe } from './describe.ts';
import type { PageData } from './page-data.ts';
import { placeWords } from './place-words.ts';
import { answerWords } from './review.ts';
import { say } from './say.ts';

/**
 * What is to be asked at a path. Where it is answered, the answer settles nothing, that of another year for one: it is
 * said, so that who reads knows why it is asked again.
 */
export function askWords(
  path: string,
  { names, answered, questions }: Reading,
  describe: Describe,
  data: PageData,
): string {
  const label = placeWords(path, names, describe, data);
  const question = answered.has(path) ? questions.get(path) : undefined;
  // Of records it is those inside that are asked.
  if (question === undefined || question.dataset.control === 'records') return label;
  return label + say(data.words.answer.present, { value: answerWords(question, data.words) });
}
