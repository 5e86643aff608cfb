import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Policy, PolicyText } from '@jingzhun/rules';
import type { JingzhunError } from '@jingzhun/schemas/problem';
import { fileFailure, unusable } from './unusable.ts';

/** A policy and its wording, loaded when they are asked for. */
interface PolicyModule {
  policy(): Promise<Policy>;
  text(): Promise<PolicyText>;
}

export type PolicyModules = Readonly<Record<string, PolicyModule>>;

/** The folders below one that hold a policy.yaml, or the folder itself where it holds one. */
export function policyFolders(folder: string): readonly { readonly id: string; readonly folder: string }[] {
  try {
    if (existsSync(join(folder, 'policy.yaml'))) return [{ id: basename(resolve(folder)), folder: resolve(folder) }];
    const found = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'policy.yaml')))
      .map(({ name }) => ({ id: name, folder: join(folder, name) }));
    if (found.length > 0) return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  } catch (error) {
    throw fileFailure(error, folder);
  }
  throw unusable('no-policy', '其中没有含 policy.yaml 的文件夹', 'holds no folder with a policy.yaml', {
    file: folder,
  });
}

/** The folder of one policy below a root. */
export async function policyFolderOf(root: string, id: string): Promise<string> {
  const folders = policyFolders(root);
  const found = folders.find((each) => each.id === id);
  if (found !== undefined) return found.folder;
  throw await unknownPolicy(
    id,
    folders.map((each) => each.id),
  );
}

/** Policies of one's own, from a folder of policy folders: checked as they are read. */
function fromFolder(root: string): PolicyModules {
  const modules: Record<string, PolicyModule> = {};
  for (const { id, folder } of policyFolders(root)) {
    const loaded = async () => {
      const [{ readPolicyFolder }, { loadPolicy }] = await Promise.all([
        import('./policy-folder.ts'),
        import('@jingzhun/rules/load'),
      ]);
      return loadPolicy(readPolicyFolder(folder));
    };
    let once: ReturnType<typeof loaded> | undefined;
    const load = () => {
      once ??= loaded();
      return once;
    };
    modules[id] = { policy: async () => (await load()).policy, text: async () => (await load()).text };
  }
  return modules;
}

/** The policies that come with the command, or those of a folder. */
export async function allPolicies(folder?: string): Promise<PolicyModules> {
  return folder === undefined ? (await import('./policies.gen.ts')).embedded : fromFolder(folder);
}

export interface PolicyChoice {
  readonly policy: string;
  readonly release?: string | undefined;
  readonly policies?: string | undefined;
}

/** The policy of an id, in a release if one is asked for. An unknown one is answered with the nearest name, at the option that asked. */
export async function findPolicy(
  { policy: id, release, policies }: PolicyChoice,
  askedBy = '--policy',
): Promise<{ policy: Policy; text: PolicyText }> {
  const all = await allPolicies(policies);
  const found = Object.hasOwn(all, id) ? all[id] : undefined;
  if (found === undefined) throw await unknownPolicy(id, Object.keys(all), askedBy);
  const [policy, text] = await Promise.all([found.policy(), found.text()]);
  if (release === undefined || release === policy.release) return { policy, text };
  const { findEdition } = await import('./editions.ts');
  if (!/^\d+\.\d+\.\d+$|^draft$/.test(release)) throw unknownRelease(id, release, [policy.release]);
  return (await findEdition(`${id}@${release}`, { policies })).loaded;
}

export function unknownRelease(id: string, release: string, known: readonly string[]): JingzhunError {
  const versions = known.join(', ');
  return unusable(
    'unknown-release',
    `${id} 没有版本 ${short(release)}，现有：${versions}`,
    `${id} has no release ${short(release)}; there is ${versions}`,
    { path: '--release' },
  );
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

export async function unknownPolicy(id: string, known: readonly string[], path = ''): Promise<JingzhunError> {
  const { nearestName } = await import('@jingzhun/schemas');
  const meant = nearestName(id, new Map(known.map((name) => [name, name])));
  const list = known.join(', ');
  return unusable(
    'unknown-policy',
    `没有政策 ${short(id)}${meant === undefined ? '；' : `，是否为 ${meant}？`}现有：${list}`,
    `there is no policy ${short(id)}${meant === undefined ? '; there are' : `; did you mean ${meant}? There are`}: ${list}`,
    { path },
  );
}
