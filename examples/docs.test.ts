import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as reader from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as analysing from '../packages/rules/src/analyse/index.ts';
import * as citing from '../packages/rules/src/cite/index.ts';
import * as comparing from '../packages/rules/src/compare/index.ts';
import * as engine from '../packages/rules/src/engine/index.ts';
import * as impacts from '../packages/rules/src/impact/index.ts';
import * as rules from '../packages/rules/src/index.ts';
import * as load from '../packages/rules/src/load/index.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016.gen.ts';
import { ruyuan2016Text } from '../packages/rules/src/policies/ruyuan-2016.text.gen.ts';
import * as testing from '../packages/rules/src/policy-test/index.ts';
import * as records from '../packages/rules/src/records/index.ts';
import * as roster from '../packages/rules/src/roster/index.ts';
import * as sql from '../packages/rules/src/sql/index.ts';
import * as schemas from '../packages/schemas/src/index.ts';
import * as table from '../packages/schemas/src/table/index.ts';
import * as workbook from '../packages/schemas/src/workbook/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = (pattern: string): string[] => globSync(pattern, { cwd: root }).toSorted();

const pages = [
  ...files('*.md'),
  ...files('docs/**/*.md'),
  ...files('examples/README.md'),
  ...files('examples/*/README.md'),
];

interface Program {
  readonly name: string;
  readonly code: string;
  readonly format: string | undefined;
  readonly output: string | undefined;
}

/** Every block marked `ts`, with the block of output under it. Imports of a page hold for the programs after it. */
function programsOf(page: string): Program[] {
  const imports = new Set<string>();
  const blocks = read(page).matchAll(/^```ts\n([\s\S]*?)^```(?:\n+```(text|json)\n([\s\S]*?)^```)?/gm);
  return [...blocks].map(([, code = '', format, output], index) => {
    for (const [line] of code.matchAll(/^import .*$/gm)) imports.add(line);
    const own = code.replaceAll(/^import .*$/gm, '');
    return { name: `${page}, program ${index + 1}`, code: `${[...imports].join('\n')}\n${own}`, format, output };
  });
}

/** From a folder whose dependencies are the packages, as a reader's own project would be. */
function print(code: string): string {
  const args = ['--conditions=@jingzhun/source', '--input-type=module-typescript', '--eval', code];
  const cwd = join(root, 'packages/cli');
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

describe('programs in the documentation', () => {
  const programs = pages.flatMap(programsOf);

  it.each(programs)('$name prints what stands under it', ({ code, format, output }) => {
    expect(output, 'a block of output, text or json, under the program').toBeDefined();
    const printed = print(code);
    if (format === 'json') expect(JSON.parse(printed)).toEqual(JSON.parse(output ?? ''));
    else expect(printed).toBe(output?.trim());
  });

  it('are found in both READMEs', () => {
    for (const page of ['README.md', 'README.zh-CN.md']) expect(programsOf(page).length, page).toBeGreaterThan(0);
  });
});

describe('links in the documentation', () => {
  it.each(pages)('%s links to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
  });

  it.each(pages.filter((page) => page.endsWith('.zh-CN.md')))(
    '%s leads to pages in Chinese where there are any',
    (page) => {
      // What is named as English leads there knowingly.
      const links = [...read(page).matchAll(/\[([^\]]*)\]\(([^)#\s:]+\.md)/g)]
        .filter(([, label = '']) => !/English|英文/.test(label))
        .map(([, , path = '']) => path);
      const chinese = (path: string): string =>
        join(root, dirname(page), path.replace(/(?<!\.zh-CN)\.md$/, '.zh-CN.md'));
      expect(links.filter((path) => !path.endsWith('.zh-CN.md') && existsSync(chinese(path)))).toEqual([]);
    },
  );
});

interface Example {
  readonly file: string;
  readonly name: string;
  readonly code: string;
}

/** The `@example` of each exported function and class. It ends at the first empty line. */
function examplesOf(file: string): Example[] {
  const documented = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:async )?(?:function\*?|class|const) (\w+)/g;
  return [...read(file).matchAll(documented)].flatMap(([, comment = '', name = '']) => {
    const [, after] = comment.split(/@example\n/);
    if (after === undefined) return [];
    const lines = after.split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
    const end = lines.findIndex((line) => line.trim() === '' || line.startsWith('@'));
    return [{ file, name, code: lines.slice(0, end < 0 ? undefined : end).join('\n') }];
  });
}

/** Ruyuan's first release, and the draft of examples/amendment on it. */
const released = load.loadPolicy(
  load.sourceOf(JSON.parse(read('packages/rules/policies/ruyuan-2016/releases/1.0.0.json'))),
);
const draft = load.draftFrom({ file: 'draft.yaml', data: parse(read('examples/amendment/draft.yaml')) });
const drafted = load.loadDraft(released.files, draft);

/** All that the packages give away. */
const given: Readonly<Record<string, unknown>> = {
  ...schemas,
  ...table,
  ...workbook,
  ...rules,
  ...load,
  ...engine,
  ...citing,
  ...comparing,
  ...impacts,
  ...analysing,
  ...records,
  ...testing,
  ...sql,
  ...roster,
};

/** What examples may name: what is given away, and what a caller would have beside it. */
const known: Readonly<Record<string, unknown>> = {
  ...given,
  reader,
  task: { report: () => {}, due: false, pause: async () => {} },
  released,
  draft,
  drafted,
  ruyuan2016,
  ruyuan2016Text,
};
const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<void>;

/** `expression // value` becomes a comparison; a remark after a number's colon is left out. */
function compared(line: string): string {
  const [, expression, value] = /^(?!const |let )(\S.*?);? \/\/ (.+)$/.exec(line) ?? [];
  if (expression === undefined || value === undefined) return line;
  return `same(${expression}, (${value.replace(/^(-?[\d.]+): .*$/, '$1')}));`;
}

describe('examples in doc comments', () => {
  const sources = files('packages/{schemas,rules}/src/**/*.ts').filter(
    (path) => !/\.(test|test-d|gen)\.ts$/.test(path),
  );
  const examples = sources.flatMap(examplesOf);

  it.each(examples)('$name gives the values it states', async ({ file, code }) => {
    const own = (await import(join(root, file))) as Record<string, unknown>;
    const scope: Record<string, unknown> = { ...known, ...own };
    const lines = code.split('\n').map(compared);
    let comparisons = 0;
    const same = (actual: unknown, stated: unknown): void => {
      comparisons += 1;
      expect(actual).toEqual(stated);
    };
    // A block of its own, so that it may name things as the packages do.
    const body = `{\n${lines.join('\n')}\n}`;
    await new AsyncFunction('same', ...Object.keys(scope), body)(same, ...Object.values(scope));
    expect(comparisons).toBeGreaterThan(0);
  });

  it('stand at every function and class that the packages give away', () => {
    const shown = new Set(examples.map(({ name }) => name));
    // A function has the name that it was written under, also where it is given away under another.
    const named = Object.values(given).flatMap((each) => (typeof each === 'function' ? [each.name] : []));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !shown.has(name))).toEqual([]);
  });
});
