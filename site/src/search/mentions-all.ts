import { linePieces } from '../line-pieces.ts';

/**
 * Whether a text holds every word that is looked for: a Chinese word as it is, of another the beginning, since its end changes.
 *
 * @example
 * mentionsAll('subsidies', 'The subsidy of a house') // true
 */
export function mentionsAll(query: string, text: string): boolean {
  const lower = text.toLowerCase();
  // A name such as labourAbility is found by each of its words.
  const begins = text.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).map((word) => word.toLowerCase());
  return wordsIn(query).every((word) => {
    if (han.test(word)) return lower.includes(word);
    const beginning = word.slice(0, Math.min(5, Math.max(3, word.length - 3)));
    return begins.some((each) => each.startsWith(beginning));
  });
}

const han = /\p{Script=Han}/u;

const wordsIn = (query: string): readonly string[] =>
  linePieces(query.toLowerCase())
    .flatMap((piece) => piece.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== '');
