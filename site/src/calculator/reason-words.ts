import type { Outcome } from '@jingzhun/rules';
import type { Condition } from './conditions-of.ts';
import type { Describe } from './describe.ts';
import type { RuleLabel } from './page-data.ts';
import { say } from './say.ts';
import { upperFirst } from './upper-first.ts';
import type { Words } from './words.ts';

/** A condition as it is read: the fact, what is, what should be. */
export interface ReasonWords {
  readonly state: 'holds' | 'fails' | 'open';
  readonly fact: string;
  readonly actual: string;
  readonly expected: string;
}

/** A condition of a rule in words. */
export function reasonWords(
  { reason, against }: Condition,
  items: RuleLabel['items'] | undefined,
  describe: Describe,
  { mustBe, colon, enough }: Words['answer'],
): ReasonWords {
  const item = reason.item === undefined ? undefined : (items?.[reason.item] ?? reason.item);
  const isSettled = reason.actual === null && reason.holds !== null;
  return {
    state: reason.holds === null ? 'open' : reason.holds ? 'holds' : 'fails',
    fact: named(item, describe.fact(reason.fact), colon),
    actual: isSettled ? enough : describe.value(reason.fact, reason.actual),
    expected: say(mustBe, { value: describe.expected(reason, against) }),
  };
}

/** The part of a rule and the fact it asks for; where one says the other, once. */
function named(item: string | undefined, fact: string, colon: string): string {
  if (item === undefined) return fact;
  const [part, whole] = [item.toLowerCase(), fact.toLowerCase()];
  if (whole.startsWith(part)) return fact;
  if (whole.includes(part) || part.includes(whole)) return upperFirst(item);
  return upperFirst(item) + colon + fact;
}

/**
 * A figure that the document demands beside what is, and how far they are apart. `printed` is false where the document
 * names a standard without its figure.
 */
export function figureWords(
  outcome: Outcome,
  { printed, met }: { readonly printed: boolean; readonly met: boolean },
  describe: Describe,
  answer: Words['answer'],
): string {
  const { value, actual, unit } = outcome;
  if (actual === undefined) return describe.amount(outcome);
  const open = printed ? answer.openNumber : answer.noNumber;
  return [
    say(answer.required, { value: value === null ? open : describe.amount(outcome) }),
    say(answer.actual, { value: describe.quantity(actual, unit) }),
    ...(met ? [] : gapWords(outcome, describe, answer)),
  ].join(answer.clauses);
}

function gapWords({ gap, value, actual, unit }: Outcome, describe: Describe, answer: Words['answer']): string[] {
  if (!gap) return [];
  const isNumber = typeof value === 'number' && typeof actual === 'number';
  const sentence = !isNumber ? answer.apart : actual < value ? answer.short : answer.over;
  return [say(sentence, { value: describe.quantity(gap, unit) })];
}
