import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadPolicy } from '../load/load.ts';
import { contentsOf } from './contents.ts';
import { usersIn } from './uses.ts';

const policies = new URL('../../policies/', import.meta.url);
const ids = readdirSync(policies, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

function loaded(id: string) {
  const names = readdirSync(new URL(id, policies)).filter((name) => name.endsWith('.yaml'));
  const read = (name: string) => ({
    file: `${id}/${name}`,
    data: parse(readFileSync(new URL(`${id}/${name}`, policies), 'utf8')),
  });
  const sections = names.filter((name) => !['policy.yaml', 'draft.yaml', 'analysis.yaml'].includes(name));
  return loadPolicy({ policy: read('policy.yaml'), sections: sections.map(read) });
}

/** What a part of the loaded policy names, read off its JSON. */
const named = (value: unknown, key: string): string[] =>
  [...(JSON.stringify(value) ?? '').matchAll(new RegExp(`"(?:${key})":"([^"]+)"`, 'g'))].map(
    ([, name]) => name as string,
  );

describe.each(ids)('in %s', (id) => {
  const { policy, files } = loaded(id);
  const users = usersIn(files);
  const facts = new Map(policy.facts.map((fact) => [fact.name, fact.derive]));
  const parameters = contentsOf(files, 'parameters');

  /** Facts and parameters that the loaded rule reads, through every derivation. */
  function reads(rule: unknown): Set<string> {
    const all = new Set(named(rule, 'fact|parameter|by|list'));
    for (const name of all) {
      const file = parameters.get(name)?.file;
      const words =
        file === undefined ? [] : 'formula' in file ? String(file.formula).match(/[\w.-]+/g) : [file.by ?? ''];
      for (const next of [...named(facts.get(name), 'fact|parameter|by|list'), ...(words ?? [])]) all.add(next);
    }
    return all;
  }

  it('the rules that use a parameter or fact are those that read it once loaded', () => {
    const reading = policy.rules.map((rule) => [rule.id, reads(rule)] as const);
    for (const [of, holder] of [
      ['parameter', 'parameters'],
      ['fact', 'facts'],
    ] as const) {
      for (const name of contentsOf(files, holder).keys()) {
        const readers = reading.filter(([, names]) => names.has(name)).map(([rule]) => rule);
        expect([name, users(of, name)]).toEqual([name, readers]);
      }
    }
  });
});
