import { expect, test } from '@playwright/test';

/** The page of another origin, as playwright.config.ts serves it. */
const elsewhere = `http://127.0.0.1:${Number(process.env.E2E_PORT ?? '4322') + 1000}/`;

test('a page of another origin shows the calculator, and learns nothing but its height', async ({ page }) => {
  const heard: unknown[] = [];
  await page.exposeFunction('heard', (message: unknown) => heard.push(message));
  await page.addInitScript(() => {
    if (window === top)
      addEventListener('message', ({ data }) => (window as never as { heard(m: unknown): void }).heard(data));
  });
  await page.goto(elsewhere);
  const frame = page.frameLocator('jingzhun-calculator iframe');
  await expect(frame.locator('html[data-ready]')).toBeAttached();
  await expect(frame.locator('.shell-top')).toBeHidden();
  await frame.locator('#example').click();
  await expect(frame.locator('#cards-met .card').first()).toBeAttached();
  const heights = heard.map((message) =>
    Object.keys(message as object)
      .sort()
      .join(),
  );
  expect(new Set(heights)).toEqual(new Set(['height,jingzhun']));
  // The frame is as tall as its content: only the page around it scrolls.
  await expect
    .poll(() => frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight))
    .toBeLessThanOrEqual(1);
  await expect(page.frameLocator('iframe[title="Policy calculator"]').locator('html')).toHaveAttribute('lang', 'en');
});

test('the page about embedding lists policies and subjects, and its example leaves the answers of the tab alone', async ({
  page,
}) => {
  await page.goto('/embed/');
  const element = page.locator('jingzhun-calculator');
  const policy = (await element.getAttribute('policy')) ?? '';
  const row = page.getByRole('row').filter({ has: page.locator('code', { hasText: policy }) });
  await expect(row.locator('li').first()).toHaveText('household 户');

  const kept = (): Promise<string | null> =>
    page.evaluate((key) => sessionStorage.getItem(key), `jingzhun-calc/${policy}/household`);
  await page.goto(`/calc/${policy}/household/`);
  await page.locator('html[data-ready]').waitFor();
  await page.locator('#example').click();
  await expect(page.locator('[data-member]').first()).toBeAttached();
  await expect.poll(kept).not.toBeNull();
  await page.goto('/embed/');
  const own = await kept();
  const frame = page.frameLocator('jingzhun-calculator iframe');
  await frame.locator('html[data-ready]').waitFor();
  await expect(frame.locator('[data-member]')).toHaveCount(0);
  await frame.locator('#add-member').click();
  await expect(frame.locator('[data-member]')).toHaveCount(1);
  await page.goto(`/calc/${policy}/household/`);
  expect(await kept()).toBe(own);
});

test('an attribute that is no name is refused in words, and shows no frame', async ({ page }) => {
  await page.goto(elsewhere);
  const element = page.locator('jingzhun-calculator');
  await element.evaluate((each) => each.setAttribute('policy', '../../elsewhere'));
  await expect(element).toContainText('policy 应为政策编号');
  await expect(element.locator('iframe')).toHaveCount(0);
});

test('where there is no room beside the document, what is kept where stands in a line across the frame', async ({
  page,
}) => {
  for (const width of [900, 1024, 1100, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/embed/');
    const strip = page.frameLocator('jingzhun-calculator iframe').locator('.strip');
    const [outer, local, clear] = await Promise.all(
      ['.strip-document', '.strip-local', '#clear'].map((part) => strip.locator(part).boundingBox()),
    );
    const whole = await strip.boundingBox();
    if (!outer || !local || !clear || !whole) throw new Error('the strip is not shown');
    expect(local.y, `at ${width} px`).toBeGreaterThan(outer.y + outer.height - 1);
    expect(local.width, `at ${width} px`).toBeCloseTo(whole.width, 0);
    expect(clear.x + clear.width, `at ${width} px`).toBeCloseTo(whole.x + whole.width, 0);
  }
});

test('in a frame every card is laid out, however far below, and choices stay within their box', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/en/embed/');
  const frame = page.frameLocator('jingzhun-calculator iframe');
  await frame.locator('html[data-ready]').waitFor();
  await frame.locator('#example').click();
  await expect(frame.locator('#cards-met .card').first()).toBeAttached();
  const cards = frame.locator('#answer .card');
  expect(await cards.count()).toBeGreaterThan(5);
  const left = await cards.evaluateAll((all) =>
    all.flatMap((card) => {
      const text = card.querySelector('p, h3, h4, summary') as Element;
      // What is folded is out of sight for another reason.
      if (!text.checkVisibility()) return [];
      return text.checkVisibility({ contentVisibilityAuto: true }) ? [] : [text.textContent];
    }),
  );
  expect(left).toEqual([]);
  const choices = frame.locator('#form .choice:visible');
  expect(await choices.count()).toBeGreaterThan(5);
  const beyond = await choices.evaluateAll((all) =>
    all.flatMap((choice) =>
      [...choice.querySelectorAll('span')].flatMap((word) =>
        word.getBoundingClientRect().right > choice.getBoundingClientRect().right + 0.5 ? [word.textContent] : [],
      ),
    ),
  );
  expect(beyond).toEqual([]);
});
