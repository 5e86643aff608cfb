import { type DraftFile, draftFile, type PolicyFile, type SectionFile } from '@jingzhun/schemas';
import { Faults, type SourceFile } from './faults.ts';
import { type LoadedPolicy, loadPolicy, type PolicyFiles, type PolicySource, sourceOf } from './load.ts';
import { checkPlacedDays, daysOfChanges } from './placed-days.ts';
import { checkStructure } from './structure.ts';
import { withoutRemoved } from './together.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * A draft file that has been checked against its schema.
 *
 * @throws JingzhunError `policy-fault` with every fault, as `loadPolicy` does.
 *
 * @example
 * const change = { zh: '更正', en: 'A correction', provisions: ['ruyuan.education-aid.university'] };
 * const data = { policy: 'ruyuan-2016', base: '1.0.0', kind: 'correction', changes: [change], sections: {} };
 * draftFrom({ file: 'draft.yaml', data }).kind; // 'correction'
 */
export function draftFrom(source: SourceFile): DraftFile {
  const faults = new Faults();
  const draft = checkStructure<DraftFile>(source, draftFile as never, faults);
  if (draft?.kind === 'amendment' && draft.from === undefined) {
    faults.at(source, ['from'], 'missing-key', {
      zh: '修订（amendment）要写明新规定从哪一天起：from',
      en: 'an amendment says from which day the new law holds: from',
    });
  }
  if (draft !== undefined) {
    checkPlacedDays([[['from'], draft.from], ...daysOfChanges(draft.changes, ['changes'])], source, faults);
  }
  faults.throwIfAny();
  return draft as DraftFile;
}

/**
 * A policy's files with a draft laid over them, as yet unchecked: `loadDraft` checks them.
 *
 * Records are merged, `null` takes away, all else replaces (JSON merge patch, RFC 7396). Lists whose entries say what
 * they are by `from`, `key` or `what` are merged entry by entry; `removed: true` takes one away. Where there is nothing to
 * take away, and where a key must be there, `null` is the value null: of an amount that is not printed it is right, of a
 * misspelled name the check finds it.
 *
 * @example
 * applyDraft(released.files, draft).policy.id; // 'ruyuan-2016'
 */
export function applyDraft(files: PolicyFiles, draft: DraftFile): PolicyFiles {
  const { document, force, sections } = draft;
  const all: Record<string, unknown> = { ...files.sections };
  for (const [name, patch] of Object.entries(sections)) {
    if (patch === null && Object.hasOwn(all, name)) delete all[name];
    else all[name] = mergePatch(all[name], patch);
  }
  const policy = mergePatch(files.policy, { ...(document && { document }), ...(force && { force }) }) as PolicyFile;
  const merged = withoutRemoved(files.sections, all as Record<string, SectionFile>);
  return { policy: { ...policy, sections: Object.keys(all) }, sections: merged };
}

/**
 * The version that a draft becomes: an amendment counts the second number up, a correction the third.
 *
 * @example
 * nextVersion({ base: '1.2.3', kind: 'amendment' }); // '1.3.0'
 * nextVersion({ base: '1.2.3', kind: 'correction' }); // '1.2.4'
 */
export function nextVersion({ base, kind }: Pick<DraftFile, 'base' | 'kind'>): string {
  const [major = 0, minor = 0, patch = 0] = base.split('.').map(Number);
  return kind === 'amendment' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/**
 * A draft as a policy that decides, under the name of the release it would become: `1.1.0-draft`. Faults name the place
 * in the merged files, with the lines of `base` where it has any.
 *
 * @throws JingzhunError `policy-fault` with every fault, as `loadPolicy` does.
 *
 * @example
 * loadDraft(released.files, draft).policy.release; // '1.1.0-draft'
 */
export function loadDraft(
  files: PolicyFiles,
  draft: DraftFile,
  base?: PolicySource,
  source?: SourceFile,
): LoadedPolicy {
  const merged = sourceOf(applyDraft(files, draft));
  const own = [base?.policy, ...(base?.sections ?? [])].flatMap((file) =>
    file ? [[nameOf(file), file] as const] : [],
  );
  const before = new Map(own);
  const placed = (file: SourceFile): SourceFile => {
    const name = nameOf(file);
    const patch = name === 'policy' ? [] : ['sections', name];
    return { ...file, ...placesIn(patch, draft, source, before.get(name)) };
  };
  const loaded = loadPolicy({ policy: placed(merged.policy), sections: merged.sections.map(placed) });
  return { ...loaded, policy: { ...loaded.policy, release: `${nextVersion(draft)}-draft` } };
}

const nameOf = ({ file }: SourceFile): string => file.replace(/^.*\/|\.yaml$/g, '');

/** What a draft says of a rule or parameter stands in the draft, all else in the policy's own file. */
function placesIn(
  prefix: readonly string[],
  draft: DraftFile,
  source: SourceFile | undefined,
  own: SourceFile | undefined,
): Partial<SourceFile> {
  const isDrafted = (path: readonly (string | number)[]): boolean => {
    let value: unknown = draft;
    for (const key of [...prefix, ...path.slice(0, 2)]) value = (value as Data | undefined)?.[key];
    return value !== undefined;
  };
  return {
    fileOf: (path) => (source !== undefined && isDrafted(path) ? source.file : own?.file),
    lineOf: (path) => (isDrafted(path) ? source?.lineOf?.([...prefix, ...path]) : own?.lineOf?.(path)),
  };
}

/** Keys that say with null that nothing is printed, and cannot be left out: of an outcome, of a document. */
const isNullable = (record: Data, key: string): boolean =>
  ('what' in record && (key === 'amount' || key === 'value')) ||
  ('issuer' in record && (key === 'number' || key === 'published'));

const identities = ['from', 'key', 'what'] as const;

function mergePatch(target: unknown, patch: unknown): unknown {
  if (Array.isArray(patch)) return mergeEntries(target, patch);
  if (!isRecord(patch)) return patch;
  const merged: Record<string, unknown> = isRecord(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null && Object.hasOwn(merged, key) && !isNullable(merged, key)) delete merged[key];
    else merged[key] = mergePatch(Object.hasOwn(merged, key) ? merged[key] : undefined, value);
  }
  return merged;
}

function mergeEntries(target: unknown, patch: readonly unknown[]): unknown {
  const identity = identities.find((key) => patch.every((entry) => isRecord(entry) && typeof entry[key] === 'string'));
  const entries = Array.isArray(target) ? (target as unknown[]) : isRecord(target) ? [target] : [];
  if (identity === undefined || !entries.every(isRecord)) return patch;
  const merged = new Map(entries.map((entry) => [entry[identity], entry]));
  const named = new Set((patch as Data[]).map((entry) => entry[identity]));
  // Where two entries go by one name, it does not say which is meant.
  if (merged.size < entries.length || merged.has(undefined) || named.size < patch.length) return patch;
  for (const { removed, ...entry } of patch as Data[]) {
    const known = merged.has(entry[identity]);
    if (removed === true && known) merged.delete(entry[identity]);
    else if (removed !== undefined) merged.set(entry[identity], { ...entry, removed } as Data);
    else merged.set(entry[identity], mergePatch(merged.get(entry[identity]), entry) as Data);
  }
  const list = [...merged.values()];
  return identity === 'from' ? list.sort((a, b) => (String(a.from) < String(b.from) ? -1 : 1)) : list;
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
