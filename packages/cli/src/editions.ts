import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type LoadedPolicy, loadPolicy, sourceOf } from '@jingzhun/rules/load';
import { checkDay, isDay } from './days.ts';
import { readPolicyFolder } from './policy-folder.ts';
import { policyFolderOf, policyFolders } from './policy-folders.ts';
import { draftOwner, readDraft } from './releases/draft.ts';
import { bundledPolicies, keptVersions, readLock, readRelease } from './releases/store.ts';
import { unknownRelease } from './unknown-policy.ts';
import { unusable } from './unusable.ts';

/** A policy in one state: as its files stand, as released, or as drafted; and the day on which it is looked at, if any. */
export interface Edition {
  /** What it was asked for by. */
  readonly name: string;
  readonly loaded: LoadedPolicy;
  readonly on?: string;
}

/**
 * The edition of a name: `ID`, `ID@1.0.0`, `ID@draft` or the path of a draft file, and after a colon the day, such as
 * `ruyuan-2016@1.0.0:2017-09-01`. After a first one, a version, `draft` or a day alone are of the same policy.
 */
export async function findEdition(
  name: string,
  { policies }: { readonly policies?: string | undefined },
  like?: Edition,
): Promise<Edition> {
  const root = policies ?? bundledPolicies();
  const { what, day } = partsOf(name, like);
  const on = day === undefined ? {} : { on: day };
  const [id = '', state] = splitAt(what);
  if (state !== undefined && isFile(state)) return { name, loaded: draftIn(root, state, id), ...on };
  if (isFile(what) && !existsSync(join(root, what, 'policy.yaml'))) {
    return { name, loaded: draftIn(root, what), ...on };
  }
  const folder = await policyFolderOf(root, id);
  if (state === 'draft') return { name, loaded: draftIn(root, join(folder, 'draft.yaml'), id), ...on };
  const kept = keptVersions(folder);
  if (state !== undefined && kept.includes(state)) {
    return { name, loaded: loadPolicy(sourceOf(readRelease(folder, state))), ...on };
  }
  const present = loadPolicy(readPolicyFolder(folder));
  const { release } = present.policy;
  if (state !== undefined && state !== release) throw unknownRelease(id, state, [...new Set([...kept, release])]);
  return { name, loaded: asEdited(present, root), ...on };
}

/** Files that say something else than the release they name are not taken for it: `1.0.0-edited`. */
function asEdited(present: LoadedPolicy, root: string): LoadedPolicy {
  const { policy } = present;
  const { id, release, digest } = policy;
  const locked = readLock(root)?.[id]?.[release];
  if (locked === undefined || locked.digest === digest) return present;
  return { ...present, policy: { ...policy, release: `${release}-edited` } };
}

function partsOf(name: string, like: Edition | undefined): { what: string; day: string | undefined } {
  const dated = /^(?:(.*):)?(\d{4}-\d{2}-\d{2})$/.exec(name);
  const day = dated?.[2];
  if (day !== undefined && !isDay(day)) {
    throw unusable('wrong-date', `${day} 不是日历上的日期`, `${day} is no day of the calendar`, { path: name });
  }
  const misspelled = dated === null ? /(?:^|:)(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)$/.exec(name)?.[1] : undefined;
  if (misspelled !== undefined) checkDay(name, misspelled);
  const what = dated === null ? name : dated[1];
  if (like === undefined) return { what: what ?? '', day };
  const [id = '', state] = splitAt(partsOf(like.name, undefined).what);
  if (what === undefined) return { what: isFile(id) || state === undefined ? id : `${id}@${state}`, day };
  const ofSame = what === 'draft' || /^\d+\.\d+\.\d+$/.test(what);
  return { what: ofSame ? `${like.loaded.policy.id}@${what}` : what, day };
}

function splitAt(name: string): string[] {
  const at = name.indexOf('@');
  return at < 0 || isFile(name.slice(0, at)) ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

const isFile = (name: string): boolean => /[\\/]|\.ya?ml$/.test(name);

function draftIn(root: string, path: string, id?: string): LoadedPolicy {
  if (!existsSync(path)) {
    const [zh, en] =
      id === undefined || id === ''
        ? ['没有此草稿文件', 'there is no such draft']
        : [`${id} 没有草稿`, `${id} has no draft`];
    throw unusable('no-draft', zh, en, { file: resolve(path) });
  }
  const owner = draftOwner(path);
  const folder = policyFolders(root).find((each) => each.id === owner)?.folder;
  if (folder === undefined || (id !== undefined && id !== '' && id !== owner)) {
    throw unusable('wrong-draft', `草稿写明属于 ${owner}`, `the draft says it is of ${owner}`, {
      file: path,
      path: 'policy',
    });
  }
  return readDraft(path, folder).loaded;
}
