import { expect, test } from './household-page.ts';

for (const members of [1, 6, 10]) {
  test(`the answer for ${members} members prints on A4 without the form, no row split, heads repeated`, async ({
    household,
    page,
  }) => {
    await household.open('zh');
    await household.fillExample();
    const have = await page.locator('[data-member]').count();
    for (let n = have; n < members; n++) await page.locator('#add-member').click();
    for (let n = have; n > members; n--) await page.locator('[data-remove]').last().click();
    const findings = await household.findings();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    for (const hidden of ['#form', '.strip', '.bucket', '.after', '.shell-top']) {
      await expect(page.locator(hidden).first()).toBeHidden();
    }
    await expect(page.locator('#headline')).toBeVisible();
    await expect(page.locator('#printed-on')).toHaveText('2017-09-01');
    const rows = page.locator('.print-table tbody tr');
    // All that the page says is on the paper, whatever was folded.
    expect(await rows.count()).toBe(findings.length);
    const layout = await page.evaluate(() => ({
      split: [...document.querySelectorAll('.print-table tr')].filter(
        (row) => getComputedStyle(row).breakInside !== 'avoid',
      ).length,
      heads: [
        ...new Set([...document.querySelectorAll('.print-table thead')].map((head) => getComputedStyle(head).display)),
      ],
      wide: document.documentElement.scrollWidth > innerWidth,
    }));
    expect(layout).toEqual({
      split: 0,
      heads: ['table-header-group'],
      wide: false,
    });
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const boxes = pdf.toString('latin1').match(/\/MediaBox\s*\[\s*0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)/g) ?? [];
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.length).toBeLessThan(16);
    // A4, in points.
    for (const box of boxes) expect(box).toMatch(/0 0 (595|594\.\d+|595\.\d+) (841|842)/);
  });
}

test('what applies, and what could and does not, are tables of their own', async ({ household, page }) => {
  await household.open('zh', 'hubei-2016', 'workTeam');
  await household.fillExample();
  const findings = await household.findings();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const titles = await page.locator('.print-bucket').allTextContents();
  expect(titles.map((title) => title.replace(/ \d+$/, ''))).toEqual(['符合', '适用', '待补充', '不符合', '不适用']);
  expect(await page.locator('.print-table tbody tr').count()).toBe(findings.length);
  await expect(page.locator('.print-table', { hasText: /^不适用/ })).toContainText('条件：');
});

test('whom a row is about stands beside it only where a page is about several', async ({ household, page }) => {
  const heads = async (policy: string, subject: string): Promise<number> => {
    await household.open('zh', policy, subject);
    await household.fillExample();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.print-table').first()).toBeAttached();
    return page.locator('.print-table').first().locator('thead tr:last-child th').count();
  };
  expect(await heads('ruyuan-2016', 'household')).toBe(4);
  expect(await page.locator('.print-table tbody td:nth-child(2)').allTextContents()).not.toContain('村');
  expect(await heads('ruyuan-2016', 'county')).toBe(3);
});
