import { expect, test } from '@playwright/test';
import { brokenLinks } from './built-links.ts';

test('every link of the built site leads somewhere, and every anchor is there', () => {
  const { pages, links, broken } = brokenLinks('site/dist', '/');
  expect(pages).toBeGreaterThan(50);
  expect(links).toBeGreaterThan(1000);
  expect(broken).toEqual([]);
});
