import { areaInEnglish, type CodeSetName, codesOf, vocabulary } from '@jingzhun/schemas';

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** What codes with this label, or another that rosters print for it, are called in English. */
function codesNamed(word: string): ReadonlySet<string> {
  if (known === undefined) {
    const names = new Map<string, Set<string>>();
    const add = (name: string, en: string): void => void names.set(name, (names.get(name) ?? new Set()).add(en));
    for (const set of Object.keys(vocabulary.codes) as CodeSetName[])
      for (const { zh, en, aliases = [] } of codesOf(set))
        for (const name of [zh, ...aliases]) if (typeof name === 'string') add(name, en);
    known = names;
  }
  return known.get(word) ?? new Set();
}

/**
 * A Chinese word that policies compare a text with, for an English page: a place, or what the vocabulary has a code of,
 * stands with its English name. Any other stays as it is.
 *
 * @example
 * withGloss('梯面镇') // '梯面镇 (Timian Town)'
 */
export function withGloss(word: string): string {
  const place = areaInEnglish({ place: word });
  const [code, ...others] = codesNamed(word);
  const gloss = place !== word ? place : others.length === 0 ? code : undefined;
  return gloss === undefined ? word : `${word} (${gloss})`;
}
