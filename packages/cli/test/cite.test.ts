import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jingzhun } from './run-jingzhun.ts';

const sources = new URL('../../../../shared/sources/', import.meta.url).pathname;
const present = existsSync(sources);
if (!present) console.warn('The texts of the documents are not there: their citations are not proved.');

test('the texts are there where they have to be', () => {
  if (process.env.CI) expect(present).toBe(true);
});

const documents = present ? readdirSync(sources).filter((name) => name.endsWith('.txt')) : [];

// A sentence that is not there takes longest: everything is tried for it.
describe.each(documents)('cite %s', (name) => {
  const id = name.replace('.txt', '');
  const source = join(sources, name);

  test('proves every citation and says where it stands', async () => {
    const { code, out, err } = await jingzhun(['cite', id, '--source', source, '--json']);
    expect([code, err]).toEqual([0, '']);
    const { policy, source: file, found, proofs } = JSON.parse(out);
    expect([policy, file.same]).toEqual([id, true]);
    expect(found).toBe(proofs.length);
    expect(found).toBeGreaterThan(40);
    const text = readFileSync(source, 'utf8');
    for (const { offset, length, line } of proofs) {
      expect(length).toBeGreaterThan(3);
      expect(text.slice(0, offset).split('\n')).toHaveLength(line);
    }
  });

  test('fails on a changed sentence and names its provision', async () => {
    const text = readFileSync(source, 'utf8');
    const changed = join(mkdtempSync(join(tmpdir(), 'jingzhun-')), name);
    const middle = Math.round(text.length / 2);
    writeFileSync(changed, `${text.slice(0, middle)}甲${text.slice(middle + 1)}`);
    const { code, out: told } = await jingzhun(['cite', id, '--source', changed, '--lang', 'en']);
    expect(code).toBe(1);
    expect(told).toMatch(/^✗ [a-z]+(\.[a-z0-9-]+)+ .*not in the text, or was changed$/m);
    expect(told).toContain('the text is not byte for byte the one that was encoded');
  });
});

describe.concurrent('cite', () => {
  test('of a file that is not there ends with 2', async () => {
    const { code, out, err } = await jingzhun(['cite', 'ruyuan-2016', '--source', 'nowhere.txt']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/--source .*无法读取.*\| .*cannot be read/);
  });

  test('of a policy that is not there ends with 2', async () => {
    const { code, err } = await jingzhun(['cite', 'ruyuan-2061', '--source', 'nowhere.txt']);
    expect([code, err]).toEqual([2, expect.stringContaining('ruyuan-2016')]);
  });
});
