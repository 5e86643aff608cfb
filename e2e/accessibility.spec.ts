import { expect, test } from './household-page.ts';
import { violations } from './violations.ts';

for (const language of ['zh', 'en'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 320]) {
      test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
        test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });

        test('empty', async ({ household, page }) => {
          await household.open(language);
          expect(await violations(page)).toEqual([]);
        });

        test('filled, everything open', async ({ household, page }) => {
          await household.open(language);
          await household.fillExample();
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true;
          });
          expect(await violations(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        });

        test('with errors', async ({ household, page }) => {
          await household.open(language);
          await household.fillExample();
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true;
          });
          await page.locator('#form [data-fact="household.perCapitaDisposableIncome"] input').fill('?');
          await page.locator('#policy-date').fill('?');
          await expect(page.locator('#form .error')).toHaveCount(1);
          expect(await violations(page)).toEqual([]);
        });
      });
    }
  }
}

test('the keyboard reaches the answer by the first link', async ({ household, page }) => {
  await household.open('zh');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到结果' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#answer')).toBeFocused();
});

test('Enter goes to the same question of the next member', async ({ household, page }) => {
  await household.open('zh');
  await page.locator('#add-member').click();
  await page.locator('#add-member').click();
  const facts = page.locator('[data-fact="person.schoolStage"] select');
  await facts.first().focus();
  await page.keyboard.press('Enter');
  await expect(facts.nth(1)).toBeFocused();
});
