/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { expect, test } from './household-page.ts';
import { looks, named } from './variants.ts';
import { violations } from './violations.ts';

async function open(page: Page, language: 'zh' | 'en' = 'zh'): Promise<void> {
  await page.goto(language === 'zh' ? '/card/' : '/en/card/');
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
}

/** As the calculator hands a household over. */
async function bring(page: Page, state: unknown): Promise<void> {
  await page.addInitScript((text) => sessionStorage.setItem('jingzhun-card', text), JSON.stringify(state));
}

const student = { relation: 'son', enrolled: true, schoolStage: 'undergraduate', studiesFullTime: true };
const family = (members: number) => ({
  policy: 'ruyuan-2016',
  release: '1.0.0',
  on: '2017-09-01',
  case: {
    household: {
      id: '9901010001',
      registered: true,
      hasLabour: true,
      members: [{ relation: 'head', labourAbility: 'able' }, ...Array.from({ length: members - 1 }, () => student)],
    },
  },
  names: ['合成甲', ...Array.from({ length: members - 1 }, (_, place) => `合成${place + 1}`)],
});

for (const look of looks) {
  const { language, colorScheme, width } = look;
  test.describe(named(look), () => {
    test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });

    test('empty, the example in both versions, and what cannot be used', async ({ page }) => {
      await open(page, language);
      expect(await violations(page)).toEqual([]);
      await page.locator('#card-example').click();
      await expect(page.locator('.paper-card[data-variant="visit"]')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.locator('input[value="public"]').check();
      await expect(page.locator('.paper-card[data-variant="public"]')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.evaluate(() => sessionStorage.setItem('jingzhun-card', '{'));
      await page.reload();
      await expect(page.locator('#card-unusable')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('a household from the calculator is decided and shown, and cleared', async ({ page }) => {
  await bring(page, family(2));
  await open(page);
  const row = page.locator('.paper-card tr', { has: page.getByRole('rowheader', { name: '全日制大学助学金' }) });
  await expect(row).toContainText('合成1');
  await expect(row).toContainText('5,000 元/人·年');
  await expect(page.locator('.paper-signatures dt')).toHaveCount(3);
  await page.locator('#card-clear').click();
  await expect(page.locator('.paper-card')).toHaveCount(0);
  await expect(page.locator('#card-example')).toBeFocused();
  expect(await page.evaluate(() => sessionStorage.getItem('jingzhun-card'))).toBeNull();
});

test('an empty amount is a dash that says what it means, and each sum stands whole', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, 'en');
  await page.locator('#card-example').click();
  await expect(page.locator('.paper-card td.numeric', { hasText: /^—$/ }).first()).toBeVisible();
  await expect(page.locator('.paper-note', { hasText: '“—”' })).toBeVisible();
  const sums = page.locator('.paper-total .phrase');
  expect(await sums.count()).toBeGreaterThan(1);
  const room = await page.locator('.paper-total').evaluate((box) => box.clientWidth);
  for (const sum of await sums.all()) expect((await sum.boundingBox())?.width).toBeLessThanOrEqual(room);
});

test('the public version shows no name and no number', async ({ page }) => {
  await bring(page, family(3));
  await open(page);
  await page.locator('input[value="public"]').check();
  const text = (await page.locator('.paper-card').textContent()) ?? '';
  expect(text).toContain('合*');
  expect(text).not.toMatch(/合成|9901010001/);
  await expect(page.locator('.paper-signatures')).toHaveCount(0);
});

for (const [what, state] of [
  ['an unknown policy', { ...family(1), policy: 'nowhere-1999' }],
  ['an unknown release', { ...family(1), release: '9.9.9' }],
  ['a case that cannot be decided', { ...family(1), case: { household: { registered: 'perhaps' } } }],
  ['a day that is none', { ...family(1), on: '2017-02-30' }],
] as const) {
  test(`${what} is said, and the example offered`, async ({ page }) => {
    await bring(page, state);
    await open(page);
    await expect(page.locator('#card-unusable')).toBeVisible();
    await expect(page.locator('#card-example')).toBeVisible();
    await expect(page.locator('.paper-card')).toHaveCount(0);
  });
}

for (const members of [1, 6, 10]) {
  test(`a card of ${members} members prints on A4 with nothing around it`, async ({ page }) => {
    await bring(page, family(members));
    await open(page);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.shell-top', '.shell-foot', '#card-tools', '.card-intro'])
      await expect(page.locator(hidden)).toBeHidden();
    const split = await page
      .locator('.paper-card tr')
      .evaluateAll((rows) => rows.filter((row) => getComputedStyle(row).breakInside !== 'avoid').length);
    expect(split).toBe(0);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12]/);
    const pages = pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pages).toBeLessThanOrEqual(2);
  });
}

test.describe('on a dark screen', () => {
  test.use({ colorScheme: 'dark' });

  test('a card prints dark on white', async ({ page }) => {
    await bring(page, family(1));
    await open(page);
    const card = page.locator('.paper-card');
    await expect(card).toHaveCSS('color', 'rgb(231, 236, 233)');
    await page.emulateMedia({ media: 'print' });
    await expect(card).toHaveCSS('color', 'rgb(26, 33, 31)');
  });
});

test('the example needs no request, and works with the network off', async ({ page, context }) => {
  await open(page, 'en');
  await context.setOffline(true);
  await page.locator('#card-example').click();
  await expect(page.locator('.paper-card')).toBeVisible();
  await expect(page.locator('input[value="visit"]')).toBeFocused();
  const words = (await page.locator('.paper-card').evaluate((card) => {
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.closest('[lang="zh-CN"]')) found.push(textContent ?? '');
    }
    return found;
  })) as string[];
  expect(words.filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
});
