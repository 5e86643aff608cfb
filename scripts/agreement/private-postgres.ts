import { chownSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isThere, run } from './server.ts';

/** A PostgreSQL of its own, as the user `postgres`. */
export interface PrivatePostgres {
  /** It listens on a socket in there alone, and both sides may write there. */
  readonly folder: string;
  /** Runs a script and gives what it prints. */
  psql(script: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts one in a folder of its own; undefined where none is installed. PostgreSQL does not run as root: then it runs as nobody. */
export async function startPrivatePostgres(): Promise<PrivatePostgres | undefined> {
  const binaries = await binariesIn();
  if (binaries === undefined) return undefined;
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
    folder,
    psql,
    stop: async () => {
      await run(program('pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], as);
      rmSync(folder, { recursive: true });
    },
  };
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
