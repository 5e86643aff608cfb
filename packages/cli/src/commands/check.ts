import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPolicy } from '@jingzhun/rules/load';
import { policyTestsFrom, runPolicyTest } from '@jingzhun/rules/policy-test';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { say } from '../language.ts';
import { print, printJson } from '../output.ts';
import { allPolicies, policyFolders, unknownPolicy } from '../policies.ts';
import { readPolicyFolder, readYaml } from '../policy-folder.ts';
import { problemLine, unusable } from '../unusable.ts';
import { type CommonOptions, languageOf } from './options.ts';

interface Checked {
  readonly id: string;
  readonly tests: number;
  readonly problems: readonly Problem[];
}

/** `jingzhun check`: everything that can be wrong with a policy's files, and its own tests. */
export async function checkCommand(ids: readonly string[], options: CommonOptions): Promise<void> {
  const language = languageOf(options);
  const root = options.policies ?? sourceFolder();
  const folders = root === undefined ? await embeddedOnly() : policyFolders(root);
  for (const id of ids)
    if (!folders.some((each) => each.id === id))
      throw await unknownPolicy(
        id,
        folders.map((each) => each.id),
      );
  const chosen = ids.length === 0 ? folders : folders.filter(({ id }) => ids.includes(id));
  const checked = chosen.map(({ id, folder }) => checkFolder(id, folder));
  if (checked.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
  if (options.json) {
    await printJson(checked);
    return;
  }
  for (const { id, tests, problems } of checked) {
    for (const problem of problems) await print(problemLine(problem));
    const verdict =
      problems.length === 0
        ? { zh: '无误', en: 'sound' }
        : { zh: `${problems.length} 处有误`, en: `${problems.length} faults` };
    await print(
      say(language, { zh: `${id}：${verdict.zh}，测试 ${tests} 个`, en: `${id}: ${verdict.en}, ${tests} tests` }),
    );
  }
}

/** The policies of a checkout; an installed command has them built in and no files. */
function sourceFolder(): string | undefined {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return ['../../rules/policies', '../../../rules/policies']
    .map((path) => join(here, path))
    .find((path) => existsSync(path));
}

async function embeddedOnly(): Promise<never> {
  const ids = Object.keys(await allPolicies()).join(', ');
  throw unusable(
    'no-policy',
    `此处没有政策文件；内置的 ${ids} 在构建时已检查。请用 --policies 指明文件夹`,
    `there are no policy files here; the built-in ones (${ids}) were checked when built. Name a folder with --policies`,
  );
}

function checkFolder(id: string, folder: string): Checked {
  const problems: Problem[] = [];
  let tests = 0;
  try {
    const { policy } = loadPolicy(readPolicyFolder(folder));
    for (const file of testFiles(folder)) {
      const shownAs = `${id}/tests/${file}`;
      const source = readYaml(join(folder, 'tests', file), shownAs);
      const read = policyTestsFrom(source.data);
      problems.push(
        ...read.problems.map((problem) => ({
          ...problem,
          file: shownAs,
          ...lineAt(source.lineOf?.(problem.path === '' ? [] : [Number(problem.path.split('.')[0])])),
        })),
      );
      for (const test of read.tests) {
        tests++;
        const index = Array.isArray(source.data)
          ? source.data.findIndex((entry: { name?: unknown }) => entry?.name === test.name)
          : -1;
        for (const { rule, zh, en } of runPolicyTest(policy, test)) {
          problems.push({
            code: 'policy-test',
            path: rule,
            zh: `测试“${test.name}”：${zh}`,
            en: `test "${test.name}": ${en}`,
            file: shownAs,
            ...lineAt(source.lineOf?.([index])),
          });
        }
      }
    }
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    problems.push(...error.problems);
  }
  return { id, tests, problems };
}

const lineAt = (line: number | undefined): { line?: number } => (line === undefined ? {} : { line });

function testFiles(folder: string): string[] {
  const tests = join(folder, 'tests');
  return existsSync(tests)
    ? readdirSync(tests)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
}
