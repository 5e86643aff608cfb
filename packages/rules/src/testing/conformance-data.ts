import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../../../shared/conformance/', import.meta.url);

/** Are the recorded answers of json-rules-engine there? They are no part of the project. */
export const conformanceIsThere = existsSync(folder);

if (!conformanceIsThere) console.warn('The conformance data of json-rules-engine is not there: its tests are skipped.');

export type Data = Readonly<Record<string, unknown>>;

/** An operator with two operands, and what it answers. */
export interface MatrixRow {
  readonly op: string;
  readonly lhs: unknown;
  readonly rhs: unknown;
  readonly label: string;
  readonly expected: unknown;
  readonly wellTyped: boolean;
}

/** Conditions with facts missing, and what all their completions come to. */
export interface UnknownRow {
  readonly name: string;
  readonly rules: readonly { readonly conditions: unknown }[];
  readonly known: Data;
  readonly unknown: readonly string[];
  readonly domain: Readonly<Record<string, readonly unknown[]>>;
  readonly completions: 'always-true' | 'always-false' | 'mixed';
}

/** Whole rules with facts, and the events. */
export interface CaseRow {
  readonly name: string;
  readonly origin: string;
  readonly rules: readonly Data[];
  readonly facts?: Data;
  readonly conditions?: Data;
  readonly expected: { readonly outcome: 'ok' | 'error'; readonly events?: readonly { readonly type: string }[] };
}

const read = (name: string): never[] =>
  conformanceIsThere ? (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as never[]) : [];

export const matrixRows = (): MatrixRow[] => read('matrix.json');
export const unknownRows = (): UnknownRow[] => read('unknown.json');
export const caseRows = (): CaseRow[] => read('cases.json');

/** A value that is missing or undefined, as a case leaves it out. */
export const absent = Symbol('absent');

/** A value of the data, its tags taken off. */
export function untagged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untagged);
  if (typeof value !== 'object' || value === null) return value;
  const tag = (value as Data).$;
  switch (tag) {
    case 'NaN':
      return Number.NaN;
    case 'Infinity':
      return Number.POSITIVE_INFINITY;
    case '-Infinity':
      return Number.NEGATIVE_INFINITY;
    case '-0':
      return -0;
    case 'undefined':
    case 'missing':
      return absent;
    case 'date':
      return new Date((value as Data).v as string);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, untagged(each)]));
}

/** Facts of a row without those that are missing. */
export function given(facts: Data): Data {
  return Object.fromEntries(
    Object.entries(facts)
      .map(([name, value]) => [name, untagged(value)] as const)
      .filter(([, value]) => value !== absent && value !== null),
  );
}
