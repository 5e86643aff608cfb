import { expect, test } from './household-page.ts';

for (const members of [1, 6, 10]) {
  test(`the answer for ${members} members prints on A4 without the form`, async ({ household, page }) => {
    await household.open('zh');
    await household.fillExample();
    const have = await page.locator('[data-member]').count();
    for (let n = have; n < members; n++) await page.locator('#add-member').click();
    for (let n = have; n > members; n--) await page.locator('[data-remove]').last().click();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('#form')).toBeHidden();
    await expect(page.locator('.strip')).toBeHidden();
    await expect(page.locator('#headline')).toBeVisible();
    await expect(page.locator('#printed-on')).toHaveText('2017-09-01');
    await expect(page.locator('#bucket-unmet')).toHaveAttribute('open', '');
    const splitting = await page
      .locator('#answer .card')
      .evaluateAll((cards) => cards.filter((card) => getComputedStyle(card).breakInside !== 'avoid').length);
    expect(splitting).toBe(0);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThan(20);
  });
}
