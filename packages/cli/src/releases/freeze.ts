import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOfFiles, type PolicyFiles } from '@jingzhun/rules/load';
import { NewFile } from '../roster/new-file.ts';
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

/** Writes all of them or none: each beside its place, then all renamed. */
export async function writeAll(planned: readonly Planned[]): Promise<void> {
  const files: NewFile[] = [];
  const before = new Map<string, string>();
  const published: string[] = [];
  try {
    for (const { path, text } of planned) {
      mkdirSync(dirname(path), { recursive: true });
      const file = new NewFile(path);
      files.push(file);
      file.write(text);
      await file.close();
    }
    for (const file of files) {
      if (existsSync(file.path)) before.set(file.path, readFileSync(file.path, 'utf8'));
    }
    for (const file of files) {
      file.publish();
      published.push(file.path);
    }
  } catch (error) {
    for (const file of files) file.discard();
    for (const path of published) {
      const text = before.get(path);
      if (text === undefined) rmSync(path);
      else writeFileSync(path, text);
    }
    throw error;
  }
}
