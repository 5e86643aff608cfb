import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ResultFolder } from './result-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'jingzhun-result-'));
afterAll(() => rmSync(root, { recursive: true }));

function publish(path: string, text: string, lost = false): void {
  const folder = new ResultFolder(path);
  writeFileSync(folder.place('rules.parquet'), text);
  // As if somebody had taken it away before it was whole.
  if (lost) rmSync(folder.unfinished, { recursive: true });
  try {
    folder.publish();
  } finally {
    folder.discard();
  }
}

it('a result that cannot be put in its place leaves the earlier one there', () => {
  const path = join(root, 'result');
  publish(path, 'first');
  publish(path, 'second');
  expect(() => publish(path, 'third', true)).toThrow('there is no such file or folder');
  expect(readFileSync(join(path, 'rules.parquet'), 'utf8')).toBe('second');
  expect(readdirSync(root)).toEqual(['result']);
});
