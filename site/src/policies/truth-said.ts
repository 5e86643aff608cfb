import { say } from '../calculator/say.ts';
import type { Language } from '../language.ts';
import type { PolicyPageWords } from '../words/policies.ts';

/** A yes/no fact: its name as it stands in a sentence, of whom it is, and whether that has to be said. */
export interface Truth {
  readonly label: string;
  /** Nobody's where undefined. */
  readonly entity: string | undefined;
  readonly isOther: boolean;
  /** Whether the policy works it out and has named it so. */
  readonly isOwn: boolean;
}

/**
 * What is the case where a yes/no fact has this answer. A name that is a sentence, or the verb of one, is that sentence;
 * of any other the answer is named.
 */
export function truthSaid(
  truth: Truth,
  isTrue: boolean,
  language: Language,
  words: PolicyPageWords['formula'],
): string {
  const { yes, no } = words;
  return (language === 'zh' ? inChinese : inEnglish)(truth, isTrue, (text) => say(isTrue ? yes : no, { 0: text }));
}

type Answered = (text: string) => string;

function inChinese({ label, entity, isOther, isOwn }: Truth, isTrue: boolean, answered: Answered): string {
  if (!isTrue && /^资料中有[^，]*$/.test(label)) return label.replace('有', '没有');
  const isStatement = chineseStatement.test(label) && !label.includes('·');
  if (isTrue && isStatement) return `${isOther ? entity : ''}${label}`;
  // What a policy calls its own facts, and names that hold a verb, would be read as a part of the sentence.
  const isApart = isOwn || holdsVerb.test(label) || (isStatement && isOther);
  return answered(`${isOther ? `${entity}的` : ''}${isApart ? `“${label}”` : label}`);
}

/** Names that say that something is there or done. */
const chineseStatement = /^(?:[有可不没列附问]|是(?!否)|资料中有|符合|需要|参加|纳入)|[已了过]/;
const holdsVerb = /[为于]/;

function inEnglish({ label, entity, isOther }: Truth, isTrue: boolean, answered: Answered): string {
  if (isPredicate(label)) {
    const subject = entity === undefined ? 'it' : `the ${entity}`;
    if (isTrue) return `${subject} ${label}`;
    const denied = label
      .replace(having, 'does not have ')
      .replace(deniable, (verb) => (verb === 'can' ? 'cannot' : `${verb} not`));
    return denied === label ? answered(`${subject} ${label}`) : `${subject} ${denied}`;
  }
  if (!isTrue && /^an? (?!.* and ).* is in the case$/i.test(label))
    return label.replace(/^an?/i, (article) => (article.startsWith('A') ? 'No' : 'no'));
  if (isTrue && sentence.test(label)) return isOther ? `${label} (${entity})` : label;
  return answered(isOther ? `${entity}: ${label}` : label);
}

/** Names of the vocabulary are verbs with what belongs to them, except those of parts, which stand behind a colon. */
const isPredicate = (label: string): boolean =>
  verb.test(label) || (/^[a-z]+s /.test(label) && !label.includes(': ') && !sentence.test(label));

const verb = /^(?:is|was|has|had|can|may|went|asked|dropped)\b/i;
/** What one has, and not what one has done. */
const having =
  /^has (?!\w+ed\b|been\b|had\b|left\b|taken\b|given\b|done\b|made\b|paid\b|kept\b|held\b|met\b|drawn\b|(?:its|their|a) \w+ \w+ed\b)/;
const deniable = /^(?:is|was|has(?= been\b)|can)\b(?! not\b)/;
const sentence = /^[^,:]+ (?:is|are|was|were|has|have|had) /;
