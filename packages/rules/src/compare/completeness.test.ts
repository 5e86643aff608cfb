import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PolicyFiles } from '../load/load.ts';
import { leaf, loadTiny, quoteSha256, registered, tinyParameter, tinyRule, title } from '../testing/tiny-policy.ts';
import { addDays } from '../values/dates.ts';
import { compare } from './compare.ts';
import type { Difference } from './comparison.ts';

const policies = new URL('../../policies/', import.meta.url);
const ids = readdirSync(policies, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const read = (path: string) => parse(readFileSync(new URL(path, policies), 'utf8'));

function filesOf(id: string): PolicyFiles {
  const policy = read(`${id}/policy.yaml`);
  return {
    policy,
    sections: Object.fromEntries(policy.sections.map((name: string) => [name, read(`${id}/${name}.yaml`)])),
  };
}

type Path = readonly (string | number)[];

/** Every part of the files, the whole before its parts. */
function* partsOf(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) yield* partsOf(each, [...path, Array.isArray(value) ? +key : key]);
}

const isLeaf = ({ value }: { value: unknown }): boolean => typeof value !== 'object' || value === null;

function mutated(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return 'x';
  return /^\d{4}-\d\d-\d\d$/.test(value) ? addDays(value, 1) : `${value}x`;
}

/** A copy that shares all but the way to the changed part; without that part where nothing takes its place. */
function changed<T>(value: T, [key, ...rest]: Path, leaf?: unknown): T {
  if (key === undefined) return leaf as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as T;
  if (rest.length === 0 && leaf === undefined) {
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else delete copy[key as keyof T];
  } else copy[key as keyof T] = changed(value[key as keyof T], rest, leaf);
  return copy;
}

const owners: Readonly<Record<string, string>> = {
  parameters: 'parameter',
  facts: 'fact',
  conditions: 'condition',
  rules: 'rule',
  listed: 'listed',
};

/** What the difference has to be about. */
function ownerOf(path: Path): { of?: string; name?: string; section: string } {
  const [file, section, holder, name] = path;
  if (file === 'policy') return { section: 'policy' };
  const of = owners[holder as string];
  if (of !== undefined) return { of, name: String(name), section: String(section) };
  return { section: String(section) };
}

const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value !== 'object' || value === null
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .map(([key, each]) => [key, reversed(each)])
            .reverse(),
        );

/** All that the format has and the five policies may not: amendments, values that close, rules that go together. */
const invented: PolicyFiles = (() => {
  const amendedBy = { document: '试〔2018〕1号', clause: '二' };
  const both = (text: string) => ({ zh: `${text}。`, en: text });
  const item = (key: string) => ({ key, title, asks: 'village', when: registered, due: '2017-01-01' });
  return loadTiny({
    parameters: {
      amount: tinyParameter('yuan', 1, {
        values: [
          { from: '2016-01-01', value: 1, quoteSha256 },
          { from: '2017-01-01', value: 2, amendedBy, quoteSha256 },
          { from: '2018-01-01', to: '2018-12-31', value: 3, quoteSha256: [quoteSha256, '1'.repeat(64)] },
        ],
      }),
    },
    rules: {
      'tiny.rule.one': tinyRule({
        scope: registered,
        when: { any: [registered, { not: { all: [leaf('household.inDibao', 'equal', true), registered] } }] },
        grant: [
          { what: 'aid', amount: 'amount', unit: 'yuan', per: 'household', every: 'year', comparator: 'at-least' },
          { what: 'more', title, amount: null, unit: 'yuan' },
        ],
        state: { what: 'rank', value: true, when: registered },
        reading: [both('one'), both('two')],
        anomalies: [both('three')],
        amended: [
          { from: '2017-01-01', when: registered, amendedBy, quoteSha256 },
          { from: '2018-01-01', grant: { what: 'aid', amount: 9, unit: 'yuan' }, amendedBy, quoteSha256 },
        ],
      }),
      'tiny.rule.two': tinyRule({ items: [item('a'), item('b')], alsoClauses: ['二', '三'] }),
    },
    exclusive: [{ rules: ['tiny.rule.one', 'tiny.rule.two'], why: both('apart') }],
    successive: [{ rules: ['tiny.rule.one', 'tiny.rule.two'], why: both('after') }],
  } as never).files;
})();

const all: readonly [name: string, files: PolicyFiles][] = [
  ['an invented one', invented],
  ...ids.map((id) => [id, filesOf(id)] as const),
] as never;

/** Whether the way of a difference leads to a changed leaf. A shifted day is told as a difference of what it shifts. */
function leadsTo(path: Path, differences: readonly Difference[]): boolean {
  const inFile = path.slice(path[0] === 'policy' ? 1 : 2);
  if (inFile.at(-1) === 'from' || inFile.at(-1) === 'to') return true;
  return differences.some((each) => each.path.every((key, index) => key === inFile[index]));
}

describe.each(all)('comparing %s', (_, files) => {
  // Given, so that it is not worked out again for each of thousands of comparisons.
  const policy = { release: '1.0.0', digest: '' };

  /** What is wrong with the comparison with a copy in which one part is changed; undefined where it is right. */
  function faultOf(path: Path, other: PolicyFiles, leads: typeof leadsTo = () => true): string | undefined {
    const { differences } = compare({ files, policy }, { files: other, policy });
    const { of, name, section } = ownerOf(path);
    const isOwn = (each: Difference): boolean =>
      each.section === section && (of === undefined || (each.of === of && each.name === name));
    // All of it is laid at the right door.
    if (differences.length > 0 && differences.every(isOwn) && leads(path, differences)) return undefined;
    return `${path.join('.')}: ${JSON.stringify(differences.map((each) => [each.of, each.name, each.part, each.path]))}`;
  }

  it('with itself finds nothing', () => {
    expect(compare({ files }, { files }).differences).toEqual([]);
  });

  it('with the same in another order of keys inside a rule finds nothing', () => {
    const sections = Object.entries(files.sections).map(([name, section]) => {
      const rules = Object.entries(section.rules ?? {}).map(([rule, file]) => [rule, reversed(file)]);
      return [name, section.rules === undefined ? section : { ...section, rules: Object.fromEntries(rules) }];
    });
    const other = { policy: files.policy, sections: Object.fromEntries(sections) };
    expect(compare({ files }, { files: other }).differences).toEqual([]);
  });

  it('with one leaf changed finds the change, and names whose it is and where it stands', () => {
    const leaves = [...partsOf(files)].filter(isLeaf);
    expect(leaves.length).toBeGreaterThan(100);
    expect(
      leaves.flatMap(({ path, value }) => faultOf(path, changed(files, path, mutated(value)), leadsTo) ?? []),
    ).toEqual([]);
  });

  it('with one optional part or entry of a list taken away finds it', () => {
    // What a loaded file cannot be without is not taken away.
    const parts = [...partsOf(files)].filter(({ path }) => path.length > 3 && isOptional(path));
    expect(parts.length).toBeGreaterThan(30);
    expect(parts.flatMap(({ path }) => faultOf(path, changed(files, path)) ?? [])).toEqual([]);
  });
});

const optional = [
  'scope',
  'delivered',
  'force',
  'reading',
  'anomalies',
  'amended',
  'amendedBy',
  'due',
  'per',
  'every',
  'to',
];

const isOptional = (path: Path): boolean => {
  const last = path.at(-1) as string | number;
  return typeof last === 'number' || optional.includes(last) || path.length === 4;
};
