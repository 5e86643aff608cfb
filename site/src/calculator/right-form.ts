import type { FactModel, Policy } from '@jingzhun/rules';
import type { QuestionElement } from './form-values.ts';
import { say } from './say.ts';
import type { Words } from './words.ts';

/**
 * What would be right in a question, for someone who fills in a form. The engine's message speaks to those who write
 * cases; it stands in where the page knows nothing better.
 */
export function rightForm(question: QuestionElement, policy: Policy, answer: Words['answer'], message: string): string {
  const { control, fact } = question.dataset;
  if (control === 'count') return answer.badCount;
  if (control === 'date') return answer.badDate;
  // The engine is never asked about a list or a year that cannot be read, so it has nothing to say of one.
  if (message === '' && control === 'dates') return answer.badDates;
  if (message === '' && control === 'numbers') return answer.badYears;
  if (message === '' && control === 'number') return answer.badYear;
  const model = policy.facts.find(({ name }) => name === fact);
  return control === 'number' && model !== undefined ? numberForm(model, answer) : message;
}

function numberForm({ scale, type, min, max }: FactModel, answer: Words['answer']): string {
  // A scale is a power of ten.
  const places = String(scale).length - 1;
  const low = min === undefined ? '' : say(answer.atLeast, { bound: min / scale });
  const high = max === undefined ? '' : say(answer.atMost, { bound: max / scale });
  const form = (places === 0 ? answer.whole : say(answer.decimals, { places })) + low + high;
  return say(answer.badNumber, { form, example: exampleOf(type, min, max, scale) });
}

/** A sum, a percentage and a measure each look like one; a count is a whole number. */
function exampleOf(type: string, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, scale = 1): number {
  const whole = type === 'year' ? 2016 : type === 'yuan' ? 3600 : type === 'percent' ? 12 : 2;
  const usual = scale === 1 || type === 'yuan' ? whole : whole + 0.5;
  return Math.min(Math.max(usual, min / scale), max / scale);
}
