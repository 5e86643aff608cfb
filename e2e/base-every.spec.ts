import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { brokenLinks } from './built-links.ts';

const base = '/rules/';

test('below a path of its host the site leads nowhere else: pages, scripts, styles, what is kept offline, the one file', () => {
  // It is built here, once more.
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-base-'));
  const inSite = { cwd: 'site', env: { ...process.env, SITE_BASE: base }, stdio: 'pipe' } as const;
  try {
    execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], inSite);
    execFileSync(process.execPath, ['scripts/single.mjs', folder], inSite);
    const { pages, links, broken } = brokenLinks(folder, base);
    expect(pages).toBeGreaterThan(50);
    expect(links).toBeGreaterThan(1000);
    expect(broken).toEqual([]);

    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const kept = [...read('sw.js').matchAll(/url:"([^"]*)"/g)].map(([, url = '']) => url);
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.filter((url) => !url.startsWith(base))).toEqual([]);
    const { start_url: start, scope, icons } = JSON.parse(read('manifest.webmanifest'));
    expect([start, scope, ...icons.map(({ src }: { src: string }) => src)].every((url) => url.startsWith(base))).toBe(
      true,
    );
    // Addresses that scripts make begin with the base that was built into them.
    const parts = /["'`]\/(?:calc|card|compare|docs|embed|en|offline|pagefind|policies|roster|search)\//;
    const scripts = globSync('_astro/*.js', { cwd: folder });
    expect(scripts.filter((name) => parts.test(read(name)))).toEqual([]);
    expect(scripts.some((name) => read(name).includes(base))).toBe(true);
    for (const name of ['jingzhun.html', 'jingzhun-en.html']) {
      const inside = [...read(name).matchAll(/\shref="([^"]*)"/g)].map(([, address = '']) => address);
      expect(inside.length).toBeGreaterThan(100);
      expect(inside.filter((address) => address.startsWith('/'))).toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
