import type { DuckDBConnection } from '@duckdb/node-api';
import { columnsOf, type Level } from '../../packages/rules/src/sql/columns.ts';
import { caseRows } from '../../packages/rules/src/sql/testing/case-rows.ts';
import { columnsIn, loaded } from '../../packages/rules/src/sql/testing/in-duckdb.ts';
import type { ResultColumns } from '../../packages/rules/src/sql/testing/sql-answers.ts';
import type { Question } from '../../packages/rules/src/testing/agreement/question.ts';

const levels: readonly Level[] = ['household', 'person'];

/** How NULL is written in CSV, so that an empty text stays one. */
export const nullText = '\\N';

/** DuckDB carries households to another database and results back, in files. */
export class Tables {
  private readonly connection: DuckDBConnection;
  private readonly question: Question;

  private constructor(connection: DuckDBConnection, question: Question) {
    this.connection = connection;
    this.question = question;
  }

  static async of(question: Question): Promise<Tables> {
    return new Tables(await loaded(caseRows(question.policy, question.cases)), question);
  }

  /** Lists as PostgreSQL writes them. */
  async toCsv(folder: string): Promise<void> {
    const columns = columnsOf(this.question.policy);
    for (const level of levels) {
      const lists = columns[level].filter(({ type }) => type.kind === 'list').map(({ name }) => name);
      const written = lists.map((name) => `'{' || array_to_string("${name}", ',') || '}' AS "${name}"`);
      const select = lists.length === 0 ? '*' : `* REPLACE (${written.join(', ')})`;
      await this.connection.run(
        `COPY (SELECT ${select} FROM ${level}) TO '${folder}/${level}.csv' (FORMAT csv, HEADER, NULLSTR '${nullText}')`,
      );
    }
  }

  async toParquet(folder: string): Promise<void> {
    for (const level of levels) {
      await this.connection.run(`COPY ${level} TO '${folder}/${level}.parquet' (FORMAT parquet)`);
    }
  }

  readCsv(file: string): Promise<ResultColumns> {
    const options = `header = true, all_varchar = true, nullstr = '${nullText}'`;
    return columnsIn(this.connection, `SELECT * FROM read_csv('${file}', ${options})`);
  }

  readParquet(folder: string): Promise<ResultColumns> {
    return columnsIn(this.connection, `SELECT * FROM read_parquet('${folder}/*.parquet')`);
  }

  close(): void {
    this.connection.closeSync();
  }
}
