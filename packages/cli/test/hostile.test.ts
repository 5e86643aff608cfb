import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jingzhun, sample } from './run-jingzhun.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingzhun-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a policy file made to harm', () => {
  const unfolding = [
    'a0: &a0 [x, x]',
    ...Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`),
  ];

  it.each<[string, string]>([
    ['aliases that unfold', unfolding.join('\n')],
    ['an alias to itself', 'a: &a\n  b: *a\n'],
    ['an alias to nothing', 'a: *nothing\n'],
    ['lists without end', `a: ${'['.repeat(50_000)}`],
    ['maps without end', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['a tag that is code', 'id: !!js/function "function () { throw 1 }"\n'],
    ['a key of all objects', '__proto__: { polluted: true }\n'],
    ['a list as a key', '? [1, 2]\n: 3\n'],
    ['more than eight megabytes', `id: ${'x'.repeat(9 * 2 ** 20)}`],
  ])('%s: its faults are told with the file', async (name, text) => {
    const policies = join(folder, name.replaceAll(' ', '-'));
    mkdirSync(join(policies, 'p'), { recursive: true });
    writeFileSync(join(policies, 'p', 'policy.yaml'), text);
    const { code, out, err } = await jingzhun(['check', 'p', '--policies', policies]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/policy\.yaml.* \| /);
    expect(out.length).toBeLessThan(50_000);
  });
});

it('signs that steer a terminal or turn text are shown by their number', async () => {
  const key = '\u001b[2J\u001b]0;title\u0007reg\u202eistered\u200b';
  const { code, err } = await sample('decide', ['-'], JSON.stringify({ household: { [key]: true } }));
  expect(code).toBe(2);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/u);
  expect(err).toContain('\\u{202e}');
});
