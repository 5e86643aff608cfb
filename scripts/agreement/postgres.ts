import { chownSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Statement } from '../../packages/rules/src/sql/index.ts';
import { tableDdl } from '../../packages/rules/src/sql/index.ts';
import { sqlAnswers } from '../../packages/rules/src/sql/testing/sql-answers.ts';
import type { Question } from '../../packages/rules/src/testing/agreement/question.ts';
import { isThere, type NotRun, run, type Server } from './server.ts';
import { nullText, Tables } from './tables.ts';

const name = 'PostgreSQL';

/** A server in a folder of its own that listens on a socket in there alone. PostgreSQL does not run as root: then it runs as nobody. */
export async function startPostgres(): Promise<Server | NotRun> {
  const binaries = await binariesIn();
  if (binaries === undefined) return { name, why: 'initdb, pg_ctl and psql are not installed' };
  const program = (of: string): string => join(binaries, of);
  const owner = await unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-postgres-'));
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const as = { cwd: folder, ...owner };
  const data = join(folder, 'data');
  await run(program('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], as);
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c jit=off`;
  await run(program('pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'], as);
  const psql = async (script: string): Promise<string> => {
    const file = join(folder, 'script.sql');
    writeFileSync(file, script);
    const { stdout } = await run(
      program('psql'),
      ['-h', folder, '-U', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1', '-f', file],
      { maxBuffer: 2 ** 26 },
    );
    return stdout.trim();
  };
  return {
    way: { name, ask: (question) => ask(question, folder, psql) },
    version: (await psql('SHOW server_version;')).split(' ')[0] as string,
    stop: async () => {
      await run(program('pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], as);
      rmSync(folder, { recursive: true });
    },
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

/** Debian keeps them in a folder for each version. */
async function binariesIn(): Promise<string | undefined> {
  if (await isThere('initdb', '--version')) return '';
  const found = globSync('/usr/{lib/postgresql/*,pgsql-*}/bin/initdb').toSorted().at(-1);
  return found === undefined ? undefined : dirname(found);
}

async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (of) => Number((await run('id', [of, 'nobody'])).stdout)),
  );
  return { uid: uid as number, gid: gid as number };
}
