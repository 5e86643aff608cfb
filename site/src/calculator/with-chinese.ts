import { chineseRuns } from '../chinese-runs.ts';
import { element } from './element.ts';
import { unbroken } from './unbroken.ts';
import type { Language } from './words.ts';

/** Words of a policy as they stand on a page: figures stay whole, and on an English page what stays Chinese says so. */
export function withChinese(text: string, language: Language): readonly (Node | string)[] {
  if (language === 'zh') return unbroken(text);
  return chineseRuns(text).flatMap((run): readonly (Node | string)[] =>
    run.chinese ? [element('span', { lang: 'zh-CN' }, ...unbroken(run.text))] : unbroken(run.text),
  );
}
