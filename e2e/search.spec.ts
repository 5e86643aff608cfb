import { expect, type Page, test } from '@playwright/test';
import { looks, named } from './variants.ts';
import { violations } from './violations.ts';

/** What the page asks for after it has loaded, and what goes wrong on it. */
function watch(page: Page): { requests: string[]; errors: string[] } {
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('load', () => {
    requests.length = 0;
  });
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // The browser asks for the icon of the tab by itself, after everything else.
    if (pathname !== '/favicon.svg') requests.push(pathname);
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { requests, errors };
}

async function search(page: Page, language: 'zh' | 'en', query: string): Promise<void> {
  await page.goto(`${language === 'zh' ? '/' : '/en/'}search/?q=${encodeURIComponent(query)}`);
  await expect(page.locator('#search-results a, #search-hint:not(:empty)').first()).toBeVisible();
}

for (const word of ['助学金', '危房', '光伏', '公示']) {
  test(`finds ${word}, where it is written`, async ({ page }) => {
    await search(page, 'zh', word);
    const marked = await page.locator('#search-results p:has(mark)').first().textContent();
    expect(marked).toContain(word);
  });
}

for (const [language, query, first] of [
  ['zh', '记录', '判定记录'],
  ['zh', '农村工作', '省驻农村工作队（扶贫工作队）指导和管理办法'],
  ['en', 'records', '@jingzhun/rules/records'],
] as const) {
  test(`a page that has ${query} in its title comes before those that only mention it`, async ({ page }) => {
    await search(page, language, query);
    const titles = page.locator('#search-results h3 a');
    await expect(titles.first()).toHaveText(first);
    const lists = await page.locator('#search-results ol').all();
    for (const list of lists) {
      const inTitle = (await list.locator('h3 a').allTextContents()).map((title) =>
        title.toLowerCase().includes(query),
      );
      expect(inTitle).toEqual([...inTitle].sort((one, other) => Number(other) - Number(one)));
    }
    // There are both kinds of pages, or the order would say nothing.
    const all = (await titles.allTextContents()).map((title) => title.toLowerCase().includes(query));
    expect(new Set(all).size).toBe(2);
  });
}

test('of a page that holds a word only in its title no places are listed that hold a piece of it', async ({ page }) => {
  await search(page, 'zh', '乳源');
  const own = page.locator('#search-results li', { has: page.locator('h3 a', { hasText: '乳源' }) }).first();
  await expect(own).toBeVisible();
  for (const part of await own.locator('.part').allTextContents()) expect(part).toContain('乳源');
});

test('what was found leads to the heading it stands under', async ({ page }) => {
  await search(page, 'zh', '五种状态');
  const part = page.locator('#search-results .part a').first();
  const heading = await part.textContent();
  await part.click();
  await expect(page).toHaveURL(/#.+/);
  const target = decodeURIComponent(new URL(page.url()).hash.slice(1));
  expect(await page.evaluate((id) => document.getElementById(id)?.textContent, target)).toBe(heading);
});

test('asks for its own index alone', async ({ page }) => {
  const { requests, errors } = watch(page);
  await page.goto('/search/');
  await page.getByRole('searchbox').fill('光伏');
  await expect(page.locator('#search-results a').first()).toBeVisible();
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((path) => !/^\/(pagefind|_astro)\//.test(path))).toEqual([]);
  expect(errors).toEqual([]);
});

test('goes by keyboard from the field to a page', async ({ page }) => {
  await page.goto('/search/');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('公示');
  await page.keyboard.press('Enter');
  const first = page.locator('#search-results a').first();
  await expect(first).toBeVisible();
  const address = await first.getAttribute('href');
  while (!(await first.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${address?.replace(/#.*/, '')}`));
});

test('keeps the question in the address, where no server sees it, and goes back to it', async ({ page }) => {
  await page.goto('/search/');
  await page.getByRole('button', { name: '危房' }).click();
  await expect(page).toHaveURL(/\/search\/#q=%E5%8D%B1%E6%88%BF$/);
  await page.locator('#search-results a').first().click();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('危房');
  await expect(page.locator('#search-results a').first()).toBeVisible();
});

test('answers the last question, however fast they come', async ({ page }) => {
  await page.goto('/search/');
  const field = page.getByRole('searchbox');
  for (const word of ['光', '光伏', '危', '危房']) await field.fill(word);
  await expect(page.locator('#search-status')).toHaveText(/^“危房”/);
});

test('says that nothing was found, and what to do', async ({ page }) => {
  await search(page, 'zh', 'zzzxqqq');
  await expect(page.locator('#search-status')).toHaveText('没有找到“zzzxqqq”。');
  await expect(page.locator('#search-hint')).not.toBeEmpty();
  await page.getByRole('searchbox').fill('');
  await expect(page.locator('#search-status')).toBeEmpty();
});

for (const [language, query, said] of [
  ['zh', '量子火箭筒', '没有找到“量子火箭筒”。'],
  ['en', 'bursary', 'Nothing was found for “bursary”.'],
] as const) {
  test(`of ${query}, which is nowhere, nothing is found by its first letters`, async ({ page }) => {
    await search(page, language, query);
    await expect(page.locator('#search-status')).toHaveText(said);
    await expect(page.locator('#search-results a')).toHaveCount(0);
  });
}

test('what is looked for may be several words, with or without a space between them', async ({ page }) => {
  for (const [language, query] of [
    ['zh', '危房 补助'],
    ['zh', '危房改造补助标准'],
    ['en', 'subsidies housing'],
  ] as const) {
    await search(page, language, query);
    await expect(page.locator('#search-results a').first(), query).toBeVisible();
  }
});

test('words of a page do not run together where its parts meet', async ({ page }) => {
  for (const query of ['house', 'public notice']) {
    await search(page, 'en', query);
    const excerpts = await page
      .locator('#search-results p')
      .evaluateAll((all) => all.map((each) => each.textContent ?? ''));
    expect(excerpts.filter((text) => /[a-z.](?:Clause|Subject|For)\b/.test(text))).toEqual([]);
  }
});

test('says that the index could not be read', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/#q=x');
  await expect(page.locator('#search-status')).toHaveText(/^查找没有成功/);
});

test('lists more where there is more, and goes on there', async ({ page }) => {
  await search(page, 'en', 'the');
  const links = page.locator('#search-results h3 a');
  await expect(links).toHaveCount(20);
  await page.getByRole('button', { name: 'List more' }).click();
  await expect.poll(() => links.count()).toBeGreaterThan(20);
  await expect(page.locator('#search-results a:focus')).toHaveCount(1);
});

for (const look of looks) {
  const { language, colorScheme, width } = look;
  test.describe(named(look), () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test('no accessibility violation: empty, found, nothing found', async ({ page }) => {
      await page.goto(language === 'zh' ? '/search/' : '/en/search/');
      expect(await violations(page)).toEqual([]);
      for (const query of [language === 'zh' ? '光伏' : 'solar', 'zzzxqqq']) {
        await search(page, language, query);
        expect(await violations(page), query).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  });
}

test('Chinese words in English excerpts say that they are Chinese', async ({ page }) => {
  await search(page, 'en', 'registered');
  const texts = await page.locator('#search-results').evaluate((results) => {
    const own: string[] = [];
    const walker = document.createTreeWalker(results, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      own.push(`${node.parentElement?.closest('[lang]')?.getAttribute('lang')} ${node.textContent}`);
    }
    return own;
  });
  const chinese = texts.filter((text) => /\p{Script=Han}/u.test(text));
  await search(page, 'en', '助学火箭');
  await expect(page.locator('#search-status [lang="zh-CN"]')).toContainText('助学火箭');
  expect(chinese.length).toBeGreaterThan(0);
  expect(chinese.filter((text) => !text.startsWith('zh-CN '))).toEqual([]);
});
