import { filesOf, ids, lock, pageOf, provisionsOf, versionsOf } from './policies-files.ts';
import { expect, test } from './policies-page.ts';

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
                  text.replace(/SHA-256|UTF-8|UTF-16|GB18030|GBK|JavaScript|kW|\.(txt|md|docx)|[A-D]级|WPS|Word/g, ''),
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

    test('its releases have pages of their own, with the digest of the lock', async ({ page }) => {
      const [first] = versionsOf(id);
      for (const version of versionsOf(id)) {
        await page.goto(`${pageOf(id)}${version}/`);
        const { digest } = lock[id][version];
        const own = page.locator('.releases li', { has: page.locator('[aria-current]') });
        await expect(own).toContainText(digest);
        await expect(page.locator('main')).not.toHaveAttribute('data-pagefind-body');
        // The first changed nothing: what it is stands open, and nothing is counted.
        await expect(page.locator('.releases details')).toHaveCount(version === first ? 0 : 1);
        if (version === first) {
          await expect(own).not.toContainText('改动');
          continue;
        }
        // What it changed alone is told, and folded where it is much: the provisions come sooner.
        const changes = own.locator('details');
        const many = (await changes.getByRole('listitem', { includeHidden: true }).count()) > 3;
        expect(await changes.getAttribute('open')).toBe(many ? null : '');
      }
      await page.goto(pageOf(id));
      await expect(page.locator('main')).toHaveAttribute('data-pagefind-body', '');
    });
  });
}
