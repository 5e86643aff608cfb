import { saysName } from './label-chain.ts';
import { upperFirst } from './upper-first.ts';

/** Between the names of a chain, from the outer to the inner. */
const link = /: |·/;

/** The part of a rule and the fact it asks for; where one says the other, that one alone. */
export function conditionName(item: string | undefined, fact: string, colon: string): string {
  if (item === undefined) return fact;
  const [part, whole] = [item.toLowerCase(), fact.toLowerCase()];
  const names = fact.split(link);
  // A chain that begins with the part's name says both.
  if (bare(whole) === bare(part) || bare((names.length > 1 ? (names[0] ?? '') : '').toLowerCase()) === bare(part))
    return fact;
  const last = (names.at(-1) ?? '').toLowerCase().replace(/（[^（）]*）$/, '');
  if (bare(last) === bare(part)) return upperFirst(item);
  // Of what is there or not, the answer says 有: the name need not. A list that names it among others does not say which is meant.
  if (part.endsWith(`有${whole}`) || (whole.includes(part) && !/[、,]/.test(whole))) return fact;
  // One of several ways that it names is not all of them.
  if (part.includes(whole) && !isWays.test(part)) return upperFirst(item);
  if (inOrder(whole) === inOrder(part)) return fact;
  if (!isList.test(part) && saysWholly(part, last)) return upperFirst(item);
  // Whose it is, the part may say.
  const left = names.findIndex((name, place) => place === names.length - 1 || !saysName(item, name));
  const rest = names.slice(0, left).reduce((text, name) => text.slice(name.length).replace(link, ''), fact);
  return upperFirst(item) + colon + upperFirst(rest);
}

/** Without the small words by which a sentence differs from a name. */
const bare = (english: string): string =>
  english.replaceAll('’', "'").replace(/\b(?:is|are|was|were|has|have|had|been|its|an?|the) /g, '');

/** The same in Chinese, where a name may count what a sentence says there is. */
const bareChinese = (chinese: string): string => chinese.replace(/[有已的都到性]|数$/g, '');

/** What a name says, in whatever order it says it: the same of 已登记本户意愿 and 本户意愿已登记. */
const inOrder = (name: string): string =>
  /\p{Script=Han}/u.test(name) ? [...bareChinese(name)].sort().join('') : bare(name).split(' ').sort().join(' ');

/** A name of several ways, of which each is one. */
export const isWays = /或| or /;
const isList = /[、,或]| or /;

/** Whether a part says the innermost name of a fact. A single word, or sign, is said of too much to be that name. */
function saysWholly(part: string, name: string): boolean {
  if (!/^\w/.test(name)) return name.length > 1 && part.includes(name);
  const inWords = (text: string): string => ` ${bare(text).replace(/[:,;]/g, '')} `;
  return name.includes(' ') && inWords(part).includes(inWords(name));
}
