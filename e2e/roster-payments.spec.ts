/// <reference lib="dom" />

import { csv, raw } from './roster-files.ts';
import { expect, test } from './roster-page.ts';
import { content, lines, payments, results, tab, village } from './roster-results.ts';

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
