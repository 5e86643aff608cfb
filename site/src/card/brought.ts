import type { Case } from '@jingzhun/rules';

/** A household as the calculator hands it over: it stays in the tab. */
export interface Brought {
  readonly policy: string;
  readonly release: string;
  readonly on: string;
  readonly case: Case;
  /** What the members are called, in the order of the case. */
  readonly names: readonly string[];
}

export const broughtKey = 'jingzhun-card';

/** What was handed over: undefined where there is nothing, null where it cannot be used. */
export function broughtFrom(text: string | null): Brought | undefined | null {
  if (text === null) return undefined;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(found) || !isObject(found.case)) return null;
  const { policy, release, on, names = [] } = found;
  if (typeof policy !== 'string' || typeof release !== 'string' || typeof on !== 'string') return null;
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) return null;
  return { policy, release, on, case: found.case as Case, names };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
