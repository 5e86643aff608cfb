import { basename, dirname, join } from 'node:path';
import { compare, type Difference } from '@jingzhun/rules/compare';
import { digestOfFiles, type PolicyFiles, type PolicySource } from '@jingzhun/rules/load';
import type { Problem } from '@jingzhun/schemas/problem';
import { keptVersions, type Locked, lockName, readLock, readRelease } from './store.ts';

/** A policy's files as they are parsed, checked or not. */
function filesIn({ policy, sections }: PolicySource): PolicyFiles {
  const nameOf = (file: string): string => basename(file).replace(/\.yaml$/, '');
  const data = policy.data as PolicyFiles['policy'];
  const order = Array.isArray(data.sections) ? data.sections : [];
  const named = new Map(sections.map((section) => [nameOf(section.file), section.data]));
  const names = [...new Set([...order.filter((name) => named.has(name)), ...named.keys()])];
  return {
    policy: data,
    sections: Object.fromEntries(names.map((name) => [name, named.get(name)])) as PolicyFiles['sections'],
  };
}

/** What is wrong with the releases of a policy; nothing where its folder keeps no lock. */
export function lockProblems(folder: string, source: PolicySource): Problem[] {
  const lock = readLock(dirname(folder));
  if (lock === undefined) return [];
  const misplaced = folderProblems(folder, source);
  if (misplaced.length > 0) return misplaced;
  const id = basename(folder);
  const own = lock[id] ?? {};
  const kept = keptVersions(folder);
  const files = filesIn(source);
  const present = files.policy.releases?.at(-1)?.version ?? '';
  const problems = Object.entries(own).flatMap(([version, locked]) =>
    kept.includes(version)
      ? releaseProblems(folder, version, locked)
      : [released('missing-release', id, version, '已发布，但内容不见了', 'was released, and its content is gone')],
  );
  for (const version of kept) {
    if (own[version] !== undefined) continue;
    problems.push(released('unlocked-release', id, version, `不在 ${lockName} 中`, `is not in ${lockName}`));
  }
  const locked = own[present];
  if (locked === undefined) {
    const run = `jingzhun release ${id}`;
    return [
      ...problems,
      {
        code: 'not-released',
        path: 'releases',
        zh: `版本 ${present} 尚未发布：运行 ${run}`,
        en: `the release ${present} has not been made: run ${run}`,
        file: source.policy.file,
      },
    ];
  }
  if (problems.length > 0 || digestOfFiles(files) === locked.digest) return problems;
  return contentProblems(readRelease(folder, present), files, source);
}

/** The lock, the releases and every command know a policy by its folder. */
export function folderProblems(folder: string, { policy }: PolicySource): Problem[] {
  const [name, { id }] = [basename(folder), policy.data as PolicyFiles['policy']];
  if (id === name) return [];
  const line = policy.lineOf?.(['id']);
  const zh = `政策编号是 ${id}，文件夹却叫 ${name}`;
  const en = `the policy is ${id}, and its folder is named ${name}`;
  return [{ code: 'wrong-folder', path: 'id', zh, en, file: policy.file, ...(line === undefined ? {} : { line }) }];
}

function releaseProblems(folder: string, version: string, { digest }: Locked): Problem[] {
  if (digestOfFiles(readRelease(folder, version)) === digest) return [];
  const id = basename(folder);
  return [released('altered-release', id, version, '内容与锁定的摘要不符', 'differs from its locked digest')];
}

function released(code: string, id: string, version: string, zh: string, en: string): Problem {
  return {
    code,
    path: '',
    zh: `版本 ${version} ${zh}`,
    en: `the release ${version} ${en}`,
    file: join(id, 'releases', `${version}.json`),
  };
}

/** Each difference between what was released and what the files say now, where it stands. */
function contentProblems(before: PolicyFiles, after: PolicyFiles, source: PolicySource): Problem[] {
  const { version = '' } = before.policy.releases.at(-1) ?? {};
  return compare({ files: before }, { files: after }).differences.map((difference) => {
    const file = sourceFile(source, difference.section);
    const line = difference.side === 'after' ? file?.lineOf?.(difference.path) : undefined;
    const shown = wordingOf(difference);
    return {
      code: 'released-content',
      path: difference.path.join('.'),
      zh: `版本 ${version} 已发布，内容不能改：${shown}（要改请用 jingzhun revise）`,
      en: `the release ${version} is made and cannot change: ${shown} (use jingzhun revise)`,
      file: file?.file ?? `${before.policy.id}/${difference.section}.yaml`,
      ...(line === undefined ? {} : { line }),
    };
  });
}

function sourceFile({ policy, sections }: PolicySource, section: string) {
  return [policy, ...sections].find(({ file }) => basename(file) === `${section}.yaml`);
}

function wordingOf({ name, part, before, after, change }: Difference): string {
  const shown = (value: unknown): string => {
    const text = JSON.stringify(value) ?? '∅';
    return text.length > 120 ? `${text.slice(0, 119)}…` : text;
  };
  if (change === 'moved') return `${name} ${part.join('.')} ⇅`.trim();
  return `${[name, ...part].join('.')} ${shown(before)} → ${shown(after)}`;
}
