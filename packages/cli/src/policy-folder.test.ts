import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { afterAll, describe, expect, it } from 'vitest';
import { readYaml } from './policy-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingzhun-yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));

function firstFault(content: string | Uint8Array) {
  const path = join(folder, 'a.yaml');
  writeFileSync(path, content);
  try {
    return readYaml(path, 'a.yaml').data;
  } catch (error) {
    if (error instanceof JingzhunError) return error.problems[0];
    throw error;
  }
}

describe('readYaml', () => {
  it.each([
    [
      'a tab',
      'a:\n\tb: 1\n',
      2,
      '缩进只能用空格，不能用制表符（第 1 列）',
      'Tabs are not allowed as indentation (column 1)',
    ],
    ['a key twice', 'a: 1\na: 2\n', 2, '同一处有两个相同的键（第 1 列）', 'Map keys must be unique (column 1)'],
    ['a colon in a text', 'a: b: c\n', 1, '含冒号的文本请加引号', 'Nested mappings are not allowed'],
    ['a quote that stays open', 'a: "b\n', 2, '缺少冒号、逗号、引号或括号', 'Missing closing "quote'],
  ])('tells %s in both languages, with line and column', (_, text, line, zh, en) => {
    expect(firstFault(text)).toMatchObject({
      code: 'yaml',
      file: 'a.yaml',
      line,
      zh: expect.stringContaining(zh),
      en: expect.stringContaining(en),
    });
  });

  it('refuses what is no UTF-8, and passes over a byte order mark', () => {
    // 补助 in GB18030, as an editor on Windows may save it.
    const gb18030 = Buffer.concat([Buffer.from('title: '), Buffer.from([0xb2, 0xb9, 0xd6, 0xfa])]);
    expect(firstFault(gb18030)).toMatchObject({ code: 'wrong-encoding', file: 'a.yaml' });
    expect(firstFault('\uFEFFtitle: 补助\n')).toEqual({ title: '补助' });
  });
});
