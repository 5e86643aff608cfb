// Measures the built site with Lighthouse, as a phone on a slow network would have it, and prints a table in Markdown:
// node site/scripts/measure.mjs, or with paths such as calc/ for those pages alone. Needs the network once, for Lighthouse,
// which is fetched with npx and no dependency.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const port = 4477;
const given = process.argv.slice(2);
const everyKind = [
  '',
  'calc/',
  'calc/ruyuan-2016/household/',
  'policies/ruyuan-2016/',
  'roster/',
  'compare/',
  'docs/concepts/',
  'en/calc/ruyuan-2016/household/',
];
const pages = given.length > 0 ? given.map((path) => path.replace(/^\//, '')) : everyKind;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const audits = ['largest-contentful-paint', 'cumulative-layout-shift', 'total-blocking-time'];

const server = spawn(process.execPath, [join(root, 'e2e/serve.mjs'), join(root, 'site/dist'), String(port)]);
await new Promise((done) => server.stdout.once('data', done));
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
console.log(`| page | ${[...categories, 'LCP', 'CLS', 'blocked'].join(' | ')} |`);
console.log(`| --- |${' ---: |'.repeat(categories.length + audits.length)}`);
try {
  for (const [place, page] of pages.entries()) {
    const { categories: scores, audits: found } = reportOf(`http://127.0.0.1:${port}/${page}`, `${place}.json`);
    const cells = [
      ...categories.map((category) => Math.round(scores[category].score * 100)),
      ...audits.map((audit) => found[audit].displayValue),
    ];
    console.log(`| /${page} | ${cells.join(' | ')} |`);
  }
} finally {
  server.kill();
}

function reportOf(address, name) {
  const output = join(folder, name);
  const flags = [
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    `--only-categories=${categories.join()}`,
    '--output=json',
    `--output-path=${output}`,
    '--quiet',
  ];
  const env = { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' };
  const { status, stderr } = spawnSync('npx', ['-y', 'lighthouse@13.5.0', address, ...flags], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(output, 'utf8'));
}
