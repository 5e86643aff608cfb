import type { Page } from '@playwright/test';

/** Chinese names and values of a few characters that stand in two lines, and where they are torn. */
export function tornIn(page: Page, within: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const torn: string[] = [];
    for (const part of document.querySelectorAll(selector)) {
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const range = document.createRange();
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(
          /(?<!\p{L})\p{Script=Han}{2,8}(?!\p{L})/gu,
        )) {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) torn.push(word);
        }
      }
    }
    return torn;
  }, within);
}
