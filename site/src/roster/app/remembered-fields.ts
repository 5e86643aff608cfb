import type { FieldChoices } from '../protocol.ts';

/** What the device keeps of tables that were matched before, if asked: a fingerprint of the headers, the fields and the policy, no value. */
const key = 'jingzhun-roster-columns';
/** Kinds of table; the oldest goes first. */
const most = 20;

type Remembered = readonly (readonly [fingerprint: string, fields: FieldChoices, policy?: string])[];

function all(): Remembered {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found)
      ? (found as Remembered).filter((each) => Array.isArray(each) && Array.isArray(each[1]))
      : [];
  } catch {
    return [];
  }
}

function keep(remembered: Remembered): void {
  try {
    if (remembered.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(remembered.slice(-most)));
  } catch {
    // Storage is switched off or full: nothing is remembered.
  }
}

const without = (fingerprint: string): Remembered => all().filter(([known]) => known !== fingerprint);

/** The fields of a table of this kind, as far as they still exist. */
export function rememberedFields(fingerprint: string, exists: (field: string) => boolean): FieldChoices | undefined {
  const found = all().find(([known]) => known === fingerprint)?.[1];
  return found?.map((field) => (typeof field === 'string' && exists(field) ? field : null));
}

/** The policy that a table of this kind was checked by last. */
export function rememberedPolicy(fingerprint: string): string | undefined {
  const policy: unknown = all().find(([known]) => known === fingerprint)?.[2];
  return typeof policy === 'string' ? policy : undefined;
}

export const rememberFields = (fingerprint: string, fields: FieldChoices, policy: string): void =>
  keep([...without(fingerprint), [fingerprint, fields, policy]]);

export const forgetFields = (fingerprint: string): void => keep(without(fingerprint));
