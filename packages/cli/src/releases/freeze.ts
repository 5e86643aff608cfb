import { dirname, join } from 'node:path';
import { digestOfFiles, type PolicyFiles } from '@jingzhun/rules/load';
import { type Lock, lockName, releasePath } from './store.ts';

/** A text that is to stand at a path. */
export interface Planned {
  readonly path: string;
  readonly text: string;
}

/** The content of a release and its line in the lock. */
export function frozen(folder: string, files: PolicyFiles, lock: Lock): Planned[] {
  const { id, releases } = files.policy;
  const { version = '', date = '' } = releases.at(-1) ?? {};
  const next = { ...lock, [id]: { ...lock[id], [version]: { date, digest: digestOfFiles(files) } } };
  const sorted = Object.fromEntries(Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1)));
  return [
    { path: releasePath(folder, version), text: asJson(files) },
    { path: join(dirname(folder), lockName), text: asJson(sorted) },
  ];
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
