import { ids, largest, loadedBy, pageOf, sizeOf } from './policies-files.ts';
import { expect, ready, test } from './policies-page.ts';

for (const id of ids) {
  test(`${id} stays within its size`, () => {
    for (const language of ['', 'en/']) expect(sizeOf(`${language}policies/${id}/index.html`)).toBeLessThan(64_000);
  });
}

test('what a first visit loads stays small, and does not move', async ({ page }) => {
  expect(loadedBy(largest, 'js')).toBeLessThan(30_000);
  expect(loadedBy(largest, 'css')).toBeLessThan(18_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(pageOf(largest), { waitUntil: 'load' });
  await ready(page);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  expect(shift).toBeLessThanOrEqual(0.02);
});
