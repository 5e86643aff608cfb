import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { fileFailure, unusable } from '../unusable.ts';
import type { SqlSession } from './sql-session.ts';

const open = new Set<string>();
// Also where the command is interrupted: nothing of the roster is left behind.
process.once('exit', () => {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
});

/** DuckDB in this process, with a folder of its own for what does not fit into memory. */
export class Database implements SqlSession {
  private readonly instance: DuckDBInstance;
  readonly folder: string;
  readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string) {
    this.instance = instance;
    this.connection = connection;
    this.folder = folder;
  }

  /** @param place a folder on whose disk there is room. What is past the memory goes there. */
  static async open(place: string, memory = '1GB'): Promise<Database> {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const folder = madeIn(place);
    open.add(folder);
    const instance = await DuckDBInstance.create(join(folder, 'rows.duckdb'), {
      memory_limit: memory,
      // Nothing is fetched from anywhere.
      autoinstall_known_extensions: 'false',
    });
    return new Database(instance, await instance.connect(), folder);
  }

  async rows(sql: string): Promise<DuckDBValue[][]> {
    return (await this.connection.runAndReadAll(sql)).getRows();
  }

  /** Streams the rows of a query, some at a time. */
  async eachRows(
    sql: string,
    take: (rows: readonly (readonly DuckDBValue[])[]) => Promise<void> | undefined,
    file: string,
  ): Promise<void> {
    try {
      const result = await this.connection.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        await take(chunk.getRows());
      }
    } catch (error) {
      throw databaseFailure(error, file);
    }
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
    rmSync(this.folder, { recursive: true, force: true });
    open.delete(this.folder);
  }
}

function madeIn(place: string): string {
  try {
    return mkdtempSync(join(place, '.jingzhun-'));
  } catch (error) {
    throw fileFailure(error, place);
  }
}

/** What DuckDB could not do with a file, in plain words; anything else as it came. */
export function databaseFailure(error: unknown, file: string): unknown {
  const message = error instanceof Error && error.name !== 'JingzhunError' ? error.message : '';
  // What is wrong with the SQL is nobody's file.
  if (/^(Parser|Binder|Catalog) Error/.test(message)) return error;
  const found = failures.find(([pattern]) => pattern.test(message));
  if (found === undefined) return damaged.test(message) ? damagedParquet(file) : error;
  const [, code, zh, en] = found;
  return unusable(code, zh, en, { file });
}

const failures: readonly (readonly [pattern: RegExp, code: string, zh: string, en: string])[] = [
  [/No space left|max_temp_directory_size/i, 'file', '磁盘空间不足', 'no space is left on the disk'],
  [/Could not write|File too large/i, 'file', '写入失败', 'could not be written'],
  [/Permission denied/i, 'file', '没有读写权限', 'permission denied'],
  [/Read-only file system/i, 'file', '只读磁盘，不能写入', 'the disk is read-only'],
  [
    /^Out of Memory Error|Failed to allocate/i,
    'file',
    '内存不足，读不完。文件损坏时也会如此，可重新生成或重新复制',
    'there is not enough memory to read it; that can also be because it is damaged, so make it or copy it again',
  ],
];

const damaged =
  /No magic bytes|too small to be a Parquet|Parquet|Thrift|TProtocol|Snappy|ZSTD|decompress|Could not read enough bytes/i;

/** A Parquet file that does not hold what its form promises. */
export const damagedParquet = (file: string) =>
  unusable(
    'damaged',
    'Parquet 文件已损坏或不完整，读不出来。请重新生成或重新复制',
    'the Parquet file is damaged or cut off and cannot be read; make it or copy it again',
    { file },
  );
