import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PolicyFiles } from '../load/load.ts';
import { addDays } from '../values/dates.ts';
import { compare } from './compare.ts';

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

function* leaves(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (typeof value !== 'object' || value === null) yield { path, value };
  else
    for (const [key, each] of Object.entries(value)) yield* leaves(each, [...path, Array.isArray(value) ? +key : key]);
}

function mutated(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return 'x';
  return /^\d{4}-\d\d-\d\d$/.test(value) ? addDays(value, 1) : `${value}x`;
}

/** A copy that shares all but the way to the changed leaf. */
function changed<T>(value: T, [key, ...rest]: Path, leaf: unknown): T {
  if (key === undefined) return leaf as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as T;
  copy[key as keyof T] = changed(value[key as keyof T], rest, leaf);
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

describe.each(ids)('comparing %s', { timeout: 120_000 }, (id) => {
  const files = filesOf(id);
  // Given, so that it is not worked out again for each of thousands of comparisons.
  const policy = { release: '1.0.0', digest: '' };

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

  it('with one leaf changed finds the change, names whose it is and where it stands', () => {
    const missed: string[] = [];
    for (const { path, value } of leaves(files)) {
      const other = changed(files, path, mutated(value));
      const { differences } = compare({ files, policy }, { files: other, policy });
      const owner = ownerOf(path);
      const right = differences.some(
        (each) =>
          each.section === owner.section &&
          (owner.of === undefined || (each.of === owner.of && each.name === owner.name)),
      );
      // Nothing is laid at the door of another part.
      const strange = differences.some(
        (each) => each.section !== owner.section || (owner.name && each.name !== owner.name),
      );
      if (!right || strange)
        missed.push(`${path.join('.')}: ${JSON.stringify(differences.map(({ of, name, part }) => [of, name, part]))}`);
    }
    expect(missed).toEqual([]);
  });
});
