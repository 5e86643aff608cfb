import type { Found } from './find-sentences.ts';
import { findSentences } from './find-sentences.ts';
import { type ReadFault, readDocument } from './read-document.ts';

/** What the page asks: a file or pasted text, and the digests of the sentences to look for. A new request ends the one before. */
export interface SourceRequest {
  readonly number: number;
  readonly name: string;
  readonly content: ArrayBuffer | string;
  readonly digests: readonly string[];
}

/** What the page is told, after each look. */
export interface SourceAnswer {
  readonly number: number;
  readonly fault?: ReadFault;
  readonly text?: string;
  /** Of the file's bytes; absent where the browser keeps its digests from pages that are not served safely. */
  readonly sha256?: string;
  readonly found?: readonly (readonly [digest: string, start: number, end: number, way: string])[];
  readonly done: boolean;
}

let latest = 0;

addEventListener('message', async ({ data }: MessageEvent<SourceRequest>) => {
  const { number, name, content, digests } = data;
  latest = number;
  const say = (answer: Omit<SourceAnswer, 'number'>): void => postMessage({ number, ...answer });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const read = readDocument(name, bytes);
  if ('fault' in read) return say({ fault: read.fault, done: true });
  const { text } = read;
  const sha256 = await digestOf(bytes);
  let last: Found = new Map();
  for (const found of findSentences(text, digests)) {
    last = found;
    if (found.size < digests.length) say({ ...answerOf(text, found, sha256), done: false });
    // Lets a newer request in between two looks, each of which can take seconds.
    await new Promise((resolve) => setTimeout(resolve));
    if (latest !== number) return;
  }
  say({ ...answerOf(text, last, sha256), done: true });
});

function answerOf(text: string, found: Found, sha256: string | undefined): Omit<SourceAnswer, 'number' | 'done'> {
  const places = [...found].map(([digest, { start, end, way }]) => [digest, start, end, way] as const);
  return { text, found: places, ...(sha256 === undefined ? {} : { sha256 }) };
}

async function digestOf(bytes: Uint8Array): Promise<string | undefined> {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', bytes as BufferSource);
  return digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
