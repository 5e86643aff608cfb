/// <reference lib="dom" />

import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import type { Download, Page } from '@playwright/test';
import { csv, manyPersons, raw } from './roster-files.ts';
import { expect, type RosterPage, test } from './roster-page.ts';
import { violations } from './violations.ts';

test.setTimeout(90_000);

/** The first rows of the sample: 208 persons of some eighty households, with sixteen more columns than are needed here. */
const sample = readFileSync(new URL('../examples/rosters/ruyuan-2016.csv', import.meta.url), 'utf8').split('\r\n');
const few = { name: '合成村.csv', mimeType: 'text/csv', buffer: Buffer.from(sample.slice(0, 209).join('\r\n')) };

const student = ['9901', '合成村', '一组', '合成甲', '990000200001010011', '是', '是', '本科', '是', '3000'];
/** Invented; ids of as many digits as real ones, with a region code that does not exist. */
const village = [
  [
    '户编号',
    '行政村',
    '村民小组',
    '姓名',
    '证件号码',
    '建档立卡贫困户',
    '在校就读',
    '在校生状况',
    '全日制',
    '人均可支配收入',
  ],
  student,
  ['9901', '合成村', '一组', '=合成乙', '990000200001010012', '是', '是', '小学', '', '3000'],
  ['9902', '合成村', '二组', '合成丙', '990000200001010013', '是', '是', '本科', '', '2000'],
  ['9903', '别村', '', '合成丁', '990000200001010014', '是', '是', '本科', '是', '2000'],
];

/** From a file to its results, by the policy of the sample. */
async function results(
  roster: RosterPage,
  file: { name: string; mimeType: string; buffer: Buffer },
  language: 'zh' | 'en' = 'zh',
): Promise<void> {
  await roster.open(language);
  await roster.page.locator('#roster-policy').selectOption('ruyuan-2016@1.0.0');
  await roster.choose(file);
  await roster.toDoubts();
  await roster.next.click();
  await expect(roster.page.locator('.results-table tbody tr').first()).toBeVisible({ timeout: 60_000 });
}

const tab = (page: Page, view: string) => page.locator(`#tab-${view}`).click();
const lines = (page: Page) => page.locator('.results-table tbody tr');

async function content(download: Promise<Download>): Promise<Buffer> {
  return readFileSync(await (await download).path());
}

for (const [language, colorScheme, width] of [
  ['zh', 'light', 1440],
  ['zh', 'dark', 320],
  ['en', 'dark', 1440],
  ['en', 'light', 320],
] as const) {
  test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
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
      await page.locator('.results-cards-form > .button').click();
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

test('the whole county: the figures are those that the document of the sample leads to', async ({ roster, page }) => {
  test.setTimeout(120_000);
  await roster.open();
  await page.locator('#roster-policy').selectOption('ruyuan-2016@1.0.0');
  await roster.chooseSample();
  await roster.toDoubts();
  await page.evaluate(() => performance.mark('asked'));
  await roster.next.click();
  await expect(lines(page)).toHaveCount(50, { timeout: 60_000 });
  const spent = await page.evaluate(
    () => performance.now() - (performance.getEntriesByName('asked')[0]?.startTime ?? 0),
  );
  console.log(`7,508 persons: ${spent.toFixed(0)} ms from the check-up to the table`);
  await expect(page.locator('.results-headline')).toContainText('2,944');
  await expect(page.locator('.results-headline')).toContainText('7,508 人');
  await tab(page, 'charts');
  const bar = (title: string, rule: string) =>
    page.locator('.bars', { hasText: title }).getByRole('row', { name: new RegExp(`^${rule}`) });
  await expect(bar('各项政策符合的户数', '全日制大学助学金')).toContainText('47 户');
  await expect(bar('各项政策可确定的金额（每年）', '全日制大学助学金')).toContainText('240,000 元/年');
  await tab(page, 'households');
  await page.locator('#filter-rule').selectOption('ruyuan.education-aid.university');
  await page.locator('#filter-status').selectOption('met');
  await expect(page.locator('.results-count')).toHaveText('第 1 至 47 户，共 47 户');
  await expect(lines(page)).toHaveCount(47);
});

test('3,000 persons from file to answer, every step clicked through', async ({ roster, page }) => {
  await roster.open();
  await page.locator('#roster-policy').selectOption('ruyuan-2016@1.0.0');
  await page.evaluate(() => performance.mark('chosen'));
  await roster.choose(manyPersons('roster.csv', 3_000));
  await roster.toDoubts();
  await roster.next.click();
  await expect(lines(page).first()).toBeVisible({ timeout: 30_000 });
  const spent = await page.evaluate(
    () => performance.now() - (performance.getEntriesByName('chosen')[0]?.startTime ?? 0),
  );
  console.log(`3,000 persons: ${spent.toFixed(0)} ms from file to table`);
  expect(spent).toBeLessThan(15_000);
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

test('tables are exported with the columns of the file, ids as they were', async ({ roster, page }) => {
  await results(roster, csv('village.csv', village));
  await tab(page, 'files');
  const save = async (name: string): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return content(download);
  };
  const book = XLSX.read(await save('导出 Excel（.xlsx）'));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 });
  expect(rows[0]).toEqual([...(village[0] ?? []), '结论', '金额', '依据', '原因']);
  expect(rows[1]?.slice(0, 9)).toEqual(student.slice(0, 9));
  expect(sheet.E2).toMatchObject({ t: 's', v: '990000200001010011' });
  expect(sheet.D3).toMatchObject({ t: 's', v: '=合成乙' });
  expect(rows[1]?.[11]).toContain('全日制大学助学金 5,000 元/人·年');
  const text = (await save('导出 CSV')).toString('utf8');
  expect(text.startsWith('\uFEFF户编号,')).toBe(true);
  expect(text).toContain("'=合成乙");
  expect(text).toContain('990000200001010011\t');
  const json = JSON.parse((await save('导出逐条结论（JSON）')).toString('utf8'));
  expect(json.households).toHaveLength(3);
  await expect(page.getByRole('status').filter({ hasText: '已生成' })).toBeVisible();
  await page.locator('#filter-village').selectOption('别村');
  await expect(page.getByLabel('只导出筛选出的 1 户')).toBeChecked();
  const only = (await save('导出 CSV')).toString('utf8').trimEnd().split('\r\n');
  expect(only).toHaveLength(2);
});

test('cards of the households of the filter, and nothing else, are printed', async ({ roster, page }) => {
  await results(roster, few);
  await tab(page, 'files');
  await page.getByLabel('印几户').fill('12');
  await page.getByRole('button', { name: '预览卡片' }).click();
  await expect(page.locator('.paper-card')).toHaveCount(12);
  await expect(page.locator('.results-cards h4')).toBeFocused();
  await page.emulateMedia({ media: 'print' });
  for (const hidden of [
    '.shell-top',
    '.roster-choice',
    '.roster-steps',
    '.results-headline',
    '.results-tabs',
    '#results-title',
  ])
    await expect(page.locator(hidden).first()).toBeHidden();
  await expect(page.locator('.results-cards h4')).toBeHidden();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  console.log(`12 cards: ${pages} pages`);
  expect(pages).toBeGreaterThanOrEqual(12);
  expect(pages).toBeLessThanOrEqual(13);
  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel('公示版').check();
  await expect(page.locator('.paper-card')).toHaveCount(0);
  await page.getByRole('button', { name: '预览卡片' }).click();
  await expect(page.locator('.paper-card')).toHaveCount(12);
  expect(await page.locator('.paper').textContent()).not.toMatch(/合成\d/);
});

/** A list of payments: household, programme, amount. */
function payments(rows: readonly (readonly string[])[], head: readonly string[] = ['户编号', '项目', '金额']) {
  return csv('发放.csv', [head, ...rows]);
}

test('a list of payments is held against the results', async ({ roster, page }) => {
  await results(roster, csv('village.csv', village));
  await tab(page, 'payments');
  await page.locator('#payments-file').setInputFiles(
    payments([
      ['9901', '全日制大学助学金', '4000'],
      ['9902', '全日制大学助学金', '5000'],
      ['7777', '全日制大学助学金', '5000'],
      ['9901', '学前补助', '1000'],
    ]),
  );
  await expect(page.locator('#payment-household')).toHaveValue('0');
  await page.getByRole('button', { name: '下一步：核对项目名称' }).click();
  const measures = page.locator('.results-measures tbody tr');
  await expect(measures).toHaveCount(2);
  await expect(measures.first().locator('select')).toHaveValue('ruyuan.education-aid.university');
  await measures.nth(1).locator('select').selectOption('ruyuan.education-aid.preschool');
  await page.getByRole('button', { name: '比对', exact: true }).click();
  await expect(page.locator('#payments-title')).toBeFocused();
  const count = (kind: string) => page.locator(`.results-kinds [data-kind="${kind}"] strong`);
  for (const [kind, number] of [
    ['not-paid', '1'],
    ['not-entitled', '1'],
    ['amount', '1'],
    ['open', '1'],
    ['stranger', '1'],
  ] as const)
    await expect(count(kind)).toHaveText(number);
  await expect(page.locator('.results-cases tbody tr')).toContainText('合*');
  await expect(page.locator('.results-cases tbody tr')).toContainText('别村');
  await page.locator('.results-kinds [data-kind="amount"]').click();
  await expect(page.locator('.results-cases tbody tr')).toContainText('4,000');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载比对清单（CSV）' }).click();
  const text = (await content(download)).toString('utf8');
  expect(text.split('\r\n').length).toBe(7);
  expect(text).toContain('合成丁');
});

test('a list of payments whose columns are in doubt asks; one that is no table is refused', async ({
  roster,
  page,
}) => {
  await results(roster, csv('village.csv', village));
  await tab(page, 'payments');
  await page
    .locator('#payments-file')
    .setInputFiles(payments([['9901', '5000', '5000']], ['户编号', '发放金额', '实发金额']));
  await expect(page.locator('#payment-amount-open')).toContainText('有几列都像');
  await page.locator('#payment-amount').selectOption('1');
  await page.locator('#payment-household').selectOption('');
  await expect(page.getByRole('button', { name: '下一步：核对项目名称' })).toBeDisabled();
  await page.locator('#payment-household').selectOption('0');
  await page.getByRole('button', { name: '下一步：核对项目名称' }).click();
  await expect(page.locator('.results-measures')).toContainText('（整份清单）');
  await expect(page.getByRole('button', { name: '比对', exact: true })).toBeDisabled();
  await page.locator('#payments-file').setInputFiles(raw('list.pdf', '%PDF-1.7 …'));
  await expect(page.locator('.results [role="alert"]')).toBeFocused();
  await expect(page.locator('.results-payments')).toHaveCount(0);
  // The results stand.
  await tab(page, 'households');
  await expect(lines(page)).toHaveCount(3);
});

test('another policy, or another day, is decided anew', async ({ roster, page }) => {
  await results(roster, csv('village.csv', village));
  await expect(page.locator('.results-headline .results-money')).toContainText('元/年');
  await page.locator('#roster-policy').selectOption('sichuan-2014@1.0.0');
  await expect(page.locator('.results-headline .results-money')).not.toContainText('元/年', { timeout: 20_000 });
  await expect(lines(page).first()).toBeVisible();
});

test('results, exports and cards work with the network off', async ({ roster, page, context }) => {
  await roster.open();
  await page.locator('#roster-policy').selectOption('ruyuan-2016@1.0.0');
  await context.setOffline(true);
  await roster.choose(csv('village.csv', village));
  await roster.toDoubts();
  await roster.next.click();
  await expect(lines(page)).toHaveCount(3);
  await tab(page, 'files');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Excel（.xlsx）' }).click();
  expect((await content(download)).subarray(0, 2).toString()).toBe('PK');
  await page.getByRole('button', { name: '预览卡片' }).click();
  await expect(page.locator('.paper-card')).toHaveCount(3);
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
