import type { Policy, RuleFinding, RuleModel } from '@jingzhun/rules';
import { membersPath, type Places } from './asks.ts';
import { decidedBy, decidedWords } from './decided-by.ts';
import type { Describe } from './describe.ts';
import { element } from './element.ts';
import type { PageData } from './page-data.ts';
import { entitiesAsked } from './subjects.ts';
import { unbroken } from './unbroken.ts';
import type { Card } from './verdict.ts';
import { withChinese } from './with-chinese.ts';
import type { Words } from './words.ts';

/** What cards are made with. */
export interface CardContext {
  readonly data: PageData;
  readonly policy: Policy;
  /** The rules as they read on the day. */
  readonly rules: ReadonlyMap<string, RuleModel>;
  readonly describe: Describe;
  readonly places: Places;
  readonly names: readonly string[];
  /** What a place asks, with the person it asks about. */
  readonly placeLabel: (path: string) => string;
  /** The same where it is to be asked, with what it is answered with now, which settles nothing. */
  readonly askLabel: (path: string) => string;
}

/** The words of an answer, for a card about what is met or about what applies. */
export function answerOf({ onlyApplies }: Card, { words: { answer, applying } }: PageData): Words['answer'] {
  return onlyApplies ? { ...answer, ...applying } : answer;
}

/** Whom a finding is about. One that the page is not about would read as whose answers decided it: of that a sentence tells. */
export function whoOf({ subject }: RuleFinding, { data, describe, names }: CardContext): string {
  return entitiesAsked(data.subject).includes(subject.entity) ? describe.who(subject, names) : '';
}

/** By whose answers it was decided, beside those of whom the page is about. */
export function givenOf(finding: RuleFinding, { data, describe, places, rules }: CardContext): string {
  return decidedWords(decidedBy(finding, rules.get(finding.rule), places, data), describe, data.words);
}

/** Whether a citation is of the page's own document, which has no number and is called by its title. */
export function isByTitle({ document }: RuleFinding['cite'], { document: own }: PageData): boolean {
  return own.number === null && document === own.cited;
}

/** A sentence in which the fact is a link to its question, or to that of what it follows from. */
export function withFact(sentence: string, fact: string, { person }: Card, context: CardContext): HTMLElement {
  const [before = '', after = ''] = sentence.split('{fact}');
  const place = context.places.behind(fact, person);
  const { language } = context.data;
  const label = context.describe.fact(fact);
  // The colon behind the link begins no line.
  const [, colon = '', rest = ''] = /^([：:]?)([\s\S]*)$/.exec(after) ?? [];
  return element(
    'p',
    { class: 'line' },
    ...withChinese(before, language),
    element('span', { class: 'line-fact' }, place === undefined ? label : placeLink(place, label), colon),
    ...withChinese(rest, language),
  );
}

/** A link to the question at a path. Where it leads is settled when it is followed: rows come and go. */
export function placeLink(path: string, label: string, hidden?: string): HTMLElement {
  const href = path === membersPath ? '#add-member' : `#form`;
  return element(
    'a',
    { href, 'data-place': path },
    ...unbroken(label),
    hidden !== undefined && element('span', { class: 'sr' }, hidden),
  );
}
