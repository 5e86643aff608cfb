import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ids, pageOf, provisionsOf, smallest } from './policies-files.ts';
import { expect, ready, test } from './policies-page.ts';
import { chooseFile, invented, inventedText, isDone, sentences } from './policies-source.ts';

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
