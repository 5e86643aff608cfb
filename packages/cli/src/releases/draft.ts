import { basename } from 'node:path';
import {
  draftFrom,
  type LoadedPolicy,
  loadDraft,
  loadPolicy,
  type PolicyFiles,
  type SourceFile,
} from '@jingzhun/rules/load';
import type { DraftFile } from '@jingzhun/schemas';
import { unknownRelease } from '../policies.ts';
import { readPolicyFolder, readYaml } from '../policy-folder.ts';
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
  if (policy.release === file.base) {
    return { file, source, base: files, loaded: loadDraft(files, file, written, source) };
  }
  const kept = keptVersions(folder);
  if (!kept.includes(file.base)) throw unknownRelease(file.policy, file.base, kept);
  const base = readRelease(folder, file.base);
  return { file, source, base, loaded: loadDraft(base, file, undefined, source) };
}

const readDraftFile = (path: string): SourceFile => readYaml(path, basename(path));
