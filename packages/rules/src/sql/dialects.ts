import { JingzhunError } from '@jingzhun/schemas/problem';
import type { Dialect, DialectName } from './dialect.ts';
import { duckdb } from './duckdb.ts';
import { postgres } from './postgres.ts';
import { spark } from './spark.ts';

export const dialects: Readonly<Record<DialectName, Dialect>> = { duckdb, postgres, spark };

export function dialectOf(name: string): Dialect {
  const names = Object.keys(dialects);
  if (Object.hasOwn(dialects, name)) return dialects[name as DialectName];
  throw wrongChoice('dialect', names);
}

/** The error for an option that is none of its values. */
export function wrongChoice(path: 'dialect' | 'form', names: readonly string[]): JingzhunError {
  const list = names.join(', ');
  const code = `wrong-${path}` as const;
  return new JingzhunError(code, [{ code, path, zh: `应为下列之一：${list}`, en: `should be one of ${list}` }]);
}
