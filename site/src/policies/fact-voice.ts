import { fieldOf, shapeFieldOf, vocabulary } from '@jingzhun/schemas';
import { Describe, type DescribeData } from '../calculator/describe.ts';
import { say } from '../calculator/say.ts';
import type { Language } from '../language.ts';
import { type PolicyPageWords, policyWords } from '../words/policies.ts';
import { inSentence, properWords } from './in-sentence.ts';
import { beginsWith, namesEntity, ofWhom, theOne } from './of-whom.ts';
import { oneDate, theDate } from './one-date.ts';
import { entityLabel, fieldLabel, policyLabels, textLabel } from './policy-labels.ts';
import type { Release } from './release.ts';
import { truthSaid } from './truth-said.ts';

/** Names the facts of a release in a language: what each is called, whose it is, and that it is so. */
export class FactVoice {
  readonly language: Language;
  readonly words: PolicyPageWords;
  readonly describe: Describe;
  protected readonly labels: DescribeData;
  protected readonly text: Release['text'];
  private readonly proper: ReadonlySet<string>;

  constructor({ policy, text }: Pick<Release, 'policy' | 'text'>, language: Language) {
    this.language = language;
    this.words = policyWords[language];
    this.labels = policyLabels({ policy, text }, language);
    this.describe = new Describe(worded(this.labels, { operators: this.words.compared.operators, comparators: {} }));
    this.text = text;
    this.proper = language === 'en' ? properWords(text) : new Set();
  }

  entity(name: string): string {
    return entityLabel(name, this.language);
  }

  /** The entity that a fact belongs to, where that is not the one spoken of. */
  whose(entity: string, about: string): string | undefined {
    // What is outside of every case, and the time that all is asked about, are nobody's.
    if (entity === 'external' || entity === 'period') return undefined;
    return entity === about || !Object.hasOwn(vocabulary.entities, entity) ? undefined : this.entity(entity);
  }

  /** A fact inside a sentence, with whose it is where that is not clear. */
  fact(name: string, about: string): string {
    const label = this.label(name);
    const whose = this.whoseUnsaid(name, about);
    return whose === undefined ? label : ofWhom(whose, this.within(label), this.language);
  }

  /** A fact as it stands in the words of a sentence. */
  inText(name: string, about: string): string {
    const label = this.single(name, this.within(this.fact(name, about)));
    return this.language === 'en' ? theDate(label) : label;
  }

  /** The name of a fact that is one of several dates. */
  protected single(name: string, label: string): string {
    return this.language === 'en' && this.labels.facts[name]?.type === 'date' ? oneDate(label) : label;
  }

  /** A fact with whose it is, also where its name says so. */
  private owned(name: string): string {
    const whose = this.whose(name.split('.')[0] ?? '', '');
    const label = this.within(this.label(name));
    if (whose === undefined) return this.label(name);
    return beginsWith(label, whose) ? theOne(label, this.language) : ofWhom(whose, label, this.language);
  }

  /** A name held against another: which of the two is meant is said with whose it is. */
  alike(label: string, operator: string, other: string): string {
    const { same, different } = this.words.formula;
    return say(operator === 'equal' ? same : different, { 0: label, 1: this.owned(other) });
  }

  /** What a code is called, apart from the sentence in which it stands. Figures and days stand out by themselves. */
  quoted(value: string): string {
    return /^[\d“]/.test(value) ? value : say(this.labels.words.answer.quoted, { value });
  }

  /** A code of a fact, or a text that the policy compares it with. */
  code(fact: string, value: string): string {
    const label = this.describe.value(fact, value);
    return label === value ? this.ownText(value) : label;
  }

  ownText(value: string): string {
    return textLabel(value, this.text, this.labels, this.language);
  }

  /** Whether a fact names a place or a person, or is its number. */
  isName(name: string): boolean {
    return /^(?:text|reference)$/.test(this.labels.facts[name]?.type ?? '');
  }

  protected label(name: string): string {
    return this.labels.facts[name] === undefined
      ? fieldLabel(name, this.text, this.language)
      : this.describe.fact(name);
  }

  /** The entity that a fact belongs to, where that is not the one spoken of and the fact does not name it itself. */
  private whoseUnsaid(name: string, about: string): string | undefined {
    const whose = this.whose(name.split('.')[0] ?? '', about);
    return whose === undefined || namesEntity(this.label(name), whose) ? undefined : whose;
  }

  /** What yes/no facts are answered by: things are there or not. */
  get answers(): readonly string[] {
    return [undefined, 'had'].flatMap((unit) => [true, false].map((value) => this.describe.quantity(value, unit)));
  }

  /** Whether a fact is a yes/no one. */
  isTruth(name: string): boolean {
    return (this.labels.facts[name] ?? fieldOf(name) ?? shapeFieldOf(name))?.type === 'boolean';
  }

  /** That a yes/no fact has this answer: `建档立卡贫困户为“是”`, `the household is a registered poor household`. */
  truth(name: string, about: string, isTrue: boolean): string {
    const entity = this.whose(name.split('.')[0] ?? '', '');
    const isOther = this.whoseUnsaid(name, about) !== undefined;
    const label = this.within(this.label(name));
    // A thing is there or not.
    const answer = this.describe.value(name, isTrue);
    if (this.language === 'zh' && answer !== this.describe.quantity(isTrue, undefined))
      return `${isOther ? entity : ''}${answer}${label}`;
    const isOwn = this.isOwn(name);
    return truthSaid({ label, entity, isOther, isOwn }, isTrue, this.language, this.words.formula);
  }

  /** Whether the policy works a fact out and has named it. */
  protected isOwn(name: string): boolean {
    return this.text.sections.some(({ facts }) => Object.hasOwn(facts, name));
  }

  /** Whether a fact is a number, and its name in English mostly a plural. */
  isNumber(fact: string): boolean {
    return numbers.has(this.labels.facts[fact]?.type ?? '');
  }

  /** A label as it stands inside of a sentence. */
  within(label: string): string {
    return this.language === 'en' ? inSentence(label, this.proper) : label;
  }
}

/** With words of its own in place of those of the calculator. */
export function worded(
  labels: DescribeData,
  own: Pick<DescribeData['words'], 'operators' | 'comparators'>,
): DescribeData {
  const { operators, comparators, answer } = labels.words;
  return {
    ...labels,
    words: {
      ...labels.words,
      // A label stands in a sentence as the name of an answer, also where another is as good.
      answer: { ...answer, either: answer.quoted },
      operators: { ...operators, ...own.operators },
      comparators: { ...comparators, ...own.comparators },
    },
  };
}

const numbers = new Set(['number', 'integer', 'yuan', 'percent', 'months']);
