// Prints what a first visit to each page loads, compressed, and fails above the budget: node site/scripts/size.mjs
import { glob, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = resolve(import.meta.dirname, '../dist');
/** In bytes, gzip. */
const budgets = { html: 24_000, js: 80_000, css: 18_000 };

const size = async (path) => gzipSync(await readFile(path), { level: 9 }).length;
let over = false;
let pages = 0;
for await (const page of glob('**/*.html', { cwd: dist })) {
  const html = await readFile(join(dist, page), 'utf8');
  const loaded = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(js|css))"/g)];
  const sums = { html: await size(join(dist, page)), js: 0, css: 0 };
  for (const [path, kind] of new Map(loaded.map(([, path, kind]) => [path, kind])))
    sums[kind] += await size(join(dist, path));
  for (const [kind, budget] of Object.entries(budgets)) if (sums[kind] > budget) over = true;
  const line = Object.entries(sums).map(
    ([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(1)} of ${budgets[kind] / 1000} kB`,
  );
  console.log(`${page}: ${line.join(', ')}`);
  pages += 1;
}
if (pages === 0) console.error('nothing built: run the build first');
process.exitCode = over || pages === 0 ? 1 : 0;
