import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digestOfFiles, loadPolicy } from '@jingzhun/rules/load';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { checkDay, today } from '../days.ts';
import { say } from '../language.ts';
import { note, print } from '../output.ts';
import { readPolicyFolder } from '../policy-folder.ts';
import { policyFolderOf } from '../policy-folders.ts';
import { testPolicy, testSources } from '../policy-tests.ts';
import { changelog } from '../releases/changelog.ts';
import { readDraft } from '../releases/draft.ts';
import { frozen } from '../releases/freeze.ts';
import { folderProblems, lockProblems } from '../releases/lock.ts';
import { nextRelease, type Plan, refuse } from '../releases/next-release.ts';
import { bundledPolicies, keptVersions, readLock, readRelease } from '../releases/store.ts';
import { writeAll } from '../releases/write-all.ts';
import { problemLine, unusable } from '../unusable.ts';
import { type CommonOptions, languageOf } from './options.ts';

export interface ReleaseOptions extends CommonOptions {
  readonly date?: string;
}

/** `jingzhun release`: freezes a policy's first release, or makes the next one of its draft. Nothing is written while a check fails. */
export async function releaseCommand(id: string, options: ReleaseOptions): Promise<void> {
  const language = languageOf(options);
  const date = options.date ?? today();
  checkDay('--date', date);
  const folder = await policyFolderOf(resolve(options.policies ?? bundledPolicies()), id);
  const draftPath = join(folder, 'draft.yaml');
  const drafted = existsSync(draftPath);
  try {
    const { planned, version, gone } = drafted
      ? nextRelease(folder, readDraft(draftPath, folder), date)
      : firstRelease(folder);
    await writeAll(planned, gone);
    await print(say(language, { zh: `已发布 ${id} ${version}`, en: `released ${id} ${version}` }));
  } catch (error) {
    if (!(error instanceof JingzhunError) || error.code !== 'not-releasable') throw error;
    for (const problem of error.problems) note(problemLine(problem));
    note(say(language, { zh: '未发布，什么也没有写入', en: 'not released; nothing was written' }));
    process.exitCode = 1;
  }
}

function firstRelease(folder: string): Plan {
  const source = readPolicyFolder(folder);
  const { files, policy } = loadPolicy(source);
  refuse(folderProblems(folder, source));
  const lock = readLock(join(folder, '..')) ?? {};
  if (lock[policy.id]?.[policy.release] !== undefined) {
    refuse(lockProblems(folder, source));
    throw unusable(
      'no-draft',
      `${policy.id} ${policy.release} 已发布；先用 jingzhun revise ${policy.id} 新建草稿`,
      `${policy.id} ${policy.release} is released; start a draft with jingzhun revise ${policy.id}`,
    );
  }
  if (keptVersions(folder).includes(policy.release)) {
    // Its line in the lock is lost: what was released is never written over.
    if (digestOfFiles(readRelease(folder, policy.release)) !== policy.digest) refuse(lockProblems(folder, source));
  }
  refuse(testPolicy(policy, testSources(folder)).problems);
  return {
    version: policy.release,
    planned: [...frozen(folder, files, lock), { path: join(folder, 'CHANGELOG.md'), text: changelog(files) }],
    gone: [],
  };
}
