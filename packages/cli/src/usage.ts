import { type Command, Option } from 'commander';

/** Makes a command: how it is called, what it does, and lines to try. */
export type NewCommand = (usage: string, zh: string, en: string, ...lines: string[]) => Command;

export const lang = (): Option => new Option('--lang <zh|en>', '显示语言 | language of the output').default('zh');

/** Of commands that write Markdown: in both languages where none is asked for. */
export const anyLang = (): Option => new Option('--lang <zh|en>', '显示语言 | language of the output');

export const folder = (): Option =>
  new Option('--policies <dir>', '使用该文件夹中的政策 | use the policies of this folder');

export const json = (): Option => new Option('--json', '输出 JSON | print JSON');

export const markdown = (): Option =>
  new Option('--markdown', '输出 Markdown，默认中英两种 | print Markdown, in both languages by default');

export const examples = (...lines: string[]): string =>
  `\n例 | Examples:\n${lines.map((line) => `  jingzhun ${line}`).join('\n')}\n`;
