import { expect, it } from 'vitest';
import { asSentence, inLanguage } from './in-language.ts';

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

it('ends a text with one full stop', () => {
  expect(asSentence('首次编码，全文。', 'zh')).toBe('首次编码，全文。');
  expect(asSentence('不再要求是建档立卡户', 'zh')).toBe('不再要求是建档立卡户。');
  expect(asSentence('No answer changes by it', 'en')).toBe('No answer changes by it.');
  expect(asSentence('It is “asked”.', 'en')).toBe('It is “asked”.');
});
