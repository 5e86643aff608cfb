import { writeFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { manyPersons } from './roster-files.ts';
import { expect, test } from './roster-page.ts';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, of the clock and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * The longest task of the page's own thread while something is done, in milliseconds: of the clock, and of the processor, which is
 * what the page itself is to blame for when other programs use the machine as well.
 */
async function longestTask(browser: Browser, page: Page, during: () => Promise<void>) {
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'],
  });
  await during();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const isMain = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === 'X' && isMain.has(`${pid} ${tid}`),
  );
  const most = (of: (event: TraceEvent) => number | undefined) =>
    tasks.reduce((max, task) => Math.max(max, of(task) ?? 0), 0) / 1000;
  return { tasks: tasks.length, clock: most(({ dur }) => dur), processor: most(({ tdur }) => tdur) };
}

test('100,000 rows from file to answers keep the page free: no task of it over 100 ms', async ({
  roster,
  page,
  browser,
}, info) => {
  test.setTimeout(300_000);
  await roster.open();
  const file = info.outputPath('large.csv');
  writeFileSync(file, manyPersons('large.csv', 100_000).buffer);
  const { tasks, clock, processor } = await longestTask(browser, page, async () => {
    await roster.choosePath(file);
    await expect(roster.heading('columns')).toBeFocused({ timeout: 60_000 });
    await roster.next.click();
    await expect(roster.heading('values')).toBeFocused({ timeout: 60_000 });
    await roster.next.click();
    await expect(roster.heading('doubts')).toBeFocused({ timeout: 60_000 });
    await expect(page.locator('.roster-facts')).toContainText('100,000 人可以核对');
    await expect(page.locator('.roster-problems')).toBeVisible();
    await roster.next.click();
    await expect(page.locator('.results-table tbody tr').first()).toBeVisible({ timeout: 120_000 });
  });
  console.log(
    `100,000 rows: longest task ${processor.toFixed(0)} ms of the processor, ${clock.toFixed(0)} ms of the clock`,
  );
  expect(tasks).toBeGreaterThan(100);
  expect(processor).toBeGreaterThan(0);
  expect(processor).toBeLessThan(100);
});

test('3,000 persons from file to answers', async ({ roster, page }, info) => {
  await roster.open();
  // The sample's policy asks most of a household.
  await page.locator('#roster-policy').selectOption('ruyuan-2016@1.0.0');
  const file = info.outputPath('roster.csv');
  writeFileSync(file, manyPersons('roster.csv', 3_000).buffer);
  await page.evaluate(() => performance.mark('chosen'));
  await roster.choosePath(file);
  await roster.toDoubts();
  await expect(page.locator('.roster-facts')).toContainText('3,000 人可以核对');
  await roster.next.click();
  await expect(page.locator('.results-table tbody tr').first()).toBeVisible({ timeout: 30_000 });
  const spent = await page.evaluate(
    () => performance.now() - (performance.getEntriesByName('chosen')[0]?.startTime ?? 0),
  );
  console.log(`3,000 persons: ${spent.toFixed(0)} ms from file to answers, the steps between clicked by the test`);
  expect(spent).toBeLessThan(15_000);
});
