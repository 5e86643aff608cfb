import { largest, loadedBy, pageOf, sizeOf } from './policies-files.ts';
import { expect, ready, test } from './policies-page.ts';

test('a first visit to the largest policy shows soon on a slow phone', async ({ browser }) => {
  // Slow 4G, and a phone a quarter as fast as this machine.
  const latency = 0.15;
  const bytesPerSecond = 204_800;
  const visitor = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const client = await visitor.context().newCDPSession(visitor);
  // Time of the page's own thread: what else the machine does counts for nothing.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await visitor.goto(pageOf(largest), { waitUntil: 'load' });
  await ready(visitor);
  const { metrics } = await client.send('Performance.getMetrics');
  const work = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  expect(work).toBeGreaterThan(0);
  await visitor.close();
  // One way to the page and one to its styles, all of both, and everything that the thread does until the page stands.
  const bytes = sizeOf(`policies/${largest}/index.html`) + loadedBy(largest, 'css');
  const painted = 2 * latency + bytes / bytesPerSecond + 4 * work;
  console.log(`policies/${largest}: ${painted.toFixed(2)} s, of which ${work.toFixed(3)} s of work times 4`);
  expect(painted).toBeLessThanOrEqual(1.5);
});
