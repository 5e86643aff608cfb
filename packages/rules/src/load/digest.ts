import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The same text for the same content: keys sorted, no white space. Formatting and comments of a file do not count.
 *
 * @example
 * canonical({ b: 1, a: [true, null] }); // '{"a":[true,null],"b":1}'
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

/**
 * `sha256:` and 64 hexadecimal digits over the canonical form.
 *
 * @example
 * digestOf({ b: 1, a: 2 }) === digestOf({ a: 2, b: 1 }); // true
 */
export function digestOf(value: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonical(value))))}`;
}

/**
 * The digest of a policy's files: of all they say, and of the order in which provisions stand, which is the order of
 * findings. Comments, spaces and the order of other keys are nothing to it.
 *
 * @example
 * digestOfFiles(released.files) === released.policy.digest; // true
 */
export function digestOfFiles({ policy, sections }: { readonly policy: object; readonly sections: object }): string {
  const files = Object.values(sections) as { rules?: object; listed?: object }[];
  const order = files.map(({ rules = {}, listed = {} }) => [Object.keys(rules), Object.keys(listed)]);
  return digestOf([policy, files, order]);
}
