import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Policy } from '@jingzhun/rules';
import type { SourceFile } from '@jingzhun/rules/load';
import { type PolicyTest, policyTestsFrom, runPolicyTest } from '@jingzhun/rules/policy-test';
import type { Problem } from '@jingzhun/schemas/problem';
import { readYaml } from './policy-folder.ts';

/**
 * The files in which tests of a policy stand: one for each section, then one for each release that changed what they
 * ask, then the draft of the next. A test of a release takes the place of those of its name.
 */
export function testSources(folder: string, draft?: SourceFile): SourceFile[] {
  const tests = join(folder, 'tests');
  const names = existsSync(tests) ? readdirSync(tests).filter((name) => name.endsWith('.yaml')) : [];
  const files = names
    .sort((a, b) => Number(isOfRelease(a)) - Number(isOfRelease(b)) || a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => readYaml(join(tests, name), `${basename(folder)}/tests/${name}`));
  return draft === undefined ? files : [...files, testsOfDraft(draft)];
}

const isOfRelease = (name: string): boolean => /(^|\/)(\d+\.\d+\.\d+|draft)\.yaml$/.test(name);

/** The tests in a draft, as a file of tests. */
function testsOfDraft({ file, data, lineOf }: SourceFile): SourceFile {
  const { tests = [] } = data as { tests?: unknown };
  return {
    file,
    data: tests,
    ...(lineOf === undefined ? {} : { lineOf: (path) => lineOf(['tests', ...path]) }),
  };
}

interface Placed {
  readonly test: PolicyTest;
  readonly source: SourceFile;
}

/** The tests that count, and what cannot be read of them. */
export function readTests(sources: readonly SourceFile[]): {
  readonly tests: readonly Placed[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  let tests: Placed[] = [];
  for (const source of sources) {
    const read = policyTestsFrom(source.data);
    for (const problem of read.problems) {
      problems.push({ ...problem, file: source.file, ...lineOf(source, Number(problem.path.split('.')[0])) });
    }
    const names = new Set(read.tests.map(({ name }) => name));
    if (isOfRelease(source.file)) tests = tests.filter(({ test }) => !names.has(test.name));
    tests.push(...read.tests.map((test) => ({ test, source })));
  }
  return { tests, problems };
}

/** Runs a policy's tests: tells how many there are, and what fails. */
export function testPolicy(
  policy: Policy,
  sources: readonly SourceFile[],
): { readonly tests: number; readonly problems: readonly Problem[] } {
  const { tests, problems } = readTests(sources);
  const failed = tests.flatMap(({ test, source }) =>
    runPolicyTest(policy, test).map(({ rule, zh, en }) => ({
      code: 'policy-test',
      path: rule,
      zh: `测试“${test.name}”：${zh}`,
      en: `test "${test.name}": ${en}`,
      file: source.file,
      ...lineOf(source, placeOf(source, test.name)),
    })),
  );
  return { tests: tests.length, problems: [...problems, ...failed] };
}

/** The place of a test in its file. */
function placeOf({ data }: SourceFile, name: string): number {
  return Array.isArray(data) ? data.findIndex((entry: { name?: unknown } | null) => entry?.name === name) : -1;
}

function lineOf(source: SourceFile, place: number): { line?: number } {
  const line = source.lineOf?.(place >= 0 ? [place] : []);
  return line === undefined ? {} : { line };
}
