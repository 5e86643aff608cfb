import { fileProblems } from '@jingzhun/schemas';
import type * as z from 'zod';
import type { Faults, SourceFile } from './faults.ts';

/** Holds a file against its schema; undefined where it does not fit, its faults told. */
export function checkStructure<T>(source: SourceFile, schema: z.ZodType<T>, faults: Faults): T | undefined {
  const result = schema.safeParse(source.data);
  if (result.success) return result.data;
  for (const { code, keys, zh, en } of fileProblems(result.error, source.data)) {
    faults.at(source, keys, code, { zh, en });
  }
  return undefined;
}
