import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { width } from '../src/wording/width.ts';

const script = fileURLToPath(new URL('../../../scripts/start.ts', import.meta.url));

test('the overview of a county shows counts, plan figures, capital and the conflict, within 80 columns', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--conditions=@jingzhun/source', script], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect(stderr).toBe('');
  for (const shown of [
    '2,944 户 7,508 人',
    '107,040,000 元',
    '10,704,000 元/年',
    '44,160 千瓦',
    '22,950 千瓦',
    '一致 agrees',
  ]) {
    expect(stdout).toContain(shown);
  }
  // Every printed baseline figure comes out of the synthetic roster.
  expect(stdout).not.toContain('不符 differs');
  const wide = stdout.split('\n').filter((line) => width(line) > 80);
  expect(wide).toEqual([]);
});
