import { strFromU8, unzipSync } from 'fflate';
import { docxText } from './docx-text.ts';

/** Why a file cannot be read as a document. */
export type ReadFault = 'empty' | 'tooLarge' | 'notText' | 'oldWord' | 'damaged';

/** In bytes. The five documents have 9 to 29 kB; a scanned one is no text. */
export const largestFile = 5_000_000;
const largestInflated = 20_000_000;

/** The text of a file: plain text, Markdown or a Word document. */
export function readDocument(
  name: string,
  bytes: Uint8Array,
): { readonly text: string } | { readonly fault: ReadFault } {
  if (bytes.length > largestFile) return { fault: 'tooLarge' };
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { fault: 'oldWord' };
  const read = begins(bytes, [0x50, 0x4b, 0x03, 0x04]) ? fromWord(bytes) : decoded(bytes);
  if (typeof read !== 'string') return read;
  const text = /\.(md|markdown)$/i.test(name) ? withoutMarks(read) : read;
  return text.trim() === '' ? { fault: 'empty' } : { text: text.replace(/\r\n?/g, '\n') };
}

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

function decoded(bytes: Uint8Array): string | { fault: ReadFault } {
  if (begins(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (begins(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  // %PDF, {\rtf
  if (bytes.includes(0) || begins(bytes, [0x25, 0x50, 0x44, 0x46]) || begins(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) {
    return { fault: 'notText' };
  }
  // GB18030 reads nearly any bytes, so UTF-8 is tried before it.
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return { fault: 'notText' };
}

function fromWord(bytes: Uint8Array): string | { fault: ReadFault } {
  const main = 'word/document.xml';
  let large = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== main) return false;
        large = originalSize > largestInflated;
        return !large;
      },
    });
    if (large) return { fault: 'tooLarge' };
    const xml = files[main];
    return xml === undefined ? { fault: 'notText' } : docxText(strFromU8(xml));
  } catch {
    return { fault: 'damaged' };
  }
}

/** Markdown's marks for emphasis and headings are not the document's. */
const withoutMarks = (markdown: string): string =>
  markdown.replace(/^ {0,3}(#{1,6}|>)\s+/gm, '').replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2');
