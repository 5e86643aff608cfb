import { ids, largest, pageOf, provisionsOf, smallest, versionsOf } from './policies-files.ts';
import { expect, ready, test, tooWide } from './policies-page.ts';
import { violations } from './violations.ts';

test.describe('the list', () => {
  for (const language of ['zh', 'en'] as const) {
    test(`has every policy with its counts, in ${language}`, async ({ page }) => {
      await page.goto(`${language === 'zh' ? '/' : '/en/'}policies/`);
      await expect(page.locator('.policy-card')).toHaveCount(ids.length);
      for (const id of ids) {
        const card = page.locator('.policy-card', { has: page.locator(`h2[id="${id}"]`) });
        const provisions = provisionsOf(id);
        const listed = provisions.filter(([, each]) => each.why !== undefined).length;
        const partial = provisions.filter(([, each]) => each.computable === 'partial').length;
        const counts = await card.locator('.counts b').allTextContents();
        expect(counts.map((text) => Number(/\d+/.exec(text)?.[0]))).toEqual([
          provisions.length,
          provisions.length - partial - listed,
          partial,
          listed,
        ]);
        const subjects = await card.locator('.subject b').allTextContents();
        expect(subjects.reduce((sum, count) => sum + Number(count), 0)).toBe(provisions.length);
        for (const version of versionsOf(id)) await expect(card.getByRole('link', { name: version })).toBeVisible();
      }
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await tooWide(page)).toBe(0);
        expect(await violations(page)).toEqual([]);
      }
    });
  }
});

test.describe('the filter', () => {
  test('keeps what has all the words, of a kind, a subject and a degree', async ({ page }) => {
    await page.goto(pageOf(largest));
    await ready(page);
    const form = page.locator('#filter');
    const shown = page.locator('.provision:visible');
    const all = provisionsOf(largest).length;
    for (const words of [['助学金'], ['助学金', '初中'], ['危房']]) {
      await form.getByLabel('含有').fill(words.join(' '));
      await expect(form.getByRole('status')).toHaveText(new RegExp(`^显示 [1-9]\\d* 条，共 ${all} 条$`));
      const sorted = await page.locator('.provision').evaluateAll(
        (articles, each) =>
          articles.map((article) => {
            const section = article.closest('section');
            const text = `${section?.querySelector('h2')?.textContent} ${article.textContent}`;
            return [article.checkVisibility(), each.every((word) => text.includes(word))];
          }),
        words,
      );
      expect(sorted.filter(([visible, holds]) => visible !== holds)).toEqual([]);
    }
    await form.getByRole('button', { name: '清除筛选' }).click();
    await expect(shown).toHaveCount(all);
    await expect(form.getByRole('status')).toBeEmpty();
    for (const [name, attribute] of [
      ['类别', 'data-kind'],
      ['对象', 'data-subject'],
      ['能否计算', 'data-computable'],
    ] as const) {
      const select = form.getByRole('combobox', { name: new RegExp(`^${name}`) });
      await select.selectOption({ index: 1 });
      const value = await select.inputValue();
      await expect(shown.first()).toHaveAttribute(attribute, value);
      const kept = await shown.evaluateAll(
        (articles, key) => articles.map((each) => each.getAttribute(key)),
        attribute,
      );
      expect(new Set(kept)).toEqual(new Set([value]));
      expect(kept).toHaveLength(await page.locator(`.provision[${attribute}="${value}"]`).count());
      await form.getByRole('button', { name: '清除筛选' }).click();
    }
    await form.getByLabel('含有').fill('绝无此词');
    await expect(shown).toHaveCount(0);
    await expect(page.locator('.document-section:visible')).toHaveCount(0);
    await expect(form.getByRole('status')).toHaveText('没有符合筛选的规定。');
  });

  test('gives way to a link that leads to what it hides', async ({ page }) => {
    await page.goto(pageOf(largest));
    await ready(page);
    await page.getByLabel('含有').fill('助学金');
    const id = (await page.locator('.provision[hidden] h3').first().getAttribute('id')) ?? '';
    const target = page.locator(`h3[id="${id}"]`);
    await expect(target).toBeHidden();
    await page.evaluate((name) => {
      const link = document.createElement('a');
      link.href = `#${name}`;
      link.textContent = 'x';
      document.querySelector('#filter')?.after(link);
      link.click();
    }, id);
    await expect(target).toBeInViewport();
    await expect(page.getByLabel('含有')).toHaveValue('');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page reads as a document', async ({ page }) => {
    await page.goto(pageOf(smallest));
    await expect(page.locator('.provision:visible')).toHaveCount(provisionsOf(smallest).length);
    await expect(page.locator('#filter')).toBeHidden();
    await expect(page.locator('#source-form')).toBeHidden();
    await expect(page.locator('noscript .notice')).toBeVisible();
  });
});

test('prints as a reference', async ({ page }) => {
  await page.goto(pageOf(smallest));
  await ready(page);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.policy-side', '#filter', '.source', '.shell-top']) {
    await expect(page.locator(hidden)).toBeHidden();
  }
  await expect(page.locator('.provision:visible')).toHaveCount(provisionsOf(smallest).length);
  const split = await page
    .locator('.parts > div')
    .evaluateAll((parts) => parts.filter((part) => getComputedStyle(part).breakInside !== 'avoid').length);
  expect(split).toBe(0);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0).toBeGreaterThan(3);
});

test('a picture of the whole page shows every provision', async ({ page }) => {
  await page.goto(pageOf(largest));
  await ready(page);
  const empty = (): Promise<number> =>
    page
      .locator('.provision h3')
      .evaluateAll((all) => all.filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length);
  await expect.poll(empty).toBe(0);
});

test('the address of a provision leads to it, exactly, and stays there', async ({ page }) => {
  const some = provisionsOf(largest).filter((_, at) => at % 40 === 25);
  expect(some.length).toBeGreaterThan(2);
  for (const [id] of some) {
    await page.goto('about:blank');
    await page.goto(`${pageOf(largest)}#${id}`);
    await ready(page);
    const heading = page.locator(`[id="${id}"]`);
    const top = (): Promise<number> => heading.evaluate((each) => Math.round(each.getBoundingClientRect().top));
    await expect.poll(top).toBe(16);
    // What is laid out later does not move it.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await top()).toBe(16);
  }
});
