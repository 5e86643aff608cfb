import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const dist = 'site/dist';

/** Ids of each page, and addresses it names, from the built files: no browser is needed to read them. */
function pagesOf(folder: string): Map<string, { ids: Set<string>; links: string[] }> {
  const pages = new Map<string, { ids: Set<string>; links: string[] }>();
  // In the site in one file, an address after the # names a page of it.
  for (const name of globSync('**/*.html', { cwd: folder, exclude: ['jingzhun*.html'] })) {
    const html = readFileSync(join(folder, name), 'utf8');
    const text = html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, (script) => script.slice(0, script.indexOf('>') + 1));
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => decoded(id));
    const links = [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = '']) => decoded(link));
    pages.set(`/${name.replace(/index\.html$/, '')}`, { ids: new Set(ids), links });
  }
  return pages;
}

function decoded(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}

test('every link of the built site leads somewhere, and every anchor is there', () => {
  const pages = pagesOf(dist);
  expect(pages.size).toBeGreaterThan(50);
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
      if (target === undefined && statSync(join(dist, path), { throwIfNoEntry: false })?.isFile() !== true) {
        broken.set(url.pathname, `${link} on ${page}`);
      } else if (target && /^#[^=]+$/.test(url.hash) && !target.ids.has(decodeURIComponent(url.hash.slice(1)))) {
        // With = in it, it is no anchor but the state of the page.
        broken.set(url.pathname + url.hash, `${link} on ${page}: no such anchor`);
      }
    }
  }
  expect([...broken.values()]).toEqual([]);
  expect(links).toBeGreaterThan(1000);
});
