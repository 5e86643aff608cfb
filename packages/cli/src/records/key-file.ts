import { readFileSync } from 'node:fs';
import { fileFailure, unusable } from '../unusable.ts';

/** A private key for signing, with its public half as records hold it. */
export interface SigningKey {
  readonly key: CryptoKey;
  readonly publicKey: string;
}

const { subtle } = globalThis.crypto;

const base64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64');

/** What else people take for the key that is wanted. */
const otherwise: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'ENCRYPTED PRIVATE KEY': [
    '私钥有口令保护，请先解密：openssl pkey -in 原文件 -out 新文件',
    'the private key is protected by a password; take it off first: openssl pkey -in OLD -out NEW',
  ],
  'OPENSSH PRIVATE KEY': [
    '是 OpenSSH 的私钥，应为 PKCS#8 的 PEM：openssl genpkey -algorithm ed25519',
    'is a private key of OpenSSH and should be PEM of PKCS#8: openssl genpkey -algorithm ed25519',
  ],
  'PRIVATE KEY': [
    '是私钥，此处应为公钥：openssl pkey -in 私钥 -pubout',
    'is a private key and should be the public one: openssl pkey -in PRIVATE -pubout',
  ],
  'PUBLIC KEY': ['是公钥，签名须用私钥', 'is a public key; to sign takes the private one'],
};

/** The bytes of a PEM file of one kind. No part of a key is ever shown. */
function readPem(option: string, file: string, label: 'PRIVATE KEY' | 'PUBLIC KEY'): Buffer<ArrayBuffer> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw fileFailure(error, file);
  }
  const [, found, body = ''] = /-----BEGIN ([A-Z0-9 ]{1,40})-----([\s\S]*?)-----END \1-----/.exec(text) ?? [];
  if (found === label && /^[A-Za-z0-9+/=\s]+$/.test(body)) return Buffer.from(body, 'base64');
  const [zh, en] = (found === label ? undefined : otherwise[found ?? '']) ?? [
    `不是完好的 PEM 文件，应以 -----BEGIN ${label}----- 开头`,
    `is no sound PEM file; it should begin with -----BEGIN ${label}-----`,
  ];
  throw unusable('wrong-key', zh, en, { path: option, file });
}

const notEd25519 = (option: string, file: string) =>
  unusable('wrong-key', '不是 Ed25519 密钥', 'is no Ed25519 key', { path: option, file });

export async function readSigningKey(option: string, file: string): Promise<SigningKey> {
  const bytes = readPem(option, file, 'PRIVATE KEY');
  try {
    // Extractable only to work out the public half, which WebCrypto gives in no other way.
    const key = await subtle.importKey('pkcs8', bytes, 'Ed25519', true, ['sign']);
    const { d: _, key_ops: __, ...half } = await subtle.exportKey('jwk', key);
    const publicHalf = await subtle.importKey('jwk', half, 'Ed25519', true, ['verify']);
    return { key, publicKey: base64(await subtle.exportKey('spki', publicHalf)) };
  } catch {
    throw notEd25519(option, file);
  }
}

/** A public key as records hold it. */
export async function readPublicKey(option: string, file: string): Promise<string> {
  const bytes = readPem(option, file, 'PUBLIC KEY');
  try {
    return base64(await subtle.exportKey('spki', await subtle.importKey('spki', bytes, 'Ed25519', true, ['verify'])));
  } catch {
    throw notEd25519(option, file);
  }
}
