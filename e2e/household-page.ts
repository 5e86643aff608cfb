/// <reference lib="dom" />
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** The first page, as a reader uses it. */
export class HouseholdPage {
  readonly page: Page;
  readonly headline: Locator;

  constructor(page: Page) {
    this.page = page;
    this.headline = page.locator('#headline');
  }

  async open(language: 'zh' | 'en'): Promise<void> {
    await this.page.goto(`${language === 'zh' ? '/' : '/en/'}calc/ruyuan-2016/household/`);
    await expect(this.page.locator('html')).toHaveAttribute('data-ready', '');
  }

  async fillExample(): Promise<void> {
    await this.page.locator('#example').click();
    await expect(this.page.locator('[data-member]').first()).toBeAttached();
    await expect(this.page.locator('#cards-met .card').first()).toBeAttached();
  }

  /** The question of the household or of its surroundings. */
  question(fact: string): Locator {
    return this.page.locator(`#form [data-fact="${fact}"]`).first();
  }

  async count(bucket: string): Promise<number> {
    return Number(await this.page.locator(`#count-${bucket}`).textContent());
  }

  /** What the answer says, as "rule person status" in order. */
  async findings(): Promise<string[]> {
    const found = await this.page.locator('#answer [data-finding]').evaluateAll((rows) =>
      rows.map((row) => {
        const card = row.closest<HTMLElement>('[data-status]');
        return `${(row as HTMLElement).dataset.finding?.trim()} ${card?.dataset.status}`;
      }),
    );
    return found.sort();
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
