/// <reference lib="dom" />
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** The page that compares, as a policy team uses it. */
export class ComparePage {
  readonly page: Page;
  readonly outcome: Locator;
  /** The page has all it needs: whatever it asks of the network now is a fault. */
  complete = false;

  constructor(page: Page) {
    this.page = page;
    this.outcome = page.locator('.outcome');
  }

  /** Opens the page and waits until it needs nothing more from the network. */
  async open(language: 'zh' | 'en' = 'zh', question = ''): Promise<void> {
    this.complete = false;
    await this.page.goto(`${language === 'zh' ? '/' : '/en/'}compare/${question}`);
    await this.whole();
  }

  async whole(): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-ready', '', { timeout: 20_000 });
    this.complete = true;
  }

  /** The address of the example, as the page links to it. */
  async example(language: 'zh' | 'en' = 'zh'): Promise<string> {
    await this.open(language);
    const href = await this.page.locator('.start-example a').getAttribute('href');
    return (href as string).replace(/^.*\/compare\//, '');
  }

  async run(): Promise<void> {
    await this.page.locator('#compare').click();
    await expect(this.outcome).toBeVisible({ timeout: 30_000 });
  }

  /** Takes a figure into the change. */
  async change(search: string, value: string): Promise<Locator> {
    const count = await this.page.locator('.change').count();
    await this.page.locator('#figure-search').fill(search);
    await this.page.locator('.figures button').first().click();
    const field = this.page.locator(`#change-${count}`);
    await expect(field).toBeFocused();
    await field.fill(value);
    return field;
  }

  /** The four numbers: households gained, lost, unchanged, and the net sums as they are written. */
  async numbers(): Promise<{ gains: number; loses: number; same: number; net: string[] }> {
    await expect(this.outcome).toBeVisible({ timeout: 30_000 });
    const count = async (name: string): Promise<number> =>
      Number(((await this.page.locator(`[data-number="${name}"] .number`).textContent()) ?? '').replace(/[^\d]/g, ''));
    const net = await this.page.locator('[data-number="net"] .number').evaluateAll((sums) =>
      sums.map((sum) => {
        const certain = sum.cloneNode(true) as Element;
        certain.querySelector('.hint')?.remove();
        return certain.textContent ?? '';
      }),
    );
    return { gains: await count('gained'), loses: await count('lost'), same: await count('same'), net };
  }
}

interface Fixtures {
  compare: ComparePage;
  /** Requests once the page is whole, policy violations and errors of the page; every test ends with none. */
  quiet: undefined;
}

export const test = base.extend<Fixtures>({
  compare: async ({ page }, use) => {
    await use(new ComparePage(page));
  },
  quiet: [
    async ({ page, compare, baseURL }, use) => {
      const trouble: string[] = [];
      page.on('request', (request) => {
        const own = request.url().startsWith(baseURL ?? '') || request.url().startsWith('blob:');
        if (!own) trouble.push(`request to another host: ${request.url()}`);
        // What is made on the page and downloaded asks nothing of the network.
        else if (compare.complete && !request.isNavigationRequest() && !/^blob:|\/favicon\.svg$/.test(request.url()))
          trouble.push(`request ${request.url()}`);
      });
      page.on('console', (message) => {
        if (message.text() === 'Service Worker registration blocked by Playwright') return;
        const { url } = message.location();
        // The browser asks for the icon of the tab by itself, at a time of its own.
        if (url.endsWith('/favicon.svg')) return;
        if (message.type() === 'error' || message.type() === 'warning') trouble.push(`${message.text()} ${url}`);
      });
      page.on('pageerror', (error) => trouble.push(String(error)));
      await use(undefined);
      expect(trouble).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
