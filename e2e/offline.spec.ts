import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { expect, type Page, test } from '@playwright/test';

test.use({ serviceWorkers: 'allow' });

/** Until the browser keeps everything and the page is in its hands. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

test('after one visit every kind of page opens with the network off', async ({ page, context }) => {
  test.setTimeout(120_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto('/');
  await kept(page);
  await context.setOffline(true);
  for (const path of ['/', '/calc/ruyuan-2016/household/', '/docs/concepts/', '/en/api/jingzhun/rules/', '/privacy/']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('隐私');

  await page.goto('/calc/ruyuan-2016/household/');
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
  await page.locator('#example').click();
  await expect(page.locator('#cards-met .card').first()).toBeAttached();

  await page.goto('/search/?q=光伏');
  await expect(page.locator('#search-results a').first()).toBeVisible();

  await page.goto('/offline/');
  await expect(page.locator('#kept-state')).toHaveText(/^已存好：\d+ 个文件/);
  expect(errors).toEqual([]);
});

test('a new version waits while an old page is open elsewhere, and takes over with the next page', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-site-'));
  cpSync('site/dist', folder, { recursive: true });
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    try {
      const content = readFileSync(file);
      const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
      response.setHeader('content-type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const address = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  try {
    const page = await context.newPage();
    await page.goto(`${address}/privacy/`);
    await kept(page);
    const other = await context.newPage();
    await other.goto(`${address}/accessibility/`);

    publish(folder);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      while (!registration?.waiting) await new Promise((resolve) => setTimeout(resolve, 100));
    });
    // Another page of the old version is open: it keeps what it may still need.
    await page.goto(`${address}/privacy/`);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null)).toBe(
      true,
    );
    await other.close();
    await page.goto(`${address}/offline/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('新版');
    await page.goto(`${address}/privacy/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('新版');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting)).toBe(null);
  } finally {
    await context.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
});

/** Other headings, and the service worker that lists the files as they are now. */
function publish(folder: string): void {
  for (const path of ['offline/index.html', 'privacy/index.html']) {
    const file = join(folder, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/<h1>[^<]*<\/h1>/, '<h1>新版</h1>'));
  }
  execFileSync(process.execPath, [join(import.meta.dirname, 'write-service-worker.mjs'), folder]);
}
