import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPolicyFolder } from '../src/policy-folder.ts';
import { policyFolders } from '../src/policy-folders.ts';
import { editYaml } from '../src/releases/edit-yaml.ts';

const text = `# about the file
clause: 一
parameters:
  aid: # the old aid
    title: { zh: 助学金, en: Aid }
    values:
      - { from: 2016-11-29, value: 5000 } # as printed
  other:
    unit: yuan

rules:
  # the first rule
  a.b:
    when: { fact: x.y, operator: in, value: [1, 2] }
    reading: >-
      one line
      and another

  c.d:
    kind: entitlement
`;

const edited = (change: (data: Record<string, never>) => void): string => {
  const after = parse(text);
  change(after);
  const now = editYaml(text, parse(text), after);
  expect(parse(now)).toEqual(after);
  return now;
};

const aliased = `clause: 一 # as printed
rules:
  a.b:
    reading: &shared # for both
      zh: 甲
      en: A
    quoteSha256: q
  c.d: # the other
    reading: *shared
    list: [*shared, 1]
`;

describe('editing a policy file with anchors', () => {
  type Rules = Record<string, { reading: object; quoteSha256?: string }>;
  const changed = (change: (rules: Rules) => void): string => {
    const after = structuredClone(parse(aliased));
    const apart = JSON.parse(JSON.stringify(after));
    change(apart.rules);
    const now = editYaml(aliased, parse(aliased), apart);
    expect(parse(now)).toEqual(apart);
    return now;
  };

  it('writes out what an alias stands for where that alone changes', () => {
    const now = changed((rules) => Object.assign(rules['c.d'] as object, { reading: { zh: '乙', en: 'B' } }));
    expect(now).toBe(aliased.replace('    reading: *shared\n', '    reading:\n      zh: 乙\n      en: B\n'));
  });

  it('writes out aliases where what they name changes, and leaves every other line', () => {
    const now = changed((rules) => Object.assign(rules['a.b'] as object, { reading: { zh: '乙', en: 'B' } }));
    for (const line of ['clause: 一 # as printed', '    quoteSha256: q', '  c.d: # the other'])
      expect(now).toContain(line);
    expect(now).not.toContain('*shared');
  });

  it('writes out aliases where what they name is taken away', () => {
    const now = changed((rules) => delete rules['a.b']);
    expect(now).toContain('clause: 一 # as printed');
  });

  it('leaves aliases in a part that changes elsewhere', () => {
    const now = changed((rules) => Object.assign(rules['c.d'] as object, { list: [{ zh: '甲', en: 'A' }, 2] }));
    expect(now).toBe(aliased.replace('[*shared, 1]', '[*shared, 2]'));
  });
});

it('keeps the line ends of a file', () => {
  const windows = text.replaceAll('\n', '\r\n');
  const after = parse(windows);
  after.rules['a.b'].more = { zh: '甲', en: 'A' };
  expect(editYaml(windows, parse(windows), after).replaceAll('\r\n', '')).not.toContain('\n');
});

describe('editing a policy file', () => {
  it('adds a dated value in the style of those beside it and leaves every other line', () => {
    const now = edited(({ parameters }) => {
      (parameters as { aid: { values: unknown[] } }).aid.values.push({ from: '2018-09-01', value: 6000 });
    });
    const added = '      - { from: 2018-09-01, value: 6000 }\n';
    expect(now).toContain(added);
    expect(now.replace(added, '')).toBe(text);
  });

  it('changes one value in its place', () => {
    const now = edited(({ parameters }) => {
      (parameters as { other: { unit: string } }).other.unit = 'yuan/person';
    });
    expect(now).toBe(text.replace('unit: yuan', 'unit: yuan/person'));
  });

  it('keeps lists in brackets', () => {
    const now = edited(({ rules }) => {
      (rules as { 'a.b': { when: { value: number[] } } })['a.b'].when.value.push(3);
    });
    expect(now).toBe(text.replace('[1, 2]', '[1, 2, 3]'));
  });

  it('adds and takes away whole rules', () => {
    const with3 = edited(({ rules }) => Object.assign(rules, { 'e.f': { kind: 'duty' } }));
    expect(with3).toBe(`${text}  e.f:\n    kind: duty\n`);
    const without = edited(({ rules }) => {
      delete rules['c.d'];
    });
    expect(without).toBe(text.slice(0, text.indexOf('  c.d:')));
  });

  it('adds a key to the file', () => {
    expect(edited((data) => Object.assign(data, { facts: { 'a.x': { formula: '1' } } }))).toBe(
      `${text}facts:\n  a.x:\n    formula: "1"\n`,
    );
  });
});

// Every place of every file that comes with the package, changed by itself.
describe.each(policyFolders(new URL('../../rules/policies', import.meta.url).pathname))('$id', ({ folder }) => {
  const { policy, sections } = readPolicyFolder(folder);
  const files = [policy, ...sections].map(({ file }) => basename(file));

  it.each(files)('%s says what it should after each change, and no other part is touched', (name) => {
    const before = readFileSync(join(folder, name), 'utf8');
    let changes = 0;
    const leaves = leavesOf(parse(before));
    // A dozen of them from all over the file, for time.
    const step = Math.ceil(leaves.length / 12);
    for (const path of leaves.filter((_, place) => place % step === 0)) {
      const after = parse(before);
      const holder = path.slice(0, -1).reduce((value, key) => value[key as never], after);
      const key = path.at(-1) as never;
      const value: unknown = holder[key];
      holder[key] = (
        typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`
      ) as never;
      const now = editYaml(before, parse(before), after);
      expect(parse(now), path.join('.')).toEqual(after);
      changes += 1;
      // Files that name a node and mean it again elsewhere are written anew.
      if (/: [&*]\w/.test(before)) continue;
      const lines = new Set(now.split('\n'));
      const lost = before.split('\n').filter((line) => !lines.has(line));
      expect(lost.length, path.join('.')).toBeLessThan(60);
    }
    expect(changes).toBeGreaterThan(1);
  });
});

function leavesOf(data: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof data !== 'object' || data === null) return data === null ? [] : [path];
  return Object.entries(data).flatMap(([key, value]) =>
    leavesOf(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}
