import { fileProblems } from '@jingzhun/schemas';
import type * as z from 'zod';
import type { Faults, SourceFile } from './faults.ts';

/** Holds a file against its schema; undefined where it does not fit, its faults told. */
export function checkStructure<T>(source: SourceFile, schema: z.ZodType<T>, faults: Faults): T | undefined {
  if (isTooMuch(source.data)) {
    faults.at(source, [], 'too-deep', {
      zh: `嵌套超过 ${deepest} 层，或超过 ${mostValues} 项`,
      en: `is nested deeper than ${deepest} levels, or holds more than ${mostValues} values`,
    });
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

const deepest = 64;
const mostValues = 100_000;

/** Looks before anything recurses into the data; what refers to itself is too deep. */
function isTooMuch(data: unknown): boolean {
  const open = [{ value: data, depth: 0 }];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    values += 1;
    if (next.depth > deepest || values > mostValues) return true;
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return false;
}

const forbidden = ['__proto__', 'constructor', 'prototype'];

/** Keys that reach into every object; the schema would pass over some of them in silence. */
function forbiddenKeys(data: unknown): (string | number)[][] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    forbidden.includes(key) ? [[key]] : forbiddenKeys(value).map((path) => [key, ...path]),
  );
}
