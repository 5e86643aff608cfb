import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Asked, bounds, type Told } from './command-process.ts';

const bin = fileURLToPath(new URL('../../packages/cli/bin/jingzhun.mjs', import.meta.url));
const measured = new URL('./measured-exit.ts', import.meta.url).href;

/** The command as people start it: a process for each run. */
export async function spawnedCommand({ args, folder }: Asked): Promise<Told | { readonly ended: string }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', measured, bin, ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', TMPDIR: `${folder}.tmp` },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: bounds.clockSeconds * 1000,
    killSignal: 'SIGKILL',
  });
  const [, stdout, stderr, told] = child.stdio;
  const closed = new Promise<[number | null, string | null]>((resolve) =>
    child.once('close', (code, signal) => resolve([code, signal])),
  );
  const [out, err, taken, [code, signal]] = await Promise.all([
    text(stdout as NodeJS.ReadableStream),
    text(stderr as NodeJS.ReadableStream),
    text(told as NodeJS.ReadableStream),
    closed,
  ]);
  if (code === null || taken === '') return { ended: `the process ended with ${signal ?? code}: ${err.slice(-2000)}` };
  return {
    code,
    out,
    err,
    strays: [],
    leftInTemporary: readdirSync(`${folder}.tmp`),
    milliseconds: performance.now() - start,
    ...(JSON.parse(taken) as Pick<Told, 'prototypes' | 'processor' | 'megabytes'>),
  };
}
