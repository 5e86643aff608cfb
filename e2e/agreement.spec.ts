import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Case, Decision } from '../packages/rules/src/index.ts';
import { expect, test } from './household-page.ts';

const on = '2017-09-01';

/** The library in Node, apart from the test runner's own way of loading modules. */
function decide(input: Case): Decision {
  const script = join(import.meta.dirname, 'decide-case.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--conditions=@jingzhun/source', script, on], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** What the page should show of a case: findings about the household and its members that apply and are in force. */
function expected(input: Case): string[] {
  const { findings } = decide(input);
  return findings
    .filter(({ kind, subject }) => kind !== 'contradiction' && ['household', 'person'].includes(subject.entity))
    .filter(({ status }) => ['met', 'unmet', 'unknown'].includes(status))
    .map(({ rule, subject, status }) => `${`${rule} ${subject.index ?? ''}`.trim()} ${status}`)
    .sort();
}

test('the page answers an empty household as the library does', async ({ household }) => {
  await household.open('zh');
  expect(await household.findings()).toEqual(expected({ household: {} }));
});

test('the page answers the example as the library does, to the yuan', async ({ household, page }) => {
  await household.open('zh');
  await household.fillExample();
  // What the tab keeps is the case as it was decided.
  const kept = await page.waitForFunction(() => {
    const text = sessionStorage.getItem('jingzhun.household');
    return text?.includes('"members"') ? text : undefined;
  });
  const { input } = JSON.parse((await kept.jsonValue()) ?? '{}');
  expect(input.household.members.length).toBeGreaterThan(1);
  expect(await household.findings()).toEqual(expected(input));
  const { totals } = decide(input);
  const certain = totals.find(({ unit, every }) => unit === 'yuan' && every === 'year')?.certain ?? 0;
  expect(certain).toBeGreaterThan(0);
  await expect(household.headline).toContainText(`¥${certain.toLocaleString('en-US')}/年`);
});

test('the page answers a household filled in by hand as the library does', async ({ household, page }) => {
  await household.open('en');
  await household.question('household.registered').getByRole('radio', { name: 'Yes' }).check();
  await household.question('household.perCapitaDisposableIncome').getByRole('textbox').fill('3,999.50');
  await page.locator('#add-member').click();
  await page.locator('[data-member] [data-fact="person.schoolStage"] select').selectOption('undergraduate');
  await page.locator('[data-member] .more > summary').click();
  await page.locator('[data-fact="person.studiesFullTime"]').getByRole('radio', { name: 'Yes' }).check();
  const input: Case = {
    household: {
      registered: true,
      perCapitaDisposableIncome: 3999.5,
      members: [{ schoolStage: 'undergraduate', studiesFullTime: true }],
    },
  };
  await expect.poll(() => household.findings()).toEqual(expected(input));
});
