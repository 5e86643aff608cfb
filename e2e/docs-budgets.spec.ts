import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const dist = 'site/dist';
/** Of a page of the documentation, compressed, in bytes. */
const budget = { html: 12_000, js: 30_000, css: 18_000 };
/** The entry point that explains every entity of the vocabulary and every file format stands on one page. */
const larger = /^(en\/)?api\/jingzhun\/schemas\/index\.html$/;

const sizes = new Map<string, number>();
function size(path: string): number {
  const known = sizes.get(path) ?? gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;
  sizes.set(path, known);
  return known;
}

/** A script with all that it imports at once. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = readFileSync(join(dist, path), 'utf8');
  for (const [, target = ''] of code.matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
    withImports(posix.join(dirname(path), target), seen);
  }
  return seen;
}

test('pages of the documentation keep their budget, and no page loads a font', () => {
  const pages = globSync(['docs/**/*.html', 'api/**/*.html', 'en/docs/**/*.html', 'en/api/**/*.html'], { cwd: dist });
  expect(pages.length).toBeGreaterThan(50);
  const largest = { html: 0, js: 0, css: 0 };
  for (const page of pages) {
    const html = readFileSync(join(dist, page), 'utf8');
    const named = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map(([, path = '']) => path.slice(1)))];
    const styles = named(/<link rel="stylesheet" href="([^"]+)"/g);
    const scripts = new Set(named(/<script[^>]* src="([^"]+)"/g).flatMap((path) => [...withImports(path)]));
    const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + size(path), 0);
    const measured = { html: size(page), js: sum(scripts), css: sum(styles) };
    for (const kind of ['html', 'js', 'css'] as const) {
      if (kind === 'html' && larger.test(page)) continue;
      expect(measured[kind], `${kind} of ${page}`).toBeLessThanOrEqual(budget[kind]);
      largest[kind] = Math.max(largest[kind], measured[kind]);
    }
  }
  // Measures something: a page without styles would keep any budget.
  expect(largest.css).toBeGreaterThan(1000);
  console.log(`largest of ${pages.length} pages, compressed:`, largest);
  expect(globSync('**/*.{woff,woff2,ttf,otf}', { cwd: dist })).toEqual([]);
});
