import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decidedInNode } from './decided-in-node.ts';
import { expect, type HouseholdPage, test } from './household-page.ts';
import { latestOf, versionsOf } from './policies-files.ts';

const root = join(import.meta.dirname, '..');
const here = '/calc/ruyuan-2016/household/';

async function linkOf(household: HouseholdPage): Promise<string> {
  const { page } = household;
  // While an answer comes in, what stands below it moves, and a click can miss.
  await expect(async () => {
    if ((await page.locator('#share[open]').count()) === 0) await page.locator('#share > summary').click();
    await expect(page.locator('#share-address')).toContainText('#s=', { timeout: 2000 });
  }).toPass();
  return (await page.locator('#share-address').textContent()) ?? '';
}

test('a link gives the same answer elsewhere, without names and free text, and says what it leaves out', async ({
  household,
  page,
  browser,
}) => {
  await household.open('zh', 'hubei-2016', 'household');
  await household.fillExample();
  await page.locator('[data-name]').first().fill('张三丰');
  await household.open('zh');
  await household.fillExample();
  await page.locator('[data-name]').first().fill('张三丰');
  await household.question('project.village').getByRole('textbox').fill('李家村');
  const link = await linkOf(household);
  await expect(page.locator('#share-left-out')).toHaveText(/^没有放进链接：.+。$/);
  const findings = await household.findings();
  const other = await browser.newPage();
  await other.goto(link);
  await expect(other.locator('#shared-bar')).toBeVisible();
  await expect(other.locator('[data-member]')).toHaveCount(4);
  const text = await other.evaluate(() =>
    JSON.stringify([...document.querySelectorAll('input')].map((each) => each.value)),
  );
  expect(text).not.toContain('张三丰');
  expect(text).not.toContain('李家村');
  await other.close();
  await page.goto('about:blank');
  await page.goto(link);
  await expect.poll(() => household.findings()).toEqual(findings);
});

test('a link replaces nothing until it is edited or kept', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  const link = await linkOf(household);
  await page.getByRole('button', { name: '清空' }).click();
  await household.question('household.registered').getByRole('radio', { name: '否' }).check();
  await page.waitForFunction(() => sessionStorage.getItem('jingzhun-calc/ruyuan-2016/household')?.includes('false'));

  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('[data-member]')).toHaveCount(4);
  await page.goto('about:blank');
  await page.goto(here);
  await expect(page.locator('[data-member]')).toHaveCount(0);
  await expect(household.question('household.registered').getByRole('radio', { name: '否' })).toBeChecked();

  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: '不用它' }).click();
  await expect(page.locator('[data-member]')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');

  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: '保留' }).click();
  expect(new URL(page.url()).hash).toBe('');
  await page.reload();
  await expect(page.locator('[data-member]')).toHaveCount(4);
  await expect(page.locator('#shared-bar')).toBeHidden();
});

test('a link that is broken, of another page, or of rules that are gone says so', async ({ household, page }) => {
  await household.open('zh', 'ruyuan-2016', 'household', '#s=zAAAA');
  await expect(page.locator('#notice')).toContainText('链接不完整或已损坏');
  const of = (shared: object): string => `#s=p${Buffer.from(JSON.stringify(shared)).toString('base64url')}`;
  const shared = { policy: 'ruyuan-2016', subject: 'household', release: '0.9.0', digest: 'x', on: '2017-09-01' };
  await page.goto('about:blank');
  await household.open('zh', 'ruyuan-2016', 'household', of({ ...shared, policy: 'other', case: {} }));
  await expect(page.locator('#notice')).toContainText('另一份文件');
  await page.goto('about:blank');
  const input = { household: { registered: true, gone: 7, members: [{ schoolStage: 'nowhere' }] } };
  await household.open('zh', 'ruyuan-2016', 'household', of({ ...shared, case: input }));
  await expect(page.locator('#notice')).toContainText(`链接按规则 0.9.0 版生成，本页是 ${latestOf('ruyuan-2016')} 版`);
  await expect(page.locator('#notice li')).toHaveText(['household.gone', '第 1 人 在读学段']);
  await expect(household.question('household.registered').getByRole('radio', { name: '是' })).toBeChecked();
});

test('what is answered before the page is ready stays, beside what was kept', async ({ household, page }) => {
  const income = household.question('household.perCapitaDisposableIncome').getByRole('textbox');
  const registered = household.question('household.registered').getByRole('radio', { name: '是', exact: true });
  await household.open('zh');
  await income.fill('3000');
  await page.waitForFunction(() => sessionStorage.getItem('jingzhun-calc/ruyuan-2016/household')?.includes('3000'));
  // A slow network: the page is there, and its script is not.
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/CalculatorPage.*\.js$/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await registered.check();
  arrive();
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
  await expect(registered).toBeChecked();
  await expect(income).toHaveValue('3000');
  await page.waitForFunction(() => sessionStorage.getItem('jingzhun-calc/ruyuan-2016/household')?.includes('true'));
});

test('the page of a release that another took the place of says so and leads there', async ({ household, page }) => {
  const latest = latestOf('ruyuan-2016');
  const [older = ''] = versionsOf('ruyuan-2016').filter((version) => version !== latest);
  await household.open('zh', 'ruyuan-2016', 'bridge', `${older}/`);
  await expect(page.locator('.intro .notice')).toContainText(`旧版本 ${older}`);
  await page.locator('.intro .notice a').click();
  await expect(page).toHaveURL(/\/calc\/ruyuan-2016\/bridge\/$/);
  await expect(page.locator('.strip')).toContainText(latest);
  await expect(page.locator('.intro .notice')).toHaveCount(0);
});

test('nothing is kept on the device unless it is asked for', async ({ household, context, page }) => {
  await household.open('zh');
  await household.fillExample();
  const onDevice = (): Promise<number> => page.evaluate(() => localStorage.length);
  expect(await onDevice()).toBe(0);
  await page.getByLabel('保存在本机').check();
  await expect.poll(onDevice).toBe(1);
  const other = await context.newPage();
  await other.goto(here);
  await expect(other.locator('[data-member]')).toHaveCount(4);
  await expect(other.getByLabel('保存在本机')).toBeChecked();
  await other.close();
  await page.getByLabel('保存在本机').uncheck();
  await expect.poll(onDevice).toBe(0);
});

test('what was kept with other rules is carried over answer by answer, and what has no place is said', async ({
  household,
  page,
}) => {
  await household.open('zh');
  await page.evaluate(() => {
    const input = { household: { registered: true, abolished: true, perCapitaDisposableIncome: 3000 } };
    const kept = { digest: 'sha256:old', on: '2017-09-01', names: [], input };
    sessionStorage.setItem('jingzhun-calc/ruyuan-2016/household', JSON.stringify(kept));
    // What leaving the page would store comes first.
    addEventListener('pagehide', () =>
      sessionStorage.setItem('jingzhun-calc/ruyuan-2016/household', JSON.stringify(kept)),
    );
  });
  await page.reload();
  await expect(page.locator('#notice')).toContainText('规则已更新');
  await expect(page.locator('#notice li code')).toHaveText(['household.abolished']);
  await expect(household.question('household.perCapitaDisposableIncome').getByRole('textbox')).toHaveValue('3000');
});

for (const rubbish of [
  '',
  'x',
  '[]',
  '7',
  'null',
  '{"digest":"x"}',
  '{"digest":"x","on":"y","input":{"household":{"members":7}}}',
]) {
  test(`kept rubbish does no harm: ${rubbish || 'nothing'}`, async ({ household, page }) => {
    await page.addInitScript((text) => sessionStorage.setItem('jingzhun-calc/ruyuan-2016/household', text), rubbish);
    await household.open('zh');
    await expect(household.headline).toHaveText(/^符合 0 项/);
  });
}

test('the code on the page runs as it stands and gives the page’s answer', async ({ household, page }) => {
  await household.open('en');
  await household.fillExample();
  await page.locator('#program > summary').click();
  await expect(page.locator('#program-command')).not.toBeEmpty();
  const [json, code, command] = await Promise.all(
    ['json', 'code', 'command'].map((id) => page.locator(`#program-${id}`).textContent()),
  );
  const shown = await household.findings();
  const [expected] = decidedInNode('ruyuan-2016', 'household', [{ case: JSON.parse(json ?? ''), on: '2017-09-01' }]);
  expect(shown).toEqual(expected?.findings);

  // A folder from which the packages can be imported.
  const folder = mkdtempSync(join(root, 'examples/decide/.page-'));
  try {
    writeFileSync(join(folder, 'program.ts'), code ?? '');
    writeFileSync(join(folder, 'case.json'), json ?? '');
    const run = (...args: string[]): ReturnType<typeof JSON.parse> => {
      const { stdout, stderr, status } = spawnSync(process.execPath, ['--conditions=@jingzhun/source', ...args], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      expect(status, stderr).toBe(0);
      return JSON.parse(stdout);
    };
    const decision = run('program.ts');
    const [program, ...args] = (command ?? '').split(' ');
    expect(program).toBe('jingzhun');
    const byCommand = run(join(root, 'packages/cli/src/cli.ts'), ...args);
    for (const { findings } of [decision, byCommand]) {
      const own = new Set(shown.map((line) => line.split(' ')[0]));
      const lines = findings
        .filter(
          ({ rule, status }: { rule: string; status: string }) =>
            own.has(rule) && ['met', 'unmet', 'unknown'].includes(status),
        )
        .map(
          ({ rule, subject, status }: { rule: string; subject: { index?: number }; status: string }) =>
            `${rule} ${subject.index ?? ''} ${status}`,
        );
      expect(lines.sort()).toEqual(shown);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the household is handed to its card in this tab alone', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  await page.locator('[data-name]').first().fill('甲');
  // The card is another page: here only what it finds matters.
  await page.locator('#to-card').evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
  const taken = (): Promise<string | null> => page.evaluate(() => sessionStorage.getItem('jingzhun-card'));
  // While an answer comes in, what stands below it moves, and a click can miss.
  await expect(async () => {
    await page.locator('#to-card').click();
    expect(await taken()).not.toBeNull();
  }).toPass();
  const handed = JSON.parse((await taken()) ?? '{}');
  expect(handed).toMatchObject({ policy: 'ruyuan-2016', release: latestOf('ruyuan-2016'), on: '2017-09-01' });
  expect(handed.names[0]).toBe('甲');
  expect(handed.case.household.members).toHaveLength(4);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('in WeChat the page says that printing needs a browser', async ({ browser, baseURL }) => {
  const page = await browser.newPage({
    userAgent: 'Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0.49',
    baseURL: baseURL ?? '',
  });
  await page.goto(here);
  await expect(page.locator('#in-app')).toBeVisible();
  await page.close();
});
