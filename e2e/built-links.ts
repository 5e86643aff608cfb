import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface BuiltPage {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** Links of built pages that lead nowhere, one line an address, and how many pages and links were read. No browser is needed. */
export function brokenLinks(folder: string, base: string): { pages: number; links: number; broken: string[] } {
  const pages = pagesOf(folder, base);
  // One line for each address, with a page that names it.
  const broken = new Map<string, string>();
  let links = 0;
  for (const [page, { links: named }] of pages) {
    for (const link of named) {
      const url = new URL(link, `http://site${page}`);
      if (url.host !== 'site') continue;
      links += 1;
      const path = decodeURIComponent(url.pathname);
      const target = pages.get(path);
      if (target === undefined && !isFile(folder, base, path)) {
        broken.set(url.pathname, `${link} on ${page}`);
      } else if (target && /^#[^=]+$/.test(url.hash) && !target.ids.has(decodeURIComponent(url.hash.slice(1)))) {
        // With = in it, it is no anchor but the state of the page.
        broken.set(url.pathname + url.hash, `${link} on ${page}: no such anchor`);
      }
    }
  }
  return { pages: pages.size, links, broken: [...broken.values()] };
}

/** Ids of each page, and addresses it names, by its own address. */
function pagesOf(folder: string, base: string): Map<string, BuiltPage> {
  const pages = new Map<string, BuiltPage>();
  // In the site in one file, an address after the # names a page of it.
  for (const name of globSync('**/*.html', { cwd: folder, exclude: ['jingzhun*.html'] })) {
    const html = readFileSync(join(folder, name), 'utf8');
    const text = html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, (script) => script.slice(0, script.indexOf('>') + 1));
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => decoded(id));
    const links = [...text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, link = '']) => decoded(link));
    pages.set(`${base}${name.replace(/index\.html$/, '')}`, { ids: new Set(ids), links });
  }
  return pages;
}

function isFile(folder: string, base: string, path: string): boolean {
  if (!path.startsWith(base)) return false;
  return statSync(join(folder, path.slice(base.length)), { throwIfNoEntry: false })?.isFile() === true;
}

function decoded(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}
