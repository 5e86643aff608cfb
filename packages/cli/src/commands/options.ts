import { type Language, languages } from '../language.ts';
import { unusable } from '../unusable.ts';

/** What every command understands. */
export interface CommonOptions {
  readonly lang: string;
  readonly json?: boolean;
  readonly policies?: string;
}

export function languageOf({ lang }: CommonOptions): Language {
  const language = languages.find((each) => each === lang);
  if (language === undefined)
    throw unusable('wrong-language', '应为 zh 或 en', 'should be zh or en', { path: '--lang' });
  return language;
}
