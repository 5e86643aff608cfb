import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileFailure } from '../unusable.ts';
import { Database, databaseFailure } from './duckdb.ts';
import { beside, NewFile } from './new-file.ts';
import type { ResultColumns, ResultFile } from './result-file.ts';
import { sqlName, sqlText } from './sql-session.ts';

/** A Parquet file of texts, null where a cell is empty. Rows are kept as CSV beside its place until all are there. */
export class ParquetResult implements ResultFile {
  private readonly path: string;
  private readonly names: readonly string[];
  private readonly rows: NewFile;
  private readonly temporary: string;

  constructor(path: string, { headers }: ResultColumns) {
    this.path = path;
    this.names = distinct(headers);
    this.rows = new NewFile(path, beside(`${path}.rows`));
    this.temporary = beside(path);
  }

  write(rows: readonly (readonly string[])[]): Promise<void> {
    this.rows.write(rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join(''));
    return this.rows.flush();
  }

  async close(): Promise<void> {
    await this.rows.close();
    const database = await Database.open(dirname(this.path));
    const columns = this.names.map((name) => `${sqlText(name)}: 'VARCHAR'`).join(', ');
    try {
      await database.connection.run(`
        copy (
          select ${this.names.map(sqlName).join(', ')} from read_csv(${sqlText(this.rows.temporary)}, columns = {${columns}},
            auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '')
        ) to ${sqlText(this.temporary)} (format parquet, compression zstd, use_tmp_file false)`);
    } catch (error) {
      throw databaseFailure(error, this.path);
    } finally {
      database.close();
    }
    this.rows.discard();
  }

  publish(): void {
    try {
      renameSync(this.temporary, this.path);
    } catch (error) {
      throw fileFailure(error, this.path);
    }
  }

  discard(): void {
    this.rows.discard();
    rmSync(this.temporary, { force: true });
  }
}

const quoted = (cell: string): string => (cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`);

/** Columns of a database have names of their own, whatever the case; headers need not. */
function distinct(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    let name = header.trim() === '' ? `column ${index + 1}` : header;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${header} (${number})`;
    taken.add(name.toLowerCase());
    return name;
  });
}
