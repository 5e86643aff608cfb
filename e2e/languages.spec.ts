import type { Page } from '@playwright/test';
import { expect, test } from './household-page.ts';

/** Text of the page that is not marked as being in another language, one piece a text node, open or folded. */
async function ownText(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    // The reasons are made when a card is opened.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const language = document.documentElement.lang;
    const pieces: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest('script, noscript, style') !== null) continue;
      if (parent.closest('[lang]')?.getAttribute('lang') === language && node.textContent?.trim()) {
        pieces.push(node.textContent.trim());
      }
    }
    for (const each of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) pieces.push(each.getAttribute(name) ?? '');
    }
    return pieces;
  });
}

test('the English page has no Chinese but names and clauses of the document', async ({ household, page }) => {
  await household.open('en');
  await household.fillExample();
  await page.locator('#form [data-fact="household.perCapitaDisposableIncome"] input').fill('abc');
  await expect(page.locator('#wrong')).toBeVisible();
  // A reading may name a clause by its printed number, such as 二(一)4.
  const chinese = (await ownText(page)).filter((text) =>
    /\p{Script=Han}/u.test(text.replace(/[一二三四五六七八九十]+|\([一二三四五六七八九十]+\)/g, '')),
  );
  expect(chinese).toEqual([]);
});

test('the Chinese page has no English', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  await page.locator('#form [data-fact="household.perCapitaDisposableIncome"] input').fill('甲');
  await expect(page.locator('#wrong')).toBeVisible();
  const allowed = /yyyy-mm-dd|JavaScript|[A-D]级/g;
  const english = (await ownText(page)).filter((text) => /[A-Za-z]{2,}/.test(text.replace(allowed, '')));
  expect(english).toEqual([]);
});

for (const [path, lang] of [
  ['/calc/ruyuan-2016/household/', 'zh-CN'],
  ['/en/calc/ruyuan-2016/household/', 'en'],
] as const) {
  test(`${path} says its language and leads to the other`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    const other = page.locator('header a[hreflang]');
    await other.click();
    await expect(page.locator('html')).not.toHaveAttribute('lang', lang);
  });
}
