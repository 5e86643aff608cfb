import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

test('every test that a page names is in the repository', () => {
  const texts = readdirSync(import.meta.dirname).map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  const named = new Set(texts.flatMap((text) => text.match(/e2e\/[\w-]+(?:\.spec)?\.ts/g) ?? []));
  expect(named.size).toBeGreaterThan(5);
  expect([...named].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
