import { JingzhunError } from '@jingzhun/schemas/problem';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Where in a text a cited sentence is: the places of its first character and after its last, in UTF-16 units. */
export interface Located {
  readonly start: number;
  readonly end: number;
}

const usualQuote = 300;
const longestQuote = 1200;
/** A document has some ten thousand signs. */
const longestText = 1_000_000;
/** How many pieces of the text are tried at most: some forty for each sign of a document from which sentences are missing. */
const mostTries = 2_000_000;
const marks = /[\s，。；：、！？…—“”‘’（）()《》〈〉【】〔〕[\]|#*.,;:!?]/u;

/**
 * Finds cited sentences in the text of a document. A citation is the SHA-256 of a sentence without white space, so a
 * text can be held against it that is not kept here; a sentence in which one character was changed is not found. In a text that is far
 * from any document, such as one of punctuation only, the search ends after two million pieces.
 *
 * @param digests in hexadecimal.
 * @returns by digest; those that are not in the text are left out.
 * @throws JingzhunError `text-too-long` for a text of more than a million characters.
 *
 * @example
 * const digest = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'; // of "hello"
 * locateQuotes('well, hel lo!', [digest]).get(digest); // { start: 6, end: 12 }
 */
export function locateQuotes(text: string, digests: Iterable<string>): Map<string, Located> {
  if (text.length > longestText) throw tooLong();
  const open = new Set(digests);
  // Most digests are told apart by their beginning, before they are written out.
  const beginnings = new Set([...open].map((digest) => Number.parseInt(digest.slice(0, 8), 16)));
  let tries = 0;
  const found = new Map<string, Located>();
  const signs = signsOf(text);
  const bytes = utf8ToBytes(signs.map(({ sign }) => sign).join(''));
  const tryAll = (starts: readonly number[], isEnd: (place: number) => boolean, longest = usualQuote): void => {
    for (const start of starts) {
      const first = signs[start] as Sign;
      // Read on sign by sign: each end costs no more than the signs since the last.
      const hash = sha256.create();
      let read = first.byte;
      for (let end = start + 1; end <= signs.length && end - start <= longest; end++) {
        if (open.size === 0 || tries > mostTries) return;
        if (!isEnd(end)) continue;
        tries += 1;
        const last = signs[end - 1] as Sign;
        hash.update(bytes.subarray(read, last.byteEnd));
        read = last.byteEnd;
        const digest = hash.clone().digest();
        if (!beginnings.has(new DataView(digest.buffer, digest.byteOffset).getUint32(0))) continue;
        const hexadecimal = bytesToHex(digest);
        if (!open.delete(hexadecimal)) continue;
        found.set(hexadecimal, { start: first.place, end: last.placeEnd });
      }
    }
  };
  // Nearly all begin and end where a clause does, so there are few to try; only what is not found that way takes longer.
  const breaks = new Set<number>([0, signs.length]);
  signs.forEach(({ sign, spaced }, place) => {
    if (spaced) breaks.add(place);
    if (marks.test(sign)) {
      breaks.add(place);
      breaks.add(place + 1);
    }
  });
  const starts = [...breaks].filter((place) => place < signs.length).sort((a, b) => a - b);
  tryAll(starts, (place) => breaks.has(place));
  tryAll(
    signs.map((_, place) => place).filter((place) => !breaks.has(place)),
    (place) => breaks.has(place),
  );
  tryAll(starts, () => true);
  tryAll(starts, (place) => breaks.has(place), longestQuote);
  return found;
}

function tooLong(): JingzhunError {
  const zh = `文本超过 ${longestText} 个字符，应为一份文件的文本`;
  const en = `the text is longer than ${longestText} characters; it should be that of one document`;
  return new JingzhunError('text-too-long', [{ code: 'text-too-long', path: '', zh, en }]);
}

interface Sign {
  readonly sign: string;
  /** Is there white space before it? */
  readonly spaced: boolean;
  readonly place: number;
  readonly placeEnd: number;
  readonly byte: number;
  readonly byteEnd: number;
}

/** The signs of a text that are no white space, with where they stand in it and in its bytes without white space. */
function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  let place = 0;
  let byte = 0;
  let spaced = false;
  for (const sign of text) {
    const placeEnd = place + sign.length;
    if (/\s/u.test(sign)) spaced = true;
    else {
      const byteEnd = byte + utf8ToBytes(sign).length;
      signs.push({ sign, spaced, place, placeEnd, byte, byteEnd });
      byte = byteEnd;
      spaced = false;
    }
    place = placeEnd;
  }
  return signs;
}
