import type { Language } from '../language.ts';

/** Language and address of a Starlight page, as the rest of the site names them: `en/docs/records` is `docs/records/` in English. */
export function whereIs({ id }: { id: string }): { language: Language; path: string } {
  const english = /^en(\/|$)/.test(id);
  const path = english ? id.replace(/^en\/?/, '') : id;
  return { language: english ? 'en' : 'zh', path: path === '' ? '' : `${path}/` };
}
