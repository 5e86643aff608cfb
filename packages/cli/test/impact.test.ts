import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { jingzhun, policies } from './run-jingzhun.ts';

const root = mkdtempSync(join(tmpdir(), 'jingzhun-impact-'));
afterAll(() => rmSync(root, { recursive: true }));

const quote = '0'.repeat(64);
const draft = `policy: sample-2020
base: 1.0.0
kind: correction
changes: [{ zh: 助学金提高, en: More student aid }]
sections:
  1-aid:
    parameters:
      studentAid: { values: [{ from: 2020-01-01, value: 1500, quoteSha256: "${quote}" }] }
    rules:
      sample.aid.housing:
        when: { all: [{ fact: household.registered, operator: equal, value: true }, { fact: household.housing.dangerLevel, operator: equal, value: d }] }
      sample.exit.income:
        when: { fact: household.perCapitaDisposableIncome, operator: greaterThanInclusive, value: 4200.5 }
`;

/** The invented policies, with a draft that gives pupils more, houses of grade C nothing, and raises the income standard. */
const own = join(root, 'policies');
cpSync(policies, own, { recursive: true });
writeFileSync(join(own, 'sample-2020', 'draft.yaml'), draft);

const header = '户编号,人编号,姓名,行政村,贫困户属性,在校生状况,建档立卡贫困户,危房级别,人均可支配收入';
const content = [
  header,
  '9901,990101,合成一,一村,低保户,,是,D,3600',
  '9901,990102,合成二,一村,低保户,小学,是,D,3600',
  '9902,990201,合成三,=二村,低保户,,是,C,4200.4',
  '9903,990301,合成四,,,小学,是,C,4200.5',
  '9904,990401,合成五,一村,低保户,,是,,多',
  '9905,990501,合成六,一村,低保户,,否,A,100',
].join('\r\n');
const roster = join(root, 'roster.csv');
writeFileSync(roster, content);

const impact = (...args: string[]) =>
  jingzhun(['impact', 'sample-2020', 'draft', '--roster', roster, '--policies', own, ...args]);
const on = ['--on', '2020-09-01'];
const cells = (path: string): string[][] =>
  Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

describe.concurrent('impact', () => {
  test('says in words who gains and who loses, and what it comes to', async () => {
    const { code, out, err } = await impact(...on);
    expect([code, err]).toEqual([0, expect.stringContaining('第 6 行')]);
    const flat = out.replace(/\s+/g, '');
    expect(flat).toContain('花名册5户6人中：1户（2人）得益，1户（1人）受损，1户（1人）有得有失');
    expect(flat).toContain('由2,000元/年变为3,000元/年，差额+1,000元/年');
    expect(flat).toContain('由60,000元（一次性）变为20,000元（一次性）');
    expect(flat).toContain('其余1条没有变');
  });

  test('gives JSON alone, with the causes, the groups and the boundary cases', async () => {
    const { out } = await impact(...on, '--json');
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      households: 5,
      byHousehold: { gains: { households: 1, persons: 2 }, loses: { households: 1 }, mixed: { households: 1 } },
      equalRules: 1,
      affected: { count: 3 },
      problems: { count: 1 },
    });
    const aid = result.rules.find(({ rule }: { rule: string }) => rule === 'sample.aid.student');
    expect(aid.causes).toEqual([{ what: 'parameter', parameter: 'studentAid', before: 1000, after: 1500 }]);
    expect(aid.changes).toEqual(['助学金：1,000 元/人·年 → 1,500 元/人·年']);
    expect(result.groups.village.map(({ group }: { group: string | null }) => group)).toEqual(['一村', '=二村', null]);
    const income = result.boundaries.find(({ rule }: { rule: string }) => rule === 'sample.exit.income');
    expect(income.rows.map(({ value }: { value: number }) => value)).toEqual([3999.99, 4000, 4000.01, 4200.49, 4200.5]);
  });

  test('writes Markdown in both languages, or in the one asked for, that names nobody', async () => {
    const { out } = await impact(...on, '--markdown');
    expect(out).toMatch(/^## 政策调整的影响[\s\S]+\n---\n\n## Impact of the change/);
    expect(out).toContain('| 小学助学金 | 一 | 助学金：1,000 元/人·年 → 1,500 元/人·年 |');
    expect(out).toContain('| 收入达标 | 人均可支配收入 4,000 元/人·年 | 符合 | 不符合 | 不再符合 |');
    expect(out).toContain('| 4 | =二村 | 低保户 | 受损 |');
    expect(out).not.toMatch(/合成[一二三四五六]|990/);
    const english = await impact(...on, '--markdown', '--lang', 'en');
    expect(english.out).toMatch(/^## Impact of the change/);
    expect(english.out).not.toContain('---\n\n##');
  });

  test('writes a row for everyone affected and each rule, with cells that no spreadsheet runs', async () => {
    const csv = join(root, 'affected.csv');
    const { code } = await impact(...on, '--csv', csv);
    expect(code).toBe(0);
    const [head, ...rows] = cells(csv);
    expect(head?.slice(0, 4)).toEqual(['户首行', '行', '行政村', '户类型']);
    expect(rows.map((row) => [row[0], row[1], row[7], row[9], row[15]])).toEqual([
      ['2', '3', 'sample.aid.student', '金额增加', '500'],
      ['4', '4', 'sample.aid.housing', '不再享受', '-20000'],
      ['4', '4', 'sample.exit.income', '不再符合', ''],
      ['5', '5', 'sample.aid.student', '金额增加', '500'],
      ['5', '5', 'sample.aid.housing', '不再享受', '-20000'],
    ]);
    expect(rows[1]?.[2]).toBe("'=二村");
    expect(readFileSync(csv, 'utf8')).not.toContain('合成');
  });

  test('draws the charts, each in a file or all in one, without script', async () => {
    const folder = join(root, 'charts');
    const one = join(root, 'all.svg');
    await impact(...on, '--svg', folder);
    expect(readdirSync(folder).sort()).toEqual(
      [
        'distribution-1.svg',
        'distribution-2.svg',
        'measures-1.svg',
        'measures-2.svg',
        'types.svg',
        'villages.svg',
      ].sort(),
    );
    expect((await impact(...on, '--svg', one)).code).toBe(0);
    const svg = readFileSync(one, 'utf8');
    expect(svg.match(/<title id="/g)).toHaveLength(6);
    expect(svg).not.toMatch(/<script|href|url\(/);
  });

  test('takes the days from the names: two days of one policy', async () => {
    const { code, out } = await jingzhun([
      'impact',
      'sample-2020:2021-12-31',
      '2022-01-01',
      '--roster',
      roster,
      '--policies',
      own,
      '--json',
    ]);
    const result = JSON.parse(out);
    expect([code, result.before.on, result.after.on]).toEqual([0, '2021-12-31', '2022-01-01']);
    expect(result.rules.every(({ causes }: { causes: { what: string }[] }) => causes[0]?.what === 'leaves-force')).toBe(
      true,
    );
  });

  test('refuses what cannot be used with a line for people, and writes nothing', async () => {
    const csv = join(root, 'never.csv');
    const without = await impact('--csv', csv);
    expect([without.code, without.out]).toEqual([2, '']);
    expect(without.err).toContain('--on');
    const missing = await jingzhun([
      'impact',
      'sample-2020',
      'draft',
      '--roster',
      join(root, 'none.csv'),
      '--policies',
      own,
      ...on,
      '--csv',
      csv,
    ]);
    expect([missing.code, missing.err.trim().split('\n').length]).toEqual([2, 1]);
    const over = await impact(...on, '--csv', roster);
    expect(over.code).toBe(2);
    const nowhere = await impact(...on, '--csv', csv, '--svg', join(root, 'no', 'folder'));
    expect(nowhere.code).toBe(2);
    expect(existsSync(csv)).toBe(false);
    expect(readdirSync(root).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(readFileSync(roster, 'utf8')).toBe(content);
  });
});
