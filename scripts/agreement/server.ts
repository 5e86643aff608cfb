import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Way } from '../../packages/rules/src/testing/agreement/answers.ts';

/** A database that the run starts for itself, and stops. */
export interface Server {
  readonly way: Way;
  readonly version: string;
  stop(): Promise<void>;
}

/** Why a database is not asked. */
export interface NotRun {
  readonly name: string;
  readonly why: string;
}

/** Runs a program to its end and gives what it printed. */
export const run = promisify(execFile);

/** Can the program be started at all? */
export async function isThere(program: string, ...args: string[]): Promise<boolean> {
  return run(program, args).then(
    () => true,
    () => false,
  );
}
