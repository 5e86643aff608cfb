import { ids, largest, pageOf, smallest } from './policies-files.ts';
import { expect, openAll, ready, test, tooWide } from './policies-page.ts';
import { chooseFile, invented, inventedText, isDone } from './policies-source.ts';
import { every, looks, named } from './variants.ts';
import { violations } from './violations.ts';

// In a short run the smallest page and the largest: all are made of the same parts.
for (const id of every ? ids : [smallest, largest]) {
  test(`${id} has no accessibility violation`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(pageOf(id));
    await openAll(page);
    // Contrast takes longest, and the smallest page has all the colours.
    expect(await violations(page, id === smallest ? [] : ['color-contrast'])).toEqual([]);
  });
}

for (const id of ids) {
  test(`${id} fits 320 px, and double size`, async ({ page }) => {
    for (const language of ['zh', 'en']) {
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(pageOf(id, language));
      await openAll(page);
      expect(await tooWide(page)).toBe(0);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await tooWide(page)).toBe(0);
    }
  });
}

for (const look of looks) {
  const { language, colorScheme, width } = look;
  test.describe(named(look), () => {
    test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });

    test('a document beside the rules has no accessibility violation', async ({ page }) => {
      test.setTimeout(180_000);
      await invented(page, smallest);
      await page.goto(pageOf(smallest, language));
      await ready(page);
      await chooseFile(page, 'a.pdf', Buffer.from('%PDF-1.7'));
      await expect(page.locator('#source-state')).toHaveClass(/bad/);
      expect(await violations(page, [], '.source')).toEqual([]);
      await chooseFile(page, 'a.txt', Buffer.from(inventedText));
      await isDone(page);
      await openAll(page);
      await page.locator('.cited').first().focus();
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toBe(0);
    });
  });
}
