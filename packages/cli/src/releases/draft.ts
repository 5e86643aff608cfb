import { basename, dirname, join, resolve } from 'node:path';
import type { Policy } from '@jingzhun/rules';
import {
  draftFrom,
  type LoadedPolicy,
  loadDraft,
  loadPolicy,
  type PolicyFiles,
  type SourceFile,
} from '@jingzhun/rules/load';
import type { DraftFile } from '@jingzhun/schemas';
import type { Problem } from '@jingzhun/schemas/problem';
import { readPolicyFolder, readYaml } from '../policy-folder.ts';
import { unusable } from '../unusable.ts';
import { keptVersions, readRelease } from './store.ts';

/** A draft with the policy it makes of its base. */
export interface Draft {
  readonly file: DraftFile;
  readonly source: SourceFile;
  readonly loaded: LoadedPolicy;
  /** What it is built on. */
  readonly base: PolicyFiles;
}

/** The policy that a draft says it is of. */
export const draftOwner = (path: string): string => draftFrom(readDraftFile(path)).policy;

/** Reads a draft and lays it over the release it names, of the policy in the folder. */
export function readDraft(path: string, folder: string): Draft {
  const source = readDraftFile(path);
  const file = draftFrom(source);
  const written = readPolicyFolder(folder);
  const { files, policy } = loadPolicy(written);
  if (policy.id !== file.policy) {
    const en = `is ${file.policy}, and the draft stands beside ${policy.id}`;
    throw wrongDraft(source, 'policy', `写的是 ${file.policy}，草稿却在 ${policy.id} 旁`, en);
  }
  if (policy.release === file.base) {
    return { file, source, base: files, loaded: loadDraft(files, file, written, source) };
  }
  const kept = keptVersions(folder);
  if (!kept.includes(file.base)) {
    const versions = [...new Set([...kept, policy.release])].join(', ');
    const zh = `${policy.id} 没有版本 ${file.base}，现有：${versions}`;
    throw wrongDraft(source, 'base', zh, `${policy.id} has no release ${file.base}; there is ${versions}`);
  }
  const base = readRelease(folder, file.base);
  return { file, source, base, loaded: loadDraft(base, file, undefined, source) };
}

/** Something wrong in a draft, where it stands. */
export function fault(
  { source }: Draft,
  path: readonly (string | number)[],
  code: string,
  zh: string,
  en: string,
): Problem {
  const line = source.lineOf?.(path);
  return { code, path: path.join('.'), zh, en, file: source.file, ...(line === undefined ? {} : { line }) };
}

/** A draft is built on the last release. */
export function orderFaults(draft: Draft, { release }: Policy): Problem[] {
  const { base } = draft.file;
  if (base === release) return [];
  const zh = `最新版本是 ${release}，草稿却基于 ${base}`;
  return [fault(draft, ['base'], 'old-base', zh, `the last release is ${release}, and the draft is built on ${base}`)];
}

const readDraftFile = (path: string): SourceFile =>
  readYaml(path, join(basename(dirname(resolve(path))), basename(path)));

function wrongDraft({ file, lineOf }: SourceFile, path: string, zh: string, en: string) {
  const line = lineOf?.([path]);
  return unusable('wrong-draft', zh, en, { path, file, ...(line === undefined ? {} : { line }) });
}
