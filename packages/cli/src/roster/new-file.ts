import { createWriteStream, existsSync, openSync, renameSync, rmSync, statSync, type WriteStream } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileFailure, unusable } from '../unusable.ts';
import { filesOf } from './table-source.ts';

/** Where a file is written until it is whole: in the same folder, so that it only has to be renamed. */
export const beside = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.part`);

/** A file that appears when it is whole: written beside its place, then renamed. */
export class NewFile {
  readonly path: string;
  readonly temporary: string;
  private readonly stream: WriteStream;
  private failure: unknown;
  private waiting = '';

  constructor(path: string, temporary = beside(path)) {
    this.path = path;
    this.temporary = temporary;
    this.stream = createWriteStream(this.temporary, { fd: opened(this.temporary, path) });
    this.stream.on('error', (error) => {
      this.failure ??= error;
    });
  }

  write(text: string): void {
    this.waiting += text;
  }

  /** Hands over what was written so far and waits for the disk. */
  async flush(): Promise<void> {
    if (this.failure !== undefined) throw fileFailure(this.failure, this.path);
    const text = this.waiting;
    this.waiting = '';
    if (text === '' || this.stream.write(text)) return;
    await new Promise<void>((go) => {
      const done = () => {
        this.stream.off('drain', done).off('close', done);
        go();
      };
      this.stream.once('drain', done).once('close', done);
    });
    if (this.failure !== undefined) throw fileFailure(this.failure, this.path);
  }

  async close(): Promise<void> {
    await this.flush();
    try {
      await new Promise<void>((done, failed) => {
        this.stream.once('error', failed);
        this.stream.end(() => done());
      });
    } catch (error) {
      throw fileFailure(this.failure ?? error, this.path);
    }
  }

  /** Puts the closed file in its place. */
  publish(): void {
    try {
      renameSync(this.temporary, this.path);
    } catch (error) {
      throw fileFailure(error, this.path);
    }
  }

  discard(): void {
    this.stream.destroy();
    rmSync(this.temporary, { force: true });
  }
}

/** Opened at once, so that what is discarded at once does not appear afterwards. */
function opened(temporary: string, path: string): number {
  try {
    return openSync(temporary, 'wx');
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** Does a name ask for a CSV, or for nothing in particular? */
export const isCsvName = (path: string): boolean => ['', '.csv', '.txt'].includes(extname(path).toLowerCase());

/** Written as a CSV, whatever else the command can write. */
const alwaysCsv = ['--errors', '--csv'];

/** Refuses targets that would overwrite the input or each other, that are no place for a file, or name another kind than is written. */
export function checkTargets(
  input: string | undefined,
  targets: readonly { readonly option: string; readonly path: string }[],
): void {
  const inputs = input === undefined ? [] : [input, ...filesOf(input)];
  const seen = new Map(inputs.map((file) => [identity(file), '']));
  for (const { option, path } of targets) {
    const own = identity(path);
    if (seen.has(own)) {
      const other = seen.get(own);
      throw other === ''
        ? unusable('overwrites-input', '与输入是同一个文件，请另选文件名', 'is the input itself; choose another name', {
            path: option,
          })
        : unusable(
            'same-target',
            `与 ${other} 是同一个文件，请另选文件名`,
            `is the same file as ${other}; choose another name`,
            { path: option },
          );
    }
    seen.set(own, option);
    if (alwaysCsv.includes(option) && !isCsvName(path)) {
      const ending = extname(path);
      throw unusable('result-kind', `不能写成 ${ending}，请用 .csv`, `cannot be written as ${ending}; use .csv`, {
        path: option,
      });
    }
    if (existsSync(path) && !statSync(path).isFile()) {
      throw unusable('not-a-file', '不是普通文件，请另选文件名', 'is no ordinary file; choose another name', {
        path: option,
      });
    }
    if (!existsSync(dirname(resolve(path)))) {
      throw unusable('file', '没有该文件夹', 'there is no such folder', { path: option, file: dirname(path) });
    }
  }
}

/** The file behind a name, whatever links lead to it. */
function identity(path: string): string {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return resolve(path);
  }
}
