import type { Page } from '@playwright/test';
import { pagesWithCases } from './decided-in-node.ts';
import { expect, type HouseholdPage, test } from './household-page.ts';
import { every, looks, named } from './variants.ts';
import { violations } from './violations.ts';

async function fits(page: Page): Promise<void> {
  const { content, width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
}

/** What a reader brings the page to, by name. */
const states: Readonly<Record<string, (household: HouseholdPage, page: Page) => Promise<void>>> = {
  empty: async () => {},
  'filled, everything open': async (household) => {
    await household.fillExample();
    await household.openEverything();
  },
  'with errors': async (household, page) => {
    await household.fillExample();
    // The numbers of this page stand in the entries of a list: “yes” opens the first.
    await page.locator('#form [data-control="records"] .choice label').nth(1).click();
    await page.locator('#form [data-control="number"] input').first().fill('?');
    await page.locator('#policy-date').fill('?');
    await page.locator('#to-review button').click();
    await expect(page.getByRole('alert')).toBeFocused();
  },
  'one question at a time': async (_, page) => page.locator('#mode-one').click(),
  'answers checked': async (household, page) => {
    await household.fillExample();
    await page.locator('#mode-review').click();
  },
  'on paper': async (household, page) => {
    await household.fillExample();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  },
};

const shared = `#s=p${Buffer.from(
  JSON.stringify({
    policy: 'huayang-2016',
    subject: 'household',
    release: '0',
    digest: '',
    on: '2016-09-01',
    case: { a: { b: 1 } },
  }),
).toString('base64url')}`;

// A page with members, tables of records and all that pages have, and few enough questions to go through every state.
for (const look of looks) {
  const { language, colorScheme, width } = look;
  test.describe(named(look), () => {
    test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });

    for (const [state, bring] of Object.entries(states)) {
      test(state, async ({ household, page }) => {
        await household.open(language, 'huayang-2016', 'fund');
        await bring(household, page);
        expect(await violations(page)).toEqual([]);
        if (state !== 'on paper') await fits(page);
      });
    }
  });
}

// The states above have every colour of these pages; contrast takes axe longest, and they have but the same.
const seen = every ? [] : ['color-contrast'];

for (const look of looks) {
  const { language, colorScheme, width } = look;
  test.describe(`the form with the most questions, ${named(look)}`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });

    test('filled, everything open', async ({ household, page }) => {
      test.setTimeout(300_000);
      await household.open(language);
      await household.fillExample();
      await household.openEverything();
      expect(await violations(page, seen)).toEqual([]);
      await fits(page);
    });
  });
}

const pages = pagesWithCases();
// In a short run one page of each subject: pages of a subject are made of the same questions.
const looked = every ? pages : [...new Map(pages.map((page) => [page.subject, page])).values()];
for (const { policy, subject } of looked) {
  test.describe(`${policy}, ${subject}`, () => {
    test.use({ viewport: { width: 320, height: 800 }, reducedMotion: 'reduce' });

    test('filled, as it opens', async ({ household, page }) => {
      await household.open('zh', policy, subject);
      await household.fillExample();
      expect(await violations(page, seen)).toEqual([]);
      await fits(page);
    });
  });
}

test('a link of another release, with what could not be filled in', async ({ household, page }) => {
  await household.open('zh', 'huayang-2016', 'household', shared);
  await expect(page.locator('#notice li')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
});

test('the choice of policy and subject', async ({ page }) => {
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/calc/');
    expect(await violations(page)).toEqual([]);
    await fits(page);
  }
});

test.describe('at 200 % zoom', () => {
  // Half the pixels of a laptop's screen, as zooming leaves them.
  test.use({ viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 });

  test('nothing is cut off', async ({ household, page }) => {
    await household.open('en');
    await household.fillExample();
    await household.openEverything();
    await fits(page);
  });
});

test('the keyboard reaches the page by the first link', async ({ household, page }) => {
  await household.open('zh');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('Enter goes to the same question of the next member', async ({ household, page }) => {
  await household.open('zh');
  await page.locator('#add-member').click();
  await page.locator('#add-member').click();
  const facts = page.locator('[data-fact="person.schoolStage"] select');
  await facts.first().focus();
  await page.keyboard.press('Enter');
  await expect(facts.nth(1)).toBeFocused();
});
