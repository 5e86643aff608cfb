import { compare } from '@jingzhun/rules/compare';
import { comparisonMarkdown } from '../comparison/markdown.ts';
import { comparisonTerminal } from '../comparison/terminal.ts';
import { comparisonView } from '../comparison/view.ts';
import { findEdition } from '../editions.ts';
import { languages } from '../language.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, languageOf } from './options.ts';

interface CompareOptions extends Omit<CommonOptions, 'lang'> {
  readonly lang?: string;
  readonly markdown?: boolean;
}

/** `jingzhun compare`: what differs between two releases, days, policies or drafts. Markdown comes in both languages unless one is asked for. */
export async function compareCommand(first: string, second: string, options: CompareOptions): Promise<void> {
  const language = languageOf({ lang: options.lang ?? 'zh' });
  const before = await findEdition(first, options);
  const after = await findEdition(second, options, before);
  const comparison = compare({ ...before.loaded, on: before.on }, { ...after.loaded, on: after.on });
  if (options.json) {
    await printJson(comparison);
    return;
  }
  const policies = { before: before.loaded, after: after.loaded };
  if (options.markdown) {
    const wanted = options.lang === undefined ? languages : [language];
    const texts = wanted.map((each) => comparisonMarkdown(comparisonView(comparison, policies, each), each));
    await print(texts.join('\n---\n\n'));
    return;
  }
  await print(comparisonTerminal(comparisonView(comparison, policies, language), language));
}
