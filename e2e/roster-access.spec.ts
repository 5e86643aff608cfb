import type { Page } from '@playwright/test';
import { csv, raw } from './roster-files.ts';
import { expect, type RosterPage, test } from './roster-page.ts';
import { looks, named } from './variants.ts';
import { violations } from './violations.ts';

const odd = () =>
  csv('roster.csv', [
    ['户编号', '姓名', '与户主的关系', '在校生状况', '人均纯收入', '备注'],
    ['H1', '合成甲', '户主', '读小学', '0.36', '长'.repeat(60)],
    ['', '合成乙', '之子', '高一', '', 'longwordwithoutspaces'.repeat(4)],
    ['H2', '合成丙', '户主', '在家', '2600', ''],
  ]);

/** Every state of the way in, one after the other. */
async function eachState(
  roster: RosterPage,
  language: 'zh' | 'en',
  check: (state: string) => Promise<void>,
): Promise<void> {
  const { page } = roster;
  await roster.open(language);
  await check('file');
  await roster.choose(raw('roster.xlsx', '%PDF-1.7'));
  await expect(roster.notice).toBeFocused();
  await check('refused');
  const date = page.locator('#roster-date');
  const day = await date.inputValue();
  await date.fill('?');
  await date.blur();
  await check('date refused');
  await date.fill(day);
  await date.blur();
  await roster.choose(odd());
  await expect(roster.heading('columns')).toBeFocused();
  await page.locator('.roster-preview summary').click();
  await check('columns');
  await page.locator('#change-0').click();
  await check('dialog');
  await page.getByRole('dialog').locator('button').nth(1).click();
  await roster.next.click();
  await expect(roster.notice).toBeFocused();
  await check('columns refused');
  await page.locator('#change-0').click();
  await page.locator('[data-option="household.id"]').click();
  await roster.next.click();
  await expect(roster.heading('values')).toBeFocused();
  await page.locator('.roster-recognised summary').first().click();
  await check('values');
  await roster.next.click();
  await expect(roster.heading('doubts')).toBeFocused();
  await expect(page.locator('.roster-problems')).toBeVisible();
  await check('doubts');
}

for (const look of looks) {
  const { language, colorScheme, width } = look;
  test.describe(named(look), () => {
    test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });

    test('every state passes axe and fits', async ({ roster, page }) => {
      test.setTimeout(120_000);
      await eachState(roster, language, async (state) => {
        const found = (await violations(page)).map((each) => `${state} ${each}`);
        expect(found).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(width);
      });
    });
  });
}

/** Text of the page, and what stands in for text, that is not marked as being in another language. */
const ownText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const language = document.documentElement.lang;
    const pieces: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest('script, noscript, style') !== null) continue;
      if (parent.closest('[lang]')?.getAttribute('lang') === language) pieces.push(node.textContent?.trim() ?? '');
    }
    return pieces;
  });

test('the English page has no Chinese but what the file says', async ({ roster, page }) => {
  await eachState(roster, 'en', async (state) => {
    const chinese = (await ownText(page)).filter((text) => /\p{Script=Han}/u.test(text));
    // What can be chosen in a list holds no mark of its own.
    expect(
      chinese.filter((text) => !/\(\d+\)$/.test(text)),
      state,
    ).toEqual([]);
  });
});

test('the Chinese page has no English', async ({ roster, page }) => {
  const allowed =
    /yyyy-mm-dd|JavaScript|Excel|CSV|GBK|GB18030|UTF-8|UTF-16|PDF|roster\.\w+|\.(xlsx|xls|csv)|H\d|longwordwithoutspaces\S*/g;
  await eachState(roster, 'zh', async (state) => {
    const english = (await ownText(page)).filter((text) => /[A-Za-z]{2,}/.test(text.replace(allowed, '')));
    expect(english, state).toEqual([]);
  });
});

test('the keyboard alone goes from the file to the check-up', async ({ roster, page }) => {
  await roster.open();
  await page.locator('#roster-sample').focus();
  await page.keyboard.press('Enter');
  for (const step of ['columns', 'values'] as const) {
    await expect(roster.heading(step)).toBeFocused({ timeout: 20_000 });
    await roster.next.focus();
    await page.keyboard.press('Enter');
  }
  await expect(roster.heading('doubts')).toBeFocused({ timeout: 20_000 });
  await page.keyboard.press('Tab');
  await expect(page.locator('#problem-kind')).toBeFocused();
});
