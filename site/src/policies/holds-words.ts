/**
 * Does a text hold every one of the words? Letters of either case and full-width figures count as the same.
 *
 * @example
 * holdsWords('全日制大学助学金 5,000 元', '助学金 ５') // true
 */
export function holdsWords(text: string, words: string): boolean {
  const within = plain(text);
  return plain(words)
    .split(/[\s、，,]+/)
    .every((word) => within.includes(word));
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
