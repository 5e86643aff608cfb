import { writeFileSync } from 'node:fs';
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
