import type { Client } from 'pg';
import { unusable } from '../unusable.ts';
import type { SqlSession } from './sql-session.ts';

/** A connection to PostgreSQL. Problems never name what it was made with: there may be a password in it. */
export class Postgres implements SqlSession {
  private readonly client: Client;
  private readonly settings: ClientSettings;
  private lost = false;
  private committing = false;

  private constructor(client: Client, settings: ClientSettings) {
    this.client = client;
    this.settings = settings;
    // Every later query fails, and says so.
    client.on('error', () => {
      this.lost = true;
    });
  }

  /** @param url `postgres://…`; the usual variables PGHOST, PGUSER and so on where it is left out. */
  static async open(url: string | undefined): Promise<Postgres> {
    const settings = { ...(url === undefined ? {} : { connectionString: url }), ...always };
    try {
      if (url !== undefined && !/^postgres(ql)?:\/\//.test(url)) throw { code: 'ERR_INVALID_URL' };
      const client = await clientOf(settings);
      const session = new Postgres(client, settings);
      await client.connect();
      return session;
    } catch (error) {
      throw noConnection(error as Failure);
    }
  }

  async rows(sql: string): Promise<unknown[][]> {
    try {
      return (await this.client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
    } catch (error) {
      throw this.failure(error as Failure);
    }
  }

  async commit(): Promise<void> {
    this.committing = true;
    await this.rows('COMMIT');
  }

  /** Ends what the server is at, so that it does not go on for nobody. */
  async cancel(): Promise<void> {
    try {
      const other = await clientOf(this.settings);
      await other.connect();
      await other.query('SELECT pg_cancel_backend($1)', [(this.client as unknown as { processID: number }).processID]);
      await other.end();
    } catch {
      // Then it ends when it next looks for this one.
      void this.close();
    }
  }

  /** What was not committed is undone by the server. */
  async close(): Promise<void> {
    await this.client.end().catch(() => {});
  }

  private failure(error: Failure): unknown {
    const { state, said } = told(error);
    if (this.lost || state === undefined || /^(08|57P|25P03)/.test(state))
      return this.committing
        ? unusable(
            'connection-lost',
            '提交时与 PostgreSQL 的连接中断。请查看结果模式是否存在：存在即完整，不存在则没有写入',
            'the connection to PostgreSQL was lost at the commit; look for the schema of the result: if it is there it is whole, else nothing was written',
          )
        : unusable(
            'connection-lost',
            '与 PostgreSQL 的连接中断，没有写入任何结果。请重新运行',
            'the connection to PostgreSQL was lost and nothing was written; run again',
          );
    return unusable(
      'database',
      `PostgreSQL 未能执行（${state}）：${said}。没有写入任何结果`,
      `PostgreSQL could not do it (${state}): ${said}; nothing was written`,
    );
  }
}

interface ClientSettings {
  readonly connectionString?: string;
}

const always = { application_name: 'jingzhun', keepAlive: true, connectionTimeoutMillis: 30_000 };

async function clientOf(settings: ClientSettings): Promise<Client> {
  const { default: pg } = await import('pg');
  return new pg.Client(settings);
}

/** An error of the library or of the server: the server's have a code of five signs, with a digit among them. */
interface Failure {
  readonly code?: string;
  readonly message?: string;
}

/** What the server says, if it is the server that speaks. */
function told({ code, message = '' }: Failure): { readonly state: string | undefined; readonly said: string } {
  const isState = code !== undefined && /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
  return { state: isState ? code : undefined, said: isState ? (message.split('\n')[0] ?? '').slice(0, 300) : '' };
}

const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ERR_INVALID_URL: [
    '连接应写作 postgres://用户@主机:5432/数据库，其中的特殊字符用 % 编码',
    'a connection is written postgres://user@host:5432/database, with special characters as %',
  ],
  ECONNREFUSED: ['该处没有服务器应答', 'no server answers there'],
  ENOENT: ['没有该套接字', 'there is no such socket'],
  ENOTFOUND: ['没有该主机', 'there is no such host'],
  EAI_AGAIN: ['查不到该主机', 'the host cannot be looked up'],
  '28P01': ['用户名或密码不符', 'the server does not accept the user or the password'],
  '28000': ['服务器不允许该用户这样连接', 'the server does not let this user connect like this'],
  '3D000': ['没有该数据库', 'there is no such database'],
  '53300': ['服务器的连接已满', 'the server has no connection left'],
};

function noConnection(error: Failure): unknown {
  const { state, said } = told(error);
  const more = state === undefined ? (error.code ?? '') : `${state}: ${said}`;
  const known = /password must be a string/.test(error.message ?? '')
    ? ['服务器要求密码。请用 PGPASSWORD 或 ~/.pgpass', 'the server asks for a password; use PGPASSWORD or ~/.pgpass']
    : (reasons[error.code ?? ''] ?? [`连接失败 ${more}`.trim(), `connecting failed ${more}`.trim()]);
  return unusable(
    'no-connection',
    `连不上 PostgreSQL：${known[0]}。请检查 --connection 或 PGHOST、PGUSER 等环境变量`,
    `cannot connect to PostgreSQL: ${known[1]}; check --connection, or the variables PGHOST, PGUSER and so on`,
    { path: '--connection' },
  );
}
