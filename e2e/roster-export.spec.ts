/// <reference lib="dom" />

import * as XLSX from '@e965/xlsx';
import { csv } from './roster-files.ts';
import { expect, test } from './roster-page.ts';
import { content, few, lines, results, student, tab, village } from './roster-results.ts';

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
