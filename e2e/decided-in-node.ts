import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Case } from '../packages/rules/src/index.ts';

/** What a page should show of a case: findings as "rule person status", and what is certain a year in yuan. */
export interface Expected {
  readonly findings: readonly string[];
  readonly certain: number;
}

/** A page of the calculator, and the cases of the policy's tests that are about it. */
export interface PageCases {
  readonly policy: string;
  readonly subject: string;
  readonly cases: readonly { readonly case: Case; readonly on: string; readonly fragment: string }[];
}

/** The library in Node, apart from the test runner's own way of loading modules. */
export function decidedInNode(
  policy: string,
  subject: string,
  cases: readonly { readonly case: Case; readonly on: string }[],
): readonly Expected[] {
  return run('decide-cases.ts', JSON.stringify({ policy, subject, cases })) as Expected[];
}

/** Every page of the calculator. */
export function pagesWithCases(): readonly PageCases[] {
  return run('policy-cases.ts', '') as PageCases[];
}

function run(script: string, input: string): unknown {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=@jingzhun/source', join(import.meta.dirname, script)],
    { input, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
