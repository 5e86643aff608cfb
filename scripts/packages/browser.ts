import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import config from '../../playwright.config.ts';

/** No code from text, nothing from elsewhere. */
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'";
const fromText = /\beval\s*\(|\bnew\s+Function\b|[^.\w]Function\s*\(/;

/** The scripts of a bundle, by name. */
export function scriptsOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.m?js$/.test(file));
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** Scripts that would make code from text. */
export const makingCode = (scripts: ReadonlyMap<string, string>): string[] =>
  [...scripts].filter(([, text]) => fromText.test(text)).map(([name]) => name);

/** What a browser loads for all of them, in kB of gzip. */
export const compressed = (scripts: ReadonlyMap<string, string>): string =>
  ([...scripts.values()].reduce((sum, text) => sum + gzipSync(text).length, 0) / 1000).toFixed(1);

/** Opens a bundle in Chromium under a strict content security policy, and gives what the page and its worker answer. */
export async function openBundle(folder: string): Promise<{ page: string; worker: string; version: string }> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '').replace(/\?.*$/, '');
    try {
      const type = path.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
      const body = readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch(config.use?.launchOptions);
  try {
    const tab = await browser.newPage();
    const faults: string[] = [];
    tab.on('pageerror', (error) => faults.push(error.message));
    tab.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) faults.push(message.text());
    });
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const answered = tab.locator('body[data-worker]');
    await answered.waitFor({ state: 'attached', timeout: 30_000 }).catch((error: Error) => faults.push(error.message));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const [page = '', worker = ''] = await answered.evaluate(({ dataset }) => [
      dataset.page ?? '',
      dataset.worker ?? '',
    ]);
    return { page, worker, version: browser.version() };
  } finally {
    await browser.close();
    server.close();
  }
}
