import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '@jingzhun/rules/compare';
import { digestOfFiles, type LoadedPolicy, loadPolicy, nextVersion, type PolicyFiles } from '@jingzhun/rules/load';
import type { ReleaseChange, ReleaseFile } from '@jingzhun/schemas';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { parse, stringify } from 'yaml';
import { readPolicyFolder } from '../policy-folder.ts';
import { testPolicy, testSources } from '../policy-tests.ts';
import { changelog } from './changelog.ts';
import { type Draft, fault, orderFaults } from './draft.ts';
import { editYaml } from './edit-yaml.ts';
import { frozen, type Planned } from './freeze.ts';
import { lockProblems } from './lock.ts';
import { lockName, readLock } from './store.ts';
import { type Touched, touchedRules } from './touched.ts';

/** A release that passed every check: what is to be written for it. */
export interface Plan {
  readonly version: string;
  readonly planned: readonly Planned[];
  /** Files that go. */
  readonly gone: readonly string[];
}

/** Refuses while anything is wrong. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new JingzhunError('not-releasable', [...problems]);
}

/** The release that a draft becomes, on a date. Throws while the draft, its tests or the releases before it are not in order. */
export function nextRelease(folder: string, draft: Draft, date: string): Plan {
  const source = readPolicyFolder(folder);
  refuse(lockProblems(folder, source));
  const before = loadPolicy(source);
  refuse([
    ...unlockedFaults(folder, draft),
    ...orderFaults(draft, before.policy),
    ...testPolicy(draft.loaded.policy, testSources(folder, draft.source)).problems,
  ]);
  const touched = touchedRules(before, draft.loaded);
  refuse([
    ...emptyFaults(draft, before),
    ...earlierFaults(draft, touched),
    ...earlierCitations(draft, before),
    ...changelogFaults(draft, touched),
    ...unknownNames(draft, before),
  ]);
  const version = nextVersion(draft.file);
  const release: ReleaseFile = { version, date, kind: draft.file.kind, changes: changesOf(draft, touched) };
  const { policy, sections } = draft.loaded.files;
  const files = { policy: { ...policy, releases: [...before.files.policy.releases, release] }, sections };
  return {
    version,
    planned: [
      ...editedFiles(folder, before.files, files),
      ...testFile(folder, draft, version),
      { path: join(folder, 'CHANGELOG.md'), text: changelog(files) },
      ...frozen(folder, files, readLock(join(folder, '..')) ?? {}),
    ],
    gone: [
      join(folder, 'draft.yaml'),
      ...Object.keys(before.files.sections)
        .filter((name) => sections[name] === undefined)
        .map((name) => join(folder, `${name}.yaml`)),
    ],
  };
}

/** Without a lock nobody knows that what the draft is built on is what was released. */
function unlockedFaults(folder: string, draft: Draft): Problem[] {
  if (readLock(join(folder, '..')) !== undefined) return [];
  const { base } = draft.file;
  const zh = `没有 ${lockName}，${base} 尚未锁定：先移开草稿，用 jingzhun release 锁定`;
  const en = `there is no ${lockName}, and ${base} is not locked: move the draft away and run jingzhun release first`;
  return [fault(draft, ['base'], 'not-released', zh, en)];
}

/** An amendment leaves everything as it was before its day; what was encoded wrongly is a correction. */
function earlierFaults(draft: Draft, touched: Touched): Problem[] {
  const { kind, from = '' } = draft.file;
  if (kind === 'correction') return [];
  return [...touched].flatMap(([rule, day]) =>
    day >= from
      ? []
      : [
          fault(
            draft,
            ['from'],
            'changes-the-past',
            `修订自 ${from} 起，却改变了 ${rule} 在 ${day} 的结果；若原先编码有误，请改为 kind: correction`,
            `the amendment holds from ${from}, yet ${rule} comes out differently on ${day}; if it was encoded wrongly, make it kind: correction`,
          ),
        ],
  );
}

function emptyFaults(draft: Draft, before: LoadedPolicy): Problem[] {
  if (draft.loaded.policy.digest !== before.policy.digest) return [];
  return [fault(draft, ['sections'], 'no-change', '草稿没有改动任何内容', 'the draft changes nothing')];
}

/** What is cited for a day before the amendment stays, too. What is new, and what holds from a day on, cites for itself. */
function earlierCitations(draft: Draft, before: LoadedPolicy): Problem[] {
  const { kind, from = '' } = draft.file;
  if (kind === 'correction') return [];
  return compare(before, draft.loaded)
    .differences.filter(({ bears, change, from: day = '' }) => bears === 'citation' && change !== 'moved' && day < from)
    .map(({ name, part }) => {
      const place = [name, ...part].join('.');
      const zh = `修订自 ${from} 起，却改变了此前的引文：${place}；若原先编码有误，请改为 kind: correction`;
      const en = `the amendment holds from ${from}, yet what is cited for days before it changes: ${place}; if it was encoded wrongly, make it kind: correction`;
      return fault(draft, ['from'], 'changes-the-past', zh, en);
    });
}

/** Names in the changelog are those of provisions and parameters, before or after. */
function unknownNames(draft: Draft, before: LoadedPolicy): Problem[] {
  const sections = [before, draft.loaded].flatMap(({ files }) => Object.values(files.sections));
  const provisions = new Set(sections.flatMap(({ rules = {}, listed = {} }) => Object.keys({ ...rules, ...listed })));
  const parameters = new Set(sections.flatMap((section) => Object.keys(section.parameters ?? {})));
  const unknown = (key: 'provisions' | 'parameters', known: ReadonlySet<string>): Problem[] =>
    draft.file.changes.flatMap(({ [key]: names = [] }, index) =>
      names
        .filter((name) => !known.has(name))
        .map((name) => fault(draft, ['changes', index, key], 'unknown-name', `没有 ${name}`, `there is no ${name}`)),
    );
  return [...unknown('provisions', provisions), ...unknown('parameters', parameters)];
}

/** The changelog says what changed, and names every provision that comes out differently. */
function changelogFaults(draft: Draft, touched: Touched): Problem[] {
  const { changes } = draft.file;
  if (changes.length === 0) {
    return [fault(draft, ['changes'], 'no-changelog', '写明改了什么：changes', 'say what changed: changes')];
  }
  if (isOneForAll(changes)) return [];
  const named = new Set(changes.flatMap(({ provisions = [] }) => provisions));
  const missing = [...touched.keys()].filter((rule) => !named.has(rule));
  if (missing.length === 0) return [];
  const list = missing.join(', ');
  const zh = `changes 未提到结果有变的条款：${list}`;
  return [
    fault(
      draft,
      ['changes'],
      'unnamed-change',
      zh,
      `changes do not name provisions that come out differently: ${list}`,
    ),
  ];
}

const isOneForAll = (changes: readonly ReleaseChange[]): boolean =>
  changes.length === 1 && changes[0]?.provisions === undefined;

/** The changelog, completed where one line stands for everything. */
function changesOf({ file }: Draft, touched: Touched): ReleaseChange[] {
  const from = file.from === undefined ? {} : { from: file.from };
  const provisions = touched.size === 0 ? {} : { provisions: [...touched.keys()] };
  return file.changes.map((change) => ({ ...from, ...(isOneForAll(file.changes) ? provisions : {}), ...change }));
}

type Data = Readonly<Record<string, unknown>>;

/** The policy's own files, changed where the draft changes them and nowhere else. */
function editedFiles(folder: string, before: PolicyFiles, after: PolicyFiles): Planned[] {
  const names = Object.keys(after.sections);
  const planned = [
    edited(join(folder, 'policy.yaml'), before.policy as Data, after.policy as Data),
    ...names.map((name) =>
      edited(join(folder, `${name}.yaml`), before.sections[name] as Data | undefined, after.sections[name] as Data),
    ),
  ].flat();
  // What was written has to say what was checked.
  const texts = new Map(planned.map(({ path, text }) => [path, text]));
  const read = (name: string, data: unknown): unknown => {
    const text = texts.get(join(folder, `${name}.yaml`));
    return text === undefined ? data : parse(text);
  };
  const written = {
    policy: read('policy', before.policy) as object,
    sections: Object.fromEntries(names.map((name) => [name, read(name, before.sections[name])])),
  };
  if (digestOfFiles(written) !== digestOfFiles(after))
    throw new Error('the edited files do not say what the draft says');
  return planned;
}

function edited(path: string, before: Data | undefined, after: Data): Planned[] {
  if (before === undefined) return [{ path, text: stringify(after, { lineWidth: 120 }) }];
  const text = readFileSync(path, 'utf8');
  const now = editYaml(text, before, after);
  return now === text ? [] : [{ path, text: now }];
}

/** The draft's tests, in a file of their own, named by the release. */
function testFile(folder: string, { file }: Draft, version: string): Planned[] {
  const { tests = [] } = file;
  return tests.length === 0
    ? []
    : [{ path: join(folder, 'tests', `${version}.yaml`), text: stringify(tests, { lineWidth: 120 }) }];
}
