import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pageOf } from './guides.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = (name: string, body: string): string => pageOf(name, `# Title\n\n${body}\n`, { root, base: '/rules/' });

describe('a guide as a page', () => {
  it('has the heading as its title and the first paragraph as its description', () => {
    const text = pageOf('docs/impact.md', '# Who: gains\n\nOne `word`\nand [another](comparing.md).\n\nMore.\n', {
      root,
      base: '/',
    });
    expect(text).toMatch(/^---\ntitle: "Who: gains"\ndescription: "One word and another\."\n---\n/);
    expect(text).not.toContain('# Who');
  });

  it('describes itself without the sentences that lead elsewhere', () => {
    expect(page('docs/impact.md', 'One. All else: see [another](comparing.md). Three.')).toContain(
      'description: "One. Three."\n',
    );
    expect(page('docs/impact.zh-CN.md', '一。见[另一页](comparing.zh-CN.md)。\n三。')).toContain(
      'description: "一。三。"\n',
    );
  });

  it('says nothing of the page itself where it stands on another', () => {
    expect(page('docs/impact.md', 'One. This page takes two minutes. Three.')).toContain(
      'description: "One. Three."\n',
    );
    expect(page('docs/impact.zh-CN.md', '一。本页用两分钟。三。')).toContain('description: "一。三。"\n');
    for (const name of globSync('docs/*.md', { cwd: root }).filter((each) => !each.endsWith('README.md'))) {
      const [, description] =
        /\ndescription: (.*)\n/.exec(pageOf(name, readFileSync(root + name, 'utf8'), { root, base: '/' })) ?? [];
      expect(description, name).not.toMatch(/本页|this page/i);
    }
  });

  it('joins lines of Chinese without a space', () => {
    expect(page('docs/impact.zh-CN.md', '第一行，\n第二行。')).toContain('description: "第一行，第二行。"');
  });

  it('describes itself in whole sentences', () => {
    const sentence = (word: string): string => `${`${word} `.repeat(19).trim()}.`;
    const [first, second, third] = ['first', 'second', 'third'].map(sentence);
    expect(page('docs/impact.md', `${first} ${second} ${third}`)).toContain(`description: "${first}"\n`);
    expect(page('docs/impact.md', `Short 1.0.0. ${second} ${third}`)).toContain(
      `description: "Short 1.0.0. ${second}"\n`,
    );
    const long = sentence('a-word-of-eighteen');
    expect(page('docs/impact.md', `${long} ${second}`)).toContain(`description: "${long}"\n`);
  });

  it('joins the lines of a Chinese paragraph, and leaves lists, tables, headings and code as they are', () => {
    const text = page(
      'docs/impact.zh-CN.md',
      '格子\n一样，\nCSV 也是\n`code`\n（例）。\n\n- 一\n  二。\n- 三。\n1. 四',
    );
    expect(text).toContain('格子一样，CSV 也是\n`code`（例）。\n\n- 一二。\n- 三。\n1. 四');
    const parts = '## 标题\n正文\n| 表 |\n| --- |\n| 格 |\n\n```text\n第一行\n第二行\n```\n';
    expect(page('docs/impact.zh-CN.md', parts)).toContain(parts);
  });

  it('leads from the bold name of a page of the site to that page', () => {
    expect(page('docs/impact.md', 'Open the **village roster** and **wait**.')).toContain(
      'Open the [**village roster**](/rules/en/roster/) and **wait**.',
    );
    expect(page('docs/impact.zh-CN.md', '打开**整村核对**。')).toContain('打开[**整村核对**](/rules/roster/)。');
  });

  it('leads to the pages of other guides, in the language of the file that is named', () => {
    expect(page('docs/impact.md', 'a [b](records.md#format) c')).toContain('[b](/rules/en/docs/records/#format)');
    expect(page('docs/impact.zh-CN.md', 'a [b](records.zh-CN.md) c')).toContain('[b](/rules/docs/records/)');
  });

  it('names files of the repository by their path, for they have no address', () => {
    expect(page('docs/impact.md', 'see [the lock](../SECURITY.md).')).toContain('see the lock (`SECURITY.md`).');
    expect(page('docs/impact.zh-CN.md', '见[安全](../SECURITY.md)。')).toContain('见安全（`SECURITY.md`）。');
  });

  it('leaves out the switch of languages, and code as it is', () => {
    const text = page('docs/impact.md', '[中文](impact.zh-CN.md)\n\n```md\n[a](records.md)\n```');
    expect(text).not.toContain('中文');
    expect(text).toContain('```md\n[a](records.md)\n```');
  });

  it('refuses links that lead nowhere', () => {
    expect(() => page('docs/impact.md', '[a](nothing.md)')).toThrow('docs/impact.md links to nothing.md');
  });
});
