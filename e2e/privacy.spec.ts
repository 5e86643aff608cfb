import { expect, test } from './household-page.ts';

for (const path of ['/', '/en/']) {
  test(`${path} forbids everything but its own files`, async ({ page }) => {
    await page.goto(path);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self'( 'sha256-[\w+/=]+')*; style-src 'self'; img-src 'self'; worker-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'$/,
    );
    // It stands before everything that loads.
    expect(await page.evaluate(() => document.head.firstElementChild?.getAttribute('http-equiv'))).toBe(
      'Content-Security-Policy',
    );
  });
}

test('nothing can be sent to another host, even by code on the page', async ({ baseURL, browser }) => {
  // Its own page: the refused request is an error on the console.
  const own = await browser.newPage();
  await own.goto(baseURL ?? '');
  const elsewhere = new URL(baseURL ?? '');
  elsewhere.port = String(Number(elsewhere.port) + 1000);
  const sent = await own.evaluate(
    (address) =>
      fetch(address, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      ),
    elsewhere.href,
  );
  await own.close();
  expect(sent).toBe(false);
});

test('the whole page works with the network off once it is loaded', async ({ household, page, context }) => {
  await household.open('zh');
  await context.setOffline(true);
  await household.fillExample();
  await page.locator('#add-member').click();
  await page.locator('.why > summary').first().click();
  await page.getByRole('button', { name: '清空' }).click();
  await expect(household.headline).toHaveText(/^符合 0 项/);
});

test('what was entered goes with the tab', async ({ household, context }) => {
  await household.open('zh');
  await household.fillExample();
  const other = await context.newPage();
  await other.goto('/calc/ruyuan-2016/household/');
  await expect(other.locator('#headline')).toHaveText(/^符合 0 项/);
  expect(await other.evaluate(() => localStorage.length + document.cookie.length)).toBe(0);
  await other.close();
});
