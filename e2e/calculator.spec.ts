import { expect, test } from './household-page.ts';

test('an empty household leaves every finding open and promises no money', async ({ household }) => {
  await household.open('zh');
  await expect(household.headline).toHaveText(/^符合 0 项 · 待补充 \d+ 项 · 不符合 0 项$/);
  expect(await household.count('unmet')).toBe(0);
  expect(await household.count('unknown')).toBeGreaterThan(0);
});

test('a filled household gets an answer with amounts and clauses', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  await expect(household.headline).toHaveText(
    /^符合 [1-9]\d* 项 · 适用 [1-9]\d* 项 · 合计 约 [\d,]+ 元\/年 · 待补充 \d+ 项 · 不符合 \d+ 项$/,
  );
  const card = page.locator('#cards-met .card').first();
  await expect(card.locator('h4')).not.toBeEmpty();
  await expect(card.locator('.clause [lang]')).not.toBeEmpty();
});

test('an amount that stands alone begins its line', async ({ household, page }) => {
  // The page's own subject goes without saying: its amount is all there is before what to ask.
  await household.open('zh', 'hubei-2016', 'cadre');
  const amounts = page.locator('.subjects > li > .amounts:first-child');
  const gaps = await amounts.evaluateAll((all) =>
    all.map((each) => {
      const row = each.parentElement as HTMLElement;
      return each.getBoundingClientRect().left - row.getBoundingClientRect().left;
    }),
  );
  expect(gaps.length).toBeGreaterThan(0);
  expect(Math.max(...gaps)).toBeLessThan(1);
});

test('what is not yet due is said so, and is not short', async ({ household, page }) => {
  // A unit of the page's own: the running half-year of a team that has reported to one of three.
  await household.open('zh', 'hubei-2016', 'workTeam');
  await household.fillExample();
  await household.openEverything();
  const later = page.locator('.card[data-status="unmet"] .conditions > [data-state="later"]');
  await expect(later).toHaveCount(1);
  await expect(later).toContainText('未到期（期限 2016-12-31）');
  const figures = page.locator('.card[data-status="unmet"] .figures > li', { hasText: '未到期' });
  await expect(figures).toHaveCount(1);
  await expect(figures).not.toContainText('差');
});

test('several that are to be asked are told apart', async ({ household, page }) => {
  await household.open('zh');
  await expect(page.locator('.asks', { hasText: '等 ' }).first()).toHaveText(/^要问[^、]+、[^、]+、[^、]+等 \d+ 项$/);
  await household.open('en');
  const comma = page.locator('.before-comma').first();
  await expect(comma).toBeAttached();
  const behind = await comma.evaluate(({ textContent, nextSibling }) => [
    textContent?.at(-1),
    nextSibling?.textContent,
  ]);
  // At the end of a box the space would have no room.
  expect(behind).toEqual([',', ' ']);
});

test('what is asked though it is answered is told with its answer', async ({ household, page }) => {
  // The income is that of another year than the one that the rule is about.
  await household.open('zh', 'huadu-2016');
  await household.question('household.perCapitaDisposableIncome').getByRole('textbox').fill('3600');
  const ask = page.locator('[data-rule="huadu.exit.income-10000"] .asks');
  const year = household.question('household.incomeYear').getByRole('textbox');
  await household.question('household.registered').getByRole('radio', { name: '是', exact: true }).check();
  await expect(ask).toHaveText(/收入年度(?!（)/);
  await year.fill('2015');
  await expect(ask).toHaveText(/收入年度（现填 2015）/);
  await expect(page.locator('#ask-first-list')).toContainText('收入年度（现填 2015）');
  await year.fill('2014');
  await expect(ask).toHaveText(/收入年度（现填 2014）/);
});

test('what is not known stays unknown: answering and taking it back gives the first answer again', async ({
  household,
}) => {
  await household.open('zh');
  const before = await household.findings();
  const question = household.question('household.registered');
  await question.getByRole('radio', { name: '否' }).check();
  await expect.poll(() => household.findings()).not.toEqual(before);
  await question.getByRole('radio', { name: '不清楚' }).check();
  await expect.poll(() => household.findings()).toEqual(before);
});

test('what was chosen is painted before its answer is worked out', async ({ household, page }) => {
  await household.open('zh');
  const before = await household.shows();
  const shownInPicture = await page.evaluate(async () => {
    document.querySelectorAll<HTMLElement>('[data-fact="household.registered"] .choice label')[1]?.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.getEntriesByName('jingzhun-show').length;
  });
  expect(shownInPicture).toBe(before);
  await expect.poll(() => household.shows()).toBe(before + 1);
});

test('a wrong number says what would be right and leaves the rest of the answer standing', async ({
  household,
  page,
}) => {
  await household.open('zh');
  const question = household.question('household.perCapitaDisposableIncome');
  const input = question.getByRole('textbox');
  await input.fill('3万');
  await expect(question.locator('.error')).toContainText('应为数字（最多 2 位小数），例如 3600');
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#wrong')).toBeVisible();
  await expect(household.headline).toHaveText(/ · 待补充 \d+ 项 · /);
  await input.fill('３，０００');
  await expect(question.locator('.error')).toHaveCount(0);
  await expect(page.locator('#wrong')).toBeHidden();
});

test('nothing stands in for an answer that cannot be read: what it could change is open', async ({
  household,
  page,
}) => {
  await household.open('zh', 'hubei-2016', 'cadre');
  await household.fillExample();
  const days = household.question('cadre.villageWorkdayCount').getByRole('textbox');
  const allowance = page.locator('#cards-met .card', { hasText: '生活补助' }).locator('.amounts');
  // Not filled in, the days are those that log and register both have.
  await days.fill('');
  await expect(allowance).toContainText(/\d+ 元/);
  await days.fill('约二百');
  await expect(page.locator('#wrong')).toContainText('改正前按不清楚处理');
  await expect(page.locator('#wrong-list')).toHaveText('住村工作日数');
  await expect(allowance).toContainText('金额待补充后确定');
  await expect(household.headline).not.toContainText('可确定合计');
  await days.fill('200');
  await expect(page.locator('#wrong')).toBeHidden();
  await expect(household.headline).toContainText('可确定合计');
});

test('what is wrong is corrected before the household is taken to its card', async ({ household, page }) => {
  await household.open('zh');
  await household.question('household.perCapitaDisposableIncome').getByRole('textbox').fill('3万');
  await page.locator('#to-card').click();
  await expect(page.locator('#error-summary')).toBeFocused();
  expect(new URL(page.url()).pathname).toBe('/calc/ruyuan-2016/household/');
  expect(await page.evaluate(() => sessionStorage.getItem('jingzhun-card'))).toBeNull();
});

test('a wrong policy date is refused and the last one kept', async ({ household, page }) => {
  await household.open('zh');
  const before = await household.findings();
  await page.getByLabel('政策日期').fill('2017-02-30');
  await expect(page.locator('#policy-date-error')).toContainText('结果仍按 2017-09-01');
  expect(await household.findings()).toEqual(before);
  await page.getByLabel('政策日期').fill('1999-01-01');
  await expect(page.locator('#policy-date-error')).toBeEmpty();
  await expect.poll(() => household.findings()).toEqual([]);
});

test('a link in the answer puts the focus into the question it names', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  const card = page.locator('#cards-met .card', { has: page.locator('.who', { hasText: '第' }) }).first();
  await card.locator('.why > summary').click();
  const link = card.locator('.conditions a').last();
  const path = await link.getAttribute('data-place');
  await link.click();
  const fact = await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-fact]')?.dataset.fact);
  expect(path?.split('.').at(-1)).toBe(fact?.split('.').at(-1));
});

test('every link of the answer leads to a control that takes the focus', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  const lost = await page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLElement>('#answer a[data-place]')];
    return links.filter((link) => {
      (document.activeElement as HTMLElement | null)?.blur();
      link.click();
      const focused = document.activeElement;
      return !focused?.matches('#form input, #form select, #add-member, #policy-date');
    }).length;
  });
  expect(lost).toBe(0);
});

test('members come and go, and the answer with them', async ({ household, page }) => {
  await household.open('zh');
  await expect(page.locator('#no-persons')).toBeVisible();
  const add = page.locator('#add-member');
  await add.click();
  await add.click();
  await expect(page.locator('[data-member]')).toHaveCount(2);
  await expect(page.locator('#no-persons')).toBeHidden();
  await expect(page.locator('#answer .who', { hasText: '第 2 人' }).first()).toBeAttached();
  await page.getByRole('button', { name: '删除第 1 人' }).click();
  await expect(page.locator('[data-member]')).toHaveCount(1);
  await expect(page.locator('#answer .who', { hasText: '第 2 人' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '删除第 1 人' })).toBeFocused();
});

test('clearing takes everything back', async ({ household, page }) => {
  await household.open('zh');
  const before = await household.findings();
  await household.fillExample();
  await page.getByRole('button', { name: '清空' }).click();
  await expect(page.locator('[data-member]')).toHaveCount(0);
  await expect.poll(() => household.findings()).toEqual(before);
});

test('a change of language keeps the household', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  const findings = await household.findings();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
  await expect.poll(() => household.findings()).toEqual(findings);
});

test('the summary is read out after a pause, once', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  await expect(page.getByRole('status')).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText((await household.headline.textContent()) ?? '');
});

test('a change of one answer remakes only the cards that it touches', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  // Cards of a bucket that is folded away are not made.
  await household.openEverything();
  const before = await page.evaluateHandle(() => new Set(document.querySelectorAll('#answer .card')));
  const shows = await household.shows();
  await household.question('household.wishRecorded').getByRole('radio', { name: '否' }).check({ force: true });
  await expect.poll(() => household.shows()).toBeGreaterThan(shows);
  const remade = await before.evaluate(
    (old) => [...document.querySelectorAll('#answer .card')].filter((card) => !old.has(card)).length,
  );
  expect(remade).toBeGreaterThan(0);
  expect(remade).toBeLessThan(5);
});

test('a page that only looks up what the document says is titled so', async ({ page }) => {
  await page.goto('/calc/huadu-2016/responsibility/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('责任分工：文件怎样规定');
  await page.goto('/en/calc/huadu-2016/responsibility/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Responsibility: what the document says');
  await page.goto('/calc/huadu-2016/village/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('村：各条规定是否做到');
});

test('what is required and held against nothing applies and is not met', async ({ household, page }) => {
  await household.open('zh', 'ruyuan-2016', 'fund');
  await household.fillExample();
  const card = page.locator('[data-rule="ruyuan.capital.county-match"]');
  await expect(page.locator('#cards-applies').locator(card)).toBeVisible();
  await card.locator('.why > summary').click();
  await expect(card.locator('.figures li').first()).toContainText('要求');
});

test('in English a document without a number is called by its English title', async ({ household, page }) => {
  await household.open('en', 'ruyuan-2016', 'road');
  await household.fillExample();
  await household.openEverything();
  await expect(page.locator('.source cite').first()).toContainText('Ruyuan');
});

test('an answer about one of many says once that it is of the one that was given', async ({ household, page }) => {
  await household.open('zh', 'huadu-2016', 'village');
  await household.fillExample();
  const row = page.locator('[data-rule="huadu.service.full-pairing"] .subjects > li');
  await expect(row).toHaveText('按“其他数据”里所填的户判断');
});

test('an answer by the own numbers of whom the page is about names nobody', async ({ household, page }) => {
  await household.open('zh', 'ruyuan-2016', 'county');
  await household.fillExample();
  const row = page.locator('[data-rule="ruyuan.road.bus-access-2018"] .subjects > li');
  await expect(row).toHaveText('期限 2018-12-31');
  await expect(page.locator('#answer .who')).toHaveCount(0);
});

test('no line of the headline ends or begins with a dot', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  for (const width of [320, 400, 520]) {
    await page.setViewportSize({ width, height: 800 });
    const lines = await household.headline.evaluate((headline) => {
      const phrases = [...headline.querySelectorAll('.phrase')];
      const left = Math.min(...phrases.map((phrase) => phrase.getBoundingClientRect().left));
      return phrases.map((phrase) => ({
        text: phrase.textContent,
        begins: phrase.getBoundingClientRect().left === left,
        // What stands left of the text's own edge is cut off.
        cut:
          (phrase.querySelector('.dot')?.getBoundingClientRect().right ?? 0) <= headline.getBoundingClientRect().left,
      }));
    });
    expect(lines.filter(({ begins }) => begins).length, `${width}`).toBeGreaterThan(1);
    expect(lines.filter(({ text }) => text?.trimEnd().endsWith('·'))).toEqual([]);
    expect(lines.filter(({ begins, cut }) => begins && !cut)).toEqual([]);
  }
});
