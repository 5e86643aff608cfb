/** Languages of the site. Chinese stands at the root, English below `en/`. */
export type Language = 'zh' | 'en';

export const languages: readonly Language[] = ['zh', 'en'];

/** What `lang` says of a page. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** The same page in every language, for `getStaticPaths` of a page below `[...language]`. */
export function pagesIn(): { params: { language: string | undefined }; props: { language: Language } }[] {
  return languages.map((language) => ({
    params: { language: language === 'zh' ? undefined : language },
    props: { language },
  }));
}

/**
 * The address of a page in a language. `path` has no slash in front and one at its end.
 *
 * @example
 * addressOf('en', 'calc/') // '/en/calc/'
 */
export function addressOf(language: Language, path: string): string {
  return `${base}${language === 'zh' ? '' : `${language}/`}${path}`;
}

/** Where the site stands on its host; ends with a slash. */
export const base: string = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Makes an address of the site out of a path without a slash in front. */
export type AddressOf = (path: string) => string;

/** Addresses for programs that met the site elsewhere: with the host where the site is published, if that is known. */
export const absolute =
  (site: URL | undefined): AddressOf =>
  (path) =>
    site === undefined ? base + path : new URL(base + path, site).href;
