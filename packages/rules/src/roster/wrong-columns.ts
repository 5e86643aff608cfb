import { JingzhunError } from '@jingzhun/schemas/problem';
import { problemAt } from '../compile/read.ts';

/** What is wrong: code, path, and the right form in Chinese and English. */
export type Wrong = readonly [code: string, path: string, zh: string, en: string];

export function wrongColumns(wrongs: readonly Wrong[]): JingzhunError {
  return new JingzhunError(
    'wrong-columns',
    wrongs.map(([code, path, zh, en]) => problemAt(path, code, zh, en)),
  );
}
