import { isDeepStrictEqual } from 'node:util';
import { unzipSync } from 'fflate';
import { parse } from 'yaml';
import type { Random } from '../../examples/rosters/synthetic/random.ts';
import type { Form } from './break-text.ts';
import { bundledQuestion, question } from './good-files.ts';

/** One way to give a file to the command. */
export interface Way {
  readonly args: readonly string[];
  /** What it may write, by the beginning of the name; nothing where it is left out. */
  readonly writes?: readonly string[];
  /** Exit code 0 says that nothing was changed, so it is wrong where the content differs. */
  readonly proves?: (content: Uint8Array) => unknown;
}

/** A kind of file with the ways in which the command reads it. */
export interface FileKind {
  readonly name: string;
  /** The file that is broken. */
  readonly file: string;
  /** What else has to be there. */
  readonly needs?: readonly string[];
  readonly form: Form;
  /** What it holds under its own check sums: bytes that were changed on the way are never taken for it. */
  readonly isIntact?: (good: Uint8Array, broken: Uint8Array) => boolean;
  /** Its end can be told: one that is cut off is never taken for the whole. */
  readonly hasEnd?: true;
  readonly ways: (random: Random) => readonly Way[];
}

const utf8 = { text: 'utf8' } as const;
const policies = ['--policies', 'policies'] as const;
const textOf = (content: Uint8Array): string => Buffer.from(content).toString('utf8');
const asJson = (content: Uint8Array): unknown => JSON.parse(textOf(content));
const asYaml = (content: Uint8Array): unknown => parse(textOf(content));

/** Whether the parts of a workbook that the command reads are what they were, as far as they go by the same name. */
function areSheetsIntact(good: Uint8Array, broken: Uint8Array): boolean {
  const parts = (content: Uint8Array) =>
    unzipSync(content, {
      filter: ({ name }) => /^xl\/(?:workbook|worksheets\/[^/]+$|sharedStrings|styles)/.test(name),
    });
  const before = parts(good);
  return Object.entries(parts(broken)).every(
    ([name, part]) => before[name] === undefined || isDeepStrictEqual(part, before[name]),
  );
}

const impact = (roster: string, random: Random): Way => ({
  args: [
    ...['impact', 'sample-2020@1.0.0', 'draft', '--roster', roster, '--on', '2020-09-01', ...policies],
    ...[
      '--csv',
      'affected.csv',
      '--svg',
      random.pick(['charts', 'charts.svg']),
      ...random.pick([['--json'], ['--lang', 'en']]),
    ],
  ],
  writes: ['affected.csv', 'charts'],
});

function roster(file: string, random: Random): readonly Way[] {
  const ending = random.pick(['csv', 'csv', 'xlsx', 'parquet']);
  const asked = random.pick([question, bundledQuestion]);
  const more = ['--errors', 'errors.csv', '--json', '--lang', random.pick(['zh', 'en'])];
  return [
    { args: ['roster', file, ...asked, '--out', `out.${ending}`, ...more], writes: ['out.', 'errors.csv'] },
    impact(file, random),
  ];
}

function pair(random: Random): readonly Way[] {
  const [asked, memory] = [random.pick([question, bundledQuestion]), roster('pair', random)];
  const args = [
    'roster',
    'pair',
    ...asked,
    '--engine',
    'duckdb',
    '--out',
    'result',
    '--errors',
    'errors.csv',
    '--json',
  ];
  return [...memory, { args, writes: ['result', 'errors.csv'] }, { args, writes: ['result', 'errors.csv'] }];
}

/** Everything that reads a policy from a folder. */
function ofPolicies(random: Random): readonly Way[] {
  const id = 'sample-2020';
  const json = random.pick([[], ['--json']]);
  return [
    { args: ['check', ...policies, ...json] },
    { args: ['policies', ...random.pick([[], [id]]), ...policies, ...json] },
    { args: ['decide', 'case.json', ...question, ...json] },
    { args: ['decide', 'case.json', ...question, '--record', 'new.json'], writes: ['new.json'] },
    { args: ['verify', 'record.json', ...policies, ...json] },
    { args: ['compare', `${id}@1.0.0`, id, ...policies, ...random.pick([json, ['--markdown']])] },
    { args: ['compare', id, 'draft', ...policies, ...json] },
    { args: ['timeline', random.pick([id, `${id}@draft`]), ...policies, ...json] },
    { args: ['analyse', random.pick([id, `${id}@draft`]), ...policies, ...random.pick([json, ['--markdown']])] },
    { args: ['sql', ...question, ...random.pick([json, ['--tables'], ['--against', 'draft']])] },
    { args: ['cite', id, '--source', 'source.txt', ...policies, ...json] },
    { args: ['review', 'policies', '--roster', 'roster.csv', ...policies, '--lang', random.pick(['zh', 'en'])] },
    { args: ['release', id, '--date', '2026-12-02', ...policies], writes: ['policies/'] },
    { args: ['revise', id, '--correction', ...policies], writes: ['policies/'] },
    impact('roster.csv', random),
  ];
}

const policyNeeds = ['policies', 'case.json', 'record.json', 'roster.csv', 'source.txt'];

/** Files that belong to a released policy: to check them is to say that they are the same. */
const ofPolicy = (name: string, file: string, more: Partial<FileKind> & { proves?: Way['proves'] } = {}): FileKind => {
  const { proves, ...kind } = more;
  return {
    name,
    file: `policies/${file}`,
    needs: policyNeeds,
    form: utf8,
    ways: (random) => [
      ...ofPolicies(random),
      { args: ['check', ...policies], ...(proves !== undefined && { proves }) },
      { args: ['check', 'sample-2020', ...policies, '--lang', 'en'], ...(proves !== undefined && { proves }) },
    ],
    ...kind,
  };
};

const rosterNeeds = ['policies'];
const ofRoster = (name: string, file: string, form: Form, more: Partial<FileKind> = {}): FileKind => ({
  name,
  file,
  needs: rosterNeeds,
  form,
  ways: (random) => roster(file, random),
  ...more,
});

const record: FileKind = {
  name: 'decision record',
  file: 'record.json',
  needs: ['policies', 'case.json', 'public.pem'],
  form: utf8,
  hasEnd: true,
  ways: (random) =>
    [[], ['--facts', 'case.json'], ['--key', 'public.pem'], ['--json'], ['--lang', 'en']].map((more) => ({
      args: ['verify', 'record.json', ...policies, ...more, ...random.pick([[], ['--json']])],
      proves: asJson,
    })),
};

/** Every kind of file that the command reads. */
export const kinds: readonly FileKind[] = [
  ofRoster('roster, CSV in UTF-8', 'roster.csv', utf8),
  ofRoster('roster, CSV in GB18030', 'gbk.csv', { text: 'latin1' }),
  ofRoster('roster, CSV in UTF-16', 'utf16.csv', { text: 'utf16le' }),
  ofRoster('roster, XLSX', 'roster.xlsx', 'zip', { hasEnd: true, isIntact: areSheetsIntact }),
  ofRoster('roster, Parquet', 'roster.parquet', 'binary', { hasEnd: true }),
  ofRoster('pair, households in Parquet', 'pair/household.parquet', 'binary', {
    needs: ['pair', 'policies'],
    hasEnd: true,
    ways: pair,
  }),
  ofRoster('pair, persons in Parquet', 'pair/person.parquet', 'binary', {
    needs: ['pair', 'policies'],
    hasEnd: true,
    ways: pair,
  }),
  {
    name: 'case, JSON',
    file: 'case.json',
    needs: ['policies', 'record.json'],
    form: utf8,
    hasEnd: true,
    ways: (random) => [
      { args: ['decide', 'case.json', ...question, ...random.pick([[], ['--json'], ['--lang', 'en']])] },
      { args: ['decide', 'case.json', ...bundledQuestion, ...random.pick([[], ['--json']])] },
      { args: ['decide', 'case.json', ...question, '--record', 'new.json'], writes: ['new.json'] },
      { args: ['verify', 'record.json', '--facts', 'case.json', ...policies] },
    ],
  },
  {
    name: 'cases, JSON Lines',
    file: 'cases.jsonl',
    needs: ['policies'],
    form: utf8,
    ways: () => [{ args: ['decide', 'cases.jsonl', ...question] }],
  },
  record,
  {
    name: 'keys, PEM',
    file: 'public.pem',
    needs: ['policies', 'record.json'],
    form: utf8,
    ways: () => [{ args: ['verify', 'record.json', ...policies, '--key', 'public.pem'] }],
  },
  {
    name: 'signing key, PEM',
    file: 'private.pem',
    needs: ['policies', 'case.json'],
    form: utf8,
    ways: () => [
      {
        args: ['decide', 'case.json', ...question, '--record', 'new.json', '--sign', 'private.pem'],
        writes: ['new.json'],
      },
    ],
  },
  {
    name: 'text of a document',
    file: 'source.txt',
    needs: ['policies'],
    form: utf8,
    ways: (random) => [
      { args: ['cite', random.pick(['sample-2020', 'sample-2020@draft']), '--source', 'source.txt', ...policies] },
      { args: ['cite', 'huadu-2016', '--source', 'source.txt', '--json'] },
    ],
  },
  ofPolicy('policy.yaml', 'sample-2020/policy.yaml', { proves: asYaml }),
  ofPolicy('section of a policy', 'sample-2020/1-aid.yaml', { proves: asYaml }),
  ofPolicy('plan section of a policy', 'sample-2020/2-plan.yaml', { proves: asYaml }),
  ofPolicy('tests of a policy', 'sample-2020/tests/aid.yaml'),
  ofPolicy('draft.yaml', 'sample-2020/draft.yaml'),
  ofPolicy('content of a release', 'sample-2020/releases/1.0.0.json', { hasEnd: true, proves: asJson }),
  ofPolicy('policies.lock.json', 'policies.lock.json', { hasEnd: true }),
];

/** Whether two contents say the same, read in the given way. */
export const saysTheSame = (read: (content: Uint8Array) => unknown, a: Uint8Array, b: Uint8Array): boolean =>
  isDeepStrictEqual(read(a), read(b));
