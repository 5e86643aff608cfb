import { chineseRuns } from '../chinese-runs.ts';
import { element } from './element.ts';
import type { Language } from './words.ts';

/** Words of a policy as they stand on a page: on an English one, what stays Chinese says so. */
export function withChinese(text: string, language: Language): readonly (Node | string)[] {
  if (language === 'zh') return [text];
  return chineseRuns(text).map((run) => (run.chinese ? element('span', { lang: 'zh-CN' }, run.text) : run.text));
}
