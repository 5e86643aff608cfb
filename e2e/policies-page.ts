import type { Page } from '@playwright/test';
import { test as base, expect } from './household-page.ts';

/** No request after load, no error and no warning; each test ends with none. */
export const test = base.extend({
  quiet: async ({ page }, use) => {
    const trouble: string[] = [];
    let loaded = false;
    let workers = 0;
    page.on('framenavigated', () => {
      loaded = false;
      workers = 0;
    });
    page.on('load', () => {
      loaded = true;
    });
    page.on('request', (request) => {
      // The page starts its one worker while it loads; the worker's own thread may ask for its script a moment later.
      if (/source\.worker-[\w-]+\.js$/.test(request.url())) {
        workers += 1;
        if (workers === 1) return;
      }
      if (loaded && !request.isNavigationRequest() && !request.url().endsWith('/favicon.svg')) {
        trouble.push(`request ${request.url()}`);
      }
    });
    page.on('console', (message) => {
      if (message.text() === 'Service Worker registration blocked by Playwright') return;
      if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(String(error)));
    await use(undefined);
    expect(trouble).toEqual([]);
  },
});

export { expect };

/** The scripts of the page have run. */
export const ready = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-ready', '');
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
export const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    // What was not painted yet moves all below it once it is: nothing is to move while it is looked at.
    for (const part of document.querySelectorAll<HTMLElement>('.provision')) part.style.contentVisibility = 'visible';
  });
