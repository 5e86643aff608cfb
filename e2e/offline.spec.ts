import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  test.setTimeout(180_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto('/');
  await kept(page);
  // The API reference is kept page by page, as it is read.
  await page.goto('/en/api/jingzhun/rules/load/');
  await context.setOffline(true);
  for (const [path, heading] of [
    ['/', '一户符合哪些政策，依据哪一条'],
    ['/calc/', '政策计算'],
    ['/roster/', '整村核对'],
    ['/policies/', '政策库'],
    ['/compare/', '改了什么，谁受影响'],
    ['/en/docs/records/', 'Records of decisions'],
    ['/en/api/jingzhun/rules/load/', '@jingzhun/rules/load'],
    ['/api/jingzhun/rules/cite/', '没有这一页'],
    ['/privacy/', '隐私'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(heading);
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

test('while the site is being stored the page on it does not say that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const state = document.getElementById('kept-state');
      const said: string[] = [];
      Object.assign(window, { said });
      if (state)
        new MutationObserver(() => said.push(state.textContent ?? '')).observe(state, {
          childList: true,
          subtree: true,
        });
    });
  });
  await page.goto('/offline/');
  await expect(page.locator('#kept-state')).toHaveText(/^已存好/, { timeout: 60_000 });
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((text) => text.startsWith('还没有存'))).toEqual([]);
});

test('a new version answers the next page, and scripts of the old one stay for pages that are open', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-site-'));
  cpSync('site/dist', folder, { recursive: true, filter: (path) => !/jingzhun[^/]*\.html$/.test(path) });
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
    // A script of the old version that nothing has loaded yet, as an open page may still do.
    const script = readdirSync(join(folder, '_astro')).find((name) => name.startsWith('Bars')) ?? '';
    expect(script).not.toBe('');

    publish(folder, script);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      while (registration?.installing) await new Promise((resolve) => setTimeout(resolve, 100));
    });
    // The old version goes when it has nothing left to do.
    await page.goto('about:blank');
    await expect
      .poll(
        async () => {
          await page.goto(`${address}/offline/`);
          return page.getByRole('heading', { level: 1 }).textContent();
        },
        { timeout: 60_000, intervals: [1000] },
      )
      .toBe('新版');
    const answer = await page.evaluate(async (path) => (await fetch(path)).status, `/_astro/${script}`);
    expect(answer).toBe(200);
    expect((await fetch(`${address}/_astro/${script}`)).status).toBe(404);
  } finally {
    await context.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
});

/** Other headings, one script less, and the service worker that lists the files as they are now. */
function publish(folder: string, gone: string): void {
  rmSync(join(folder, '_astro', gone));
  for (const path of ['offline/index.html', 'privacy/index.html']) {
    const file = join(folder, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/<h1>[^<]*<\/h1>/, '<h1>新版</h1>'));
  }
  execFileSync(process.execPath, [join(import.meta.dirname, 'write-service-worker.mjs'), folder]);
}
