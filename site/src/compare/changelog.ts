import type { LoadedPolicy } from '@jingzhun/rules/load';
import type { Bilingual } from '@jingzhun/schemas';
import { say } from '../calculator/say.ts';
import { type Language, languages } from '../language.ts';
import { editables } from './editable.ts';
import { figureSaid, valueOn } from './figure-views.ts';
import { Voices } from './voices.ts';
import type { Edit, WhatIf } from './what-if.ts';

/** What a change does, in a line for those who apply the policy. */
export function changelog(before: LoadedPolicy, whatIf: WhatIf): Bilingual {
  const [zh, en] = languages.map((language) => line(before, whatIf, language));
  return { zh: zh as string, en: en as string };
}

function line(before: LoadedPolicy, { from, edits }: WhatIf, language: Language): string {
  const voices = new Voices(before, before, language);
  const { words, after: voice } = voices;
  const figures = new Map(editables(before.files, from).map((each) => [keyOf(each), each]));
  const changes = edits.flatMap((edit) => {
    const figure = figures.get(keyOf(edit));
    if (figure === undefined) return [];
    const said = figureSaid(figure, before.files, voices);
    return say(words.change.each, {
      title: voice.within(said.title),
      before: said.value(valueOn(figure, from)),
      after: said.value(edit.value),
    });
  });
  return voice.close(say(words.change.all, { from, list: changes.join(language === 'zh' ? '；' : '; ') }));
}

const keyOf = ({ of, name, path }: Pick<Edit, 'of' | 'name' | 'path'>): string => JSON.stringify([of, name, path]);
