import { readFileSync } from 'node:fs';
import { csv, headers, people } from './roster-files.ts';
import { expect, test } from './roster-page.ts';

const table = [headers, ...people];

test('the check-up is filtered, paged, and downloaded with values masked', async ({ roster, page }) => {
  const rows = Array.from({ length: 450 }, (_, index) => [`H${index}`, `合成${index}`, '之子', '9901230000']);
  await roster.open();
  await roster.choose(csv('名册.csv', [['户编号', '姓名', '与户主关系', '证件号码'], ...rows]));
  await roster.toDoubts();
  await expect(page.getByText('第 1 至 200 条，共 1,349 条')).toBeVisible();
  // The way onward stands out among the buttons.
  await expect(roster.next).toHaveCSS('background-color', 'rgb(20, 82, 78)');
  await page.locator('#problem-code').selectOption('id-length');
  await expect(page.getByText('第 1 至 200 条，共 450 条')).toBeVisible();
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(page.getByText('第 401 至 450 条，共 450 条')).toBeVisible();
  expect((await roster.problems())[0]).toBe('402 id-length');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载问题清单（CSV）' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text.split('\r\n')).toHaveLength(452);
  expect(text).toContain('疑点,证件号码位数不对,402,证件号码,990*****00,');
  expect(text).not.toContain('9901230000');
});

test('merged household ids saved as CSV are filled only if asked', async ({ roster, page }) => {
  await roster.open();
  await roster.choose(
    csv('名册.csv', [
      ['户编号', '姓名'],
      ['H1', '合成甲'],
      ['', '合成乙'],
      ['H2', '合成丙'],
    ]),
  );
  await roster.toDoubts();
  await expect(page.locator('.roster-facts')).toContainText('1 户、1 人可以核对');
  await page.getByRole('button', { name: '核对列' }).click();
  await page.getByLabel(/有 1 行户编号为空/).check();
  await roster.next.click();
  await roster.next.click();
  await expect(page.locator('.roster-facts')).toContainText('2 户、3 人可以核对');
});

test('a day outside the policy is refused where it is written', async ({ roster, page }) => {
  await roster.open();
  const date = page.locator('#roster-date');
  await date.fill('1999-01-01');
  await date.blur();
  await expect(page.locator('#roster-date-error')).toContainText('这一天没有可核对的规定');
  await date.fill('2017-02-30');
  await date.blur();
  await expect(page.locator('#roster-date-error')).toHaveText('请写成 2017-09-01 的形式');
  // Nothing is checked against a day that cannot be used: the way leads back to it.
  await roster.choose(csv('名册.csv', table));
  await roster.next.click();
  await expect(roster.heading('values')).toBeFocused();
  await roster.next.click();
  await expect(date).toBeFocused();
  await date.fill('2016-12-01');
  await date.blur();
  await roster.next.click();
  await expect(roster.heading('doubts')).toBeFocused();
});
