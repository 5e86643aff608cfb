import { saysName } from './label-chain.ts';
import { upperFirst } from './upper-first.ts';

/** Between the names of a chain, from the outer to the inner. */
const link = /: |·/;

/** A name of several ways, of which each is one. */
export const isWays = /或| or /;
/** A name of several things does not say which of them is meant. */
const isList = /[、,]/;
/** What is asked is that something is not so. Not above and not below are limits. */
const isDenied = /[没未无]|不(?![早晚高低多少超])|\b(?:no|none|nobody|without|not(?! (?:above|below|before|after)))\b/i;

/** The part of a rule and the fact it asks for; where one says all that the other does, that one alone. */
export function conditionName(item: string | undefined, fact: string, colon: string): string {
  if (item === undefined) return fact;
  const names = fact.split(link);
  const last = names.at(-1) ?? '';
  const [part, whole, inner] = [item, fact, last.replace(/（[^（）]*）$/, '')].map(wordsOf) as [Words, Words, Words];
  const ofPart = upperFirst(item);
  if (same(inner, part)) return names.length > 1 ? ofPart : fact;
  // Of what is there or not, the answer says 有: the name need not.
  if (item.endsWith(`有${last}`)) return fact;
  // Yes to what must not be is no to what must be.
  const isMeant = isDenied.test(item) === isDenied.test(last) && !isList.test(item) && !isWays.test(item);
  // A single word, or sign, is said of too much to be what the fact is called.
  if (isMeant && !/^(?:\w+|.)$/u.test(last) && says(part, inner)) return ofPart;
  // Whose it is, a fact says where it is not that of the page.
  const own = part.filter((word) => !whose.has(word));
  if (!isList.test(last) && (says(whole, part) || (own.length > 0 && says(whole, own)))) return fact;
  // Whose it is, the part may say.
  const left = names.findIndex((name, place) => place === names.length - 1 || !saysName(item, name));
  const rest = names.slice(0, left).reduce((text, name) => text.slice(name.length).replace(link, ''), fact);
  return ofPart + colon + upperFirst(rest);
}

/** Whether a text has all the words of a name. */
export const saysAll = (text: string, name: string): boolean => says(wordsOf(text), wordsOf(name));

type Words = readonly string[];

/** Words by which a sentence differs from a name and says no more, and those that say whose it is. */
const small =
  /^(?:an?|the|its?|this|there|is|are|was|were|be(?:en)?|has|have|had|of|in|at|for|by|on|with|[有已的都到性数])$/;
const whose = new Set(['household', 'village', 'person', '本', '户', '村']);

/** The words of a name, or its Chinese signs. */
const wordsOf = (name: string): Words =>
  (name.toLowerCase().match(/\p{Script=Han}|\d+|[a-z][a-z-]*/gu) ?? []).filter((word) => !small.test(word));

/** Whether a name has all the words of another, in whatever order: 已登记本户意愿 those of 本户意愿已登记. */
const says = (words: Words, others: Words): boolean =>
  others.every((other) => words.some((word) => word === other || isEnded(word, other) || isEnded(other, word)));

const same = (one: Words, other: Words): boolean => says(one, other) && says(other, one);

/** A word with another ending: audited beside audit. */
const isEnded = (word: string, stem: string): boolean => stem.length > 3 && word.startsWith(stem);
