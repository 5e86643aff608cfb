import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Way } from '../../testing/agreement/answers.ts';
import type { Column, Level } from '../columns.ts';
import { duckdb } from '../duckdb.ts';
import { type CaseRows, caseRows } from './case-rows.ts';
import { type ResultColumns, sqlAnswers } from './sql-answers.ts';

export const duckdbWay: Way = {
  name: 'DuckDB',
  ask: async (question) => {
    const connection = await loaded(caseRows(question.policy, question.cases));
    try {
      return await sqlAnswers(question, 'duckdb', (statements) =>
        Promise.all(statements.map(({ sql }) => columnsIn(connection, sql))),
      );
    } finally {
      connection.closeSync();
    }
  },
};

export async function columnsIn(connection: DuckDBConnection, sql: string): Promise<ResultColumns> {
  return (await connection.runAndReadAll(sql)).getColumnsObject();
}

/** An empty database in memory. */
export async function connected(): Promise<DuckDBConnection> {
  return (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
}

/** A database in memory that holds the two tables. */
export async function loaded({ columns, household, person }: CaseRows): Promise<DuckDBConnection> {
  const connection = await connected();
  await load(connection, 'household', ['household_id'], columns.household, household);
  await load(connection, 'person', ['household_id', 'person_id', 'member'], columns.person, person);
  return connection;
}

async function load(
  connection: DuckDBConnection,
  table: Level,
  ids: readonly string[],
  columns: readonly Column[],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const names = [...ids, ...columns.map(({ name }) => name)];
  await connection.run(`CREATE TABLE text_${table} (${names.map((name) => `"${name}" VARCHAR`).join(', ')})`);
  const appender = await connection.createAppender(`text_${table}`);
  for (const row of rows) {
    for (const cell of row) {
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
  const typed = [
    ...ids.map((name) => `CAST(${name} AS ${name === 'person_id' ? 'VARCHAR' : 'BIGINT'}) AS ${name}`),
    ...columns.map(({ name, type }) => `CAST("${name}" AS ${duckdb.type(type)}) AS "${name}"`),
  ];
  await connection.run(`CREATE TABLE ${table} AS SELECT ${typed.join(', ')} FROM text_${table}`);
  await connection.run(`DROP TABLE text_${table}`);
}
