import type { Page } from '@playwright/test';
import { expect, type HouseholdPage, test } from './household-page.ts';

async function showAll(
  page: Page,
  household: HouseholdPage,
  width: number,
  ...what: Parameters<HouseholdPage['open']>
): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await household.open(...what);
  await household.fillExample();
  await household.openEverything();
}

test('in the table of members a column has room for its longest word, and all rows are of one height', async ({
  household,
  page,
}) => {
  for (const width of [768, 1440]) {
    await showAll(page, household, width, 'en');
    const torn = await page.locator('#members .member-row select').evaluateAll((all) =>
      all.flatMap((each) => {
        const select = each as HTMLSelectElement;
        const style = getComputedStyle(select);
        const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
        pen.font = style.font;
        // Room for the arrow.
        const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 11;
        const words = [...select.options].flatMap(({ text }) => text.split(/[\s-]/));
        return words.filter((word) => pen.measureText(word).width > room);
      }),
    );
    expect(torn, `at ${width}`).toEqual([]);
    const heights = await page
      .locator('.member-row')
      .evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)));
    expect(heights.length).toBeGreaterThan(2);
    expect(new Set(heights).size, `at ${width}: ${heights}`).toBe(1);
  }
});

test('the heads of a table stand above its boxes, and the boxes of an entry end where all others do', async ({
  household,
  page,
}) => {
  for (const width of [768, 1440]) {
    await showAll(page, household, width, 'zh');
    const apart = await page.locator('#members, table.matrix').evaluateAll((tables) =>
      tables.flatMap((table) => {
        const heads = [...table.querySelectorAll('thead th + th')];
        const cells = [...(table.querySelector('tbody tr')?.querySelectorAll('td') ?? [])];
        return heads.flatMap((head, at) => {
          const box = cells[at]?.querySelector('select, input');
          const style = getComputedStyle(head);
          const from = head.getBoundingClientRect().left + parseFloat(style.paddingLeft);
          return box ? [Math.round(box.getBoundingClientRect().left - from)] : [];
        });
      }),
    );
    expect(apart.length).toBeGreaterThan(4);
    expect(new Set(apart)).toEqual(new Set([0]));

    await showAll(page, household, width, 'en', 'huayang-2016', 'workTeam');
    const ends = await page
      .locator('#sections .question > .control')
      .evaluateAll((all) =>
        all.flatMap((control) =>
          control.checkVisibility() ? [Math.round(control.lastElementChild?.getBoundingClientRect().right ?? 0)] : [],
        ),
      );
    expect(new Set(ends).size, `${ends}`).toBe(1);
    const [title, remove, box] = await Promise.all(
      ['legend', '.remove', '.control > *'].map((part) => page.locator(`.record ${part}`).first().boundingBox()),
    );
    if (!title || !remove || !box) throw new Error('no entry');
    expect(Math.abs(remove.y - title.y)).toBeLessThan(2);
    expect(remove.y + remove.height).toBeLessThanOrEqual(box.y + 1);
  }
});

test('what is typed or chosen is not cut where the row has room', async ({ household, page }) => {
  for (const [width, language, policy, subject] of [
    [320, 'en', 'hubei-2016', 'unit'],
    [768, 'en', 'hubei-2016', 'unit'],
    [768, 'en', 'huayang-2016', 'workTeam'],
    [1440, 'zh', 'huadu-2016', 'county'],
  ] as const) {
    await showAll(page, household, width, language, policy, subject);
    const fields = page
      .locator('#sections .question:not(.in-table) > .control')
      .locator('select, textarea, input[type="text"]');
    expect(await fields.count()).toBeGreaterThan(2);
    const cut = await fields.evaluateAll((all) =>
      all.flatMap((each) => {
        const field = each as HTMLSelectElement | HTMLInputElement | HTMLTextAreaElement;
        // What wraps is cut where it has more lines than are seen.
        if (field instanceof HTMLTextAreaElement) return field.scrollHeight > field.clientHeight ? [field.value] : [];
        const text = field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text ?? '') : field.value;
        const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
        pen.font = getComputedStyle(field).font;
        const arrow = field instanceof HTMLSelectElement ? 16 : 0;
        return pen.measureText(text).width + arrow > field.clientWidth - 14 ? [text] : [];
      }),
    );
    expect(cut, `${policy} ${subject} at ${width}`).toEqual([]);
  }
});

test('several days are joined as the language does, and read with either mark', async ({ household, page }) => {
  await household.open('en', 'hubei-2016', 'unit');
  await household.fillExample();
  const dates = page.locator('#form [data-control="dates"] textarea').first();
  await expect(dates).toHaveValue(/^\d{4}-\d\d-\d\d(, \d{4}-\d\d-\d\d)+$/);
  await dates.fill('2016-02-15、2016-05-15');
  await dates.blur();
  await expect(page.locator('#wrong')).toBeHidden();
});

test('a unit that the name says already is heard and not seen', async ({ household, page }) => {
  await household.open('zh', 'huadu-2016', 'county');
  const number = page.locator('#form [data-control="number"] input').first();
  await expect(number).toHaveAccessibleName(/数$/);
  await expect(number).toHaveAccessibleDescription(/村|户/);
  await expect(page.locator('#form .unit:not(.sr)').filter({ hasText: /^(户|个村)$/ })).toHaveCount(0);
});

test('a year has four digits, in a list and alone', async ({ household, page }) => {
  for (const [subject, control, right] of [
    ['workTeam', 'numbers', '应为四位年份，多个用顿号隔开，例如 2016、2017；没有的填 0'],
    ['household', 'number', '应为四位年份，例如 2016'],
  ] as const) {
    await household.open('zh', 'huayang-2016', subject);
    const question = page
      .locator(`#form [data-control="${control}"]${control === 'number' ? '[data-year]' : ''}`)
      .first();
    for (const text of ['-7', '16', 'abc']) {
      await question.locator('input, textarea').fill(text);
      await expect(question.locator('.error'), text).toHaveText(right);
    }
    await question.locator('input, textarea').fill('2016');
    await expect(question.locator('.error')).toHaveCount(0);
  }
});

test('on a phone a condition has the whole width, and what changes it stands below', async ({ household, page }) => {
  await showAll(page, household, 320, 'en');
  const rows = page.locator('.conditions li:has(> a):visible');
  expect(await rows.count()).toBeGreaterThan(5);
  const beside = await rows.evaluateAll((all) =>
    all.flatMap((row) => {
      const [, text, link] = [...row.children].map((part) => part.getBoundingClientRect());
      const { right } = row.getBoundingClientRect();
      return text && link && link.top >= text.bottom - 1 && text.right >= right - 1 ? [] : [row.textContent];
    }),
  );
  expect(beside).toEqual([]);
});

test('the ways to fill in stand in one row or each in its own', async ({ household, page }) => {
  for (const language of ['zh', 'en'] as const)
    for (const width of [320, 375, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await household.open(language);
      const rows = await page
        .locator('.modes button')
        .evaluateAll((all) => new Set(all.map((each) => each.getBoundingClientRect().top)).size);
      expect([1, 3], `${language} at ${width}`).toContain(rows);
    }
});

test('the answer ends where the page does, and its boxes hold whole lines', async ({ household, page }) => {
  await showAll(page, household, 1440, 'zh');
  const [strip, card] = await Promise.all(
    ['.strip', '#answer .card'].map((part) => page.locator(part).first().boundingBox()),
  );
  if (!strip || !card) throw new Error('nothing shown');
  expect(Math.abs(strip.x + strip.width - card.x - card.width)).toBeLessThan(1.5);
  // What fits into its box is not cut, whatever is left below it.
  const parts = await page
    .locator('.code pre')
    .evaluateAll((all) =>
      all
        .filter((box) => box.scrollHeight > box.clientHeight)
        .map((box) => (box.clientHeight / parseFloat(getComputedStyle(box).lineHeight)) % 1),
    );
  expect(parts.length).toBeGreaterThan(2);
  expect(new Set(parts)).toEqual(new Set([0]));
});

test('on a phone a comma stands behind the last word of what is asked', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto('/calc/hubei-2016/workTeam/');
  await expect(page.locator('.before-comma').first()).toBeAttached();
  const gaps = await page.locator('.answer .before-comma:visible').evaluateAll((all) =>
    all.map((each) => {
      const comma = document.createRange();
      comma.selectNodeContents(each.lastChild as Text);
      const last = [...(each.firstElementChild as Element).getClientRects()].at(-1) as DOMRect;
      const { left, top, bottom } = comma.getBoundingClientRect();
      const isOneLine = top < last.bottom && bottom > last.top;
      return {
        long: (each.firstElementChild as Element).getClientRects().length > 1,
        isOneLine,
        gap: left - last.right,
      };
    }),
  );
  expect(gaps.some(({ long }) => long)).toBe(true);
  expect(gaps.filter(({ isOneLine, gap }) => !isOneLine || Math.abs(gap) > 2)).toEqual([]);
});
