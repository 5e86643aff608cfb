import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { provisionsOf } from './policies-files.ts';
import { expect } from './policies-page.ts';

// A document that is made here: three sentences of it take the place of those that the page's first provisions cite.
export const sentences = ['每户发给 2000 元，按年核定。', '村里应当公示七天，并留存记录', '应当公示七天'] as const;
export const inventedText = `甲县办法\n\n一、${sentences[0]}\n二、${sentences[1]}；其余另定。\n`;
const digestOf = (sentence: string): string => createHash('sha256').update(sentence.replace(/\s/gu, '')).digest('hex');

export async function invented(page: Page, id: string): Promise<void> {
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

export async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('#source-file').setInputFiles({ name, mimeType: '', buffer });
}

export const isDone = async (page: Page): Promise<void> => {
  await expect(page.locator('#document')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('#source-stop')).toBeHidden({ timeout: 60_000 });
};
