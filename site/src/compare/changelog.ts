import type { LoadedPolicy } from '@jingzhun/rules/load';
import type { Bilingual } from '@jingzhun/schemas';
import { say } from '../calculator/say.ts';
import { type Language, languages } from '../language.ts';
import { figureViews } from './figure-views.ts';
import { grouped } from './grouped.ts';
import { Voices } from './voices.ts';
import type { WhatIf } from './what-if.ts';

/** What a change does, in a line for those who apply the policy. */
export function changelog(before: LoadedPolicy, whatIf: WhatIf): Bilingual {
  const [zh, en] = languages.map((language) => line(before, whatIf, language));
  return { zh: zh as string, en: en as string };
}

function line(before: LoadedPolicy, { from, edits }: WhatIf, language: Language): string {
  const voices = new Voices(before, before, language);
  const figures = new Map(figureViews(before, from, voices).map((each) => [each.key, each]));
  const changes = edits.map(({ of, name, path, value }) => {
    const figure = figures.get(JSON.stringify([of, name, path]));
    const unit = (each: number | string): string =>
      typeof each === 'number' ? [grouped(each), figure?.unit].filter(Boolean).join(' ') : each;
    const before = figure === undefined ? '' : unit(figure.current);
    return say(voices.words.change, { from, title: figure?.title ?? name, before, after: unit(value) });
  });
  return changes.join(language === 'zh' ? '；' : '; ');
}
