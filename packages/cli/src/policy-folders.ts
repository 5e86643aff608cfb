import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { unknownPolicy } from './unknown-policy.ts';
import { fileFailure, unusable } from './unusable.ts';

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
