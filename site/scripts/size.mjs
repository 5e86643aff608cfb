// Prints what a first visit to the pages of each part of the site loads, compressed, and fails above the budget:
// node site/scripts/size.mjs. A page's code is its scripts, what they import, and what is loaded along with them.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = resolve(import.meta.dirname, '../dist');
/** In bytes, gzip: of any page, and of those in a folder. */
const budgets = { html: 40_000, js: 80_000, css: 18_000 };
const folders = {
  calc: { js: 80_000 },
  policies: { html: 64_000, js: 30_000 },
  docs: { html: 12_000, js: 30_000 },
  // One page holds a whole module of the reference.
  api: { html: 60_000, js: 30_000 },
};
/** The site in one file is everything at once. */
const single = /^jingzhun(-\w+)?\.html$/;

const sizes = new Map();
async function size(path) {
  if (!sizes.has(path)) sizes.set(path, gzipSync(await readFile(path), { level: 9 }).length);
  return sizes.get(path);
}

/** A script with everything that it imports at once; what it imports later is not part of the first visit. */
async function withImports(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  const code = await readFile(path, 'utf8');
  for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g))
    await withImports(resolve(dirname(path), name), found);
  return found;
}

const largest = new Map();
let over = false;
let pages = 0;
for (const path of await readdir(dist, { recursive: true })) {
  const page = path.replaceAll(sep, '/');
  if (!page.endsWith('.html') || single.test(page)) continue;
  const html = await readFile(join(dist, page), 'utf8');
  const sums = { html: await size(join(dist, page)), js: 0, css: 0 };
  const scripts = new Set();
  for (const [, path, kind] of new Set(html.matchAll(/(?:src|href)="(\/[^"]+\.(js|css))"/g))) {
    if (kind === 'css') sums.css += await size(join(dist, path));
    else for (const file of await withImports(join(dist, path))) scripts.add(file);
  }
  for (const file of scripts) sums.js += await size(file);
  const [folder = ''] = page.replace(/^en\//, '').split('/');
  const part = page.includes('/') ? folder : '';
  for (const [kind, bytes] of Object.entries(sums)) {
    const budget = folders[part]?.[kind] ?? budgets[kind];
    if (bytes > budget) over = true;
    const key = `${part}/ ${kind}`;
    if (bytes >= (largest.get(key)?.bytes ?? 0)) largest.set(key, { bytes, budget, page });
  }
  pages += 1;
}
for (const [key, { bytes, budget, page }] of [...largest].sort()) {
  const mark = bytes > budget ? '  OVER' : '';
  console.log(`${key}: at most ${(bytes / 1000).toFixed(1)} of ${budget / 1000} kB (${page})${mark}`);
}
if (pages === 0) console.error('nothing built: run the build first');
process.exitCode = over || pages === 0 ? 1 : 0;
