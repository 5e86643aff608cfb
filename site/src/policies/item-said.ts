import { conditionName } from '../calculator/condition-name.ts';
import { upperFirst } from '../calculator/upper-first.ts';
import type { Outline } from './condition-outline.ts';
import type { ItemView } from './provision-view.ts';

/**
 * An item of a list and the condition it stands for, where that is the answer of a fact: what both say is said once,
 * `公示：是` and not `公示：已公示：是`. `answers`: those that a fact may have.
 */
export function itemSaid(
  title: string,
  when: Outline,
  colon: string,
  answers: readonly string[],
): Pick<ItemView, 'title' | 'when'> {
  if (!('text' in when)) return { title, when };
  const at = when.text.lastIndexOf(colon);
  const [label, answer] = [when.text.slice(0, at), when.text.slice(at + colon.length)];
  if (at < 0 || !answers.includes(answer)) return { title, when };
  const name = conditionName(title, label, colon);
  if (name === label) return { when };
  const item = upperFirst(title);
  if (name === item) return { title, when: { text: answer } };
  return name.startsWith(item + colon)
    ? { title, when: { ...when, text: `${name.slice(item.length + colon.length)}${colon}${answer}` } }
    : { title, when };
}
