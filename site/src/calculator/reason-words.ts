import { conditionName, isWays, saysAll } from './condition-name.ts';
import type { Condition } from './conditions-of.ts';
import { type Describe, withoutVerb } from './describe.ts';
import type { RuleLabel } from './page-labels.ts';
import { say } from './say.ts';
import { upperFirst } from './upper-first.ts';
import type { Words } from './words.ts';

/** A condition as it is read: the fact, what is, what should be. */
export interface ReasonWords {
  /** `later`: it fails, and is not yet due. */
  readonly state: 'holds' | 'fails' | 'open' | 'later';
  readonly fact: string;
  readonly actual: string;
  /** Empty where nothing is asked. */
  readonly expected: string;
}

/**
 * Conditions in words, each said once in each way: two that would read alike of different facts are told apart. What a
 * part of the rule was asked of, whoever asked knows.
 */
export function reasonsInWords<Each extends Condition>(
  conditions: readonly Each[],
  items: RuleLabel['items'] | undefined,
  describe: Describe,
  answer: Words['answer'],
  applying?: Words['applying'],
): readonly { readonly condition: Each; readonly words: ReasonWords }[] {
  const facts = new Map<string, Set<string>>();
  const told = conditions.filter(({ circumstance, reason }) => !(circumstance && describe.isSwitch(reason.fact)));
  const worded = told.map((condition) => {
    const words = reasonWords(condition, items, describe, answer, applying);
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

/** A condition of a rule in words. What one of several ways asks for is no demand: in the words of `applying`. */
export function reasonWords(
  condition: Condition,
  items: RuleLabel['items'] | undefined,
  describe: Describe,
  answer: Words['answer'],
  applying: Words['applying'] = {},
): ReasonWords {
  const { reason, due, ifApplies } = condition;
  const item = reason.item === undefined ? undefined : (items?.[reason.item] ?? reason.item);
  const isSettled = reason.actual === null && reason.holds !== null;
  const expected = expectedWords(condition, item, describe, answer, applying);
  const notYetDue = due === undefined ? '' : say(answer.notYetDue, { date: due });
  const fact = describe.fact(reason.fact);
  return {
    state: due !== undefined ? 'later' : reason.holds === null || ifApplies ? 'open' : reason.holds ? 'holds' : 'fails',
    // What only says whether a part applies is not what the part says.
    fact: item === undefined || condition.circumstance ? fact : partWords(item, condition, describe, answer.colon),
    actual: isSettled ? answer.enough : describe.value(reason.fact, reason.actual),
    expected:
      due !== undefined
        ? isOfToday(condition)
          ? notYetDue
          : expected + answer.clauses + notYetDue
        : ifApplies
          ? say(answer.whereApplies, { expected })
          : expected,
  };
}

/** What is not yet due need not be so on the day that is asked about. */
const isOfToday = ({ against }: Condition): boolean => against?.startsWith('date.') ?? false;

/** A part of a rule may say what must be. Only yes and no answer that: of anything else, the fact says what is. */
function partWords(item: string, { reason, choices }: Condition, describe: Describe, colon: string): string {
  const fact = describe.fact(reason.fact);
  // A part that names several ways is told way by way.
  if (choices !== undefined && isWays.test(item)) return fact;
  // In a list of what is done each entry is called as the rule calls it, and none by the name of the record as well.
  if (describe.isPart(reason.fact) && !isWays.test(item)) return upperFirst(item);
  // What a list has to hold, the condition names.
  if (reason.operator === 'contains' && saysAll(describe.value(reason.fact, reason.expected), item)) return fact;
  const name = conditionName(item, fact, colon);
  return name === upperFirst(item) && !describe.isTruth(reason.fact) ? fact : name;
}

function expectedWords(
  { reason, against, circumstance, choices }: Condition,
  item: string | undefined,
  describe: Describe,
  { mustBe, copula, appliesIf, partAppliesIf, appliesCopula, nothingAsked }: Words['answer'],
  applying: Words['applying'],
): string {
  if (circumstance) {
    const value = withoutVerb(describe.expected(reason, against), appliesCopula);
    return item === undefined ? say(appliesIf, { value }) : say(partAppliesIf, { part: upperFirst(item), value });
  }
  // A sum with which a fact is compared may have come to nothing.
  if (against !== undefined && reason.operator === 'greaterThanInclusive' && reason.expected === 0)
    return say(nothingAsked, { fact: describe.fact(against) });
  const isWay = choices !== undefined;
  return asked((isWay && applying.mustBe) || mustBe, {
    value: withoutVerb(describe.expected(reason, against), (isWay && applying.copula) || copula),
  });
}

/** What must be, in a sentence. In Chinese what must not be is 不应为 and not 应不为, 不应有 and not 应没有. */
function asked(sentence: string, values: Readonly<Record<string, string>>): string {
  return say(sentence, values).replace(/应(?:不(?=[为是含])|没(?=有))/, '不应');
}

/** The first of several conditions as one sentence, in which `{fact}` is still to be filled, and how many there are. */
export function conditionSentence(
  [condition, ...others]: readonly [Condition, ...Condition[]],
  sentence: 'failing' | 'awaited',
  describe: Describe,
  answer: Words['answer'],
  applying: Words['applying'] = {},
): string {
  const { reason, against, choices, due } = condition;
  const isWay = choices !== undefined;
  const actual = reason.actual === null ? answer.enough : describe.value(reason.fact, reason.actual);
  if (due !== undefined && isOfToday(condition))
    return `{fact}${answer.colon}${actual}${answer.clauses}${say(answer.notYetDue, { date: due })}`;
  const first = asked((isWay && applying[sentence]) || answer[sentence], {
    actual,
    expected: withoutVerb(describe.expected(reason, against), (isWay && applying.copula) || answer.copula),
  });
  return others.length === 0
    ? first
    : first + say(answer.failingMore, { count: others.length + 1, more: others.length });
}
