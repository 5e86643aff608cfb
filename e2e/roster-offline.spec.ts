import { csv, headers, official, people } from './roster-files.ts';
import { expect, test } from './roster-page.ts';

const table = [headers, ...people];

test('everything works with the network off', async ({ roster, page, context }) => {
  await roster.open();
  await context.setOffline(true);
  await roster.choose(official('名册.xlsx'));
  await roster.toDoubts();
  await page.getByRole('button', { name: '选择文件' }).click();
  await roster.chooseSample();
  await roster.toDoubts();
});

test.describe('kept for use without network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the page is opened anew with the network off, and all of it works', async ({ roster, page, context }) => {
    test.setTimeout(120_000);
    await roster.open();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await context.setOffline(true);
    await roster.open();
    await roster.choose(official('名册.xlsx'));
    await roster.toDoubts();
    await expect(page.locator('.roster-facts')).toContainText('2 户、3 人可以核对');
  });
});

test('a reload leaves nothing', async ({ roster, page }) => {
  await roster.open();
  await roster.choose(csv('名册.csv', table));
  await roster.toDoubts();
  await roster.open();
  await expect(page.locator('.roster-opened, #roster-app table')).toHaveCount(0);
  await expect(page.locator('#roster-sample')).toBeVisible();
});
