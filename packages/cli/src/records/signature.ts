import { type DecisionRecord, recordDigest, withSignature } from '@jingzhun/rules/records';
import type { SigningKey } from './key-file.ts';

/**
 * `unsigned`; `valid` and `invalid`; `other-key`: signed with another key than the one asked for; `lacking`: a key was
 * asked for and there is no signature.
 */
export interface SignatureCheck {
  readonly verdict: 'unsigned' | 'valid' | 'invalid' | 'other-key' | 'lacking';
  readonly publicKey?: string;
  /** Was it held against a key that the caller gave? Else the key is the record's own, and anyone's. */
  readonly keyGiven: boolean;
}

const { subtle } = globalThis.crypto;

/** Signs the record's digest, which covers all of it. */
export async function signRecord(record: DecisionRecord, { key, publicKey }: SigningKey): Promise<DecisionRecord> {
  const value = await subtle.sign('Ed25519', key, bytesOf(record.digest));
  return withSignature(record, { algorithm: 'Ed25519', publicKey, value: Buffer.from(value).toString('base64') });
}

export async function checkSignature(record: DecisionRecord, expected: string | undefined): Promise<SignatureCheck> {
  const { signature } = record;
  const keyGiven = expected !== undefined;
  if (signature === undefined) return { verdict: keyGiven ? 'lacking' : 'unsigned', keyGiven };
  const { publicKey } = signature;
  if (keyGiven && publicKey !== expected) return { verdict: 'other-key', publicKey, keyGiven };
  return { verdict: (await isValid(record)) ? 'valid' : 'invalid', publicKey, keyGiven };
}

/** The digest is worked out anew: a signature of what the record no longer says is none. */
async function isValid(record: DecisionRecord): Promise<boolean> {
  const { publicKey = '', value = '' } = record.signature ?? {};
  try {
    const key = await subtle.importKey('spki', Buffer.from(publicKey, 'base64'), 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', key, Buffer.from(value, 'base64'), bytesOf(recordDigest(record)));
  } catch {
    return false;
  }
}

const bytesOf = (digest: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(digest);
