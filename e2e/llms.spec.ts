import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const dist = 'site/dist';

/** The file behind an address of the built site. */
const fileOf = (address: string): string => {
  const path = decodeURIComponent(new URL(address, 'http://site').pathname);
  return join(dist, path.endsWith('/') ? `${path}index.html` : path);
};

test('llms.txt is plain text that leads to guides, reference, policies and schemas, all of them there', async ({
  request,
}) => {
  const response = await request.get('/llms.txt');
  expect(response.headers()['content-type']).toContain('text/plain');
  const text = await response.text();
  expect(text).toMatch(/^# .+\n\n> .+\n/);
  const addresses = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\)/gm)].map(([, address = '']) => address);
  expect(addresses.filter((address) => !existsSync(fileOf(address)))).toEqual([]);

  const guides = globSync('docs/*.md').filter((name) => !name.endsWith('README.md'));
  const schemas = globSync(`${dist}/schemas/*.json`);
  const data = globSync(`${dist}/policies/*/*.json`);
  const api = globSync(`${dist}/{en/,}api/*/**/index.html`);
  expect(api.filter((name) => name.startsWith(`${dist}/en/`)).length).toBe(api.length / 2);
  for (const files of [guides, schemas, data, api]) expect(files.length).toBeGreaterThan(0);
  for (const name of guides) {
    const address = name.replace(/^(.*)\.md$/, (_, path) =>
      /\.zh-CN$/.test(path) ? `/${path.slice(0, -6)}/` : `/en/${path}/`,
    );
    expect(addresses).toContain(address);
  }
  for (const path of [...schemas, ...data]) expect(addresses).toContain(path.slice(dist.length));
  for (const path of api) expect(addresses).toContain(path.slice(dist.length, -'index.html'.length));
});

test('the index of policies is JSON, and every page, anchor and file that it names is there', async ({ request }) => {
  const response = await request.get('/policies/index.json');
  expect(response.headers()['content-type']).toContain('application/json');
  const { policies } = await response.json();
  expect(policies.length).toBe(globSync(`${dist}/policies/*/index.html`).length);
  for (const { id, page, releases, provisions } of policies) {
    const html = readFileSync(fileOf(page), 'utf8');
    for (const { version, digest, page, policy, files } of releases) {
      expect(existsSync(fileOf(page))).toBe(true);
      expect(JSON.parse(readFileSync(fileOf(policy), 'utf8'))).toMatchObject({ id, release: version, digest });
      expect(JSON.parse(readFileSync(fileOf(files), 'utf8')).policy.id).toBe(id);
    }
    for (const { id, page } of provisions) {
      expect(new URL(page, 'http://site').hash).toBe(`#${id}`);
      expect(html).toContain(`id="${id}"`);
    }
  }
});
