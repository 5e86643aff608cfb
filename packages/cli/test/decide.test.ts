import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decision } from '@jingzhun/schemas';
import { afterAll, describe, expect, test } from 'vitest';
import { jingzhun, policies, sample } from './run-jingzhun.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingzhun-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const pupil = '{"household":{"registered":true,"members":[{"id":"a","schoolStage":"primary"}]}}';

describe.concurrent('decide', () => {
  test('gives a decision as JSON and nothing else', async () => {
    const { code, out, err } = await sample('decide', [file('a.json', pupil), '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(decision.parse(JSON.parse(out))).toMatchObject({
      policy: { id: 'sample-2020', release: '1.0.0' },
      on: '2020-09-01',
      assessedOn: '2020-09-01',
      totals: [
        { unit: 'yuan', every: 'year', value: 1000, certain: 1000 },
        { unit: 'yuan', every: 'once', value: 20000, certain: 0 },
      ],
    });
  });

  test('reads standard input, with a byte order mark or without', async () => {
    const { code, out } = await sample('decide', ['-', '--json'], `\uFEFF${pupil}`);
    expect(code).toBe(0);
    expect(JSON.parse(out).findings).toHaveLength(3);
  });

  test('tells people what is met, what is missing and what would have to be otherwise', async () => {
    const poor =
      '{"household":{"registered":true,"perCapitaDisposableIncome":3600,"members":[{"id":"a","schoolStage":"primary"}]}}';
    const zh = await sample('decide', ['-'], poor);
    expect(zh.out).toContain('✓ 小学助学金  人 a  1,000 元/年  [一]');
    expect(zh.out).toContain('待补：危房等级');
    expect(zh.out).toContain('须人均可支配收入不低于 4,000 元/人·年（现为 3,600 元/人·年）');
    const en = await sample('decide', ['-', '--lang', 'en'], poor);
    expect(en.out).toContain('✓ Aid for primary pupils');
    expect(en.out).toContain('missing: danger level');
  });

  test('puts what is odd in the document on the finding it touches, in both languages', async () => {
    const county = file('county.json', '{"county":{"renovationHouseholdCount":5,"renovatedHouseholdCount":4}}');
    const question = ['decide', county, '--policy', 'ruyuan-2016', '--on', '2017-09-01'];
    const { out } = await jingzhun([...question, '--json']);
    const found = decision
      .parse(JSON.parse(out))
      .findings.find(({ rule }) => rule === 'ruyuan.housing.deadline-all-renovated');
    expect(found).toMatchObject({ status: 'unknown', daysLeft: 121 });
    const [{ zh, en } = { zh: '', en: '' }] = (found as { anomalies?: { zh: string; en: string }[] }).anomalies ?? [];
    expect(zh).toContain('2018年前');
    expect(en).toContain('before 2018');
    const bare = (text: string) => text.replace(/\s+/g, '');
    expect(bare((await jingzhun(question)).out)).toContain(bare(`! ${zh}`));
    expect(bare((await jingzhun([...question, '--lang', 'en'])).out)).toContain(bare(`! ${en}`));
  });

  test('answers a case a line with a decision or an error a line', async () => {
    const lines = file(
      'cases.jsonl',
      `\uFEFF${pupil}\r\n\r\n{"household":{"registred":true}}\n{"household":\n"text"\n${pupil}`,
    );
    const { code, out } = await sample('decide', [lines, '--lang', 'en']);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(answers.map((answer) => answer.error?.code ?? answer.policy.id)).toEqual([
      'sample-2020',
      'invalid-case',
      'invalid-json',
      'invalid-case',
      'sample-2020',
    ]);
    expect(answers[1]).toEqual({
      error: { code: 'invalid-case', path: 'household.registred', message: expect.stringContaining('registered') },
    });
  });

  test('answers a line of JSON whatever signs an id holds', async () => {
    const id = 'a\u200b\u202e\ufeff';
    const line = JSON.stringify({ household: { registered: true, members: [{ id, schoolStage: 'primary' }] } });
    const { out } = await sample('decide', [file('signs.jsonl', line)]);
    expect(JSON.parse(out).findings[0].subject.id).toBe(id);
  });

  test('ends with 0 where every line can be decided', async () => {
    expect((await sample('decide', [file('good.jsonl', `${pupil}\n${pupil}\n`)])).code).toBe(0);
  });

  test('names every problem of a case, one a line, in both languages', async () => {
    const { code, out, err } = await sample(
      'decide',
      ['-', '--json'],
      '{"household":{"registred":true,"type":"wubaa"}}',
    );
    expect([code, out]).toEqual([2, '']);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringContaining('household.registred'),
      expect.stringContaining('household.type'),
    ]);
    expect(err).toMatch(/是否为 wubao.*\| .*did you mean wubao/);
  });

  test.each([
    ['a value that is missing', '{\n  "household": {\n    "registered": \n  }\n}', 'broken.json:4', 'line 4, column 3'],
    ['a comma too many', '{"a": [1,]}', 'broken.json:1', 'line 1, column 10'],
    ['text after the end', '{} x', 'broken.json:1', 'line 1, column 4'],
    ['a key without quotes', '{a: 1}', 'broken.json:1', 'line 1, column 2'],
    ['an end too early', '{"a": "b', 'broken.json:1', 'line 1, column 7'],
    ['nothing', '', 'broken.json', 'is empty'],
  ])('says where the JSON goes wrong: %s', async (name, text, place, where) => {
    const sub = mkdtempSync(join(folder, 'j-'));
    const path = join(sub, 'broken.json');
    writeFileSync(path, text);
    const { code, err } = await sample('decide', [path]);
    expect([code, name]).toEqual([2, name]);
    expect(err).toContain(place);
    expect(err).toContain(where);
  });

  test.each([
    ['text that is no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'UTF-8'],
    ['a key that reaches the prototype', '{"household":{"__proto__":{"registered":true}}}', '__proto__'],
    ['nesting without end', `${'['.repeat(200_000)}`, 'JSON'],
    ['a list in place of a case', '[]', 'case'],
    ['a number in place of a case', '1e999', 'case'],
  ])('refuses %s without a stack trace', async (_, content, says) => {
    const sub = mkdtempSync(join(folder, 'h-'));
    writeFileSync(join(sub, 'x.json'), content);
    const { code, out, err } = await sample('decide', [join(sub, 'x.json')]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  test.each([
    [['--policy', 'sample-2002', '--on', '2020-09-01'], 'did you mean sample-2020?'],
    [['--policy', '__proto__', '--on', '2020-09-01'], 'sample-2020'],
    [['--policy', 'sample-2020', '--on', '2020-9-1'], 'such as 2020-09-01'],
    [['--policy', 'sample-2020', '--on', '2021-02-29'], 'is no date'],
    [['--policy', 'sample-2020', '--on', '1850-01-01'], '--on  1850-01-01 不在 1900 至 2100 年之内'],
    [['--policy', 'sample-2020', '--on', '2020-09-01', '--assessed-on', '2101-01-01'], 'the years 1900 to 2100'],
    [['--policy', 'sample-2020', '--on', '2020-09-01', '--assessed-on', 'today'], '--assessed-on'],
    [['--policy', 'sample-2020', '--on', '2020-09-01', '--release', '2.0.0'], 'there is 1.0.0'],
    [['--policy', 'sample-2020', '--on', '2020-09-01', '--lang', 'fr'], 'zh or en'],
    [['--policy', 'sample-2020'], '用法有误：缺少选项 --on <date> | '],
    [['--policy', 'sample-2020', '--on', '2020-09-01', '--jsn'], '--json'],
  ])('refuses %j with the right form', async (args, says) => {
    const { code, out, err } = await jingzhun(['decide', '-', ...args, '--policies', policies], pupil);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  test('tells what a policy asks about where the case has none of it', async () => {
    const { code, out } = await sample('decide', ['-'], '{}');
    expect([code, out]).toEqual([0, expect.stringMatching(/没有本政策所问的对象，应有下列之一：.*household/)]);
    expect(out).not.toContain('符合 0 项');
  });

  test('says that there is no such file', async () => {
    const { code, err } = await sample('decide', [join(folder, 'nowhere.json')]);
    expect([code, err]).toEqual([2, expect.stringContaining('没有此文件')]);
  });
});
