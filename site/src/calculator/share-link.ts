import type { Case } from '@jingzhun/rules';

/** What a link carries: the case without names and free text, the day, and which rules it was made with. */
export interface Shared {
  readonly policy: string;
  readonly subject: string;
  readonly release: string;
  readonly digest: string;
  readonly on: string;
  readonly case: Case;
}

export type Opened =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'shared'; readonly shared: Shared };

const prefix = '#s=';

/** A link's content cannot be larger than this, however small it was packed. */
const most = 1_000_000;

/** The part of an address after the `#`, which no browser sends. `z` was packed, `p` is plain. */
export async function fragmentOf(shared: Shared): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(shared));
  if (!('CompressionStream' in globalThis)) return `${prefix}p${base64(text)}`;
  const packed = await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')));
  return `${prefix}z${base64(packed)}`;
}

/** The link's own part of an address; where the whole site is one file, the page stands before it: `#/calc/…/#s=`. */
export function linkIn(address: string): string | undefined {
  const at = address.lastIndexOf(prefix);
  return at < 0 ? undefined : address.slice(at);
}

/** The address of the page itself. */
export function addressWithoutFragment(address: string): string {
  return address.replace(/#(?!\/).*$/, '');
}

/** Reads what `fragmentOf` wrote. Nothing in it is trusted: the form takes of it what it asks. */
export async function openFragment(address: string): Promise<Opened> {
  const hash = linkIn(address);
  if (hash === undefined) return { kind: 'none' };
  try {
    const bytes = fromBase64(hash.slice(prefix.length + 1));
    const text =
      hash.charAt(prefix.length) === 'z'
        ? await bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')))
        : bytes;
    const shared: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
    return isShared(shared) ? { kind: 'shared', shared } : { kind: 'broken' };
  } catch {
    return { kind: 'broken' };
  }
}

function isShared(value: unknown): value is Shared {
  if (typeof value !== 'object' || value === null) return false;
  const { policy, subject, release, digest, on, case: input } = value as Record<string, unknown>;
  const texts = [policy, subject, release, digest, on].every((each) => typeof each === 'string');
  return texts && typeof input === 'object' && input !== null && !Array.isArray(input);
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('too large');
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
