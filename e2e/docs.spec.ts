import { globSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './household-page.ts';
import { every, looks, named, takesTurn } from './variants.ts';
import { violations } from './violations.ts';

const paths = [
  'docs/',
  'docs/for-officials/',
  'docs/concepts/',
  'docs/policy-format/',
  'docs/glossary/',
  'docs/vocabulary/village/',
  'docs/vocabulary/codes/',
  'docs/schemas/',
  'docs/changelog/',
  'api/',
  'api/jingzhun/rules/load/',
  'privacy/',
  'accessibility/',
  'offline/',
];
const prefixes = { zh: '/', en: '/en/' } as const;

const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

// All pages come from one template and one style: in a short run each is asked for barriers in one look. Whether the text
// fits is asked of all below.
for (const [variant, look] of looks.entries()) {
  const { language, colorScheme, width } = look;
  test.describe(named(look), () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    for (const path of [...paths, ...(language === 'zh' ? ['404.html'] : [])].filter((_, at) =>
      takesTurn(at, variant),
    )) {
      test(`${path} has no accessibility violation and fits`, async ({ page }) => {
        // Axe looks at every cell of long tables.
        test.slow();
        await page.goto(prefixes[language] + path);
        await openAll(page);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
  });
}

const widths = every ? [320, 768, 1440] : [320];
for (const [language, width] of (['zh', 'en'] as const).flatMap((each) =>
  widths.map((width) => [each, width] as const),
)) {
  test(`every page fits ${width} px, ${language}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    for (const path of [...paths, ...(language === 'zh' ? ['404.html'] : [])]) {
      await page.goto(prefixes[language] + path);
      await openAll(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
  });
}

test.describe('at 200 % zoom with large type', () => {
  // Twice as large on a screen of 1280 pixels is half the pixels.
  test.use({ viewport: { width: 640, height: 450 } });

  test('documentation fits', async ({ page }) => {
    for (const path of ['docs/policy-format/', 'docs/glossary/', 'privacy/']) {
      await page.goto(`/${path}`);
      await page.getByRole('button', { name: '大字' }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(640);
      await page.getByRole('button', { name: '大字' }).click();
    }
  });
});

test('documentation stands below the header of the site, and leads to its other language', async ({ page }) => {
  await page.goto('/docs/releases/');
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link')).toHaveText([
    '政策计算',
    '整村核对',
    '政策库',
    '版本对比',
    '文档',
  ]);
  await expect(page.getByRole('contentinfo').getByText('非政府网站')).toBeVisible();
  await page.locator('[data-other-language]').click();
  await expect(page).toHaveURL(/\/en\/docs\/releases\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Releases, drafts and the lock');
});

test('on a phone the list of pages is folded, opens by keyboard, and Escape folds it again', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/docs/concepts/');
  const button = page.getByRole('button', { name: '文档目录' });
  const pages = page.getByRole('navigation', { name: '文档目录' });
  await expect(pages.getByRole('link').first()).toBeHidden();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(pages.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(pages.getByRole('link').first()).toBeHidden();
});

test('beside the text the list of pages shows the page itself', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await page.goto('/docs/errors-in-policies/');
  const current = page.getByRole('navigation', { name: '文档目录' }).locator('[aria-current]');
  await expect(current).toHaveText('规则文件的错误');
  await expect(current).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('on a phone the rows of wide tables are blocks, each cell below the name of its column', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of ['en/docs/errors/', 'docs/errors-in-policies/', 'docs/glossary/', 'docs/schemas/', 'privacy/']) {
    await page.goto(`/${path}`);
    const cells = await page
      .locator('.stacked tbody tr:first-child')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.getBoundingClientRect().toJSON() as DOMRect)),
      );
    expect(cells.length, path).toBeGreaterThan(0);
    for (const row of cells) {
      for (const [place, { top, right }] of row.entries()) {
        expect(right, path).toBeLessThanOrEqual(320);
        expect(top, path).toBeGreaterThanOrEqual(row[place - 1]?.bottom ?? 0);
      }
    }
  }
  await page.goto('/en/docs/errors/');
  const label = page.locator('td[data-label="What to do"]').first();
  expect(await label.evaluate((cell) => getComputedStyle(cell, '::before').content)).toBe('"What to do"');
});

for (const width of [320, 768, 1440]) {
  test(`names in code are not broken where a line of ${width} px has room for them`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['docs/policy-format/', 'docs/errors/', 'docs/coming-from/', 'docs/vocabulary/village/']) {
      for (const language of ['', 'en/']) {
        await page.goto(`/${language}${path}`);
        const broken = await page.locator('main :not(pre) > code').evaluateAll((all) =>
          all.flatMap((code) => {
            const block = code.closest<HTMLElement>('td, th, li, p, dd, summary, h2, h3');
            if (block === null) return [];
            const { paddingLeft, paddingRight } = getComputedStyle(block);
            const room = block.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
            const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
            const found: string[] = [];
            for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
              for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[!-~]+/g)) {
                const range = document.createRange();
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                const lines = [...range.getClientRects()].filter((line) => line.width > 0);
                const needed = lines.reduce((sum, line) => sum + line.width, 0);
                // The name has room on each side of its own.
                if (new Set(lines.map(({ top }) => Math.round(top))).size > 1 && needed + 12 < room) found.push(word);
              }
            }
            return found;
          }),
        );
        expect(broken, `${language}${path}`).toEqual([]);
      }
    }
  });
}

test('on a phone a long name in code keeps to its column, and the marks at its sides stand beside it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  let marks = 0;
  let brackets = 0;
  for (const path of ['docs/for-policy-teams/', 'docs/concepts/', 'docs/sql/', 'en/docs/records/']) {
    await page.goto(`/${path}`);
    const names = await page.locator('main .word:has(> code)').evaluateAll((all) =>
      all.map((name) => {
        const text = document.createRange();
        text.selectNodeContents(name);
        const lines = [...(name.querySelector('code')?.getClientRects() ?? [])];
        const [first, last] = [lines[0]?.top ?? 0, lines.at(-1)?.bottom ?? 0];
        return {
          right: Math.max(...lines.map(({ right }) => right)),
          column: name.closest('p, li, td')?.getBoundingClientRect().right ?? 0,
          marked: name.lastChild instanceof Text,
          opened: name.firstChild instanceof Text,
          apart: [...text.getClientRects()].some(({ top, bottom }) => top >= last || bottom <= first),
        };
      }),
    );
    for (const { right, column, marked, opened, apart } of names) {
      expect(right, path).toBeLessThanOrEqual(column + 1);
      expect(apart, path).toBe(false);
      if (marked) marks += 1;
      if (opened) brackets += 1;
    }
  }
  expect(marks).toBeGreaterThan(3);
  expect(brackets).toBeGreaterThan(0);
});

test('samples of code fit the column of the text on a wide screen, and the keyboard reaches all of them', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 900 });
  let seen = 0;
  for (const path of globSync(['docs/*/index.html', 'en/docs/*/index.html'], { cwd: 'site/dist' })) {
    await page.goto(`/${path.replace('index.html', '')}`);
    const samples = page.locator('main pre');
    seen += await samples.count();
    const faults = await samples.evaluateAll((all) =>
      all.flatMap((each) => {
        if (each.tabIndex !== 0) return [`out of reach: ${each.textContent?.slice(0, 60)}`];
        // What a program prints stands as it prints it.
        const isPrinted = /language-(?:text|markdown|plaintext)/.test(each.className);
        return !isPrinted && each.scrollWidth > each.clientWidth ? [`too wide: ${each.textContent?.slice(0, 60)}`] : [];
      }),
    );
    expect(faults, path).toEqual([]);
  }
  expect(seen).toBeGreaterThan(50);
});

test('code that is cut is shaded where it goes on, in any colours, and wraps on paper', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const [path, place] of [
    ['docs/concepts/', '.sl-markdown-content pre'],
    ['embed/', '.embed-code'],
  ] as const) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`/${path}`);
    const code = page.locator(place);
    const cut = (): Promise<number> =>
      code.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
    expect(await cut(), path).toBeGreaterThan(0);
    for (const forcedColors of ['none', 'active'] as const) {
      await page.emulateMedia({ forcedColors });
      expect(await code.first().evaluate((each) => getComputedStyle(each).backgroundImage)).toContain('gradient');
    }
    await page.emulateMedia({ media: 'print', forcedColors: 'none' });
    expect(await cut(), path).toBe(0);
  }
});

test('the names of the main pages stand in one line of a phone, in both languages', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of ['docs/', 'en/docs/', 'en/calc/']) {
    await page.goto(`/${path}`);
    const tops = await page
      .locator('.shell-nav a')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    expect(tops.length).toBe(5);
    expect(new Set(tops).size, path).toBe(1);
  }
});

test('on a phone no name in a title is broken at its hyphens', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/docs/coming-from/');
  const lines = await page.locator('h1').evaluate((title) => {
    const text = [...title.querySelectorAll('*')].flatMap((each) => [...each.childNodes]);
    const node = text.find((each) => each instanceof Text && each.data.includes('json-rules-engine')) as Text;
    const range = document.createRange();
    range.setStart(node, node.data.indexOf('json-rules-engine'));
    range.setEnd(node, node.data.indexOf('json-rules-engine') + 'json-rules-engine'.length);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });
  expect(lines).toBe(1);
});

test('what a release changed stands below its heading, one step in', async ({ page }) => {
  await page.goto('/en/docs/changelog/');
  const left = (place: string): Promise<number> =>
    page
      .locator(place)
      .first()
      .evaluate((each) => each.getBoundingClientRect().left);
  const heading = await left('main h2#policies');
  for (const item of ['.docs-releases li', '.docs-changes > li']) {
    expect((await left(item)) - heading, item).toBeGreaterThan(0);
    expect((await left(item)) - heading, item).toBeLessThan(25);
  }
});

test('no page of the documentation shows marks of its source', () => {
  const pages = globSync(['docs/**/*.html', 'api/**/*.html', 'en/docs/**/*.html', 'en/api/**/*.html'], {
    cwd: 'site/dist',
  });
  expect(pages.length).toBeGreaterThan(50);
  const shown = pages.filter((page) => {
    const html = readFileSync(`site/dist/${page}`, 'utf8');
    // TypeDoc's word for a parameter without a name, a link that leads nowhere, emphasis that did not close, and the direction of code, which is that of all.
    return (
      /__namedParameters|\{@link|<code dir=/.test(html) ||
      /\*\*/.test(html.replace(/<(pre|code|script)[\s\S]*?<\/\1>/g, ''))
    );
  });
  expect(shown).toEqual([]);
});

test('the API reference stands in both languages, and names in code are the same', async ({ page }) => {
  const names = async (): Promise<string[]> =>
    (await page.getByRole('main').getByRole('heading', { level: 3 }).allTextContents()).map((name) => name.trim());
  await page.goto('/api/jingzhun/rules/');
  await expect(page.getByRole('heading', { level: 2, name: '函数' })).toBeVisible();
  await expect(page.getByText('一份政策在某一天对一个案例怎样说')).toBeVisible();
  await expect(page.locator('main')).toHaveAttribute('lang', 'zh-CN');
  const chinese = await names();
  await page.locator('[data-other-language]').click();
  await expect(page).toHaveURL(/\/en\/api\/jingzhun\/rules\/$/);
  await expect(page.getByRole('heading', { level: 2, name: 'Functions' })).toBeVisible();
  await expect(page.getByText('What a policy says about a case on a day')).toBeVisible();
  expect(chinese.length).toBeGreaterThan(20);
  expect(await names()).toEqual(chinese);
});

test('a page of the API reference begins with what its entry point is for, and lists what a choice is of', async ({
  page,
}) => {
  await page.goto('/api/jingzhun/rules/impact/');
  await expect(page.locator('.sl-markdown-content > p').first()).toHaveText(/^同一份花名册按政策的两种状态各判定一次/);
  await page.goto('/en/api/jingzhun/rules/impact/');
  await expect(page.locator('.sl-markdown-content > p').first()).toHaveText(/^Decides a roster under two states/);
  await expect(page.locator('main')).not.toContainText('typeof householdKinds');
  await expect(page.locator('pre', { hasText: 'type HouseholdKind' })).toContainText(/"\w+"\s*\|\s*"\w+"/);
});

test('types of the API reference are called by their names, and long ones are folded', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/en/api/jingzhun/rules/records/');
  const links = page.getByRole('cell').getByRole('link', { name: 'DecisionRecord' });
  expect(await links.count()).toBeGreaterThan(1);
  await page.goto('/en/api/jingzhun/schemas/');
  const types = page.locator('td details');
  expect(await types.count()).toBeGreaterThan(10);
  await expect(types.first().locator('summary')).toContainText('…');
  // No cell fills the screen, and what a file holds is said where the file is explained.
  const heights = await page.locator('td').evaluateAll((all) => all.map((cell) => cell.clientHeight));
  expect(Math.max(...heights)).toBeLessThan(450);
  await expect(page.getByRole('cell', { name: 'quoteSha256' }).first()).toBeVisible();
});

test('every entry point of the API is listed with what it is for', async ({ page }) => {
  for (const address of ['/api/', '/en/api/']) {
    await page.goto(address);
    const lines = await page.locator('.sl-markdown-content li').allTextContents();
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => !/^@jingzhun\/[\w/-]+(：.+。|: .+\.)$/.test(line.trim()))).toEqual([]);
  }
});

test('headings grow smaller with their depth', async ({ page }) => {
  await page.goto('/api/jingzhun/schemas/workbook/');
  const sizes = await Promise.all(
    [2, 3, 4, 5, 6].map((level) =>
      page
        .locator(`.sl-markdown-content h${level}`)
        .first()
        .evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize)),
    ),
  );
  expect(sizes).toEqual([...new Set(sizes)].sort((one, other) => other - one));
  // None is followed by the same heading again.
  const headings = await page.locator('.sl-markdown-content :is(h1, h2, h3, h4, h5, h6)').allTextContents();
  expect(headings.filter((heading, place) => heading === headings[place + 1])).toEqual([]);
});

test('on a middle-wide screen names of fields stand in one piece', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 900 });
  await page.goto('/en/docs/vocabulary/village/');
  const heights = await page
    .locator('.docs-fields th code')
    .evaluateAll((names) => names.map((name) => name.getBoundingClientRect().height));
  expect(new Set(heights.map(Math.round)).size).toBe(1);
});

test('a page of the vocabulary stands under the glossary in the list of pages', async ({ page }) => {
  await page.goto('/en/docs/vocabulary/village/');
  await expect(page.locator('#docs-pages [aria-current]')).toHaveText('Glossary');
});

test('the JSON Schemas are served as they are listed', async ({ page, request }) => {
  await page.goto('/docs/schemas/');
  const links = page.getByRole('main').locator('a[href$=".schema.json"]');
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(5);
  for (const address of addresses) {
    const schema = await (await request.get(address)).json();
    expect(schema.$id).toBe(address.split('/').at(-1));
  }
});

test('an address that does not exist answers in both languages', async ({ page, request }) => {
  const answer = await request.get('/nowhere/');
  expect(answer.status()).toBe(404);
  await page.setContent(await answer.text());
  await expect(page.getByRole('heading')).toHaveText(['没有这一页', 'There is no such page']);
});
