/** What the site uses of Pagefind, whose code is written beside the built pages with the index. */
export interface Found {
  /** The best match first. */
  readonly results: readonly FoundResult[];
}

export interface FoundResult {
  /** The same for the same page, whatever was asked. */
  readonly id: string;
  data(): Promise<FoundPage>;
}

export interface FoundPage {
  readonly url: string;
  readonly meta: { readonly title: string };
  readonly excerpt: string;
  /** The text of the whole page. */
  readonly content: string;
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
  options(options: {
    readonly excerptLength: number;
    readonly ranking: { readonly metaWeights: Readonly<Record<string, number>> };
  }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<Found>;
}

/** What the title has counts so much that no page which only mentions it comes before. */
const titleWeights = { title: 20, words: 20 };

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
  await pagefind.options({ excerptLength: 24, ranking: { metaWeights: titleWeights } });
  await pagefind.init();
  return pagefind;
}
