import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Analysis } from '@jingzhun/rules/analyse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faulty, jingzhun, policies } from './run-jingzhun.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingzhun-analyse-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the invented policies in which a text of the aid section is another. */
function changed(name: string, from: string, to: string): string {
  const root = join(folder, name);
  cpSync(policies, root, { recursive: true });
  const path = join(root, 'sample-2020/1-aid.yaml');
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`the sample has no ${from}`);
  writeFileSync(path, text.replace(from, to));
  return root;
}

const idle = [
  'value: 4000 }',
  'value: 4000 }\n    delivered: { fact: household.perCapitaDisposableIncome, operator: greaterThan, value: 3000 }',
] as const;
const idleId = 'idle-condition:sample.exit.income:delivered:household.perCapitaDisposableIncome';

describe('jingzhun analyse', () => {
  it('finds nothing in a sound policy, says what it looked at, and ends with 0', async () => {
    const { code, out, err } = await jingzhun(['analyse', 'sample-2020', '--policies', policies, '--lang', 'en']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Nothing was found');
    expect(out).toMatch(/What was looked at\n {2}\d+ rules/);
  });

  it('says in words what it found, with the case and what is decided of it, and ends with 1', async () => {
    const root = changed('words', ...idle);
    const { code, out } = await jingzhun(['analyse', 'sample-2020', '--policies', root]);
    expect(code).toBe(1);
    expect(out).toContain('不起作用的条件  [一]  2020-01-01');
    expect(out).toMatch(/案例：.*人均可支配收入：4,000 元\/人·年/);
    expect(out).toContain('→ “收入达标”：符合');
    expect(out).toContain(idleId);
  });

  it('prints JSON alone, the same findings', async () => {
    const root = changed('json', ...idle);
    const { code, out, err } = await jingzhun(['analyse', 'sample-2020', '--policies', root, '--json']);
    const analysis = JSON.parse(out) as Analysis & { accepted: unknown[]; stale: unknown[] };
    expect([code, err]).toEqual([1, '']);
    expect(analysis.findings.map(({ id }) => id)).toEqual([idleId]);
    expect([analysis.accepted, analysis.stale]).toEqual([[], []]);
  });

  it('sets apart what is accepted, with the reason, and tells what no longer is there', async () => {
    const root = changed('accepted', ...idle);
    const accept = (id: string) => `  - finding: ${id}\n    why: { zh: 文件如此, en: The document says so }\n`;
    const file = join(root, 'sample-2020/analysis.yaml');
    writeFileSync(file, `accepted:\n${accept(idleId)}`);
    const sound = await jingzhun(['analyse', 'sample-2020', '--policies', root, '--lang', 'en']);
    expect(sound.code).toBe(0);
    expect(sound.out).toContain('accepted: The document says so');
    writeFileSync(file, `accepted:\n${accept(idleId)}${accept('gap:sample.aid:person.schoolStage:x')}`);
    const stale = await jingzhun(['analyse', 'sample-2020', '--policies', root, '--lang', 'en']);
    expect(stale.code).toBe(1);
    expect(stale.out).toContain('Accepted, and no longer found\n  gap:sample.aid:person.schoolStage:x');
  });

  it('refuses an analysis.yaml of another form, with its line', async () => {
    const root = changed('form', ...idle);
    writeFileSync(join(root, 'sample-2020/analysis.yaml'), 'accepted:\n  - finding: x\n');
    const { code, out, err } = await jingzhun(['analyse', 'sample-2020', '--policies', root]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('sample-2020/analysis.yaml:2');
  });

  it('writes Markdown in both languages', async () => {
    const root = changed('markdown', ...idle);
    const { out } = await jingzhun(['analyse', 'sample-2020', '--policies', root, '--markdown']);
    expect(out).toContain('## 分析：sample-2020 1.0.0');
    expect(out).toContain('## Analysis: sample-2020 1.0.0');
    expect(out).toContain(`\`${idleId}\``);
  });

  it('asks of one day, or of another edition', async () => {
    const root = changed('day', ...idle);
    const day = await jingzhun(['analyse', 'sample-2020', '--policies', root, '--on', '2019-01-01', '--lang', 'en']);
    expect([day.code, day.out.includes('0 rules')]).toEqual([0, true]);
    expect((await jingzhun(['analyse', 'sample-2020', '--policies', root, '--on', '2020-13-01'])).code).toBe(2);
    expect((await jingzhun(['analyse', 'sample-2020@9.0.0', '--policies', root])).code).toBe(2);
    await jingzhun(['revise', 'sample-2020', '--from', '2021-01-01', '--policies', root]);
    const draft = await jingzhun(['analyse', 'sample-2020@draft', '--policies', root]);
    expect(draft.out).toMatch(/^sample-2020 1\.1\.0-draft\n/);
  });

  it('tells a missing citation with its line, and goes on', async () => {
    const root = changed(
      'uncited',
      'value: 1000,\n          quoteSha256: &q "0000000000000000000000000000000000000000000000000000000000000000",',
      'value: 1000,',
    );
    const text = readFileSync(join(root, 'sample-2020/1-aid.yaml'), 'utf8').replaceAll('*q', `"${'0'.repeat(64)}"`);
    writeFileSync(join(root, 'sample-2020/1-aid.yaml'), text);
    const { code, out } = await jingzhun(['analyse', 'sample-2020', '--policies', root]);
    expect(code).toBe(1);
    expect(out).toMatch(/没有引文 {2}\[一\] {2}sample-2020\/1-aid\.yaml:\d+/);
    expect(out).toContain('“小学助学金”：符合，1,000 元');
    expect(out).toContain('这个值略有变动');
  });

  it('tells faults of the files as they are, and looks at nothing else', async () => {
    const { code, out } = await jingzhun(['analyse', 'broken-2020', '--policies', faulty]);
    expect(code).toBe(1);
    expect(out).toContain('文件有误');
    expect(out).toContain('其余未分析');
    expect(out).toContain('案例：空案例');
    expect(out).toContain('任何案例都不予判定');
  });
});
