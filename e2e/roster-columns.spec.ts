import { latestOf } from './policies-files.ts';
import { csv } from './roster-files.ts';
import { expect, test } from './roster-page.ts';

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

test('on a middle-wide screen the button stands beside the field, however long its name', async ({ roster, page }) => {
  await page.setViewportSize({ width: 768, height: 900 });
  await roster.open('en');
  await roster.chooseSample();
  await expect(roster.heading('columns')).toBeFocused({ timeout: 20_000 });
  const below = await page.locator('.roster-field').evaluateAll((fields) =>
    fields.flatMap((field) => {
      const [name, button] = [field.firstElementChild, field.querySelector('button.link[id]')];
      const [above, beside] = [name?.getBoundingClientRect(), button?.getBoundingClientRect()];
      return above && beside && beside.top < above.bottom ? [] : [field.textContent];
    }),
  );
  expect(below).toEqual([]);
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
  await page.locator('#roster-policy').selectOption('sichuan-2014@1.0.0');
  await page.getByLabel(/在本机记住/).check();
  await roster.next.click();
  await expect(roster.heading('values')).toBeFocused();
  expect(await kept()).toContain('person.schoolStage');
  expect(await kept()).toContain('sichuan-2014');
  expect(await kept()).not.toMatch(/合成甲|H1|户编号|名册/);
  await roster.open();
  await expect(page.locator('#roster-policy')).not.toHaveValue(`sichuan-2014@${latestOf('sichuan-2014')}`);
  await roster.choose(file());
  await expect(page.getByText('已按本机记住的列对应填好。')).toBeVisible();
  await expect(page.locator('#roster-policy')).toHaveValue(`sichuan-2014@${latestOf('sichuan-2014')}`);
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

test('the policy is that of the place that the file names, unless another was chosen by hand', async ({
  roster,
  page,
}) => {
  const policy = page.locator('#roster-policy');
  const table = (place: string) =>
    csv('名册.csv', [
      ['户编号', '姓名', '县'],
      ['H1', '合成甲', place],
    ]);
  await roster.open();
  const first = await policy.inputValue();
  await roster.choose(table('合成县'));
  await expect(roster.heading('columns')).toBeFocused();
  await expect(policy).toHaveValue(first);
  await page.getByRole('button', { name: '选择文件' }).click();
  await roster.choose(table('乳源瑶族自治县'));
  await expect(policy).toHaveValue(/^ruyuan-2016@/);
  await expect(page.locator('.roster-opened')).toContainText('乳源瑶族自治县');
  await expect(page.locator('#roster-date')).toHaveValue('2017-09-01');
  await page.getByRole('button', { name: '选择文件' }).click();
  await policy.selectOption('huayang-2016@1.0.0');
  await roster.choose(table('花都区'));
  await expect(roster.heading('columns')).toBeFocused();
  await expect(policy).toHaveValue('huayang-2016@1.0.0');
  await expect(page.locator('.roster-opened')).not.toContainText('花都区');
});
