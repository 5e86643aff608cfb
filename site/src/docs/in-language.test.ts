import { expect, it } from 'vitest';
import { inLanguage } from './in-language.ts';

const html = `<h2>0.1.0</h2>
<p>Decides <code>rosters</code>.</p>
<div lang="zh-CN">
<p>判定<code>花名册</code>。</p>
</div>
<p>Reads workbooks.</p>
<div lang="zh-CN"><p>读取工作簿。</p></div>`;

it('gives the English without the Chinese', () => {
  expect(inLanguage(html, 'en').replace(/\n+/g, '\n')).toBe(
    '<h2>0.1.0</h2>\n<p>Decides <code>rosters</code>.</p>\n<p>Reads workbooks.</p>\n',
  );
});

it('gives the Chinese and the headings, without the English', () => {
  expect(inLanguage(html, 'zh').replace(/\n+/g, '\n')).toBe(
    '<h2>0.1.0</h2>\n<p>判定<code>花名册</code>。</p>\n<p>读取工作簿。</p>',
  );
});
