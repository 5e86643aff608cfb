/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { expect, test } from './compare-page.ts';
import { looks, named } from './variants.ts';
import { violations } from './violations.ts';

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

for (const look of looks) {
  const { language, colorScheme, width } = look;
  test.describe(named(look), () => {
    test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });

    test('at the start, and with errors', async ({ compare, page }) => {
      await compare.open(language);
      expect(await violations(page)).toEqual([]);
      await page.locator('#how-edition').check();
      await page.locator('#b-on').fill('?');
      await page.locator('#compare').click();
      await expect(page.getByRole('alert')).toBeFocused();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    });

    test('with a change and its result', async ({ compare, page }) => {
      await compare.open(language, await compare.example(language));
      await compare.numbers();
      await expect(page.locator('.boundaries table')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    });

    test('with a result of many parts, everything open', async ({ compare, page }) => {
      await compare.open(language, '?a=huadu-2016@1.0.0:2016-12-31&b=huadu-2016@1.0.0:2017-01-01');
      await compare.numbers();
      await openAll(page);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    });
  });
}

test('large type at 320 px and 200 % zoom overflow nowhere', async ({ compare, page }) => {
  const example = await compare.example();
  for (const width of [320, 720]) {
    await page.setViewportSize({ width, height: 600 });
    await compare.open('zh', example);
    await page.evaluate(() => {
      document.documentElement.dataset.type = 'large';
    });
    await compare.numbers();
    expect(await overflow(page)).toBe(0);
  }
});

for (const [name, question] of [
  ['days', '?a=ruyuan-2016@1.0.0:2018-12-31&b=ruyuan-2016@1.0.0:2019-01-01'],
  ['policies', '?a=sichuan-2014@1.0.0:2017-09-01&b=hubei-2016@1.0.0:2017-09-01'],
] as const) {
  test(`every word is in the language chosen: ${name}`, async ({ compare, page }) => {
    await compare.open('en', question);
    await compare.numbers();
    await openAll(page);
    const chinese = await page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { parentElement, textContent } = node;
        if (parentElement?.closest('[lang="zh-CN"], script, template') === null && /[一-龥]/.test(textContent ?? ''))
          found.push(textContent ?? '');
      }
      return found;
    });
    expect(chinese).toEqual([]);
  });
}

test('the keyboard alone tries out a change', async ({ compare, page }) => {
  await compare.open('zh', '?a=ruyuan-2016@1.0.0:2018-09-01&b=draft');
  await page.locator('#figure-search').focus();
  await page.keyboard.type('大学助学金');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#change-0')).toBeFocused();
  await page.keyboard.type('6000');
  for (const _ of ['from', 'document', 'clause', 'compare']) await page.keyboard.press('Tab');
  await expect(page.locator('#compare')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#outcome-title')).toBeFocused({ timeout: 30_000 });
});

test('it prints without the form, and nothing is cut', async ({ compare, page }) => {
  await compare.open('zh', await compare.example());
  await compare.numbers();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#chooser')).toBeHidden();
  await expect(page.locator('.numbers')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.length).toBeGreaterThan(20_000);
});
