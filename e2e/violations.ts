import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page, or within a part of it, one line a rule; `without` names rules that are left out. */
export async function violations(page: Page, without: readonly string[] = [], within = 'html'): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .withTags(tags)
    .disableRules([...without])
    .include(within);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
