// Changes every value of the released policies, one at a time, and sees whether the lock notices and names the place.
//   node --conditions=@jingzhun/source packages/cli/scripts/released-changes.ts [--write]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicySource, SourceFile } from '@jingzhun/rules/load';
import { type Operator, operators } from '@jingzhun/schemas';
import { readPolicyFolder } from '../src/policy-folder.ts';
import { policyFolders } from '../src/policy-folders.ts';
import { lockProblems } from '../src/releases/lock.ts';

type Keys = readonly (string | number)[];

/** One value of one file, and what it becomes. */
export interface ReleasedChange {
  readonly file: SourceFile;
  readonly path: Keys;
  readonly kind: string;
  readonly value: unknown;
}

/** A change of every value that a policy's files hold. */
export function changesOf({ policy, sections }: PolicySource): ReleasedChange[] {
  return [policy, ...sections].flatMap((file) =>
    leavesOf(file.data)
      // The number of the release itself, and the order of the files, are told in another way.
      .filter(([first]) => file !== policy || (first !== 'releases' && first !== 'sections' && first !== 'id'))
      .map((path) => {
        const value = valueAt(file.data, path);
        return { file, path, kind: kindOf(path, value), value: otherThan(path, value) };
      }),
  );
}

/** Does the lock notice, and name the file and the place, or the entry it stands in? */
export function noticed(folder: string, source: PolicySource, { file, path, value }: ReleasedChange): boolean {
  const changed = { ...file, data: withValue(file.data, path, value) };
  const swap = (each: SourceFile): SourceFile => (each === file ? changed : each);
  const problems = lockProblems(folder, { policy: swap(source.policy), sections: source.sections.map(swap) });
  // Of a dated value that begins on another day, the value is named that other days now have.
  const entry = path.at(-1) === 'from' || path.at(-1) === 'to' ? path.slice(0, -1) : path;
  const places = entry.map((_, depth) => entry.slice(0, depth + 1).join('.'));
  return problems.some(
    ({ file: name, path: place }) =>
      name === file.file && (places.includes(place) || (entry !== path && place.startsWith(`${entry.join('.')}.`))),
  );
}

function otherThan(path: Keys, value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 'x';
  if (path.at(-1) === 'operator') return operators[(operators.indexOf(value as Operator) + 1) % operators.length];
  if (/^\d{4}-\d\d-\d\d$/.test(value as string))
    return `${(value as string).slice(0, 8)}${String(value).endsWith('15') ? 16 : 15}`;
  if (/^[0-9a-f]{64}$/.test(value as string))
    return `${(value as string).slice(0, 63)}${(value as string).endsWith('0') ? 1 : 0}`;
  return `${value}x`;
}

function kindOf(path: Keys, value: unknown): string {
  const key = path.findLast((each) => typeof each === 'string') as string;
  if (path.includes('reading')) return 'reading';
  if (['clause', 'alsoClauses'].includes(key)) return 'clause';
  if (key === 'operator') return 'operator';
  if (key === 'quoteSha256' || key === 'sha256') return 'citation';
  if (typeof value === 'number') return 'number';
  if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return 'date';
  if (key === 'zh' || key === 'en') return 'text';
  return 'name, code or formula';
}

function leavesOf(data: unknown, path: Keys = []): Keys[] {
  if (typeof data !== 'object' || data === null) return [path];
  return Object.entries(data).flatMap(([key, value]) =>
    leavesOf(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}

const valueAt = (data: unknown, path: Keys): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], data);

function withValue(data: unknown, [key, ...rest]: Keys, value: unknown): unknown {
  if (key === undefined) return value;
  const copy: Record<string | number, unknown> = Array.isArray(data) ? ([...data] as never) : { ...(data as object) };
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../../rules/policies');
  const rows: string[] = [];
  let all = 0;
  for (const { id, folder } of policyFolders(root)) {
    const source = readPolicyFolder(folder);
    const kinds = new Map<string, [number, number]>();
    for (const change of changesOf(source)) {
      const [count, seen] = kinds.get(change.kind) ?? [0, 0];
      const known = noticed(folder, source, change);
      if (!known) console.log(`not noticed: ${change.file.file} ${change.path.join('.')}`);
      kinds.set(change.kind, [count + 1, seen + Number(known)]);
      all++;
    }
    for (const [kind, [count, seen]] of [...kinds].sort()) rows.push(`| ${id} | ${kind} | ${count} | ${seen} |`);
  }
  const table = `| policy | what is changed | changes | noticed, with the place |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  console.log(`${table}\n${all} changes`);
  if (process.argv.includes('--write')) {
    writeFileSync(
      join(import.meta.dirname, '../../../docs/evidence/released-changes.md'),
      `# Changes to released content\n\nEvery value of every file of the released policies was changed, one at a time, and the lock was checked. Written by\n\`packages/cli/scripts/released-changes.ts --write\`.\n\n${table}`,
    );
  }
}
