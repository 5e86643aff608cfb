import { fileProblems } from '@jingzhun/schemas';
import type * as z from 'zod';
import type { Faults, SourceFile } from './faults.ts';
import { firstExcess } from './plain-data.ts';

/** Holds a file against its schema; undefined where it does not fit, its faults told. */
export function checkStructure<T>(source: SourceFile, schema: z.ZodType<T>, faults: Faults): T | undefined {
  const excess = firstExcess(source.data, limits);
  if (excess !== undefined) {
    faults.at(source, excess.path, excess.code, excess.wording);
    return undefined;
  }
  for (const path of forbiddenKeys(source.data)) {
    faults.at(source, path, 'forbidden-key', {
      zh: `不允许使用键 ${path.at(-1)}`,
      en: `the key ${path.at(-1)} is not allowed`,
    });
  }
  const result = schema.safeParse(source.data);
  if (result.success) return result.data;
  for (const { code, keys, zh, en } of fileProblems(result.error, source.data)) {
    faults.at(source, keys, code, { zh, en });
  }
  return undefined;
}

/** Far above what any policy needs. */
const limits = { depth: 64, values: 100_000, entries: 1000, text: 10_000 } as const;

const forbidden = ['__proto__', 'constructor', 'prototype'];

/** Keys that reach into every object; the schema would pass over some of them in silence. */
function forbiddenKeys(data: unknown): (string | number)[][] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    forbidden.includes(key) ? [[key]] : forbiddenKeys(value).map((path) => [key, ...path]),
  );
}
