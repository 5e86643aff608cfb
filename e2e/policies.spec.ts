import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { test as base, expect } from './household-page.ts';

/** No request after load, no error and no warning; each test ends with none. */
const test = base.extend({
  quiet: async ({ page }, use) => {
    const trouble: string[] = [];
    let loaded = false;
    let workers = 0;
    page.on('framenavigated', () => {
      loaded = false;
      workers = 0;
    });
    page.on('load', () => {
      loaded = true;
    });
    page.on('request', (request) => {
      // The page starts its one worker while it loads; the worker's own thread may ask for its script a moment later.
      if (/source\.worker-[\w-]+\.js$/.test(request.url())) {
        workers += 1;
        if (workers === 1) return;
      }
      if (loaded && !request.isNavigationRequest() && !request.url().endsWith('/favicon.svg')) {
        trouble.push(`request ${request.url()}`);
      }
    });
    page.on('console', (message) => {
      if (message.text() === 'Service Worker registration blocked by Playwright') return;
      if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(String(error)));
    await use(undefined);
    expect(trouble).toEqual([]);
  },
});

const folder = join(import.meta.dirname, '../packages/rules/policies');
const dist = join(import.meta.dirname, '../site/dist');
const ids = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const lock = JSON.parse(readFileSync(join(folder, 'policies.lock.json'), 'utf8'));

interface Bilingual {
  zh: string;
  en: string;
}
interface Provision {
  title: Bilingual;
  summary?: Bilingual;
  why?: Bilingual;
  computableWhy?: Bilingual;
  computable?: string;
  reading?: Bilingual | Bilingual[];
  anomalies?: Bilingual[];
  quoteSha256: string | string[];
}
interface Section {
  title: Bilingual;
  summary: Bilingual;
  parameters?: Record<string, { title: Bilingual }>;
  rules?: Record<string, Provision>;
  listed?: Record<string, Provision>;
}

const versionsOf = (id: string): string[] =>
  readdirSync(join(folder, id, 'releases')).map((name) => name.replace('.json', ''));
const latestOf = (id: string): string =>
  versionsOf(id)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1) as string;
const filesOf = (
  id: string,
): { policy: { document: { anomalies?: Bilingual[] } }; sections: Record<string, Section> } =>
  JSON.parse(readFileSync(join(folder, id, 'releases', `${latestOf(id)}.json`), 'utf8'));
const provisionsOf = (id: string): [string, Provision][] =>
  Object.values(filesOf(id).sections).flatMap(({ rules = {}, listed = {} }) => [
    ...Object.entries(rules),
    ...Object.entries(listed),
  ]);
const pageOf = (id: string, language = 'zh'): string => `${language === 'zh' ? '/' : '/en/'}policies/${id}/`;
const packed = (path: string): number => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;

const bySize = [...ids].sort((a, b) => provisionsOf(a).length - provisionsOf(b).length);
const [smallest = '', largest = ''] = [bySize[0], bySize.at(-1)];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
async function violations(page: Page, without: string[] = [], within = 'html'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(tags).disableRules(without).include(within);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
const ready = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-ready', '');
const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

test.describe('the list', () => {
  for (const language of ['zh', 'en'] as const) {
    test(`has every policy with its counts, in ${language}`, async ({ page }) => {
      await page.goto(`${language === 'zh' ? '/' : '/en/'}policies/`);
      await expect(page.locator('.policy-card')).toHaveCount(ids.length);
      for (const id of ids) {
        const card = page.locator('.policy-card', { has: page.locator(`h2[id="${id}"]`) });
        const provisions = provisionsOf(id);
        const listed = provisions.filter(([, each]) => each.why !== undefined).length;
        const partial = provisions.filter(([, each]) => each.computable === 'partial').length;
        const counts = await card.locator('.counts b').allTextContents();
        expect(counts.map((text) => Number(/\d+/.exec(text)?.[0]))).toEqual([
          provisions.length,
          provisions.length - partial - listed,
          partial,
          listed,
        ]);
        const subjects = await card.locator('.subject b').allTextContents();
        expect(subjects.reduce((sum, count) => sum + Number(count), 0)).toBe(provisions.length);
        for (const version of versionsOf(id)) await expect(card.getByRole('link', { name: version })).toBeVisible();
      }
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await tooWide(page)).toBe(0);
        expect(await violations(page)).toEqual([]);
      }
    });
  }
});

for (const id of ids) {
  test.describe(id, () => {
    for (const language of ['zh', 'en'] as const) {
      test(`leaves nothing of the policy out, in ${language}`, async ({ page }) => {
        await page.goto(pageOf(id, language));
        await expect(page.locator('h3[id]:not(section.policy-part *)')).toHaveCount(provisionsOf(id).length);
        const shown = await page.locator('.provision').evaluateAll((articles) =>
          articles.map((article) => ({
            id: article.querySelector('h3')?.id,
            text: article.textContent ?? '',
            digests: [...article.querySelectorAll('.proof code')].map((code) => code.textContent),
          })),
        );
        const expected = provisionsOf(id);
        expect(shown.map((each) => each.id)).toEqual(expected.map(([name]) => name));
        expected.forEach(([name, provision], place) => {
          const { text = '', digests } = shown[place] ?? {};
          expect(digests).toEqual([provision.quoteSha256].flat());
          const { title, summary, why, computableWhy, reading = [], anomalies = [] } = provision;
          for (const each of [title, summary, why, computableWhy, reading, anomalies].flat()) {
            if (each) expect(text, name).toContain(each[language]);
          }
        });
        const whole = (await page.locator('main').textContent()) ?? '';
        const { policy, sections } = filesOf(id);
        for (const each of policy.document.anomalies ?? []) expect(whole).toContain(each[language]);
        for (const { title, summary, parameters = {} } of Object.values(sections)) {
          for (const each of [title, summary, ...Object.values(parameters).map((parameter) => parameter.title)]) {
            expect(whole).toContain(each[language]);
          }
        }
      });

      test(`says everything in ${language}`, async ({ page }) => {
        await page.goto(pageOf(id, language));
        const pieces = await page.evaluate(() => {
          const found: string[] = [document.title];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (parent === null || parent.closest('script, noscript, code') !== null) continue;
            const own = parent.closest('[lang]')?.getAttribute('lang') === document.documentElement.lang;
            if (own && node.textContent?.trim()) found.push(node.textContent.trim());
          }
          return found;
        });
        const other =
          language === 'zh'
            ? (text: string) =>
                /[A-Za-z]{2,}/.test(
                  text.replace(/SHA-256|UTF-8|GB18030|GBK|JavaScript|kW|\.(txt|md|docx)|[A-D]级|WPS|Word/g, ''),
                )
            : (text: string) => /\p{Script=Han}/u.test(text);
        expect(pieces.filter(other)).toEqual([]);
      });
    }

    test('every link on the page leads to something on it, once', async ({ page }) => {
      await page.goto(pageOf(id));
      const broken = await page.evaluate(() => {
        const named = [...document.querySelectorAll('[id]')].map((each) => each.id);
        const lost = [...document.querySelectorAll('a[href^="#"]')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !named.includes(decodeURIComponent(href.slice(1))));
        return { lost, twice: named.filter((name, place) => named.indexOf(name) !== place) };
      });
      expect(broken).toEqual({ lost: [], twice: [] });
    });

    test('has no accessibility violation', async ({ page }) => {
      test.setTimeout(180_000);
      await page.goto(pageOf(id));
      await openAll(page);
      // Contrast takes longest, and the smallest page has all the colours.
      expect(await violations(page, id === smallest ? [] : ['color-contrast'])).toEqual([]);
    });

    test('fits 320 px, and double size', async ({ page }) => {
      for (const language of ['zh', 'en']) {
        await page.setViewportSize({ width: 320, height: 700 });
        await page.goto(pageOf(id, language));
        await openAll(page);
        expect(await tooWide(page)).toBe(0);
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        expect(await tooWide(page)).toBe(0);
      }
    });

    test('its releases have pages of their own, with the digest of the lock', async ({ page }) => {
      for (const version of versionsOf(id)) {
        await page.goto(`${pageOf(id)}${version}/`);
        const { digest } = lock[id][version];
        await expect(page.locator('.releases li', { has: page.locator('[aria-current]') })).toContainText(digest);
        await expect(page.locator('main')).not.toHaveAttribute('data-pagefind-body');
      }
      await page.goto(pageOf(id));
      await expect(page.locator('main')).toHaveAttribute('data-pagefind-body', '');
    });

    test('stays within its size', () => {
      for (const language of ['', 'en/']) {
        expect(packed(`${language}policies/${id}/index.html`)).toBeLessThan(60_000);
      }
    });
  });
}

for (const language of ['zh', 'en'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 320]) {
      test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
        test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });

        test('a document beside the rules has no accessibility violation', async ({ page }) => {
          test.setTimeout(180_000);
          await invented(page, smallest);
          await page.goto(pageOf(smallest, language));
          await ready(page);
          await chooseFile(page, 'a.pdf', Buffer.from('%PDF-1.7'));
          await expect(page.locator('#source-state')).toHaveClass(/bad/);
          expect(await violations(page, [], '.source')).toEqual([]);
          await chooseFile(page, 'a.txt', Buffer.from(inventedText));
          await isDone(page);
          await openAll(page);
          await page.locator('.cited').first().focus();
          expect(await violations(page)).toEqual([]);
          expect(await tooWide(page)).toBe(0);
        });
      });
    }
  }
}

test('what a first visit loads stays small, shows soon and does not move', async ({ page, browser }) => {
  const html = readFileSync(join(dist, `policies/${largest}/index.html`), 'utf8');
  const loaded = (kind: string): number =>
    [
      ...new Set(
        [...html.matchAll(new RegExp(`(?:src|href)="/([^"]+\\.${kind})"`, 'g'))].map(([, path]) => path as string),
      ),
    ]
      .map(packed)
      .reduce((sum, bytes) => sum + bytes, 0);
  expect(loaded('js')).toBeLessThan(30_000);
  expect(loaded('css')).toBeLessThan(18_000);
  await page.close();
  // Slow 4G, and a phone a quarter as fast as this machine.
  const latency = 0.15;
  const bytesPerSecond = 204_800;
  const visitor = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const client = await visitor.context().newCDPSession(visitor);
  // Time of the page's own thread: what else the machine does counts for nothing.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await visitor.goto(pageOf(largest), { waitUntil: 'load' });
  await ready(visitor);
  const shift = await visitor.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  expect(shift).toBeLessThanOrEqual(0.02);
  const { metrics } = await client.send('Performance.getMetrics');
  const work = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  expect(work).toBeGreaterThan(0);
  await visitor.close();
  // One way to the page and one to its styles, all of both, and everything that the thread does until the page stands.
  const bytes = packed(`policies/${largest}/index.html`) + loaded('css');
  const painted = 2 * latency + bytes / bytesPerSecond + 4 * work;
  test.info().annotations.push({
    type: 'painted',
    description: `${painted.toFixed(2)} s, of which ${work.toFixed(3)} s of work times 4`,
  });
  expect(painted).toBeLessThanOrEqual(1.5);
});

test.describe('the filter', () => {
  test('keeps what has all the words, of a kind, a subject and a degree', async ({ page }) => {
    await page.goto(pageOf(largest));
    await ready(page);
    const form = page.locator('#filter');
    const shown = page.locator('.provision:visible');
    const all = provisionsOf(largest).length;
    for (const words of [['助学金'], ['助学金', '初中'], ['危房']]) {
      await form.getByLabel('含有').fill(words.join(' '));
      await expect(form.getByRole('status')).toHaveText(new RegExp(`^显示 [1-9]\\d* 条，共 ${all} 条$`));
      const sorted = await page.locator('.provision').evaluateAll(
        (articles, each) =>
          articles.map((article) => {
            const section = article.closest('section');
            const text = `${section?.querySelector('h2')?.textContent} ${article.textContent}`;
            return [article.checkVisibility(), each.every((word) => text.includes(word))];
          }),
        words,
      );
      expect(sorted.filter(([visible, holds]) => visible !== holds)).toEqual([]);
    }
    await form.getByRole('button', { name: '清除筛选' }).click();
    await expect(shown).toHaveCount(all);
    await expect(form.getByRole('status')).toBeEmpty();
    for (const [name, attribute] of [
      ['类别', 'data-kind'],
      ['对象', 'data-subject'],
      ['能否计算', 'data-computable'],
    ] as const) {
      const select = form.getByRole('combobox', { name: new RegExp(`^${name}`) });
      await select.selectOption({ index: 1 });
      const value = await select.inputValue();
      await expect(shown.first()).toHaveAttribute(attribute, value);
      const kept = await shown.evaluateAll(
        (articles, key) => articles.map((each) => each.getAttribute(key)),
        attribute,
      );
      expect(new Set(kept)).toEqual(new Set([value]));
      expect(kept).toHaveLength(await page.locator(`.provision[${attribute}="${value}"]`).count());
      await form.getByRole('button', { name: '清除筛选' }).click();
    }
    await form.getByLabel('含有').fill('绝无此词');
    await expect(shown).toHaveCount(0);
    await expect(page.locator('.document-section:visible')).toHaveCount(0);
    await expect(form.getByRole('status')).toHaveText('没有符合筛选的条文。');
  });

  test('gives way to a link that leads to what it hides', async ({ page }) => {
    await page.goto(pageOf(largest));
    await ready(page);
    await page.getByLabel('含有').fill('助学金');
    const id = (await page.locator('.provision[hidden] h3').first().getAttribute('id')) ?? '';
    const target = page.locator(`h3[id="${id}"]`);
    await expect(target).toBeHidden();
    await page.evaluate((name) => {
      const link = document.createElement('a');
      link.href = `#${name}`;
      link.textContent = 'x';
      document.querySelector('#filter')?.after(link);
      link.click();
    }, id);
    await expect(target).toBeInViewport();
    await expect(page.getByLabel('含有')).toHaveValue('');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page reads as a document', async ({ page }) => {
    await page.goto(pageOf(smallest));
    await expect(page.locator('.provision:visible')).toHaveCount(provisionsOf(smallest).length);
    await expect(page.locator('#filter')).toBeHidden();
    await expect(page.locator('#source-form')).toBeHidden();
    await expect(page.locator('noscript .notice')).toBeVisible();
  });
});

test('prints as a reference', async ({ page }) => {
  await page.goto(pageOf(smallest));
  await ready(page);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.policy-side', '#filter', '.source', '.shell-top']) {
    await expect(page.locator(hidden)).toBeHidden();
  }
  await expect(page.locator('.provision:visible')).toHaveCount(provisionsOf(smallest).length);
  const split = await page
    .locator('.parts > div')
    .evaluateAll((parts) => parts.filter((part) => getComputedStyle(part).breakInside !== 'avoid').length);
  expect(split).toBe(0);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0).toBeGreaterThan(3);
});

// A document that is made here: three sentences of it take the place of those that the page's first provisions cite.
const sentences = ['每户发给 2000 元，按年核定。', '村里应当公示七天，并留存记录', '应当公示七天'] as const;
const inventedText = `甲县办法\n\n一、${sentences[0]}\n二、${sentences[1]}；其余另定。\n`;
const digestOf = (sentence: string): string => createHash('sha256').update(sentence.replace(/\s/gu, '')).digest('hex');

async function invented(page: Page, id: string): Promise<void> {
  const digests = provisionsOf(id)
    .slice(0, sentences.length)
    .map(([, { quoteSha256 }]) => [quoteSha256].flat()[0] ?? '');
  await page.route(`**/policies/${id}/`, async (route) => {
    const response = await route.fetch();
    let html = await response.text();
    digests.forEach((digest, place) => {
      html = html.replaceAll(digest, digestOf(sentences[place] ?? ''));
    });
    await route.fulfill({ response, body: html });
  });
}

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('#source-file').setInputFiles({ name, mimeType: '', buffer });
}

const isDone = async (page: Page): Promise<void> => {
  await expect(page.locator('#document')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('#source-stop')).toBeHidden({ timeout: 60_000 });
};

test.describe('the document beside the rules', () => {
  const distinct = new Set(provisionsOf(smallest).flatMap(([, { quoteSha256 }]) => [quoteSha256].flat())).size;
  const names = provisionsOf(smallest).slice(0, 3);

  test.beforeEach(async ({ page }) => {
    test.slow();
    await invented(page, smallest);
    await page.goto(pageOf(smallest));
    await ready(page);
  });

  test('lights each sentence, inner ones too, and says how many there are', async ({ page }) => {
    await chooseFile(page, 'a.txt', Buffer.from(inventedText));
    await isDone(page);
    await expect(page.locator('#source-state')).toHaveText(
      `所引 ${distinct} 句中找到 3 句，${distinct - 3} 句没有找到。文本与编码时所据的不完全相同。`,
    );
    // Signs and words for screen readers are no part of the text.
    const text = await page.locator('#document-text').evaluate((pane) => {
      const copy = pane.cloneNode(true) as HTMLElement;
      for (const each of copy.querySelectorAll('.sign, .sr, .also')) each.remove();
      return copy.textContent;
    });
    expect(text).toBe(inventedText);
    const cited = await page.locator('.cited').evaluateAll((links) =>
      links.map((link) => {
        const copy = link.cloneNode(true) as HTMLElement;
        for (const each of copy.querySelectorAll('.sign, .sr')) each.remove();
        return [copy.textContent, link.getAttribute('href')];
      }),
    );
    const [first, second, third] = names.map(([name]) => `#${name}`);
    expect(cited).toEqual([
      [sentences[0], first],
      ['村里', second],
      [sentences[2], third],
      ['，并留存记录', second],
    ]);
    const lost = await page.locator('#source-lost li').count();
    expect(lost).toBe(provisionsOf(smallest).filter(([, each]) => [each.quoteSha256].flat().length > 0).length - 3);
  });

  test('a sentence leads to its rule, and a rule to its sentence', async ({ page }) => {
    await chooseFile(page, 'a.txt', Buffer.from(inventedText));
    await isDone(page);
    const [name = ''] = names[1] ?? [];
    const article = page.locator('.provision', { has: page.locator(`h3[id="${name}"]`) });
    await page.locator('.cited', { hasText: '并留存记录' }).hover();
    await expect(article).toHaveClass(/lit/);
    await page.locator('.cited', { hasText: '并留存记录' }).click();
    await expect(article.locator('h3')).toBeInViewport();
    expect(new URL(page.url()).hash).toBe(`#${name}`);
    await page.locator('#source').hover();
    await expect(article).not.toHaveClass(/lit/);
    await article.locator('.to-sentence').focus();
    await expect(page.locator('.cited.lit')).toHaveCount(3);
    await article.locator('.to-sentence').press('Enter');
    await expect(page.locator('.cited', { hasText: '村里' })).toBeFocused();
    await expect(page.locator('.cited', { hasText: '村里' })).toBeInViewport();
  });

  test('on a phone the text stands above the rules, with jumps', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await chooseFile(page, 'a.txt', Buffer.from(inventedText));
    await isDone(page);
    await page.locator('#source-show').click();
    await expect(page.locator('#document-title')).toBeInViewport();
    await page.locator('.cited').first().click();
    const article = page.locator('.provision').first();
    await expect(article.locator('h3')).toBeInViewport();
    await article.locator('.to-sentence').click();
    await expect(page.locator('.cited').first()).toBeInViewport();
  });

  for (const [what, name, bytes] of [
    ['GB18030', 'a.txt', gb18030(inventedText)],
    ['punctuation of another width', 'a.txt', Buffer.from(inventedText.replaceAll('，', ','))],
    ['Markdown', 'a.md', Buffer.from(inventedText.replace('2000', '**2000**'))],
  ] as const) {
    test(`reads ${what}`, async ({ page }) => {
      await chooseFile(page, name, bytes);
      await isDone(page);
      await expect(page.locator('#source-state')).toContainText('找到 3 句');
      if (what.startsWith('punctuation')) {
        await expect(page.locator('#source-state')).toContainText('其中 2 句只有标点的全角、半角');
      }
    });
  }

  test('takes pasted text', async ({ page }) => {
    await page.locator('.paste summary').click();
    await page.locator('#source-text').fill(inventedText);
    await page.getByRole('button', { name: '对照粘贴的文本' }).click();
    await isDone(page);
    await expect(page.locator('#source-state')).toContainText('找到 3 句');
  });

  test('says what is wrong with a file, and what to do', async ({ page }) => {
    for (const [name, bytes, message] of [
      ['a.pdf', Buffer.from('%PDF-1.7'), '这不是文本文件。请选 .txt、.md 或 .docx'],
      ['a.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), '旧版 Word 文档'],
      ['a.docx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1]), '可能已损坏或加密'],
      ['a.txt', Buffer.from(' '), '文本是空的'],
      ['a.txt', Buffer.alloc(5_000_001, 'a'), '文件超过 5 MB'],
    ] as const) {
      await chooseFile(page, name, bytes);
      await expect(page.locator('#source-state')).toContainText(message);
    }
    await expect(page.locator('#document')).toBeHidden();
  });

  test('keeps the text only if asked, and takes it back', async ({ page }) => {
    const kept = () => page.evaluate(() => localStorage.length + sessionStorage.length);
    await chooseFile(page, 'a.txt', Buffer.from(inventedText));
    await isDone(page);
    expect(await kept()).toBe(0);
    await page.getByLabel('把文本保留在本机').check();
    await expect(page.locator('#source-state')).toContainText('文本已保留在本机。');
    expect(await kept()).toBe(1);
    await page.reload();
    await isDone(page);
    await expect(page.locator('.cited')).toHaveCount(4);
    await page.getByRole('button', { name: '撤下文本' }).click();
    await expect(page.locator('#document')).toBeHidden();
    await expect(page.locator('.to-sentence')).toHaveCount(0);
    await expect(page.locator('#source-file')).toBeFocused();
    expect(await kept()).toBe(0);
  });

  test('can be stopped', async ({ page }) => {
    await page.locator('.paste summary').click();
    await page.locator('#source-text').fill('甲，乙。'.repeat(20_000));
    await page.getByRole('button', { name: '对照粘贴的文本' }).click();
    await page.getByRole('button', { name: '停止查找' }).click();
    await expect(page.locator('#source-state')).toHaveText('已停止查找。');
    await expect(page.locator('#document')).toBeHidden();
    await expect(page.locator('#source-file')).toBeFocused();
  });
});

/** Encoded through the decoder, which every browser and Node have; an encoder they have not. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second !== 0x7f) bytes.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
    }
  }
  return Buffer.from([...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (bytes.get(sign) ?? []))));
}

const sources = join(import.meta.dirname, '../../shared/sources');
const present = existsSync(sources);
test.describe('the texts of the documents', () => {
  test('are there where they have to be', () => {
    if (!present) console.warn('The texts of the documents are not there: they are not shown beside their rules.');
    if (process.env.CI) expect(present).toBe(true);
  });

  for (const id of ids) {
    test(`${id}: every sentence is found, in the text that it was made from`, async ({ page }) => {
      const file = join(sources, `${id}.txt`);
      test.skip(!present, 'the texts of the documents are not there');
      test.setTimeout(180_000);
      await page.goto(pageOf(id));
      await ready(page);
      await page.locator('#source-file').setInputFiles(file);
      await isDone(page);
      const distinct = new Set(provisionsOf(id).flatMap(([, { quoteSha256 }]) => [quoteSha256].flat())).size;
      await expect(page.locator('#source-state')).toHaveText(
        `所引 ${distinct} 句全部找到。文本与编码时所据的逐字节相同。`,
      );
      await expect(page.locator('#source-lost')).toBeHidden();
      await expect(page.locator('.to-sentence')).toHaveCount(provisionsOf(id).length);
      const degrees = await page.locator('[data-sentences]').allTextContents();
      expect(degrees.reduce((sum, count) => sum + Number(count), 0)).toBe(distinct);
      // Every provision can be reached from the text.
      const reached = await page
        .locator('#document-text a')
        .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')))].length);
      expect(reached).toBe(provisionsOf(id).length);
    });
  }
});
