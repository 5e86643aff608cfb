/// <reference lib="dom" />
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** A calculator's page, as a reader uses it; a household's unless another is opened. */
export class HouseholdPage {
  readonly page: Page;
  readonly headline: Locator;

  constructor(page: Page) {
    this.page = page;
    this.headline = page.locator('#headline');
  }

  async open(language: 'zh' | 'en', policy = 'ruyuan-2016', subject = 'household', after = ''): Promise<void> {
    await this.page.goto(`${language === 'zh' ? '/' : '/en/'}calc/${policy}/${subject}/${after}`);
    await expect(this.page.locator('html')).toHaveAttribute('data-ready', '');
  }

  async fillExample(): Promise<void> {
    const before = await this.shows();
    await this.page.locator('#example').click();
    await expect.poll(() => this.shows()).toBeGreaterThan(before);
  }

  /** How often the answer was shown since the page was opened. */
  async shows(): Promise<number> {
    return this.page.evaluate(() => performance.getEntriesByName('jingzhun-show').length);
  }

  /** The question of the subject or of its surroundings. */
  question(fact: string): Locator {
    return this.page.locator(`#form [data-fact="${fact}"]`).first();
  }

  async count(bucket: string): Promise<number> {
    return Number(await this.page.locator(`#count-${bucket}`).textContent());
  }

  async openEverything(): Promise<void> {
    await this.page.evaluate(async () => {
      // What is opened may hold more that opens.
      for (let round = 0; round < 3; round++) {
        for (const details of document.querySelectorAll('details')) details.open = true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
  }

  /** What the answer says, as "rule person status" in order. */
  async findings(): Promise<string[]> {
    return this.page.evaluate(async () => {
      // Cards that are folded away are made when they are opened.
      for (const folded of document.querySelectorAll<HTMLDetailsElement>('details:is(.bucket, .aside)'))
        folded.open = true;
      await new Promise((resolve) => setTimeout(resolve, 20));
      const rows = [...document.querySelectorAll<HTMLElement>('#answer [data-finding]')];
      return rows.map((row) => `${row.dataset.finding} ${row.closest<HTMLElement>('.card')?.dataset.status}`).sort();
    });
  }
}

interface Fixtures {
  household: HouseholdPage;
  /** Requests after load, policy violations and errors of the page; every test ends with none. */
  quiet: undefined;
}

export const test = base.extend<Fixtures>({
  household: async ({ page }, use) => {
    await use(new HouseholdPage(page));
  },
  quiet: [
    async ({ page }, use) => {
      const trouble: string[] = [];
      let loaded = false;
      page.on('framenavigated', () => {
        loaded = false;
      });
      page.on('load', () => {
        loaded = true;
      });
      page.on('request', (request) => {
        // The icon of the tab belongs to the load: the browser asks for it by itself, after everything else.
        if (loaded && !request.isNavigationRequest() && !request.url().endsWith('/favicon.svg'))
          trouble.push(`request ${request.url()}`);
      });
      page.on('console', (message) => {
        if (message.text() === 'Service Worker registration blocked by Playwright') return;
        if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
      });
      page.on('pageerror', (error) => trouble.push(String(error)));
      await use(undefined);
      expect(trouble).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
