import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const file = (name: string): string => fileURLToPath(new URL(`../site/dist/${name}`, import.meta.url));

const megabytes = (name: string): number => Math.round(statSync(file(name)).size / 1e6);

test('the page that offers the file says how large it is', () => {
  const said = (page: string) => Number(/(?:约|about) (\d+) MB/.exec(readFileSync(file(page), 'utf8'))?.[1]);
  expect(said('offline/index.html')).toBe(megabytes('jingzhun.html'));
  expect(said('en/offline/index.html')).toBe(megabytes('jingzhun-en.html'));
});

for (const [language, name] of [
  ['zh', 'jingzhun.html'],
  ['en', 'jingzhun-en.html'],
] as const) {
  test(`${name} opens from a folder, decides a household and a roster, and asks for nothing else`, async ({ page }) => {
    expect(existsSync(file(name)), 'run `npx -y pnpm@12 build`').toBe(true);
    const trouble: string[] = [];
    page.on('request', (request) => {
      const own = request.url().startsWith('blob:') || request.url().startsWith(`file://${file(name)}`);
      if (!own) trouble.push(request.url());
    });
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    await page.goto(`file://${file(name)}`);
    // Only what the file holds is in its navigation.
    await expect(page.locator('.shell-nav a:visible')).toHaveCount(2);
    await page.locator('main a[href$="/household/"]').first().click();
    await expect(page.locator('html[data-ready]')).toBeAttached();
    await page.locator('#example').click();
    await expect(page.locator('#cards-met .card').first()).toBeAttached();
    // A place on the page keeps the page.
    await page.locator('.jump a').last().click();
    await expect(page).toHaveURL(/#\/calc\/.*\/household\/$/);
    await page.locator('.shell-nav a[href="#/roster/"]').click();
    await page.locator('#roster-sample').click();
    await expect(page.locator('#roster-app')).toContainText('7,508', { timeout: 60_000 });
    expect(trouble).toEqual([]);
    await page.locator('.shell-tools a[data-other-language]').click();
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'en' : 'zh-CN');
  });
}
