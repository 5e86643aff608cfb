import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './compare-page.ts';

interface Numbers {
  readonly gains: number;
  readonly loses: number;
  readonly same: number;
  readonly net: readonly number[];
}

/** The library in Node, on the file of the sample. */
function impactOf(...args: string[]): Numbers {
  const script = join(import.meta.dirname, 'impact-of.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--conditions=@jingzhun/source', script, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** `−13,708,500 元/年` as a number. */
const numberIn = (sum: string): number => Number(sum.replace('−', '-').replace(/[^\d.-]/g, ''));

const days = '?a=ruyuan-2016@1.0.0:2018-12-31&b=ruyuan-2016@1.0.0:2019-01-01';
const policies = '?a=ruyuan-2016@1.0.0:2017-09-01&b=huayang-2016@1.0.0:2017-09-01';

const small = [
  '户编号,人编号,姓名,在校生状况,全日制,建档立卡贫困户,与户主关系',
  'H1,P1,张小明,本科一年级,是,是,户主',
  'H2,P2,李大山,小学,,是,户主',
].join('\n');
const csv = (text: string) => ({ name: '本村.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test.describe('the numbers on the page are those of the library', () => {
  test('of the example, from the file that the page gives', async ({ compare, page }) => {
    await compare.open('zh', await compare.example());
    const shown = await compare.numbers();
    const download = page.waitForEvent('download');
    await page.locator('#download').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('draft.yaml');
    const path = await file.path();
    expect(readFileSync(path, 'utf8')).toBe(await page.locator('.code pre').first().textContent());
    const expected = impactOf('ruyuan-2016@1.0.0:2018-09-01', 'ruyuan-2016@draft:2018-09-01', path);
    expect({ ...shown, net: shown.net.map(numberIn) }).toEqual(expected);
    expect(expected).toMatchObject({ gains: 47, net: [48_000] });
  });

  for (const [name, question] of [
    ['of two days', days],
    ['of two policies', policies],
  ] as const) {
    test(name, async ({ compare }) => {
      await compare.open('zh', question);
      const shown = await compare.numbers();
      const { a, b } = Object.fromEntries(new URLSearchParams(question)) as { a: string; b: string };
      expect({ ...shown, net: shown.net.map(numberIn) }).toEqual(impactOf(a, b));
    });
  }
});

test('a figure is found, changed and tried out, and the link brings it back', async ({ compare, page }) => {
  await compare.open('zh', '?a=ruyuan-2016@1.0.0:2018-09-01&b=draft');
  await expect(compare.outcome).toHaveCount(0);
  await compare.change('助学金 小学', '３,０００');
  await compare.change('危房 新建', '12000');
  await expect(page.locator('#figure-search')).toHaveValue('');
  await expect(page.locator('#figure-count')).toHaveText('');
  await compare.run();
  await expect(page.locator('#outcome-title')).toBeFocused();
  const shown = await compare.numbers();
  expect(shown.gains).toBeGreaterThan(500);
  await expect(page.locator('.parameters tbody tr')).toHaveCount(2);
  await expect(page.locator('.parameters')).toContainText('3,000 元/人·年');
  await expect(page.locator('.code pre').first()).toContainText('value: 12000');

  const link = await page.locator('.link-text').textContent();
  expect(new URL(link ?? '').search).toBe('?a=ruyuan-2016@1.0.0:2018-09-01&b=ruyuan-2016@draft:2018-09-01');
  compare.complete = false;
  await page.goto('about:blank');
  await page.goto(link ?? '');
  await compare.whole();
  expect(await compare.numbers()).toEqual(shown);
  await expect(page.locator('#change-0')).toHaveValue('3000');

  compare.complete = false;
  await page.locator('[data-other-language]').click();
  await compare.whole();
  await expect(page).toHaveURL(/\/en\/compare\/\?a=ruyuan-2016@1\.0\.0:2018-09-01/);
  expect((await compare.numbers()).gains).toBe(shown.gains);
});

test('what is wrong is told at its field, and the summary leads there', async ({ compare, page }) => {
  await compare.open('zh', '?a=ruyuan-2016@1.0.0:2018-09-01&b=draft');
  await page.locator('#compare').click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: '还没有选择要改的数字' }).click();
  await expect(page.locator('#figure-search')).toBeFocused();

  const field = await compare.change('大学助学金', '六千');
  await page.locator('#what-if-from').fill('2018年9月');
  await page.locator('#compare').click();
  await expect(summary.getByRole('link')).toHaveText([
    '自哪一天起：应为“年-月-日”，例如 2018-09-01',
    '全日制大学助学金：应为数字，例如 5000',
  ]);
  await expect(page.locator('#change-0-error')).toHaveText('应为数字，例如 5000');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(compare.outcome).toHaveCount(0);
});

for (const [language, words] of [
  ['zh', /须晚于 2016-11-29/],
  ['en', /must come after 2016-11-29/],
] as const) {
  test(`faults that the loader finds stand at the figure, in ${language}`, async ({ compare, page }) => {
    await compare.open(language, '?a=ruyuan-2016@1.0.0:2018-09-01&b=draft');
    await compare.change(language === 'zh' ? '产业项目数' : 'industry projects', '2');
    await page.locator('#what-if-from').fill('2016-01-01');
    await page.locator('#compare').click();
    await expect(page.locator('#change-0-error')).toHaveText(words);
    await expect(page.getByRole('alert')).toBeFocused();
  });
}

test('a link that is wrong says so, and the page goes on', async ({ compare, page }) => {
  await compare.open('zh', '?a=none-2020@1.0.0&b=draft');
  await expect(page.locator('#link-fault')).toHaveText('链接有误：没有名为“none-2020”的政策。已改用默认选择。');
  await compare.open('en', '?a=ruyuan-2016@7.0.0&b=draft');
  await expect(page.locator('#link-fault')).toContainText('there is no release called “ruyuan-2016@7.0.0”');
});

test('those affected come in pages, with masked names and the clause', async ({ compare, page }) => {
  await compare.open('zh', days);
  const rows = page.locator('.affected tbody tr');
  await expect(rows).toHaveCount(20);
  await expect(page.locator('.pages p')).toHaveText('第 1–20 户，共 2,944 户');
  const first = await rows.first().textContent();
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(page.locator('.pages p')).toHaveText('第 21–40 户，共 2,944 户');
  expect(await rows.first().textContent()).not.toBe(first);
  expect(await page.locator('body').textContent()).not.toMatch(/合成\d{4}/);
  await expect(rows.first()).toContainText('二(一)');
});

test('the visitor’s own file is compared on the device, and refused in words where it is none', async ({
  compare,
  page,
}) => {
  await compare.open('zh', '?a=ruyuan-2016@1.0.0:2018-09-01&b=draft');
  await compare.change('大学助学金', '6000');
  await page.locator('#roster-own').check();
  await page.locator('#compare').click();
  await expect(page.locator('#roster-file-error')).toHaveText('请先选择文件');
  await page.locator('#roster-file').setInputFiles(csv('a,b\n1,2'));
  await page.locator('#compare').click();
  await expect(page.getByRole('alert')).toBeFocused();
  await page.locator('#roster-file').setInputFiles(csv(small));
  await expect(page.locator('#roster-file-name')).toHaveText('本村.csv');
  await compare.run();
  const { gains, same } = await compare.numbers();
  expect(gains + same).toBe(2);
  await expect(page.locator('.roster-notes')).toContainText('本村.csv：2 户 2 人');
  expect(await page.locator('body').textContent()).not.toContain('张小明');
  // Nothing of it is kept, and the link does not hold it.
  expect(
    await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]) + location.href),
  ).not.toMatch(/张|P1/);
});

test('a long comparison is cancelled, and the next one goes through', async ({ compare, page }) => {
  const rows = Array.from({ length: 60_000 }, (_, row) => `H${row},P${row},某某,本科一年级,是,是,户主`);
  await compare.open('zh', days);
  await compare.numbers();
  await page.locator('#roster-own').check();
  await page.locator('#roster-file').setInputFiles(csv([small.split('\n')[0], ...rows].join('\n')));
  await page.locator('#compare').click();
  await expect(page.locator('progress')).toBeVisible();
  await page.locator('#cancel').click();
  await expect(page.locator('.said')).toHaveText('已取消');
  await expect(compare.outcome).toHaveCount(0);
  await page.locator('#roster-sample').check();
  await compare.run();
  expect((await compare.numbers()).loses).toBe(2944);
});

test('a comparison without effect says why', async ({ compare, page }) => {
  await compare.open('zh', '?a=ruyuan-2016@1.0.0:2017-03-01&b=ruyuan-2016@1.0.0:2017-03-01');
  await expect(page.locator('.reasons')).toContainText('两边的内容完全相同');
  await compare.open('en', '?a=ruyuan-2016@1.0.0:2017-09-01&b=draft');
  await compare.change('university aid', '6000');
  await page.locator('#what-if-from').fill('2018-09-01');
  await compare.run();
  await expect(page.locator('.reasons')).toContainText(
    'The change begins on 2018-09-01, and the day chosen, 2017-09-01, comes before it.',
  );
  expect((await compare.numbers()).same).toBe(2944);
});

test('everything works with the network off once the page is whole', async ({ compare, page, context }) => {
  await compare.open('zh');
  await context.setOffline(true);
  for (const policy of await page
    .locator('#a-policy option')
    .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value))) {
    await page.locator('#a-policy').selectOption(policy);
    await expect(page.locator('#figure-count')).toHaveText(/找到 \d+ 项/);
  }
  await page.locator('#how-edition').check();
  await page.locator('#b-on').fill('2013-01-01');
  await compare.run();
  await page.locator('#roster-own').check();
  await page.locator('#roster-file').setInputFiles(csv(small));
  await compare.run();
});

test('boundary cases are listed when they are asked for', async ({ compare, page }) => {
  await compare.open('zh', days);
  await page.getByRole('button', { name: '列出界线上的情形' }).click();
  await expect(page.locator('.boundaries table').first()).toBeVisible({ timeout: 60_000 });
});
