import type { Problem } from './problem.ts';

/**
 * Everything that can be wrong with a case.
 *
 * | code | what is wrong |
 * | --- | --- |
 * | `not-a-case` | the input is no object |
 * | `unreadable` | a property is computed or cannot be read: no plain data |
 * | `forbidden-key` | a key is `__proto__`, `constructor` or `prototype` |
 * | `unknown-field` | no entity, field or key of that name |
 * | `nested-roster` | a case inside a roster has a roster |
 * | `wrong-type` | the value is of another type than the field |
 * | `unknown-code` | the value or key is no code of the set |
 * | `invalid-date` | no day of the calendar written yyyy-mm-dd |
 * | `not-finite` | NaN or an infinity |
 * | `not-whole` | decimals where a whole number belongs |
 * | `too-many-decimals` | more than two decimals of yuan, or four of another number |
 * | `out-of-range` | below the least or above the greatest value |
 * | `text-too-long` | a text of more than 2,000 characters |
 * | `duplicate-id` | two members of a household with one id |
 * | `too-deep` | nested deeper than 64 |
 * | `too-many-values` | more than 10,000 values in a case |
 * | `too-many-entries` | more than 1,000 entries in a list, 500 members, or 200,000 cases in a roster |
 */
export type CaseProblemCode =
  | 'not-a-case'
  | 'unreadable'
  | 'forbidden-key'
  | 'unknown-field'
  | 'nested-roster'
  | 'wrong-type'
  | 'unknown-code'
  | 'invalid-date'
  | 'not-finite'
  | 'not-whole'
  | 'too-many-decimals'
  | 'out-of-range'
  | 'text-too-long'
  | 'duplicate-id'
  | 'too-deep'
  | 'too-many-values'
  | 'too-many-entries';

/** A problem of a case. `zh` and `en` never hold the value of a text, a reference or a sensitive field. */
export interface CaseProblem extends Problem {
  readonly code: CaseProblemCode;
}

/** The most a case may hold. */
export const caseLimits = {
  depth: 64,
  values: 10_000,
  entries: 1_000,
  members: 500,
  roster: 200_000,
  textLength: 2_000,
  magnitude: 1e12,
  years: { min: 1900, max: 2100 },
  decimals: { yuan: 2, other: 4 },
} as const;

const longestKey = 40;

/** Keys can be anything in a hostile or shifted input: they are shortened, and a run of digits that may identify a person is hidden. */
export function showKey(key: string): string {
  if (/\d{11}/.test(key)) return '…';
  return key.length > longestKey ? `${key.slice(0, longestKey)}…` : key;
}

/** Where something is, in the form `household.members[2].schoolStage`. */
export function pathOf(keys: readonly (string | number)[]): string {
  return keys
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      const shown = showKey(key);
      if (!/^[\p{L}_][\p{L}\p{N}_-]*…?$/u.test(shown)) return `[${JSON.stringify(shown)}]`;
      return index === 0 ? shown : `.${shown}`;
    })
    .join('');
}
