import { globSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pagesWithCases } from './decided-in-node.ts';
import { expect, test } from './household-page.ts';
import { takesTurn } from './variants.ts';

/** Text of the page that is not marked as being in another language, one piece a text node, open or folded. */
async function ownText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
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

// A reading may name a clause by its printed number, such as 二(一)4.
const clause = /[一二三四五六七八九十]+|\([一二三四五六七八九十]+\)/g;
const latin = /yyyy-mm-dd|case\.json|JavaScript|Excel|TypeScript|JSON|[A-D]级|GDP|PPP|WeChat/g;

const strange = {
  zh: (text: string): boolean => /[A-Za-z]{2,}/.test(text.replace(latin, '')),
  en: (text: string): boolean => /\p{Script=Han}/u.test(text.replace(clause, '')),
};

const pages = [...pagesWithCases(), { policy: '', subject: '' }];

for (const [variant, language] of (['zh', 'en'] as const).entries()) {
  for (const { policy, subject } of pages.filter((_, at) => takesTurn(at, variant))) {
    const name = policy === '' ? 'the choice' : `${policy}, ${subject}`;
    test(`${name}: every text is in the language chosen (${language})`, async ({ household, page }) => {
      if (policy === '') await page.goto(language === 'zh' ? '/calc/' : '/en/calc/');
      else {
        await household.open(language, policy, subject);
        await household.fillExample();
        await household.openEverything();
        await page.getByRole('button', { name: language === 'zh' ? '逐项问答' : 'One at a time' }).click();
        await page
          .getByRole('button', { name: language === 'zh' ? '核对所填' : 'Check answers' })
          .first()
          .click();
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      }
      expect((await ownText(page)).filter(strange[language])).toEqual([]);
      const cells = page.locator('.subjects > li > :not(.amounts), .amounts > *, .written, .asks a, .print-table td');
      expect((await cells.allTextContents()).filter((text) => /^[a-z]/.test(text))).toEqual([]);
    });
  }

  test(`what the page says of mistakes and broken links is in the language chosen (${language})`, async ({
    household,
    page,
  }) => {
    await household.open(language, 'ruyuan-2016', 'household', '#s=p!');
    await household
      .question('household.perCapitaDisposableIncome')
      .getByRole('textbox')
      .fill(language === 'zh' ? '甲' : 'abc');
    await page.locator('#policy-date').fill('?');
    await page.locator('#to-review button').click();
    await page.locator('.paste > summary').click();
    await page.locator('#paste-area').fill('1\t2\t3\t4\t5\t6');
    await page.locator('#paste-do').click();
    await expect(page.locator('#paste-report')).toBeVisible();
    expect((await ownText(page)).filter(strange[language])).toEqual([]);
  });
}

/** Code is the same in every language; in guides of Chinese pages, names of programs stand between Chinese words. */
const written = {
  zh: (text: string): boolean => /(?:[A-Za-z]{2,}[ ,.]+){3}[A-Za-z]{2,}/.test(text),
  en: strange.en,
};

for (const language of ['zh', 'en'] as const) {
  test(`every page as it is built is in its language (${language})`, async ({ browser, baseURL }) => {
    test.slow();
    // A page of its own: one that is left while it still loads would be held to have asked for something.
    const page = await browser.newPage({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
    const names = globSync('**/index.html', { cwd: 'site/dist' })
      .map((name) => name.replace(/index\.html$/, ''))
      .filter((name) => name.startsWith('en/') === (language === 'en'));
    expect(names.length).toBeGreaterThan(100);
    const odd: string[] = [];
    for (const name of names) {
      await page.goto(`/${name}`, { waitUntil: 'domcontentloaded' });
      await page.evaluate(() => {
        for (const code of document.querySelectorAll('code, pre')) code.remove();
      });
      odd.push(...(await ownText(page)).filter(written[language]).map((text) => `${name}: ${text}`));
    }
    await page.close();
    expect(odd).toEqual([]);
  });
}

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
