import type { Condition, ConditionLeaf } from '@jingzhun/schemas';
import { operatorWord, spaced } from './finding-text.ts';
import type { PolicyWords } from './policy-words.ts';

/** A condition in words: facts and codes by their labels, named conditions written out. */
export function conditionText(condition: Condition, words: PolicyWords, spokenOf?: string): string {
  return written(condition, words, spokenOf, []);
}

function written(
  condition: Condition,
  words: PolicyWords,
  spokenOf: string | undefined,
  inside: readonly string[],
): string {
  const inner = (part: Condition): string => {
    const text = written(part, words, spokenOf, inside);
    return 'fact' in part ? text : words.say({ zh: `（${text}）`, en: `(${text})` });
  };
  if ('all' in condition) return condition.all.map(inner).join(words.say({ zh: ' 且 ', en: ' and ' }));
  if ('any' in condition) return condition.any.map(inner).join(words.say({ zh: ' 或 ', en: ' or ' }));
  if ('not' in condition) return words.say({ zh: `并非${inner(condition.not)}`, en: `not ${inner(condition.not)}` });
  if ('condition' in condition) {
    const { condition: name } = condition;
    const meant = inside.includes(name) ? undefined : words.condition(name);
    return meant === undefined ? name : written(meant, words, spokenOf, [...inside, name]);
  }
  return leafText(condition, words, spokenOf);
}

function leafText({ fact, operator, value }: ConditionLeaf, words: PolicyWords, spokenOf: string | undefined): string {
  const name = words.fact(fact, spokenOf);
  const expected = valueText(fact, value, words, spokenOf);
  if (typeof value === 'boolean' && (operator === 'equal' || operator === 'notEqual')) {
    // The label of a yes or no is a statement of its own.
    const answer = words.value(fact, operator === 'equal' ? value : !value);
    return words.say({ zh: `“${name}”为${answer}`, en: `“${name}”: ${answer}` });
  }
  const word = operatorWord(operator, words, words.isDay(fact));
  return words.language === 'zh' ? `${name}${word}${spaced(expected)}` : `${name} ${word} ${expected}`;
}

function valueText(
  fact: string,
  value: ConditionLeaf['value'],
  words: PolicyWords,
  spokenOf: string | undefined,
): string {
  if (typeof value !== 'object' || Array.isArray(value)) return words.value(fact, value);
  if ('fact' in value) return words.fact(value.fact, spokenOf);
  return words.parameterText(value.parameter) ?? value.parameter;
}
