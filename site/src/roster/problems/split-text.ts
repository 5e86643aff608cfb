import { upperFirst } from '../../calculator/upper-first.ts';
import type { Sentence } from '../protocol.ts';

/**
 * What is wrong and what to do instead, of a text that says both.
 *
 * @example
 * splitText({ zh: '不是数字，应为整数，例如 4', en: 'is no number; write a whole number such as 4' }).suggestion.en // 'Write a whole number such as 4'
 */
export function splitText({ zh, en }: Sentence): { readonly reason: Sentence; readonly suggestion: Sentence } {
  const [zhReason, zhSuggestion] = halves(zh, /[，。；](?=请|应为|应在|最多|只能)|^(?=应|请)/);
  const [enReason, enSuggestion] = halves(
    en,
    /[;.] (?=write|it should|please|correct|delete|fill|make|check|did you|at most)|^(?=write|should)/i,
  );
  return {
    reason: { zh: zhReason || '读不出该值', en: upperFirst(enReason || 'cannot be read') },
    suggestion: { zh: zhSuggestion, en: upperFirst(enSuggestion) },
  };
}

function halves(text: string, between: RegExp): readonly [reason: string, suggestion: string] {
  const found = between.exec(text);
  if (found === null) return [text, ''];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}
