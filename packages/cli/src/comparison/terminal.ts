import pc from 'picocolors';
import { type Language, say } from '../language.ts';
import { wrap } from '../wording/width.ts';
import type { ParameterRow } from './parameter-rows.ts';
import type { ComparisonView, EntryView } from './view.ts';

const columns = 80;

/** A comparison for the terminal: first what decides, section by section, then citations and texts. */
export function comparisonTerminal(view: ComparisonView, language: Language): string {
  const lines = [pc.bold(view.title), pc.dim(view.sides), wrap(view.headline, columns)];
  for (const { heading, parameters, entries } of view.sections) {
    if (parameters.length + entries.length === 0) continue;
    lines.push('', pc.bold(heading), ...parameters.flatMap((row) => rowLines(row, language)));
    lines.push(...entries.flatMap((entry) => entryLines(entry, language)));
  }
  const texts = view.sections.filter((section) => section.texts.length > 0);
  if (texts.length > 0) {
    lines.push(
      '',
      pc.bold(say(language, { zh: '出处与文字（不影响判定）', en: 'Citations and texts (no decision changes)' })),
    );
    for (const section of texts) {
      lines.push('', pc.dim(section.heading), ...section.texts.flatMap((entry) => entryLines(entry, language)));
    }
  }
  return lines.join('\n');
}

function rowLines({ title, before, after, from, to, source, usedBy }: ParameterRow, language: Language): string[] {
  const days =
    from === ''
      ? ''
      : to === ''
        ? say(language, { zh: `自 ${from} 起`, en: `from ${from}` })
        : say(language, { zh: `${from} 至 ${to}`, en: `${from} to ${to}` });
  const change = `${before} → ${after}`;
  // Coloured once it is broken into lines, and only where it was not broken itself.
  const text = wrap(`  ${title}  ${change}  ${days}  [${source}]`, columns, '    ');
  return [text.replace(change, () => `${pc.red(before)} → ${pc.green(after)}`), ...usersLine(usedBy, language)];
}

function entryLines({ title, id, clause, lines, usedBy }: EntryView, language: Language): string[] {
  const head = [title, clause === '' ? '' : `[${clause}]`].filter(Boolean).join('  ');
  return [
    wrap(`  ${head}`, columns, '  '),
    ...(id === '' ? [] : [`    ${pc.dim(id)}`]),
    ...lines.map((line) => wrap(`    ${line}`, columns, '      ')),
    ...usersLine(usedBy, language),
  ];
}

const usersLine = (usedBy: string, language: Language): string[] =>
  usedBy === ''
    ? []
    : [pc.dim(wrap(`    ${say(language, { zh: '影响：', en: 'touches: ' })}${usedBy}`, columns, '      '))];
