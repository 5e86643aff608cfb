import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ids, largest, pageOf } from './policies-files.ts';
import { expect, ready, test } from './policies-page.ts';

const dist = join(import.meta.dirname, '../site/dist');
const packed = (path: string): number => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;

for (const id of ids) {
  test.describe(id, () => {
    test('stays within its size', () => {
      for (const language of ['', 'en/']) {
        expect(packed(`${language}policies/${id}/index.html`)).toBeLessThan(60_000);
      }
    });
  });
}

test('what a first visit loads stays small, shows soon and does not move', async ({ page, browser }) => {
  const html = readFileSync(join(dist, `policies/${largest}/index.html`), 'utf8');
  const loaded = (kind: string): number =>
    [
      ...new Set(
        [...html.matchAll(new RegExp(`(?:src|href)="/([^"]+\\.${kind})"`, 'g'))].map(([, path]) => path as string),
      ),
    ]
      .map(packed)
      .reduce((sum, bytes) => sum + bytes, 0);
  expect(loaded('js')).toBeLessThan(30_000);
  expect(loaded('css')).toBeLessThan(18_000);
  await page.close();
  // Slow 4G, and a phone a quarter as fast as this machine.
  const latency = 0.15;
  const bytesPerSecond = 204_800;
  const visitor = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const client = await visitor.context().newCDPSession(visitor);
  // Time of the page's own thread: what else the machine does counts for nothing.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await visitor.goto(pageOf(largest), { waitUntil: 'load' });
  await ready(visitor);
  const shift = await visitor.evaluate(
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
  const { metrics } = await client.send('Performance.getMetrics');
  const work = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  expect(work).toBeGreaterThan(0);
  await visitor.close();
  // One way to the page and one to its styles, all of both, and everything that the thread does until the page stands.
  const bytes = packed(`policies/${largest}/index.html`) + loaded('css');
  const painted = 2 * latency + bytes / bytesPerSecond + 4 * work;
  test.info().annotations.push({
    type: 'painted',
    description: `${painted.toFixed(2)} s, of which ${work.toFixed(3)} s of work times 4`,
  });
  expect(painted).toBeLessThanOrEqual(1.5);
});
