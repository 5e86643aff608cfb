import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PolicyFiles } from '@jingzhun/rules/load';
import { fileFailure, unusable } from '../unusable.ts';

/** Name of the file that freezes every release of the policies beside it. */
export const lockName = 'policies.lock.json';

/** The policies that come with `@jingzhun/rules`: their YAML, their releases, their lock. */
export function bundledPolicies(): string {
  return dirname(createRequire(import.meta.url).resolve(`@jingzhun/rules/policies/${lockName}`));
}

/** What a lock says of one release. */
export interface Locked {
  readonly date: string;
  readonly digest: string;
}

/** Policy id → version → what was released. */
export type Lock = Readonly<Record<string, Readonly<Record<string, Locked>>>>;

/** The lock of a folder of policies; undefined where the folder keeps none. */
export function readLock(root: string): Lock | undefined {
  const path = join(root, lockName);
  if (!existsSync(path)) return undefined;
  const lock = readJson(path);
  const isLocked = (entry: unknown): boolean =>
    typeof entry === 'object' && entry !== null && 'digest' in entry && typeof entry.digest === 'string';
  const sound =
    isObject(lock) && Object.values(lock).every((each) => isObject(each) && Object.values(each).every(isLocked));
  if (!sound) {
    throw unusable(
      'wrong-lock',
      '应为：政策编号 → 版本 → { date, digest }',
      'should be: policy id → version → { date, digest }',
      { file: path },
    );
  }
  return lock as Lock;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a release's content stands. */
export const releasePath = (folder: string, version: string): string => join(folder, 'releases', `${version}.json`);

/** The versions whose content is kept beside a policy, the earliest first. */
export function keptVersions(folder: string): string[] {
  const releases = join(folder, 'releases');
  if (!existsSync(releases)) return [];
  return namesIn(releases)
    .filter((name) => /^\d+\.\d+\.\d+\.json$/.test(name))
    .map((name) => name.slice(0, -'.json'.length))
    .sort(byVersion);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw fileFailure(error, folder);
  }
}

/** The content of a release, as it was frozen. */
export function readRelease(folder: string, version: string): PolicyFiles {
  const path = releasePath(folder, version);
  const files = readJson(path) as PolicyFiles | null;
  const { policy, sections } = files ?? {};
  if (isObject(policy) && isObject(sections) && Object.values(sections).every(isObject)) return files as PolicyFiles;
  throw unusable('wrong-release', '不是某一版的内容：{ policy, sections }', 'is no release: { policy, sections }', {
    file: path,
  });
}

function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const place = left?.findIndex((number, index) => number !== right?.[index]) ?? -1;
  return place < 0 ? 0 : (left?.[place] ?? 0) - (right?.[place] ?? 0);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw fileFailure(error, path);
    throw unusable('json', '不是有效的 JSON', 'is no valid JSON', { file: path });
  }
}
