import { expect, test } from './household-page.ts';

test('opening the page works its answer out once', async ({ household, page }) => {
  await household.open('zh');
  await page.waitForTimeout(300);
  expect(await household.shows()).toBe(1);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
  await page.waitForTimeout(300);
  expect(await household.shows()).toBe(1);
});

test('an answer given while the first is worked out is not lost', async ({ household, page }) => {
  await page.addInitScript(() => {
    // Between two steps there is time to answer, and there is one more as soon as the form was filled with what was kept.
    const later = globalThis.setTimeout;
    globalThis.setTimeout = ((run: () => void, delay = 0) => later(run, delay + 40)) as typeof setTimeout;
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (name) {
      if (this === sessionStorage && name.startsWith('jingzhun-calc'))
        later(
          () => document.querySelector<HTMLElement>('[data-fact="household.registered"] input[value="false"]')?.click(),
          60,
        );
      return getItem.call(this, name);
    };
  });
  await household.open('zh');
  await expect.poll(() => household.shows()).toBeGreaterThan(0);
  const answer = household.question('household.registered');
  await expect(answer.getByRole('radio', { name: '否', exact: true })).toBeChecked();
  const early = await household.headline.textContent();
  await answer.getByRole('radio', { name: '不清楚', exact: true }).check();
  await expect(household.headline).not.toHaveText(early ?? '');
  await answer.getByRole('radio', { name: '否', exact: true }).check();
  await expect(household.headline).toHaveText(early ?? '');
});

test('an entry of the answer that says the same keeps the focus', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  const first = page.locator('#ask-first-list a').first();
  await first.focus();
  const asked = await first.textContent();
  const before = await household.shows();
  await page.evaluate(() => {
    const name = document.querySelector<HTMLInputElement>('[data-fact="household.wishRecorded"] input[value="false"]');
    if (name !== null) name.checked = true;
    name?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect.poll(() => household.shows()).toBeGreaterThan(before);
  expect(await first.textContent()).toBe(asked);
  await expect(first).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the sections look folded before a script has run, and nothing moves when it has', async ({ page }) => {
    let run = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      run = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await waiting;
      await route.continue();
    });
    await page.goto('/calc/ruyuan-2016/household/', { waitUntil: 'commit' });
    const sections = page.locator('details.section');
    const groups = sections.locator(':scope > :not(summary)');
    await expect(sections.nth(1).locator('summary').first()).toBeVisible();
    await expect(groups.first()).toBeVisible();
    await expect(sections.nth(1).locator(':scope > :not(summary)').first()).toBeHidden();
    await expect(page.locator('#answer')).toBeAttached();
    const height = (): Promise<number> => page.locator('#sections').evaluate((each) => each.clientHeight);
    const before = await height();
    run();
    await expect(page.locator('html')).toHaveAttribute('data-ready', '');
    expect(await height()).toBe(before);
    await sections.nth(2).locator('summary').first().click();
    await expect(sections.nth(2).locator('.question').first()).toBeVisible();
  });

  test('without scripts all sections are there', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
      baseURL: baseURL ?? '',
    });
    const page = await context.newPage();
    await page.goto('/calc/ruyuan-2016/household/');
    await expect(page.locator('details.section').last().locator('.question').first()).toBeVisible();
    await context.close();
  });
});

test('a picture of the whole page shows every card, also those never scrolled to', async ({ household, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await household.open('zh');
  await household.fillExample();
  const empty = (): Promise<number> =>
    page
      .locator('#answer .bucket[open] .card-head h4')
      .evaluateAll((all) => all.filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length);
  expect(await empty()).toBeGreaterThan(0);
  await expect.poll(empty).toBe(0);
});
