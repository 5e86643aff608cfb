import type { Condition } from './conditions-of.ts';
import { type Describe, withoutVerb } from './describe.ts';
import type { RuleLabel } from './page-data.ts';
import { say } from './say.ts';
import { upperFirst } from './upper-first.ts';
import type { Words } from './words.ts';

/** A condition as it is read: the fact, what is, what should be. */
export interface ReasonWords {
  /** `later`: it fails, and is not yet due. */
  readonly state: 'holds' | 'fails' | 'open' | 'later';
  readonly fact: string;
  readonly actual: string;
  readonly expected: string;
}

/** Conditions in words, each said once in each way: two that would read alike of different facts are told apart. */
export function reasonsInWords<Each extends Condition>(
  conditions: readonly Each[],
  items: RuleLabel['items'] | undefined,
  describe: Describe,
  answer: Words['answer'],
): readonly { readonly condition: Each; readonly words: ReasonWords }[] {
  const facts = new Map<string, Set<string>>();
  const worded = conditions.map((condition) => {
    const words = reasonWords(condition, items, describe, answer);
    facts.set(words.fact, (facts.get(words.fact) ?? new Set()).add(condition.reason.fact));
    return { condition, words };
  });
  const said = new Set<string>();
  return worded
    .map(({ condition, words }) => {
      if (facts.get(words.fact)?.size === 1) return { condition, words };
      const fact = describe.fact(condition.reason.fact);
      return { condition, words: words.fact === fact ? words : { ...words, fact: words.fact + answer.colon + fact } };
    })
    .filter(({ condition, words }) => {
      const key = JSON.stringify([words, condition.choices]);
      return !said.has(key) && said.add(key);
    });
}

/** A condition of a rule in words. */
export function reasonWords(
  { reason, against, due }: Condition,
  items: RuleLabel['items'] | undefined,
  describe: Describe,
  { mustBe, copula, colon, enough, clauses, notYetDue, nothingAsked }: Words['answer'],
): ReasonWords {
  const item = reason.item === undefined ? undefined : (items?.[reason.item] ?? reason.item);
  const isSettled = reason.actual === null && reason.holds !== null;
  // A sum with which a fact is compared may have come to nothing.
  const asksNothing = against !== undefined && reason.operator === 'greaterThanInclusive' && reason.expected === 0;
  const expected = asksNothing
    ? say(nothingAsked, { fact: describe.fact(against) })
    : say(mustBe, { value: withoutVerb(describe.expected(reason, against), copula) });
  return {
    state: due !== undefined ? 'later' : reason.holds === null ? 'open' : reason.holds ? 'holds' : 'fails',
    fact: named(item, describe.fact(reason.fact), colon),
    actual: isSettled ? enough : describe.value(reason.fact, reason.actual),
    expected: due === undefined ? expected : expected + clauses + say(notYetDue, { date: due }),
  };
}

/** The first of several conditions as one sentence, in which `{fact}` is still to be filled, and how many there are. */
export function conditionSentence(
  [{ reason, against }, ...others]: readonly [Condition, ...Condition[]],
  sentence: 'failing' | 'awaited',
  describe: Describe,
  answer: Words['answer'],
): string {
  const first = say(answer[sentence], {
    actual: describe.value(reason.fact, reason.actual),
    expected: withoutVerb(describe.expected(reason, against), answer.copula),
  });
  return others.length === 0
    ? first
    : first + say(answer.failingMore, { count: others.length + 1, more: others.length });
}

/** The part of a rule and the fact it asks for; where one says the other, that one alone. */
function named(item: string | undefined, fact: string, colon: string): string {
  if (item === undefined) return fact;
  const [part, whole] = [item.toLowerCase(), fact.toLowerCase()];
  if (whole.includes(part)) return fact;
  if (part.includes(whole)) return upperFirst(item);
  return upperFirst(item) + colon + fact;
}
