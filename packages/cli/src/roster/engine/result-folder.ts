import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileFailure, unusable } from '../../unusable.ts';
import { beside } from '../new-file.ts';

const parts = ['household', 'person', 'rules.parquet', 'statuses.parquet'] as const;

/** A folder of results that appears when it is whole: written beside its place, then renamed. */
export class ResultFolder {
  readonly path: string;
  private readonly temporary: string;

  /** @throws JingzhunError where something else stands in its place. */
  constructor(path: string) {
    if (/^\.(csv|xlsx?|jsonl?)$/i.test(extname(path)))
      throw unusable(
        'result-kind',
        '结果是一个 Parquet 文件夹，请写文件夹的名字',
        'the result is a folder of Parquet files; give the name of a folder',
        { path: '--out' },
      );
    if (!isReplaceable(path))
      throw unusable(
        'not-a-folder',
        '该处已有别的文件。请写一个新文件夹，或以前的结果文件夹',
        'something else is there already; name a new folder, or one that holds an earlier result',
        { path: '--out', file: path },
      );
    this.path = path;
    this.temporary = beside(path);
    try {
      mkdirSync(this.temporary);
    } catch (error) {
      throw fileFailure(error, path);
    }
  }

  /** The folder that it is written to until it is whole. */
  get unfinished(): string {
    return this.temporary;
  }

  /** Where a part of it is written. */
  place(...names: readonly string[]): string {
    const folder = join(this.temporary, ...names.slice(0, -1));
    mkdirSync(folder, { recursive: true });
    return join(this.temporary, ...names);
  }

  publish(): void {
    const before = `${this.temporary}.old`;
    try {
      if (existsSync(this.path)) renameSync(this.path, before);
      renameSync(this.temporary, this.path);
    } catch (error) {
      if (existsSync(before)) renameSync(before, this.path);
      throw fileFailure(error, this.path);
    }
    rmSync(before, { recursive: true, force: true });
  }

  discard(): void {
    rmSync(this.temporary, { recursive: true, force: true });
  }
}

function isReplaceable(path: string): boolean {
  if (!existsSync(path)) return true;
  const names = parts.map(String);
  return statSync(path).isDirectory() && readdirSync(path).every((name) => names.includes(name));
}
