import { en } from './words-en.ts';
import { zh } from './words-zh.ts';

/** Languages of the interface. */
export type Language = 'zh' | 'en';

type Table = Readonly<Record<string, string>>;

/** All words of the interface that are not in the vocabulary or the policy. `{name}` stands for a value. */
export interface Words {
  /** What the day is called that decides which rules are in force. */
  readonly date: string;
  readonly control: Readonly<
    Record<'unknown' | 'yes' | 'no' | 'given' | 'notGiven' | 'none' | 'dayForm' | 'asked', string>
  >;
  readonly answer: Readonly<
    Record<
      | 'person'
      | 'household'
      | 'countMet'
      | 'countApplies'
      | 'countUnmet'
      | 'countUnknown'
      | 'countLater'
      | 'certain'
      | 'inAll'
      | 'met'
      | 'applies'
      | 'unknown'
      | 'later'
      | 'unmet'
      | 'emptyMet'
      | 'emptyUnknown'
      | 'emptyUnmet'
      | 'aside'
      | 'asideOutside'
      | 'asideNotInForce'
      | 'askFirst'
      | 'noPersons'
      | 'others'
      | 'ifAll'
      | 'ifAllLeast'
      | 'amountUnset'
      | 'numberUnset'
      | 'amountOpen'
      | 'ask'
      | 'askMore'
      | 'present'
      | 'eligibleIf'
      | 'between'
      | 'failing'
      | 'failingMore'
      | 'why'
      | 'edit'
      | 'mustBe'
      | 'appliesIf'
      | 'partAppliesIf'
      | 'appliesCopula'
      | 'required'
      | 'requiredTruth'
      | 'mustBeNone'
      | 'noNumber'
      | 'noAmount'
      | 'byDocument'
      | 'ifMet'
      | 'remark'
      | 'hangsOn'
      | 'actual'
      | 'short'
      | 'over'
      | 'apart'
      | 'points'
      | 'beside'
      | 'notYetDue'
      | 'awaited'
      | 'nothingAsked'
      | 'openNumber'
      | 'namedFact'
      | 'enough'
      | 'oneIsEnough'
      | 'allOfThese'
      | 'whereApplies'
      | 'otherConditions'
      | 'copula'
      | 'quoted'
      | 'clauses'
      | 'holds'
      | 'fails'
      | 'open'
      | 'reading'
      | 'partial'
      | 'anomaly'
      | 'clause'
      | 'document'
      | 'release'
      | 'amendedBy'
      | 'due'
      | 'daysLeft'
      | 'delivered'
      | 'undelivered'
      | 'contradiction'
      | 'contradictions'
      | 'wrong'
      | 'wrongDate'
      | 'badCount'
      | 'badDate'
      | 'badDates'
      | 'badYear'
      | 'badYears'
      | 'badNumber'
      | 'whole'
      | 'decimals'
      | 'atLeast'
      | 'atMost'
      | 'conditions'
      | 'items'
      | 'colon'
      | 'semicolon'
      | 'comma'
      | 'or'
      | 'eitherOr'
      | 'either'
      | 'empty'
      | 'benefits'
      | 'duties',
      string
    >
  >;
  /** What is said otherwise of a rule that applies or does not, in which there is nothing to meet. */
  readonly applying: Readonly<Partial<Words['answer']>>;
  readonly amount: Readonly<Record<'plain' | 'per' | 'every' | 'perEvery' | 'once' | 'perOnce' | 'yuan', string>>;
  /** Of what is not money: how it is said whom an amount is per. */
  readonly counted: Readonly<Record<'per' | 'perEvery' | 'perOnce', string>>;
  readonly units: Table;
  readonly per: Table;
  /** Entities with the word that counts them, where they have one of their own. */
  readonly each: Table;
  readonly every: Table;
  readonly comparators: Table;
  readonly operators: Table;
  readonly status: Table;
}

export const words: Readonly<Record<Language, Words>> = { zh, en };
