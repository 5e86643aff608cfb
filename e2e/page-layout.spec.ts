import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { tornIn } from './torn-in.ts';

const heightOf = (part: Locator): Promise<number> => part.evaluate((each) => each.getBoundingClientRect().height);

test('head and foot are as high on pages of the documentation as on all others', async ({ page }) => {
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const heights = [];
    for (const address of ['/calc/', '/docs/']) {
      await page.goto(address);
      heights.push([await heightOf(page.locator('.shell-top')), await heightOf(page.locator('.shell-foot'))]);
    }
    expect(heights[1], `at ${width}`).toEqual(heights[0]);
  }
});

test('the label of a file button stands in its middle', async ({ page }) => {
  await page.goto('/roster/');
  const [above, below] = await page.locator('#roster-drop .button').evaluate((label) => {
    const range = document.createRange();
    range.selectNodeContents(label);
    const [box, text] = [label.getBoundingClientRect(), range.getBoundingClientRect()];
    return [text.top - box.top, box.bottom - text.bottom] as const;
  });
  // A line is as high as its type says, the text in it as its glyphs: the two differ by a pixel or two.
  expect(Math.abs(above - below)).toBeLessThanOrEqual(2);
});

test('on the roster page the note on privacy is no wider than the text above it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/roster/');
  const widthOf = (part: string): Promise<number> =>
    page.locator(part).evaluate((each) => each.getBoundingClientRect().width);
  expect(await widthOf('.roster-privacy')).toBeLessThanOrEqual(await widthOf('.roster-lead'));
});

test('of the facts about a policy in the list none is alone in a row, and no period is torn', async ({ page }) => {
  for (const width of [320, 640, 768, 1024, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/policies/');
    const cards = await page.locator('.policy-card').evaluateAll((all) =>
      all.map((card) => {
        const tops = [...card.querySelectorAll('.facts > div')].map((each) => each.getBoundingClientRect().top);
        const period = card.querySelector('.days') as Element;
        return {
          rows: [...Map.groupBy(tops, Math.round).values()].map(({ length }) => length),
          lines: period.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(period).lineHeight),
        };
      }),
    );
    for (const { rows, lines } of cards) {
      expect([[4], [2, 2], [1, 1, 1, 1]], `at ${width}`).toContainEqual(rows);
      expect(Math.round(lines), `at ${width}`).toBe(1);
    }
  }
});

test('on a phone the count of provisions stands above its parts', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto('/policies/');
  const beside = await page.locator('.policy-card .counts').evaluateAll((all) =>
    all.flatMap((list) => {
      const [sum, first] = [...list.children].map((each) => each.getBoundingClientRect());
      return sum !== undefined && first !== undefined && first.top >= sum.bottom - 1 ? [] : [list.textContent];
    }),
  );
  expect(beside).toEqual([]);
});

test('no line of the documents on the home page ends with a dot, and one that begins with it is cut off there', async ({
  page,
}) => {
  for (const [address, width] of [
    ['/', 320],
    ['/en/', 320],
    ['/en/', 768],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    const wrong = await page.locator('.policy-table tbody tr').evaluateAll((rows) =>
      rows.flatMap((row) =>
        [...row.querySelectorAll('td')].flatMap((cell) => {
          const before = cell.previousElementSibling?.getBoundingClientRect();
          const box = cell.getBoundingClientRect();
          const begins = before === undefined || box.top >= before.bottom - 1;
          const dot = Number.parseFloat(getComputedStyle(cell).paddingInlineStart);
          const shown = Number.parseFloat(
            /calc|inset\(0px 0px 0px ([\d.]+)px/.exec(getComputedStyle(row).clipPath)?.[1] ?? '0',
          );
          const ends = getComputedStyle(cell, '::after').content !== 'none';
          // The dot is a third of an em wide at most, in the middle of its column.
          const isCut = !begins || box.left - row.getBoundingClientRect().left + dot / 2 + 3 <= shown;
          return ends || !isCut ? [cell.textContent] : [];
        }),
      ),
    );
    expect(wrong, `${address} at ${width}`).toEqual([]);
  }
});

test('on pages that explain, what is short is not torn: headings of rosters, code where a line has room, and formats', async ({
  page,
}) => {
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/docs/vocabulary/person/');
    expect(await tornIn(page, '.docs-fields td[lang]'), `at ${width}`).toEqual([]);
    for (const address of ['/accessibility/', '/privacy/', '/en/privacy/']) {
      await page.goto(address);
      const torn = await page.locator('.statement code').evaluateAll((all) =>
        all.flatMap((code) => {
          const within = code.parentElement?.getBoundingClientRect().width ?? 0;
          const range = document.createRange();
          range.selectNodeContents(code);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
          const once = Object.assign(code.cloneNode(true) as HTMLElement, {
            style: 'white-space: nowrap; position: absolute',
          });
          code.parentElement?.append(once);
          const needs = once.getBoundingClientRect().width;
          once.remove();
          return lines > 1 && needs < within ? [code.textContent] : [];
        }),
      );
      expect(torn, `${address} at ${width}`).toEqual([]);
    }
    await page.goto('/roster/');
    const lines = await page.locator('#roster-formats').evaluate((formats) => {
      const texts = document.createTreeWalker(formats, NodeFilter.SHOW_TEXT);
      const found: number[] = [];
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
        for (const { 0: name, index } of (node.textContent ?? '').matchAll(/UTF-16|30 万行/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + name.length);
          found.push(new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size);
        }
      return found;
    });
    expect(lines, `at ${width}`).toEqual([1, 1]);
  }
});
