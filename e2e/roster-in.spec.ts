import { readFileSync, writeFileSync } from 'node:fs';
import {
  type ChosenFile,
  csv,
  formulas,
  gbkCsv,
  headers,
  manyPersons,
  official,
  people,
  raw,
  withPassword,
  word,
  xlsx,
  zipBomb,
} from './roster-files.ts';
import { expect, test } from './roster-page.ts';

const table = [headers, ...people];

test('the sample is one click away, and marked as synthetic on every step', async ({ roster, page }) => {
  await roster.open();
  await roster.chooseSample();
  await expect(page.locator('.roster-opened')).toContainText('合成数据');
  await expect(page.locator('#columns-title ~ .roster-facts')).toContainText('列名以下 7,508 行 · 一人一行');
  await roster.toDoubts();
  await expect(page.locator('.roster-facts')).toHaveText('共 7,508 行，2,944 户、7,508 人可以核对。');
  await expect(page.locator('.roster-opened')).toContainText('合成数据');
});

const files: readonly (readonly [string, () => ChosenFile])[] = [
  ['CSV in UTF-8', () => csv('名册.csv', table)],
  ['CSV in GBK', () => gbkCsv('名册.csv', table)],
  ['text with tabs', () => raw('名册.txt', table.map((row) => row.join('\t')).join('\n'))],
  ['Excel', () => xlsx('名册.xlsx', table)],
  ['Excel under the wrong name', () => xlsx('名册.csv', table)],
  ['Excel with title, two rows of headers, merged cells and a total', () => official('名册.xlsx')],
];
for (const [kind, file] of files) {
  test(`reads ${kind}`, async ({ roster, page }) => {
    await roster.open();
    await roster.choose(file());
    await expect(roster.heading('columns')).toBeFocused();
    expect(Object.values(await roster.fields()).sort()).toEqual([
      'household.housing.dangerLevel',
      'household.housing.dangerous',
      'household.id',
      'household.povertyCauses',
      'person.name',
      'person.relation',
      'person.schoolStage',
    ]);
    await roster.toDoubts();
    await expect(page.locator('.roster-facts')).toContainText('2 户、3 人可以核对');
  });
}

test.describe('a file that cannot be used is refused with the reason, and nothing of it is shown', () => {
  const broken: readonly (readonly [string, () => ChosenFile, RegExp])[] = [
    ['a PDF named .xlsx', () => raw('名册.xlsx', '%PDF-1.7 x'), /PDF 文件，不是表格/],
    ['a picture named .xlsx', () => raw('名册.xlsx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0)), /图片，不是表格/],
    ['a Word file named .xlsx', () => word('名册.xlsx'), /Word 文件，不是表格/],
    [
      'a web page named .xls',
      () => raw('名册.xls', '<html><table><tr><td>户编号</td></tr></table></html>'),
      /网页存成的表格/,
    ],
    ['an empty file', () => raw('名册.csv', ''), /文件是空的/],
    ['headers alone', () => csv('名册.csv', [headers]), /只有列名，没有数据行/],
    ['headers alone in Excel', () => xlsx('名册.xlsx', [headers]), /只有列名，没有数据行/],
    ['an empty sheet', () => xlsx('名册.xlsx', [[]]), /没有内容/],
    ['a password', () => withPassword('名册.xlsx'), /有密码/],
    [
      'half a file',
      () => ({ ...xlsx('名册.xlsx', table), buffer: xlsx('名册.xlsx', table).buffer.subarray(0, 900) }),
      /已损坏/,
    ],
    ['a zip bomb', () => zipBomb('名册.xlsx'), /解压后超过 400 MB/],
    ['a quote that never closes', () => raw('名册.csv', `${headers.join()}\n"H1,x\n`), /第 2 行起有一个双引号没有成对/],
    [
      '500 columns and more',
      () => csv('名册.csv', [Array.from({ length: 501 }, (_, n) => `列${n}`), ['1']]),
      /超过 500 列/,
    ],
  ];
  for (const [kind, file, message] of broken) {
    test(kind, async ({ roster, page }) => {
      await roster.open();
      await roster.choose(file());
      await expect(roster.notice).toBeFocused();
      await expect(roster.notice).toHaveText(message);
      await expect(page.locator('#roster-app table, .roster-opened')).toHaveCount(0);
      await expect(page.locator('#roster-input')).toBeAttached();
      // The page goes on with a good one.
      await roster.choose(csv('名册.csv', table));
      await roster.toDoubts();
      await expect(roster.notice).toHaveCount(0);
    });
  }
});

test('a good file before a bad one leaves nothing behind', async ({ roster, page }) => {
  await roster.open();
  await roster.choose(csv('名册.csv', table));
  await roster.toDoubts();
  await page.getByRole('button', { name: '选择文件' }).click();
  await roster.choose(raw('坏.csv', ''));
  await expect(roster.notice).toBeFocused();
  await expect(page.locator('.roster-opened')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '体检' })).toHaveCount(0);
});

test('formulas count by their results; without one the cell is unknown and said to be, as is an id that Excel cut', async ({
  roster,
  page,
}) => {
  await roster.open();
  await roster.choose(formulas('名册.xlsx'));
  await roster.toDoubts();
  expect(await roster.problems()).toEqual(expect.arrayContaining(['2 digits-lost', '3 no-result']));
  const cut = page.locator('[data-code="digits-lost"]');
  await expect(cut).toContainText('证件号码');
  await expect(cut).toContainText('990*************');
  await expect(page.locator('#roster')).not.toContainText(/[eE]\+/);
});

test('a column is matched by hand: searched for by keyboard, and the focus comes back', async ({ roster, page }) => {
  await roster.open();
  await roster.choose(
    csv('名册.csv', [
      ['户编号', '与户主的关系', '上学情况'],
      ['H1', '户主', '小学'],
    ]),
  );
  await expect(roster.heading('columns')).toBeFocused();
  expect(await roster.fields()).toEqual({ 户编号: 'household.id', 与户主的关系: '', 上学情况: '' });
  // What is only likely is proposed and waits.
  await roster.column('与户主的关系').getByRole('button', { name: '采用' }).click();
  const change = page.getByRole('button', { name: '更改 上学情况 的对应项目' });
  await change.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: '查找项目' }).fill('在校生状况');
  await expect(page.getByText('1 个项目')).toBeVisible();
  await page.getByRole('button', { name: '在读学段' }).press('Enter');
  await expect(change).toBeFocused();
  expect(await roster.fields()).toEqual({
    户编号: 'household.id',
    与户主的关系: 'person.relation',
    上学情况: 'person.schoolStage',
  });
  await change.click();
  // Until the dialog stands, the key has nothing to close.
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(change).toBeFocused();
  await change.click();
  await page.getByRole('dialog').getByRole('button', { name: '不使用' }).click();
  expect((await roster.fields()).上学情况).toBe('');
});

test('persons without a household id are not guessed: the summary says so and leads on', async ({ roster }) => {
  await roster.open();
  await roster.choose(
    csv('名册.csv', [
      ['姓名', '在校生状况'],
      ['合成甲', '小学'],
    ]),
  );
  await expect(roster.heading('columns')).toBeFocused();
  await roster.next.click();
  await expect(roster.notice).toBeFocused();
  await expect(roster.notice).toContainText('户编号');
  await expect(roster.heading('values')).toHaveCount(0);
});

test('人均纯收入 is not taken for 人均可支配收入, and the page says so', async ({ roster, page }) => {
  await roster.open();
  await roster.choose(
    csv('名册.csv', [
      ['户编号', '人均纯收入'],
      ['H1', '2600'],
    ]),
  );
  await expect(roster.heading('columns')).toBeFocused();
  expect(await roster.fields()).toEqual({ 户编号: 'household.id', 人均纯收入: 'household.perCapitaNetIncome' });
  await expect(page.locator('#roster-app .notice')).toContainText('两者口径不同');
  await roster.toDoubts();
  expect(await roster.problems()).toContain('整表 net-income-only');
});

test('the row of the headers can be corrected', async ({ roster, page }) => {
  await roster.open();
  await roster.choose(
    csv('名册.csv', [
      ['甲', '乙'],
      ['户编号', '姓名'],
      ['H1', '合成甲'],
      ['H2', '合成乙'],
    ]),
  );
  await expect(page.locator('#header-row')).toHaveValue('2');
  await page.locator('#header-row').fill('9');
  await page.locator('#header-row').blur();
  await expect(page.locator('#header-row-error')).toHaveText('请写 1 至 4 之间的整数');
  await page.locator('#header-row').fill('1');
  await page.locator('#header-row').press('Enter');
  await page.locator('#header-row').blur();
  await expect(roster.column('甲')).toBeVisible();
  await page.locator('#header-rows').selectOption('2');
  await expect(roster.column('甲·户编号')).toBeVisible();
});

test('the match of columns is remembered only if asked, holds no value, and is forgotten again', async ({
  roster,
  page,
}) => {
  const file = () =>
    csv('名册.csv', [
      ['户编号', '上学情况', '姓名'],
      ['H1', '小学', '合成甲'],
    ]);
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  await roster.open();
  await roster.choose(file());
  await roster.toDoubts();
  expect(await kept()).toBe('{}');
  await page.getByRole('button', { name: '核对列' }).click();
  await page.getByRole('button', { name: '更改 上学情况 的对应项目' }).click();
  await page.locator('[data-option="person.schoolStage"]').click();
  await page.getByLabel(/在本机记住/).check();
  await roster.next.click();
  await expect(roster.heading('values')).toBeFocused();
  expect(await kept()).toContain('person.schoolStage');
  expect(await kept()).not.toMatch(/合成甲|H1|户编号|名册/);
  await roster.open();
  await roster.choose(file());
  await expect(page.getByText('已按本机记住的列对应填好。')).toBeVisible();
  expect((await roster.fields()).上学情况).toBe('person.schoolStage');
  await page.getByRole('button', { name: '忘掉' }).click();
  expect((await roster.fields()).上学情况).toBe('');
  expect(await kept()).toBe('{}');
});

test('values that are not recognised are matched once each; those left open are unknown', async ({ roster, page }) => {
  const rows = ['读小学', '读小学', '在家'].map((stage, index) => ['H1', `合成${index}`, stage]);
  await roster.open();
  await roster.choose(csv('名册.csv', [['户编号', '姓名', '在校生状况'], ...rows]));
  await roster.next.click();
  await expect(roster.heading('values')).toBeFocused();
  const open = page.locator('.roster-values [data-value]');
  expect(
    await open.evaluateAll((each) =>
      each.map((row) => `${(row as HTMLElement).dataset.value} ${row.querySelector('td')?.textContent}`),
    ),
  ).toEqual(['读小学 2', '在家 1']);
  await page.locator('[data-value="读小学"] select').selectOption('primary');
  await roster.next.click();
  await expect(roster.heading('doubts')).toBeFocused();
  expect(await roster.problems()).toContain('4 unknown-code');
  expect((await roster.problems()).filter((each) => each.endsWith('unknown-code'))).toHaveLength(1);
  // What was chosen is still there on the way back.
  await page.getByRole('button', { name: '核对取值' }).click();
  await expect(page.locator('[data-value="读小学"] select')).toHaveValue('primary');
});

test('the check-up is filtered, paged, and downloaded with values masked', async ({ roster, page }) => {
  const rows = Array.from({ length: 450 }, (_, index) => [`H${index}`, `合成${index}`, '之子', '9901230000']);
  await roster.open();
  await roster.choose(csv('名册.csv', [['户编号', '姓名', '与户主关系', '证件号码'], ...rows]));
  await roster.toDoubts();
  await expect(page.getByText('第 1 至 200 条，共 1,349 条')).toBeVisible();
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

test('a file is dropped on the page, wherever; on a later step it is left alone', async ({ roster, page }) => {
  await roster.open();
  const files = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], '名册.csv'));
    return transfer;
  }, csv('名册.csv', table).buffer.toString());
  await page.dispatchEvent('#roster-drop', 'dragover', { dataTransfer: files });
  await expect(page.locator('#roster-drop')).toHaveClass(/over/);
  await page.dispatchEvent('h1', 'drop', { dataTransfer: files });
  await roster.toDoubts();
  await page.dispatchEvent('h1', 'drop', { dataTransfer: files });
  await expect(roster.heading('doubts')).toBeVisible();
});

test('reading is cancelled at once, and the page is as new', async ({ roster, page }, info) => {
  const file = info.outputPath('large.csv');
  writeFileSync(file, manyPersons('large.csv', 290_000).buffer);
  await roster.open();
  await roster.choosePath(file);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await expect(roster.notice).toBeFocused();
  await expect(roster.notice).toHaveText('已取消，没有保留任何内容。');
  await expect(page.locator('.roster-opened, #roster-app table')).toHaveCount(0);
  await roster.choose(csv('名册.csv', table));
  await roster.toDoubts();
  await expect(page.locator('.roster-facts')).toContainText('2 户、3 人可以核对');
});

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
