import type { Case } from '../packages/rules/src/index.ts';
import config from '../playwright.config.ts';
import { decidedInNode, pagesWithCases } from './decided-in-node.ts';
import { expect, test } from './household-page.ts';
import { every, spread } from './variants.ts';

const { launchOptions = {} } = config.use ?? {};
// Hundreds of links are opened in one page, faster than the browser lets a page change its address.
test.use({
  launchOptions: { ...launchOptions, args: [...(launchOptions.args ?? []), '--disable-ipc-flooding-protection'] },
});

/** What a page shows of each link, and the case that it took from it. */
interface Shown {
  readonly findings: readonly string[];
  readonly headline: string;
  readonly case: Case;
  readonly lost: boolean;
}

const pages = pagesWithCases();

for (const { policy, subject, cases: all } of pages) {
  const cases = spread(all, 12);
  test(`${policy}, ${subject}: the page answers ${cases.length} cases as the library does`, async ({
    household,
    page,
  }) => {
    test.setTimeout(120_000);
    expect(cases.length).toBeGreaterThan(0);
    await household.open('zh', policy, subject);
    await household.openEverything();
    // The link would be packed anew for every case.
    await page.locator('#share').evaluate((panel) => panel.removeAttribute('open'));
    const shown = await page.evaluate(
      async (fragments): Promise<Shown[]> => {
        const answers: Shown[] = [];
        const text = (id: string): string => document.getElementById(id)?.textContent ?? '';
        for (const fragment of fragments) {
          if (location.hash === fragment) {
            // The same case again: the address has to change for the page to open it.
            const left = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
            location.hash = '';
            await left;
          }
          const decided = new Promise((resolve) => {
            new PerformanceObserver((list, observer) => {
              if (list.getEntriesByName('jingzhun-show').length === 0) return;
              observer.disconnect();
              resolve(undefined);
            }).observe({ entryTypes: ['measure'] });
          });
          location.hash = fragment;
          await decided;
          const rows = [...document.querySelectorAll<HTMLElement>('#answer [data-finding]')];
          answers.push({
            findings: rows
              .map((row) => `${row.dataset.finding} ${row.closest<HTMLElement>('.card')?.dataset.status}`)
              .sort(),
            headline: text('headline'),
            case: JSON.parse(text('program-json')),
            lost: document.getElementById('notice')?.hidden === false,
          });
        }
        return answers;
      },
      cases.map(({ fragment }) => fragment),
    );

    // Of the case as the form holds it.
    const expected = decidedInNode(
      policy,
      subject,
      shown.map((each, at) => ({ case: each.case, on: cases[at]?.on ?? '' })),
    );
    shown.forEach(({ findings, headline }, at) => {
      expect(findings, JSON.stringify(shown[at]?.case)).toEqual(expected[at]?.findings);
      if (headline.includes('元')) {
        expect(headline).toContain(
          `${(expected[at]?.certain ?? 0).toLocaleString('en-US', { maximumFractionDigits: 4 })} 元/年`,
        );
      }
    });

    // And of the case as the policy's test has it, wherever the page asks all that is in it. Its subject is always there.
    const withSubject = (each: (typeof cases)[number]) => ({ ...each, case: { [subject]: {}, ...each.case } as Case });
    // An entity of which nothing is said is there for the library, and nothing that a form could show.
    const asked = (at: number): boolean =>
      Object.keys(cases[at]?.case ?? {}).every((entity) => Object.hasOwn(shown[at]?.case ?? {}, entity));
    const whole = shown.flatMap(({ lost }, at) => (lost || !asked(at) ? [] : [at]));
    const original = decidedInNode(
      policy,
      subject,
      whole.map((at) => withSubject(cases[at] as (typeof cases)[number])),
    );
    whole.forEach((at, place) => {
      expect(shown[at]?.findings, JSON.stringify(cases[at]?.case)).toEqual(original[place]?.findings);
    });
    test
      .info()
      .annotations.push({ type: 'cases', description: `${cases.length}, ${whole.length} of them asked in full` });
    // Tests of a village's or county's rules often say facts of others, which its page does not ask: of a few cases none may be whole.
    if (every) expect(whole.length).toBeGreaterThan(cases.length / 5);
  });
}

test('every page of the choice is there, and every page is in the choice', async ({ page }) => {
  await page.goto('/calc/');
  const links = await page
    .locator('.choice-subjects a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.sort()).toEqual(pages.map(({ policy, subject }) => `/calc/${policy}/${subject}/`).sort());
});

test('the page answers an empty household as the library does', async ({ household }) => {
  await household.open('zh');
  const [expected] = decidedInNode('ruyuan-2016', 'household', [{ case: { household: {} }, on: '2017-09-01' }]);
  await expect.poll(() => household.findings()).toEqual(expected?.findings);
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
  const [expected] = decidedInNode('ruyuan-2016', 'household', [{ case: input, on: '2017-09-01' }]);
  await expect.poll(() => household.findings()).toEqual(expected?.findings);
});

test('a fund with expenditures filled in by hand is answered as the library does', async ({ household, page }) => {
  await household.open('zh', 'huayang-2016', 'fund');
  await household.question('fund.purpose').getByRole('textbox').fill('修路');
  const expenditures = page.locator('[data-fact="fund.expenditures"]');
  await expenditures.getByRole('radio', { name: '有', exact: true }).check();
  await expenditures.getByRole('button', { name: '添加一条' }).click();
  const cards = expenditures.locator('[data-record]');
  await expect(cards).toHaveCount(2);
  for (const [at, [amount, purpose]] of [
    ['100', '修路'],
    ['50.5', '其他'],
  ].entries()) {
    await cards
      .nth(at)
      .locator('[data-fact="expenditure.amount"] input')
      .fill(amount ?? '');
    await cards
      .nth(at)
      .locator('[data-fact="expenditure.purpose"] input')
      .fill(purpose ?? '');
  }
  const input: Case = {
    fund: {
      purpose: '修路',
      expenditures: [
        { amount: 100, purpose: '修路' },
        { amount: 50.5, purpose: '其他' },
      ],
    },
  };
  const on = await page.locator('#policy-date').inputValue();
  const [expected] = decidedInNode('huayang-2016', 'fund', [{ case: input, on }]);
  await expect.poll(() => household.findings()).toEqual(expected?.findings);
});
