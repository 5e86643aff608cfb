import { createReadStream } from 'node:fs';
import { fileFailure, unusable } from '../unusable.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** How people know the encoding. */
export const encodingName: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 (GBK)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/**
 * The encoding of a text file: by its mark, else UTF-8 if every byte of it is, else GB18030. In this order: GB18030 reads nearly any
 * bytes, so it can only be what is left. Reads the whole file once.
 */
export async function encodingOf(file: string): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let marked = false;
  let valid = true;
  let first = true;
  try {
    for await (const chunk of createReadStream(file)) {
      const bytes = chunk as Uint8Array;
      if (first) {
        first = false;
        const mark = marks.find(([, start]) => begins(bytes, start));
        if (mark !== undefined && mark[0] !== 'utf-8') return mark[0];
        marked = mark !== undefined;
      }
      if (bytes.includes(0)) throw notText(file);
      if (valid) valid = decodes(utf8, bytes, true);
    }
  } catch (error) {
    throw fileFailure(error, file);
  }
  if (first) throw unusable('empty', '文件是空的', 'is empty', { file });
  return marked || (valid && decodes(utf8, new Uint8Array(), false)) ? 'utf-8' : 'gb18030';
}

export const notText = (file: string) =>
  unusable('not-text', '含有空字节，不是文本文件', 'holds zero bytes and is no text file', { file });

function decodes(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
