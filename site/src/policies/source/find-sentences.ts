import { type Located, locateQuotes } from '@jingzhun/rules/cite';

/** How a sentence was found: as it was encoded, or with punctuation of another width. */
export type Way = 'exact' | 'width';

export type Found = ReadonlyMap<string, Located & { readonly way: Way }>;

const half = ',:;()!?';
const full = '，：；（）！？';

/** Web pages and Word write the same punctuation in different widths. The signs are one unit each, so places stay. */
const widths: readonly ((text: string) => string)[] = [
  (text) => text.replace(/[，：；（）！？]/g, (sign) => half[full.indexOf(sign)] as string),
  (text) => text.replace(/[,:;()!?]/g, (sign) => full[half.indexOf(sign)] as string),
];

/**
 * Finds sentences by their digests: first those that are in the text sign by sign, then, of the others, those that are
 * when punctuation is written all in one width. After each look it yields all that are found.
 */
export function* findSentences(text: string, digests: readonly string[]): Generator<Found> {
  const found = new Map<string, Located & { way: Way }>();
  const texts = [text, ...widths.map((width) => width(text)).filter((each) => each !== text)];
  for (const [place, each] of texts.entries()) {
    const open = digests.filter((digest) => !found.has(digest));
    if (open.length === 0) return;
    for (const [digest, located] of locateQuotes(each, open)) {
      found.set(digest, { ...located, way: place === 0 ? 'exact' : 'width' });
    }
    yield found;
  }
}
