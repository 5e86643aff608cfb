/// <reference lib="dom" />

import { csv, manyPersons } from './roster-files.ts';
import { expect, test } from './roster-page.ts';
import { content, few, lines, payments, results, tab, village } from './roster-results.ts';
import { looks, named } from './variants.ts';
import { violations } from './violations.ts';

for (const look of looks) {
  const { language, colorScheme, width } = look;
  test.describe(named(look), () => {
    test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });

    test('no view has a barrier, and none is wider than the screen', async ({ roster, page }) => {
      test.setTimeout(240_000);
      await results(roster, csv('village.csv', village), language);
      const check = async (what: string) => {
        expect(await violations(page), what).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width);
      };
      await lines(page).first().locator('button').click();
      await expect(page.locator('#household-title')).toBeFocused();
      await page.locator('.results-panel .why summary').first().click();
      await check('households with a panel');
      await tab(page, 'matrix');
      await expect(page.locator('.results-matrix')).toBeVisible();
      await check('matrix');
      await tab(page, 'ask');
      await expect(page.locator('.results-ask').first()).toBeVisible();
      await check('ask');
      await tab(page, 'charts');
      await expect(page.locator('.bars').first()).toBeVisible();
      await check('charts');
      await tab(page, 'files');
      await page.locator('.results-range > .button').click();
      await expect(page.locator('.paper-card').first()).toBeVisible();
      await page.locator('#cards-from').fill('x');
      await expect(page.locator('#cards-from-error')).not.toBeEmpty();
      await check('files and cards');
      await tab(page, 'payments');
      await page.locator('#payments-file').setInputFiles(payments([['9901', '全日制大学助学金', '5000']]));
      await page.locator('.results-payments .button').click();
      await page.locator('.results-payments .button').last().click();
      await expect(page.locator('#payments-title')).toBeFocused();
      await check('payments');
    });
  });
}

test('sums stand whole beside each other, and those that exclude one another are said to be counted', async ({
  roster,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const [language, all, exported] of [
    ['zh', '只能取其一的也都计入', /^共导出 \d+ 户。$/],
    ['en', 'provisions that exclude one another all counted', /^\d+ households will be exported\.$/],
  ] as const) {
    await results(roster, few, language);
    const money = page.locator('.results-money');
    await expect(money).toContainText(all);
    const sums = await money
      .locator('.phrase')
      .evaluateAll((boxes) =>
        boxes.map((box) => ({ text: box.textContent ?? '', lines: box.getClientRects().length })),
      );
    expect(sums.length).toBeGreaterThan(3);
    expect(sums.filter(({ text, lines }) => lines > 1 || !/\d/.test(text) || /^[;；·]/.test(text))).toEqual([]);
    await tab(page, 'files');
    await expect(page.locator('.results-files .hint').filter({ hasText: exported })).toBeVisible();
  }
});

test('the whole county: the figures are those that the document of the sample leads to', async ({ roster, page }) => {
  test.setTimeout(120_000);
  await roster.open();
  await page.locator('#roster-policy').selectOption('ruyuan-2016@1.0.0');
  await roster.chooseSample();
  await roster.toDoubts();
  await roster.next.click();
  await expect(lines(page)).toHaveCount(50, { timeout: 60_000 });
  await expect(page.locator('.results-headline')).toContainText('2,944');
  await expect(page.locator('.results-headline')).toContainText('7,508 人');
  await tab(page, 'charts');
  const bar = (title: string, rule: string) =>
    page.locator('.bars', { hasText: title }).getByRole('row', { name: new RegExp(`^${rule}`) });
  await expect(bar('各项政策符合的户数', '全日制大学助学金')).toContainText('47 户');
  await expect(bar('各项政策可确定的金额（每年）', '全日制大学助学金')).toContainText('240,000 元');
  await tab(page, 'households');
  await page.locator('#filter-rule').selectOption('ruyuan.education-aid.university');
  await page.locator('#filter-status').selectOption('met');
  await expect(page.locator('.results-count')).toHaveText('第 1 至 47 户，共 47 户');
  await expect(lines(page)).toHaveCount(47);
});

test('3,000 persons from file to answer, every step clicked through', async ({ roster, page }) => {
  await roster.open();
  await page.locator('#roster-policy').selectOption('ruyuan-2016@1.0.0');
  await roster.choose(manyPersons('roster.csv', 3_000));
  await roster.toDoubts();
  await roster.next.click();
  await expect(lines(page).first()).toBeVisible({ timeout: 30_000 });
});

test('names and numbers are masked until they are asked for, and again after a reload', async ({ roster, page }) => {
  await results(roster, csv('village.csv', village));
  const table = page.locator('.results-table');
  await expect(table).toContainText('合*');
  await expect(table).not.toContainText('合成甲');
  await page.getByLabel('显示全名').check();
  await expect(table).toContainText('合成甲');
  await lines(page).first().locator('button').click();
  await expect(page.locator('.results-panel')).toContainText('第 1 人 合成甲');
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  roster.complete = false;
  await results(roster, csv('village.csv', village));
  await expect(page.getByLabel('显示全名')).not.toBeChecked();
  await expect(table).not.toContainText('合成甲');
});

test('the list is sorted, filtered, and turned page by page', async ({ roster, page }) => {
  await results(roster, few);
  await expect(lines(page)).toHaveCount(50);
  const first = await lines(page).first().getAttribute('data-index');
  await page.locator('.roster-pages .button').last().click();
  await expect(page.locator('.results-count')).toContainText('第 51 至');
  await expect(page.locator('.results-count')).toBeFocused();
  await page.getByRole('button', { name: '人口' }).click();
  await expect(page.locator('.results-count')).toContainText('第 1 至 50 户');
  const numbers = async () =>
    lines(page).evaluateAll((rows) => rows.map((row) => Number(row.querySelector('[data-label="人口"]')?.textContent)));
  await expect.poll(numbers).toEqual((await numbers()).toSorted((a, b) => b - a));
  await expect(page.locator('th[aria-sort="descending"]')).toContainText('人口');
  await page.getByLabel('户类型').selectOption('wubao');
  await expect(lines(page).first()).toContainText('五保户');
  await expect(page.locator('.results-table tbody')).not.toContainText('一般扶贫户');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(page.locator('#filter-scope')).toBeFocused();
  await page.getByLabel('查找户编号或姓名').fill('合成0003');
  await expect(lines(page)).toHaveCount(1);
  await page.getByLabel('查找户编号或姓名').fill('没有此人');
  await expect(page.locator('.results-count')).toHaveText('没有符合筛选条件的户。');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.getByRole('button', { name: '行', exact: true }).click();
  await expect(lines(page).first()).toHaveAttribute('data-index', first ?? '');
});

test('a household is told in full beside the list; the focus goes there and comes back', async ({ roster, page }) => {
  await results(roster, csv('village.csv', village));
  const opener = lines(page).first().locator('button');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#household-title')).toBeFocused();
  const card = page.locator('.results-panel [data-rule="ruyuan.education-aid.university"][data-status="met"]');
  await expect(card).toContainText('5,000 元/人·年');
  await expect(card).toContainText('二(一)4');
  // As the calculator shows it.
  await expect(card).toHaveCSS('border-left-width', '3px');
  await card.locator('.why summary').click();
  await expect(card.locator('.conditions')).toContainText('在校就读');
  await page.keyboard.press('Escape');
  await expect(page.locator('.results-panel')).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('views are gone through with the arrow keys', async ({ roster, page }) => {
  await results(roster, csv('village.csv', village));
  await page.locator('#tab-households').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#tab-matrix')).toBeFocused();
  await expect(page.locator('#view-matrix')).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.locator('#tab-payments')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#tab-households')).toHaveAttribute('aria-selected', 'true');
});

test('policies by household: heads and the first column stay in view', async ({ roster, page }) => {
  await results(roster, few);
  await tab(page, 'matrix');
  const matrix = page.locator('.results-matrix');
  await expect(matrix.locator('tbody tr')).toHaveCount(50);
  await matrix.evaluate((region) => region.scrollTo(900, 900));
  const kept = await matrix.evaluate((region) => {
    const at = region.getBoundingClientRect();
    const head = region.querySelector('thead th:nth-child(20)')?.getBoundingClientRect();
    const row = region.querySelector('tbody tr:nth-child(40) th')?.getBoundingClientRect();
    return [Math.round((head?.top ?? 0) - at.top), Math.round((row?.left ?? 0) - at.left)];
  });
  for (const distance of kept) expect(Math.abs(distance)).toBeLessThanOrEqual(1);
});

test('what holds for everyone is filled in once, and the whole roster is decided anew', async ({ roster, page }) => {
  const lacking = [
    ['户编号', '姓名', '建档立卡贫困户', '人均可支配收入'],
    ['9901', '合成甲', '是', '3000'],
    ['9902', '合成乙', '是', '6000'],
  ];
  await results(roster, csv('village.csv', lacking));
  const form = page.locator('.results-common');
  const line = form.getByLabel(/基础利率/);
  await expect(line).toBeHidden();
  await form.locator('summary').click();
  await tab(page, 'ask');
  const asked = page.getByRole('rowheader', { name: '基础利率', exact: true });
  await expect(asked).toBeVisible();
  await line.fill('4.35');
  await line.press('Enter');
  await expect(asked).toHaveCount(0);
  await expect(line).toHaveValue('4.35');
  await expect(form.locator('summary')).toContainText('已填 1 项');
  // What cannot be read is said where it stands, and is not known.
  await line.fill('四');
  await line.press('Tab');
  await expect(form.locator('.error:not(:empty)')).toContainText('百分数');
  await expect(line).toHaveAttribute('aria-invalid', 'true');
  await expect(asked).toBeVisible();
  await line.fill('4.35');
  await line.press('Tab');
  await expect(asked).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(await violations(page)).toEqual([]);
  // It stays when one goes back and comes again.
  await page.getByRole('button', { name: '上一步' }).click();
  await roster.next.click();
  await form.locator('summary').click();
  await expect(line).toHaveValue('4.35');
  await tab(page, 'files');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /JSON/ }).click();
  expect(JSON.parse((await content(saved)).toString()).common).toEqual({ external: { baseLendingRate: 4.35 } });
});

test('what to ask leads to the households that lack it', async ({ roster, page }) => {
  await results(roster, csv('village.csv', village));
  await tab(page, 'ask');
  const row = page.locator('.results-ask tr', { has: page.getByRole('rowheader', { name: '全日制', exact: true }) });
  await expect(row.locator('.numeric').first()).toHaveText('1');
  await row.locator('button').click();
  await expect(page.locator('#view-households')).toBeFocused();
  await expect(lines(page)).toHaveCount(1);
  await expect(page.locator('.results-lacks')).toContainText('全日制');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(lines(page)).toHaveCount(3);
});

test('another policy, or another day, is decided anew', async ({ roster, page }) => {
  await results(roster, csv('village.csv', village));
  await expect(page.locator('.results-headline .results-money')).toContainText('元/年');
  await page.locator('#roster-policy').selectOption('sichuan-2014@1.0.0');
  await expect(page.locator('.results-headline .results-money')).not.toContainText('元/年', { timeout: 20_000 });
  await expect(lines(page).first()).toBeVisible();
});

test('the English results have no Chinese but names, places and clauses', async ({ roster, page }) => {
  await results(roster, csv('village.csv', village), 'en');
  const chinese = async () =>
    page.locator('.results').evaluate((root) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode;
        if (!parentElement?.closest('[lang="zh-CN"], option') && /\p{Script=Han}/u.test(textContent ?? ''))
          found.push(textContent ?? '');
      }
      return found;
    });
  await lines(page).first().locator('button').click();
  await expect(page.locator('#household-title')).toBeFocused();
  await page.locator('.results-panel .why summary').first().click();
  // A reading may name a clause by its printed number; a household goes by its masked name.
  const own = (texts: string[]) =>
    texts.filter((text) =>
      /\p{Script=Han}/u.test(text.replace(/[一二三四五六七八九十]+|\([一二三四五六七八九十]+\)|合\*/g, '')),
    );
  expect(own(await chinese())).toEqual([]);
  for (const view of ['matrix', 'ask', 'charts', 'files', 'payments']) {
    await tab(page, view);
    await page.waitForTimeout(300);
    expect(
      own(await chinese()).filter((text) => !/^(合成村|别村)/.test(text)),
      view,
    ).toEqual([]);
  }
});
