/// <reference lib="dom" />
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { ChosenFile } from './roster-files.ts';

/** The roster page, as an official uses it. */
export class RosterPage {
  readonly page: Page;
  readonly notice: Locator;
  readonly next: Locator;
  /** The page has all it needs: whatever it asks of the network now is a fault. */
  complete = false;

  constructor(page: Page) {
    this.page = page;
    this.notice = page.locator('#roster-app [role="alert"]');
    this.next = page.locator('.roster-next .primary');
  }

  /** Opens the page and waits until it needs nothing more from the network. */
  async open(language: 'zh' | 'en' = 'zh'): Promise<void> {
    this.complete = false;
    await this.page.goto(`${language === 'zh' ? '/' : '/en/'}roster/`);
    await expect(this.page.locator('html')).toHaveAttribute('data-ready', '', { timeout: 20_000 });
    this.complete = true;
  }

  async choose(file: ChosenFile): Promise<void> {
    await this.page.locator('#roster-input').setInputFiles({ ...file });
  }

  /** A file of the disk reaches the page without its bytes passing through the page's own thread. */
  async choosePath(path: string): Promise<void> {
    await this.page.locator('#roster-input').setInputFiles(path);
  }

  async chooseSample(): Promise<void> {
    await this.page.locator('#roster-sample').click();
  }

  heading(step: 'columns' | 'values' | 'doubts' | 'results'): Locator {
    return this.page.locator(`#${step}-title`);
  }

  /** From the open file to its check-up, as everything was recognised. */
  async toDoubts(): Promise<void> {
    await expect(this.heading('columns')).toBeFocused({ timeout: 20_000 });
    await this.next.click();
    await expect(this.heading('values')).toBeFocused({ timeout: 20_000 });
    await this.next.click();
    await expect(this.heading('doubts')).toBeFocused({ timeout: 30_000 });
  }

  /** The row of a column of the file. */
  column(header: string): Locator {
    return this.page.locator('.roster-columns tbody tr', {
      has: this.page.getByRole('rowheader', { name: header, exact: true }),
    });
  }

  /** What is found, as "row code", in the order shown. */
  async problems(): Promise<string[]> {
    await expect(this.page.locator('.roster-problems tbody tr, #doubts-title ~ p').first()).toBeVisible();
    return this.page
      .locator('.roster-problems tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.querySelector('th')?.textContent} ${(row as HTMLElement).dataset.code}`),
      );
  }

  /** The fields of the columns, by header. */
  async fields(): Promise<Record<string, string>> {
    return this.page
      .locator('.roster-columns tbody tr')
      .evaluateAll((rows) =>
        Object.fromEntries(
          rows.map((row) => [row.querySelector('th')?.textContent, (row as HTMLElement).dataset.field ?? '']),
        ),
      );
  }
}

/** What is said where a test does without the service worker, which would keep the whole site first. */
const withoutWorker = 'Service Worker registration blocked by Playwright';

interface Fixtures {
  roster: RosterPage;
  /** Requests after the page is ready, policy violations and errors of the page; every test ends with none. */
  quiet: undefined;
}

export const test = base.extend<Fixtures>({
  serviceWorkers: 'block',
  roster: async ({ page }, use) => {
    await use(new RosterPage(page));
  },
  quiet: [
    async ({ page, roster }, use) => {
      const trouble: string[] = [];
      page.on('request', (request) => {
        // A file that the page made itself is no request to anyone.
        if (roster.complete && !request.url().startsWith('blob:')) trouble.push(`request ${request.url()}`);
      });
      page.on('console', (message) => {
        const isTrouble = message.type() === 'error' || message.type() === 'warning';
        if (isTrouble && message.text() !== withoutWorker) trouble.push(message.text());
      });
      page.on('pageerror', (error) => trouble.push(String(error)));
      await use(undefined);
      expect(trouble).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
