import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { NewFile } from '../roster/new-file.ts';
import { fileFailure } from '../unusable.ts';
import type { Planned } from './freeze.ts';

/**
 * Writes all of them and removes what goes, or does none of it: each is written beside its place, then all are put there at once, which
 * no signal interrupts. What was begun is taken away when something fails, or when the user stops it.
 */
export async function writeAll(planned: readonly Planned[], gone: readonly string[] = []): Promise<void> {
  const files: NewFile[] = [];
  const folders: string[] = [];
  const discard = (): void => {
    for (const file of files) file.discard();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
  const interrupted = (): never => {
    discard();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    for (const { path, text } of planned) {
      const made = makeFolder(dirname(path));
      if (made !== undefined) folders.push(made);
      const file = new NewFile(path);
      files.push(file);
      file.write(text);
      await file.close();
    }
    putInPlace(files, gone);
  } catch (error) {
    discard();
    throw error;
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

/** @returns the outermost folder that was made; undefined where all were there. */
function makeFolder(folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw fileFailure(error, folder);
  }
}

/** Without a wait in between: a signal is heard before or after. */
function putInPlace(files: readonly NewFile[], gone: readonly string[]): void {
  const before = new Map<string, string | undefined>();
  let at = '';
  try {
    for (const path of [...files.map((file) => file.path), ...gone]) {
      at = path;
      before.set(path, existsSync(path) ? readFileSync(path, 'utf8') : undefined);
    }
    const done: string[] = [];
    try {
      for (const file of files) {
        at = file.path;
        file.publish();
        done.push(at);
      }
      for (const path of gone) {
        at = path;
        rmSync(path);
        done.push(at);
      }
    } catch (error) {
      for (const path of done) putBack(path, before.get(path));
      throw error;
    }
  } catch (error) {
    throw fileFailure(error, at);
  }
}

function putBack(path: string, text: string | undefined): void {
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
}
