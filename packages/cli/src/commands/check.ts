import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Policy } from '@jingzhun/rules';
import { loadPolicy, type PolicySource } from '@jingzhun/rules/load';
import { policyFile, sectionFile } from '@jingzhun/schemas';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { say } from '../language.ts';
import { print, printJson } from '../output.ts';
import { readPolicyFolder } from '../policy-folder.ts';
import { policyFolders } from '../policy-folders.ts';
import { testPolicy, testSources } from '../policy-tests.ts';
import { orderFaults, readDraft } from '../releases/draft.ts';
import { lockProblems } from '../releases/lock.ts';
import { bundledPolicies } from '../releases/store.ts';
import { unknownPolicy } from '../unknown-policy.ts';
import { problemLine } from '../unusable.ts';
import { type CommonOptions, languageOf } from './options.ts';

interface Checked {
  readonly id: string;
  readonly tests: number;
  readonly problems: readonly Problem[];
}

/** `jingzhun check`: everything that can be wrong with a policy's files, its own tests, its releases and its draft. */
export async function checkCommand(ids: readonly string[], options: CommonOptions): Promise<void> {
  const language = languageOf(options);
  const folders = policyFolders(resolve(options.policies ?? bundledPolicies()));
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

/** Everything that can be wrong in the folder of one policy. */
export function checkFolder(id: string, folder: string): Checked {
  let frozen: readonly Problem[] = [];
  try {
    const source = readPolicyFolder(folder);
    if (hasForm(source)) frozen = lockProblems(folder, source);
    const { policy } = loadPolicy(source);
    const { tests, problems } = testPolicy(policy, testSources(folder));
    return { id, tests, problems: [...frozen, ...problems, ...draftProblems(folder, policy)] };
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    return { id, tests: 0, problems: [...frozen, ...error.problems] };
  }
}

/** What has not the form of a policy cannot be set beside its release; loading says what is wrong with it. */
function hasForm({ policy, sections }: PolicySource): boolean {
  return policyFile.safeParse(policy.data).success && sections.every(({ data }) => sectionFile.safeParse(data).success);
}

/** A draft is checked as the policy it would become, with its own tests. */
function draftProblems(folder: string, policy: Policy): readonly Problem[] {
  const path = join(folder, 'draft.yaml');
  if (!existsSync(path)) return [];
  const draft = readDraft(path, folder);
  // The tests beside the policy are of its last release.
  const outdated = orderFaults(draft, policy);
  return outdated.length > 0 ? outdated : testPolicy(draft.loaded.policy, testSources(folder, draft.source)).problems;
}
