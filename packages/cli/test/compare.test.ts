import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jingzhun, policies } from './run-jingzhun.ts';

const quote = '1'.repeat(64);

/** The invented policy with a draft beside it that changes a value, a condition, an outcome, a text and more. */
const draft = `
policy: sample-2020
base: 1.0.0
kind: amendment
from: 2021-01-01
changes:
  - { zh: 提高助学金, en: Student aid rises, from: 2021-01-01 }
sections:
  1-aid:
    parameters:
      studentAid:
        values:
          - from: 2021-01-01
            value: 1200
            amendedBy: { document: "虚构〔2020〕9号 | 附件", clause: 一 }
            quoteSha256: "${quote}"
    rules:
      sample.aid.housing:
        amended:
          - from: 2021-01-01
            when:
              all:
                - { fact: household.registered, operator: equal, value: true }
                - { fact: household.housing.dangerLevel, operator: in, value: [b, c, d] }
            amendedBy: { document: 虚构〔2020〕9号, clause: 二 }
            quoteSha256: "${quote}"
      sample.aid.student:
        reading: { zh: "以在读 | 学段<为>准。", en: "The *stage* of school | decides." }
      sample.aid.warmth:
        kind: entitlement
        subject: household
        title: { zh: 取暖补助, en: Aid for heating }
        force: { from: 2021-01-01 }
        when: { fact: household.perCapitaDisposableIncome, operator: lessThan, value: 4000 }
        grant: { what: aid, amount: 300, unit: yuan, per: household, every: year }
        quoteSha256: "${quote}"
`;

const folder = mkdtempSync(join(tmpdir(), 'jingzhun-'));
cpSync(policies, folder, { recursive: true });
writeFileSync(join(folder, 'sample-2020', 'draft.yaml'), draft);

const compare = (...args: string[]) => jingzhun(['compare', ...args, '--policies', folder]);

describe.concurrent('compare', () => {
  test('tells a group of exclusive provisions by their titles', async () => {
    const file = join(folder, 'fewer.yaml');
    writeFileSync(
      file,
      'policy: ruyuan-2016\nbase: 1.0.0\nkind: correction\nchanges: []\nsections:\n  2-1-5-housing: { exclusive: null }\n',
    );
    const { out } = await jingzhun(['compare', 'ruyuan-2016', file, '--markdown', '--lang', 'en']);
    expect(out).toContain('- Group removed: County subsidy for a new house, County subsidy for repair\n');
    expect(out).not.toContain('{"');
  });

  test('tells of a rule that is taken away what it granted', async () => {
    const file = join(folder, 'without.yaml');
    const text = 'policy: sample-2020\nbase: 1.0.0\nkind: correction\nchanges: []\n';
    writeFileSync(file, `${text}sections:\n  1-aid: { rules: { sample.aid.student: null } }\n`);
    const { out } = await compare('sample-2020', file, '--markdown', '--lang', 'zh');
    expect(out).toContain('给付：助学金（1,000 元/人·年）\n');
  });

  test('prints the comparison as JSON', async () => {
    const { code, out, err } = await compare('sample-2020', 'draft', '--json');
    expect([code, err]).toEqual([0, '']);
    const { before, after, differences } = JSON.parse(out);
    expect([before.release, after.release]).toEqual(['1.0.0', '1.1.0-draft']);
    expect(differences[0]).toMatchObject({
      of: 'parameter',
      name: 'studentAid',
      before: 1000,
      after: 1200,
      from: '2021-01-01',
      usedBy: ['sample.aid.student'],
    });
  });

  test('says for people what changes, from when, by which document and for which provisions', async () => {
    const { code, out } = await compare('sample-2020', 'draft');
    expect(code).toBe(0);
    expect(out).toContain('1 项参数、2 条规定（新增 1）有变，影响 3 条规定的判定。');
    expect(out).toMatch(/助学金 {2}1,000 元\/人·年 → 1,200 元\/人·年 {2}自 2021-01-01\s+起/);
    const flat = out.replace(/\n\s+/g, '');
    expect(flat).toContain(
      '危房等级为以下之一：C级、D级 → 危房等级为以下之一：B级、C级、D级（依据 虚构〔2020〕9号 二）',
    );
    expect(flat).toContain('条件：人均可支配收入低于 4,000 元/人·年');
    expect(flat).toContain('给付：300 元/年');
  });

  test('says it in English', async () => {
    const { out } = await compare('sample-2020', 'draft', '--lang', 'en');
    expect(out.replace(/\n\s*/g, ' ')).toContain(
      'Changed: 1 parameter, 2 provisions (1 added); the decisions of 3 provisions can differ.',
    );
    expect(out).not.toMatch(/[一-龥]{6,}(?!.*虚构)/);
  });

  test('is Markdown in both languages, or in the one asked for', async () => {
    const [{ out: both }, { out: english }] = await Promise.all([
      compare('sample-2020', 'draft', '--markdown'),
      compare('sample-2020', 'draft', '--markdown', '--lang', 'en'),
    ]);
    const [zh = '', en = ''] = both.split('\n---\n\n');
    expect(zh).toContain('| 参数 | 原 | 现 |');
    expect(en.trim()).toBe(english.trim());
  });

  test('escapes in Markdown what would break a table or be taken for a tag', async () => {
    const { out } = await compare('sample-2020', 'draft', '--markdown');
    const rows = out.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(8);
    expect(out).toContain('以在读 \\| 学段&lt;为&gt;准。');
    expect(out).toContain('The \\*stage\\* of school');
    // Text alone is folded away.
    expect(out.indexOf('<details>')).toBeLessThan(out.indexOf('以在读 \\|'));
  });

  test('of two days tells what is in force and which values hold', async () => {
    const { code, out } = await compare('sample-2020@draft:2020-12-31', '2021-01-01', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('Enter force\n    Aid for heating (sample.aid.warmth)');
    expect(out).toContain('1,000 yuan/person/year → 1,200 yuan/person/year');
  });

  test('of the same finds nothing, and ends with 0', async () => {
    const { code, out } = await compare('sample-2020', 'sample-2020');
    expect([code, out]).toEqual([0, expect.stringContaining('两者内容相同')]);
  });

  test('of two policies runs through', async () => {
    const { code, out, err } = await jingzhun(['compare', 'ruyuan-2016', 'huadu-2016', '--lang', 'en']);
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toMatch(/undefined|\[object|NaN/);
  });

  test('of what is not there ends with 2 and writes nothing', async () => {
    const { code, out, err } = await compare('sample-2020', '9.9.9');
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect((await compare('sample-2020', 'draft', '--lang', 'fr')).code).toBe(2);
    expect((await compare('sample-2020', './none.yaml')).err).toMatch(
      /none\.yaml {2}没有此草稿文件 \| there is no such draft\n$/,
    );
  });
});

describe.concurrent('timeline', () => {
  test('says on which days what starts, ends and changes', async () => {
    const { code, out } = await jingzhun(['timeline', 'sample-2020@draft', '--policies', folder]);
    expect(code).toBe(0);
    const days = [...out.matchAll(/^(\d{4}-\d\d-\d\d) –/gm)].map(([, day]) => day);
    expect(days).toEqual(['2020-01-01', '2021-01-01', '2022-01-01']);
    expect(out).toContain('+ 取暖补助');
    expect(out).toMatch(/~ 助学金 {2}1,000 元\/人·年 → 1,200 元\/人·年/);
  });

  test('is JSON where it is asked for', async () => {
    const { out } = await jingzhun(['timeline', 'sample-2020', '--policies', folder, '--json']);
    const { policy, regimes } = JSON.parse(out);
    expect(policy).toBe('sample-2020');
    expect(regimes.map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([
      ['2020-01-01', '2021-12-31'],
      ['2022-01-01', null],
    ]);
  });

  test('of what comes with the command names no raw key where there is a label', async () => {
    const { out } = await jingzhun(['timeline', 'ruyuan-2016', '--lang', 'en']);
    expect(out).not.toMatch(/undefined|\[object|NaN/);
  });
});

test.each([
  ['comparing.md', 'en'],
  ['comparing.zh-CN.md', 'zh'],
])('the example of docs/%s is what the command prints', async (page, language) => {
  const text = readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8');
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  const [, example = ''] = /````markdown\n([\s\S]*?)````/.exec(text) ?? [];
  const file = join(mkdtempSync(join(tmpdir(), 'jingzhun-')), 'draft.yaml');
  writeFileSync(file, yaml);
  const { out } = await compare('sample-2020', file, '--markdown', '--lang', language);
  expect(example.trim()).toBe(out.trim());
});
