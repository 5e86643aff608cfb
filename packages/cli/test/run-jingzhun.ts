import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/jingzhun.mjs', import.meta.url));

/** The folder of invented policies. */
export const policies = fileURLToPath(new URL('fixtures/policies', import.meta.url));
export const faulty = fileURLToPath(new URL('fixtures/faulty', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command as a person would, and fails on anything like a stack trace. */
export async function jingzhun(args: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, [bin, ...args], { stdio: 'pipe', env: { ...process.env, NO_COLOR: '1' } });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (/^\s+at .*[:)]\d*/m.test(err) || /node:internal/.test(err)) throw new Error(`a stack trace was shown:\n${err}`);
  return { code, out, err };
}

/** The same with the invented policy, on a day of its force. */
export const sample = (command: string, args: readonly string[], input = ''): Promise<Run> =>
  jingzhun([command, ...args, '--policy', 'sample-2020', '--on', '2020-09-01', '--policies', policies], input);
