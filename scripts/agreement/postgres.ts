import type { Statement } from '../../packages/rules/src/sql/index.ts';
import { tableDdl } from '../../packages/rules/src/sql/index.ts';
import { sqlAnswers } from '../../packages/rules/src/sql/testing/sql-answers.ts';
import type { Question } from '../../packages/rules/src/testing/agreement/question.ts';
import { startPrivatePostgres } from './private-postgres.ts';
import type { NotRun, Server } from './server.ts';
import { nullText, Tables } from './tables.ts';

const name = 'PostgreSQL';

export async function startPostgres(): Promise<Server | NotRun> {
  const postgres = await startPrivatePostgres();
  if (postgres === undefined) return { name, why: 'initdb, pg_ctl and psql are not installed' };
  const { folder, psql, stop } = postgres;
  return {
    way: { name, ask: (question) => ask(question, folder, psql) },
    version: (await psql('SHOW server_version;')).split(' ')[0] as string,
    stop,
  };
}

async function ask(question: Question, folder: string, psql: (script: string) => Promise<string>) {
  const tables = await Tables.of(question);
  try {
    await tables.toCsv(folder);
    const created = tableDdl(question.policy, { dialect: 'postgres' }).map(
      (table) => `DROP TABLE IF EXISTS ${table.name};
${table.sql};
\\copy ${table.name} FROM '${folder}/${table.name}.csv' WITH (FORMAT csv, HEADER, NULL '${nullText}')
ANALYZE ${table.name};`,
    );
    await psql(created.join('\n'));
    return await sqlAnswers(question, 'postgres', async (statements) => {
      await psql(statements.map((each) => resultOf(each, folder)).join('\n'));
      return Promise.all(statements.map((each) => tables.readCsv(`${folder}/${each.name}-result.csv`)));
    });
  } finally {
    tables.close();
  }
}

function resultOf(statement: Statement, folder: string): string {
  const table = `${statement.name}_result`;
  const file = `${folder}/${statement.name}-result.csv`;
  return `CREATE TEMPORARY TABLE ${table} AS
${statement.sql};
\\copy ${table} TO '${file}' WITH (FORMAT csv, HEADER, NULL '${nullText}')`;
}
