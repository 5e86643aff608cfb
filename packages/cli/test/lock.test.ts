import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { changesOf, noticed } from '../scripts/released-changes.ts';
import { readPolicyFolder } from '../src/policy-folder.ts';
import { policyFolders } from '../src/policy-folders.ts';
import { lockProblems } from '../src/releases/lock.ts';
import { jingzhun } from './run-jingzhun.ts';

const root = new URL('../../rules/policies', import.meta.url).pathname;
const copy = join(mkdtempSync(join(tmpdir(), 'jingzhun-')), 'policies');
cpSync(root, copy, { recursive: true });
afterAll(() => rmSync(copy, { recursive: true }));

// All of them: pnpm released:changes, with its result in docs/evidence/released-changes.md.
describe.each(policyFolders(root))('the lock of $id', ({ folder }) => {
  const source = readPolicyFolder(folder);
  const changes = changesOf(source);

  it('is in order', () => {
    expect(lockProblems(folder, source)).toEqual([]);
  });

  it('notices changes all over the files, each where it is', () => {
    const step = Math.ceil(changes.length / 60);
    const some = changes.filter((_, place) => place % step === 0);
    expect(some.length).toBeGreaterThan(40);
    expect(some.filter((change) => !noticed(folder, source, change)).map(({ path }) => path.join('.'))).toEqual([]);
  });
});

describe('check', () => {
  const file = join(copy, 'ruyuan-2016', '2-1-4-education.yaml');
  const text = readFileSync(file, 'utf8');
  const check = () => jingzhun(['check', 'ruyuan-2016', '--policies', copy]);

  it('takes no notice of comments, spaces and the order of keys', async () => {
    writeFileSync(file, `# a comment\n\n${text.replaceAll('  - {', '  -   {')}\n# the end\n`);
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('says what was changed, from what to what, and on which line', async () => {
    const line = text.split('\n').findIndex((each) => each.includes('value: 3000'));
    expect(line).toBeGreaterThan(0);
    writeFileSync(file, text.replace('value: 3000', 'value: 3001'));
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toContain(`ruyuan-2016/2-1-4-education.yaml:${line + 1}`);
    expect(out).toContain('3000 → 3001');
  });

  it('says it also where the changed policy does not load', async () => {
    const [, fact = ''] = /fact: (person\.\w+)/.exec(text) ?? [];
    writeFileSync(file, text.replace(`fact: ${fact}`, `fact: ${fact}x`));
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toMatch(/is made and cannot change: .* → /);
    expect(out).toContain(`there is no "${fact}x"; is it "${fact}"?`);
  });

  it('finds a release whose content was changed, lost or never locked', async () => {
    writeFileSync(file, text);
    const frozen = join(copy, 'ruyuan-2016', 'releases', '1.0.0.json');
    const content = readFileSync(frozen, 'utf8');
    writeFileSync(frozen, content.replace('3000', '3001'));
    expect((await check()).out).toContain('differs from its locked digest');
    rmSync(frozen);
    expect((await check()).out).toContain('its content is gone');
    writeFileSync(frozen, content);
    writeFileSync(join(copy, 'ruyuan-2016', 'releases', '1.1.0.json'), content);
    expect((await check()).out).toContain('is not in policies.lock.json');
    rmSync(join(copy, 'ruyuan-2016', 'releases', '1.1.0.json'));
    expect(await check()).toMatchObject({ code: 0 });
  });
});
