import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';

/** An input that cannot be used: the command ends with exit code 2, one line for each problem, and nothing written. */
export function unusable(code: string, zh: string, en: string, more?: Partial<Problem>): JingzhunError {
  return new JingzhunError(code, [{ code, path: '', zh, en, ...more }]);
}

/** One line for people: where, what in both languages. */
export function problemLine({ file, line, path, zh, en }: Problem): string {
  const place = file === undefined ? '' : line === undefined ? file : `${file}:${line}`;
  return [place, path, `${zh} | ${en}`]
    .filter((part) => part !== '')
    .join('  ')
    .replace(/\s*[\r\n]+\s*/g, ' ');
}

const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ['没有此文件或文件夹', 'there is no such file or folder'],
  EACCES: ['没有读写权限', 'permission denied'],
  EPERM: ['没有读写权限', 'permission denied'],
  EISDIR: ['是文件夹，应为文件', 'is a folder and should be a file'],
  ENOTDIR: ['路径中有一段不是文件夹', 'a part of the path is no folder'],
  ENOSPC: ['磁盘空间不足', 'no space is left on the disk'],
  EROFS: ['只读磁盘，不能写入', 'the disk is read-only'],
  EMFILE: ['打开的文件过多', 'too many files are open'],
};

/** A failure of the file system in plain words; anything else as it came. */
export function fileFailure(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (error instanceof JingzhunError || typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return error;
  const [zh, en] = reasons[code] ?? [`读写失败（${code}）`, `cannot be read or written (${code})`];
  return unusable('file', zh, en, { file });
}
