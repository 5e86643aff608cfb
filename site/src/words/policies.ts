import type { ProvisionKind } from '@jingzhun/schemas';
import type { Language } from '../language.ts';
import { policyWordsEn } from './policies-en.ts';
import { policyWordsZh } from './policies-zh.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** The words of the list of policies and of the page of one. `{name}` stands for a value. */
export interface PolicyPageWords {
  readonly list: Named<'title' | 'description' | 'lead' | 'bySubject' | 'total' | 'current'>;
  readonly page: Named<
    | 'description'
    | 'latest'
    | 'older'
    | 'toLatest'
    | 'number'
    | 'issuer'
    | 'issued'
    | 'published'
    | 'publishedLater'
    | 'notPrinted'
    | 'area'
    | 'force'
    | 'span'
    | 'from'
    | 'textDigest'
    | 'contents'
    | 'contentsCount'
  >;
  readonly releases: Named<
    | 'title'
    | 'version'
    | 'first'
    | 'amendment'
    | 'correction'
    | 'changes'
    | 'digest'
    | 'shown'
    | 'data'
    | 'files'
    | 'compare'
    | 'since'
  >;
  readonly timeline: Named<
    | 'title'
    | 'lead'
    | 'span'
    | 'from'
    | 'inForce'
    | 'inSections'
    | 'ofSection'
    | 'begins'
    | 'isOver'
    | 'other'
    | 'starts'
    | 'ends'
    | 'begun'
    | 'changes'
  >;
  readonly anomalies: Named<'title' | 'lead' | 'all' | 'none' | 'several' | 'see'>;
  readonly provision: Named<
    | 'named'
    | 'subject'
    | 'asks'
    | 'clause'
    | 'scope'
    | 'when'
    | 'items'
    | 'delivered'
    | 'grant'
    | 'require'
    | 'state'
    | 'figures'
    | 'noAmount'
    | 'noNumber'
    | 'noTimeLimit'
    | 'actual'
    | 'actualLines'
    | 'actualOwn'
    | 'asEntered'
    | 'asDerived'
    | 'stated'
    | 'force'
    | 'due'
    | 'dueBy'
    | 'itemScope'
    | 'reading'
    | 'anomaly'
    | 'partial'
    | 'none'
    | 'reconcile'
    | 'agrees'
    | 'agreesRounded'
    | 'agreesAbout'
    | 'differs'
    | 'quote'
    | 'calculate'
    | 'amended'
    | 'derivedFacts'
    | 'otherFigures'
    | 'per'
    | 'every'
    | 'once'
    | 'since'
    | 'ratio'
  >;
  /** Texts that policies state as a result, which no vocabulary or title names. */
  readonly ownCodes: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<ProvisionKind, string>>;
  readonly groups: Named<'all' | 'any' | 'not' | 'notAll' | 'none'>;
  /** Operators and comparators in words of these pages: those of a bare zero, and those of a rate and of what is counted. */
  readonly compared: {
    readonly neither: string;
    readonly operators: Readonly<Record<string, string>>;
    readonly rates: Readonly<Record<'operators' | 'comparators', Readonly<Record<string, string>>>>;
    readonly counts: Readonly<Record<'operators' | 'comparators', Readonly<Record<string, string>>>>;
  };
  readonly formula: {
    readonly unknown: string;
    /** An entry of the list that is gone through, by what it is. */
    readonly entries: Named<'date' | 'year' | 'other'>;
    readonly and: string;
    readonly or: string;
    readonly not: string;
    /** The answer to a yes/no fact, named before it. */
    readonly yes: string;
    readonly no: string;
    /** A name or number of a place or person, held against another. */
    readonly same: string;
    readonly different: string;
    /** What a list over the roster goes through: by itself, and where its entries are counted in a unit such as households. */
    readonly roster: string;
    readonly rosterOf: string;
    readonly rosterThere: string;
    /** A number named by what it counts, where another is held against it. */
    readonly numberOf: string;
    /**
     * How many the roster or another list of what is counted has, and how many of them with something; how many answers of
     * a record are yes; what is asked of all or one of a roster. The last gap is the unit.
     */
    readonly counts: Readonly<Record<string, string>>;
    /** What is taken where a value is not given: another value, a choice; of what is asked, another question or the answer; and where no is the answer asked for, none. */
    readonly ifAbsent: Named<'value' | 'choice' | 'condition' | 'answer' | 'denied'>;
    /** A choice of what is asked. */
    readonly asks: Named<'cases' | 'otherwise'>;
    readonly list: string;
    /** Before the last of a list in a sentence. */
    readonly last: string;
    readonly comma: string;
    readonly semicolon: string;
    readonly brackets: string;
    readonly rounded: Named<'half-up' | 'up' | 'down'>;
    readonly roundedTo: Named<'half-up' | 'up' | 'down'>;
    readonly fen: string;
    readonly whole: string;
    /** A choice: each case, and what is left. */
    readonly cases: string;
    readonly otherwise: string;
    /**
     * Of a formula in lines: a case, what is left, what is taken where a value is not given; and what stands above cases,
     * above what is added up, and above what is added up over a list, or over those of it that meet a condition.
     */
    readonly lines: Named<'case' | 'otherwise' | 'notGiven' | 'first' | 'sum' | 'over' | 'overMet'>;
    /** A number of days, months or years that is worked out. */
    readonly spans: Readonly<Record<string, string>>;
    /** Functions by name, or by name and number of inputs; `{0}` is the first of them. */
    readonly functions: Readonly<Record<string, string>>;
  };
  readonly filter: Named<
    'title' | 'word' | 'wordHint' | 'kind' | 'subject' | 'computable' | 'every' | 'clear' | 'shown' | 'none'
  >;
}

export const policyWords: Readonly<Record<Language, PolicyPageWords>> = { zh: policyWordsZh, en: policyWordsEn };
