import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'jingzhun-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

const guides = ['for-policy-teams.md', 'for-policy-teams.zh-CN.md'];

function draftOf(guide: string): string {
  const [, draft] = /^```yaml\n([\s\S]*?)^```/m.exec(readFileSync(join(root, 'docs', guide), 'utf8')) ?? [];
  if (draft === undefined) throw new Error(`${guide} shows no draft`);
  return draft;
}

describe('whoever writes the draft that the guide shows can release it', () => {
  it.each(guides)('%s', (guide) => {
    const policies = join(folder, guide);
    cpSync(join(root, 'packages/rules/policies'), policies, { recursive: true });
    writeFileSync(join(policies, 'ruyuan-2016/draft.yaml'), draftOf(guide));
    const command = [join(root, 'packages/cli/src/cli.ts'), 'release', 'ruyuan-2016', '--policies', policies];
    const { status, stderr } = spawnSync(process.execPath, ['--conditions=@jingzhun/source', ...command], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});
