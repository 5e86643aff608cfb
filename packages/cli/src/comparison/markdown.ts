import { type Language, say } from '../language.ts';
import type { ParameterRow } from './parameter-rows.ts';
import type { ComparisonView, EntryView, SectionView } from './view.ts';

/** A comparison as Markdown for a pull request: what decides in full view, citations and texts folded. */
export function comparisonMarkdown(view: ComparisonView, language: Language): string {
  const sections = view.sections.filter(({ parameters, entries }) => parameters.length + entries.length > 0);
  const texts = view.sections.filter((section) => section.texts.length > 0);
  const blocks = [
    `## ${escaped(view.title)}`,
    `\`${view.sides}\``,
    `**${escaped(view.headline)}**`,
    ...sections.flatMap((section) => [
      `### ${escaped(section.heading)}`,
      ...table(section.parameters, language),
      ...section.entries.map((entry) => entryText(entry, language)),
    ]),
    ...folded(texts, language),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function folded(sections: readonly SectionView[], language: Language): string[] {
  if (sections.length === 0) return [];
  const count = sections.reduce((sum, { texts }) => sum + texts.length, 0);
  const summary = say(language, {
    zh: `出处与文字 ${count} 处（不影响判定）`,
    en: `Citations and texts: ${count}, which change no decision`,
  });
  return [
    `<details>\n<summary>${summary}</summary>`,
    ...sections.flatMap(({ heading, texts }) => [
      `#### ${escaped(heading)}`,
      ...texts.map((entry) => entryText(entry, language)),
    ]),
    '</details>',
  ];
}

function entryText({ title, id, clause, lines, usedBy }: EntryView, language: Language): string {
  const head = [`**${escaped(title)}**`, id === '' ? '' : `\`${id}\``, escaped(clause)].filter(Boolean).join(' ');
  const users = usedBy === '' ? [] : [say(language, { zh: `影响：${usedBy}`, en: `Touches: ${usedBy}` })];
  return [head, '', ...[...lines, ...users].map((line) => `- ${escaped(line)}`)].join('\n');
}

function table(rows: readonly ParameterRow[], language: Language): string[] {
  if (rows.length === 0) return [];
  const head = say(language, {
    zh: '| 参数 | 原 | 现 | 自 | 至 | 依据 | 影响的规定 |',
    en: '| Parameter | Before | After | From | To | Source | Provisions touched |',
  });
  const lines = rows.map(({ title, before, after, from, to, source, usedBy }) =>
    [title, before, after, from, to, source, usedBy].map(escaped).join(' | '),
  );
  return [[head, '| --- | ---: | ---: | --- | --- | --- | --- |', ...lines.map((line) => `| ${line} |`)].join('\n')];
}

/** Text that stays text: nothing in it ends a cell, opens a tag or begins a list, a link or an emphasis. */
export const escaped = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_|[\]~#]/g, '\\$&')
    .replace(/^(\d*)([-+.)])(?=\s)/, '$1\\$2')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
