import { expect, type HouseholdPage, test } from './household-page.ts';
import { tornIn } from './torn-in.ts';

const narrow = { width: 320, height: 800 };

/** Fills in the example and opens all that is closed. */
async function showAll(household: HouseholdPage, ...what: Parameters<HouseholdPage['open']>): Promise<void> {
  await household.open(...what);
  await household.fillExample();
  await household.openEverything();
}

test('on a phone no short name or value is torn, in the form, the answer and the list to check', async ({
  household,
  page,
}) => {
  await page.setViewportSize(narrow);
  for (const [policy, subject] of [
    ['ruyuan-2016', 'household'],
    ['huayang-2016', 'town'],
  ] as const) {
    await showAll(household, 'zh', policy, subject);
    expect(await tornIn(page, '#form :is(.question:not(.in-table) > .label, legend, h3, h4)')).toEqual([]);
    expect(await tornIn(page, '#answer :is(.conditions, .figures, .line, .amounts, .sums)')).toEqual([]);
    await page.locator('#mode-review').click();
    await expect(page.locator('#review dt').first()).toBeVisible();
    expect(await tornIn(page, '#review')).toEqual([]);
  }
});

test('a dot between the names of a heading ends no line, and one that begins a line is cut off', async ({
  household,
  page,
}) => {
  await page.setViewportSize(narrow);
  await showAll(household, 'en', 'huayang-2016', 'village');
  await page.locator('#mode-review').click();
  const headings = page.locator('#review h4').filter({ hasText: '·' });
  await expect(headings.first()).toBeVisible();
  const beginning = await headings.evaluateAll((all) =>
    all.flatMap((heading) => {
      const left = heading.getBoundingClientRect().left;
      const phrases = [...heading.querySelectorAll('.phrase')];
      const start = phrases[0]?.getBoundingClientRect().left;
      return phrases
        .slice(1)
        .filter((phrase) => phrase.getBoundingClientRect().left === start)
        .map((phrase) => ({
          text: phrase.textContent,
          cut: (phrase.querySelector('.dot')?.getBoundingClientRect().right ?? Infinity) <= left,
        }));
    }),
  );
  // Each dot stands before its name in one piece with it: none ends a line.
  expect(beginning.length).toBeGreaterThan(0);
  expect(beginning.filter(({ cut }) => !cut)).toEqual([]);
});

test('what is asked of an entry keeps its words within its box', async ({ household, page }) => {
  await page.setViewportSize(narrow);
  await showAll(household, 'en', 'huadu-2016', 'county');
  const words = page.locator('.record .choice span:visible');
  expect(await words.count()).toBeGreaterThan(2);
  const beyond = await words.evaluateAll((all) =>
    all.flatMap((word) => {
      const range = document.createRange();
      range.selectNodeContents(word);
      const box = word.closest('.choice')?.getBoundingClientRect();
      return box !== undefined && range.getBoundingClientRect().right > box.right ? [word.textContent] : [];
    }),
  );
  expect(beyond).toEqual([]);
});

test('the count of a calculator stands below its name at every width', async ({ page }) => {
  for (const width of [320, 768, 1440]) {
    for (const address of ['/calc/', '/en/calc/']) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      const beside = await page.locator('.choice-subjects a').evaluateAll((all) =>
        all.flatMap((tile) => {
          const [name, count] = [...tile.children].map((each) => each.getBoundingClientRect());
          return name !== undefined && count !== undefined && count.top >= name.bottom - 1 ? [] : [tile.textContent];
        }),
      );
      expect(beside, `${address} at ${width}`).toEqual([]);
    }
  }
});

test('what is chosen in the table of members is never cut', async ({ household, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await showAll(household, 'en');
  const cut = await page.locator('#members .member-row select').evaluateAll((all) =>
    all.flatMap((each) => {
      const select = each as HTMLSelectElement;
      const style = getComputedStyle(select);
      const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      pen.font = style.font;
      const longest = [...select.options].sort((a, b) => b.text.length - a.text.length)[0] as HTMLOptionElement;
      select.value = longest.value;
      // Room for the arrow.
      const isWider = pen.measureText(longest.text).width + 24 > select.clientWidth;
      const wraps = style.whiteSpace === 'normal' && style.appearance === 'base-select';
      const fits = select.scrollHeight <= select.clientHeight && select.scrollWidth <= select.clientWidth;
      return (isWider && !wraps) || !fits ? [longest.text] : [];
    }),
  );
  expect(cut).toEqual([]);
});
