import type { Question } from '../roster/decide-rows.ts';
import { decideSchema } from '../roster/engine/decide-schema.ts';
import { ProblemsFile } from '../roster/engine/problems-file.ts';
import { checkTargets } from '../roster/new-file.ts';
import { Postgres } from '../roster/postgres.ts';
import { unusable } from '../unusable.ts';
import type { RosterOptions } from './roster-options.ts';
import { reportTables } from './roster-report.ts';
import { wholeRun } from './whole-run.ts';

/** `jingzhun roster --engine postgres`: the tables of a schema to tables of a new schema, which is there whole or not at all. */
export async function decideInPostgres(schema: string, question: Question, options: RosterOptions): Promise<void> {
  checkSchema(schema, '');
  checkSchema(options.out, '--out');
  if (options.errors !== undefined) checkTargets(undefined, [{ option: '--errors', path: options.errors }]);
  const session = await Postgres.open(options.connection);
  let problems: ProblemsFile | undefined;
  try {
    const decided = await wholeRun(
      question.language,
      async (run) => {
        const cancel = () => session.cancel();
        run.signal.addEventListener('abort', cancel);
        const own = await decideSchema(session, { from: schema, to: options.out }, question, run);
        if (options.errors !== undefined) problems = new ProblemsFile(options.errors, question.language);
        await problems?.write(own.problems);
        run.signal.throwIfAborted();
        run.signal.removeEventListener('abort', cancel);
        await session.commit();
        problems?.publish();
        return own;
      },
      () => problems?.discard(),
    );
    await reportTables(question, decided, { engine: 'postgres', name: 'PostgreSQL', format: 'PostgreSQL' }, options);
  } finally {
    await session.close();
  }
}

/** PostgreSQL cuts longer names off, and a name like a file's is a mistake. */
function checkSchema(name: string, path: string): void {
  if (name !== '' && Buffer.byteLength(name) <= 63 && !/[./\\]/.test(name)) return;
  throw unusable(
    'wrong-schema',
    `${name} 不是模式名。用 --engine postgres 时，花名册和 --out 都写模式名：最多 63 字节，不含 . 和 /`,
    `${name} is no name of a schema; with --engine postgres the roster and --out are both schemas: at most 63 bytes, without . and /`,
    { path },
  );
}
