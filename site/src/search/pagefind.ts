/** What the site uses of Pagefind, whose code is written beside the built pages with the index. */
export interface Found {
  readonly results: readonly { data(): Promise<FoundPage> }[];
}

export interface FoundPage {
  readonly url: string;
  readonly meta: { readonly title: string };
  readonly excerpt: string;
  /** Parts of the page, by its headings. */
  readonly sub_results: readonly FoundPart[];
}

export interface FoundPart {
  readonly title: string;
  readonly url: string;
  /** Escaped text in which `mark` stands around what was looked for. */
  readonly excerpt: string;
}

interface Pagefind {
  options(options: { readonly excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<Found>;
}

let loaded: Promise<Pagefind> | undefined;

/** Loads the search once; after a failure the next call tries again. */
export function loadPagefind(base: string): Promise<Pagefind> {
  loaded ??= load(`${base}pagefind/pagefind.js`).catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(address: string): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  await pagefind.options({ excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}
