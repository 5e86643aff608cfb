import { expect, test } from './household-page.ts';

test('one question at a time asks what settles most, and what is answered there stands in the table', async ({
  household,
  page,
}) => {
  await household.open('zh');
  const first = (await page.locator('#ask-first-list a').first().textContent())?.trim() ?? '';
  await page.getByRole('button', { name: '逐项问答' }).click();
  const question = page.locator('#sections .question:visible');
  await expect(question).toHaveCount(1);
  await expect(question.locator('[data-label]')).toHaveText(first);
  await expect(page.locator('#one-remaining')).toHaveText(/^还有 \d+ 项会影响结论/);
  const remaining = (): Promise<number> =>
    page.locator('#one-remaining').evaluate((line) => Number(/\d+/.exec(line.textContent ?? '')?.[0]));
  const before = await remaining();
  const fact = await question.getAttribute('data-fact');
  await question.getByRole('radio', { name: '否' }).check();
  await expect.poll(remaining).toBeLessThan(before);
  // The question stays until the reader moves on.
  await expect(question).toHaveAttribute('data-fact', fact ?? '');
  await page.getByRole('button', { name: '下一项' }).click();
  await expect(question).not.toHaveAttribute('data-fact', fact ?? '');
  await page.getByRole('button', { name: '上一项' }).click();
  await expect(question).toHaveAttribute('data-fact', fact ?? '');
  await page.getByRole('button', { name: '表格填写' }).click();
  await expect(household.question(fact ?? '').getByRole('radio', { name: '否' })).toBeChecked();
  expect(await page.locator('#sections .question:visible').count()).toBeGreaterThan(10);
});

test('every question can be left open, the count of what is left stays honest, and all can be asked again', async ({
  household,
  page,
}) => {
  await household.open('zh', 'sichuan-2014', 'county');
  await page.getByRole('button', { name: '逐项问答' }).click();
  const title = page.locator('#one-title');
  const total = Number(/\d+/.exec((await page.locator('#one-remaining').textContent()) ?? '')?.[0]);
  expect(total).toBeGreaterThan(5);
  for (let asked = 0; asked < total; asked++) {
    await expect(page.locator('#sections .question:visible')).toHaveCount(1);
    // The focus is in the question.
    expect(await page.evaluate(() => document.activeElement?.closest('[data-fact]') !== null)).toBe(true);
    await page.getByRole('button', { name: asked % 2 === 0 ? '不清楚' : '先跳过', exact: true }).click();
  }
  await expect(title).toHaveText('已问完一遍');
  await expect(page.locator('#one-remaining')).toHaveText(
    `还有 ${total} 项会影响结论，其中 ${total} 项您答了不清楚或跳过`,
  );
  await page.getByRole('button', { name: '再问一遍' }).click();
  await expect(page.locator('#sections .question:visible')).toHaveCount(1);
});

test('answering all that is asked leaves nothing open', async ({ household, page }) => {
  await household.open('zh', 'sichuan-2014', 'unit');
  await page.getByRole('button', { name: '逐项问答' }).click();
  const question = page.locator('#sections .question:visible');
  for (let step = 0; step < 30 && (await question.count()) > 0; step++) {
    const control = await question.getAttribute('data-control');
    if (control === 'yes-no' || control === 'presence') await question.getByRole('radio').nth(1).check();
    else if (control === 'codes') {
      await question.getByRole('combobox').selectOption('some');
      await question.getByRole('checkbox').first().check();
    } else if (control === 'code') await question.getByRole('combobox').selectOption({ index: 1 });
    else await question.getByRole('textbox').fill(control === 'dates' || control === 'date' ? '2014-09-01' : '1');
    await page.getByRole('button', { name: '下一项' }).click();
  }
  await expect(page.locator('#one-title')).toContainText('没有要问的了');
  expect(await household.count('unknown')).toBe(0);
});

test('members come first, and a link of the answer opens its question there', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  await page.getByRole('button', { name: '逐项问答' }).click();
  const link = page.locator('#ask-first-list a').nth(1);
  const path = await link.getAttribute('data-place');
  await link.click();
  await expect(page.locator('#sections .question:visible')).toHaveCount(1);
  const fact = await page.locator('#sections .question:visible').getAttribute('data-fact');
  expect(fact?.split('.').at(-1)).toBe(path?.split('.').at(-1));
});

test('the answers are listed for checking, each with a link that leads to its question', async ({
  household,
  page,
}) => {
  await household.open('zh');
  await household.fillExample();
  await page.getByRole('button', { name: '核对所填' }).first().click();
  await expect(page.locator('#review-title')).toBeFocused();
  const rows = page.locator('.review-rows > div');
  const count = await rows.count();
  await expect(page.locator('#review-lead')).toContainText(`已填 ${count} 项`);
  const kept = await page.locator('#program-json').count();
  expect(kept).toBe(1);
  const income = rows.filter({ hasText: '人均可支配收入' }).first();
  await expect(income).toContainText('3,600 元');
  await income.getByRole('link').click();
  await expect(household.question('household.perCapitaDisposableIncome').getByRole('textbox')).toBeFocused();
});

test('a list of days that cannot be read is named with what would be right', async ({ household, page }) => {
  await household.open('zh', 'huadu-2016', 'town');
  const field = page.locator('[data-control="dates"]').first();
  await field.getByRole('textbox').fill('上周');
  await expect(field.locator('.error')).toContainText('例如 2017-09-01、2017-10-01');
  await page.locator('#to-review button').click();
  await expect(page.getByRole('alert').getByRole('link')).toContainText('例如 2017-09-01、2017-10-01');
});

test.describe('on the smallest screen', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test('the names of the rows of a table have the whole line', async ({ household, page }) => {
    await household.open('zh');
    await household.openEverything();
    const table = page.locator('.matrix');
    const width = (await table.boundingBox())?.width ?? 0;
    const names = await table.locator('tbody th').evaluateAll((all) => all.map((each) => each.clientWidth));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(name).toBeGreaterThan(width * 0.9);
  });
});

test('what cannot be used is summed up on checking: the focus goes there, and each line leads to its field', async ({
  household,
  page,
}) => {
  await household.open('zh');
  await household.question('household.perCapitaDisposableIncome').getByRole('textbox').fill('3万');
  await page.locator('#policy-date').fill('昨天');
  const summary = page.getByRole('alert');
  await expect(page.locator('#error-summary')).toBeHidden();
  await page.locator('#to-review button').click();
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('heading')).toHaveText('有 2 处需要改正');
  await summary.getByRole('link').last().click();
  const input = household.question('household.perCapitaDisposableIncome').getByRole('textbox');
  await expect(input).toBeFocused();
  await input.fill('3000');
  await expect(summary.getByRole('heading')).toHaveText('有 1 处需要改正');
  await summary.getByRole('link').click();
  await expect(page.locator('#policy-date')).toBeFocused();
  await page.locator('#policy-date').fill('2017-09-01');
  await expect(summary).toBeHidden();
  await page.locator('#to-review button').click();
  await expect(page.locator('#review-title')).toBeFocused();
});

test('a block from a spreadsheet with a heading line fills the table, and what does not fit is said', async ({
  household,
  page,
}) => {
  await household.open('zh');
  await page.locator('.paste > summary').click();
  await page
    .locator('#paste-area')
    .fill('姓名\t证件号码\t劳动能力\t在读学段\n甲\t1\t有\t小学\n乙\t2\t天下第一\t全日制本科\n');
  await page.getByRole('button', { name: '填入表格' }).click();
  await expect(page.locator('[data-member]')).toHaveCount(2);
  await expect(page.locator('[data-member] [data-name]').first()).toHaveValue('甲');
  await expect(page.locator('[data-member] [data-fact="person.schoolStage"] select').first()).toHaveValue('primary');
  const report = page.locator('#paste-report');
  await expect(report).toContainText('已填入 2 人');
  await expect(report).toContainText('没有对应的列：证件号码');
  await expect(report).toContainText('第 3 行“劳动能力”：“天下第一”不能识别');
  await expect(page.locator('#answer .who', { hasText: '第 2 人 乙' }).first()).toBeAttached();
});

test('a block pasted into a cell fills from there to the right and down, adding rows', async ({ household, page }) => {
  await household.open('zh');
  await page.locator('#add-member').click();
  await page.locator('[data-member] [data-fact="person.schoolStage"] select').evaluate((select) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '小学\r\n初中\r\n学前教育\r\n');
    select.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const stages = page.locator('[data-member] [data-fact="person.schoolStage"] select');
  await expect(stages).toHaveCount(3);
  expect(await stages.evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value))).toEqual([
    'primary',
    'junior-secondary',
    'preschool',
  ]);
});
