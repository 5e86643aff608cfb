import { existsSync, linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { sample } from './run-jingzhun.ts';

const root = mkdtempSync(join(tmpdir(), 'jingzhun-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder of its own with a roster in it. */
function place(content: string | Uint8Array, name = 'roster.csv') {
  const folder = mkdtempSync(join(root, 'r-'));
  const input = join(folder, name);
  writeFileSync(input, content);
  return { folder, input, out: join(folder, 'out.csv'), errors: join(folder, 'errors.csv') };
}

const rows = (path: string): string[][] =>
  Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

const header = '备注,户编号,人编号,姓名,证件号码,与户主关系,在校生状况,建档立卡贫困户,危房级别,人均可支配收入';
const good = [
  header,
  '甲,9901,990101,合成一,,户主,,是,D,3600',
  '乙,9901,990102,合成二,,之子,小学,是,D,3600',
  '丙,9902,990201,合成三,,户主,,是,,4200.5',
].join('\r\n');

describe.concurrent('roster', () => {
  test('writes the original columns in order, then conclusion, amount, basis and reason', async () => {
    const { input, out, errors } = place(good);
    const { code, err } = await sample('roster', [input, '--out', out, '--errors', errors]);
    expect([code, err]).toEqual([0, expect.stringContaining('备注')]);
    const text = readFileSync(out, 'utf8');
    expect(text.startsWith(`\uFEFF${header},结论,金额,依据,原因\r\n`)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    const [, first, second, third] = rows(out);
    expect(first?.slice(0, 10)).toEqual(good.split('\r\n')[1]?.split(','));
    expect(first?.slice(10)).toEqual([
      '符合：危房改造补助；不符合 2 项',
      '危房改造补助 20,000 元（一次性）',
      '一',
      expect.stringContaining('收入达标：须人均可支配收入不低于 4,000'),
    ]);
    expect(second?.slice(10, 13)).toEqual(['符合：小学助学金', '小学助学金 1,000 元/年', '一']);
    expect(third?.[10]).toBe('符合：收入达标；待补充：危房改造补助；不符合 1 项');
    expect(third?.[13]).toContain('待补：危房等级');
    expect(rows(errors)).toHaveLength(1);
  });

  test('gives the summary as JSON alone', async () => {
    const { input, out } = place(good);
    const { out: text } = await sample('roster', [input, '--out', out, '--json']);
    const summary = JSON.parse(text);
    expect(summary).toMatchObject({ encoding: 'UTF-8', households: 2, persons: 3, rowsLeftOut: 0, problems: 0 });
    expect(summary.measures.find(({ rule }: { rule: string }) => rule === 'sample.aid.housing')).toMatchObject({
      findings: { met: 1, unknown: 1, unmet: 0 },
      households: 1,
      amounts: [{ unit: 'yuan', every: 'once', certain: 20000, possible: 40000 }],
    });
    expect(summary.totals).toEqual([
      { unit: 'yuan', every: 'year', certain: 1000, possible: 1000 },
      { unit: 'yuan', every: 'once', certain: 20000, possible: 40000 },
    ]);
  });

  test.each(['utf8', 'gb18030', 'utf16le'] as const)('reads %s and says so', async (encoding) => {
    const { input, out } = place(iconv.encode(good, encoding, { addBOM: encoding !== 'gb18030' }));
    const { code, out: text } = await sample('roster', [input, '--out', out]);
    expect(code).toBe(0);
    expect(text).toContain({ utf8: '编码 UTF-8', gb18030: '编码 GB18030 (GBK)', utf16le: '编码 UTF-16 LE' }[encoding]);
    expect(rows(out)[1]?.[3]).toBe('合成一');
  });

  test('takes a file at its mark: where it is not the UTF-8 it says, the row is named', async () => {
    const marked = Buffer.concat([
      iconv.encode(good, 'utf8', { addBOM: true }),
      Buffer.from('\r\n丁,9903,\xff', 'latin1'),
    ]);
    const { input, out } = place(marked);
    const { code, err } = await sample('roster', [input, '--out', out]);
    expect(code).toBe(2);
    expect(err).toContain('row 5 has characters that are neither UTF-8');
  });

  test('puts bad rows and cells in the errors file and goes on with the good ones', async () => {
    const { input, out, errors } = place(
      `${good}\r\n丁,9903,990301,合成四,,户主,幼教,是,,\r\n戊,,990401,合成五,,户主,,是,,\r\n己,9905\r\n`,
    );
    const { code } = await sample('roster', [input, '--out', out, '--errors', errors, '--lang', 'en']);
    expect(code).toBe(0);
    expect(rows(errors).map((row) => [row[0], row[1], row[3]])).toEqual([
      ['Row', 'Column', 'Action'],
      ['5', '在校生状况', 'the cell counts as unknown'],
      ['6', '户编号', 'the row is left out'],
      ['7', '', 'the row is left out'],
    ]);
    expect(rows(out).map((row) => row[10])).toEqual([
      'Conclusion',
      expect.stringContaining('met'),
      expect.stringContaining('met'),
      expect.stringContaining('met'),
      expect.any(String),
      'not decided',
      'not decided',
    ]);
    expect(readFileSync(errors, 'utf8')).not.toContain('合成五');
  });

  test('neutralises what a spreadsheet would run, and leaves numbers numbers', async () => {
    const text = `${header}\r\n=1+1,9901,990101,@合成,990101199001010018,户主,,是,,-250.5\r\n"+cmd|' /C calc'!A0",9902,990201,－合成,,户主,,是,,10\r\n"\t=1",9903,990301,合成,9901011990010100181,户主,,是,,10\r\n`;
    const { input, out } = place(text);
    await sample('roster', [input, '--out', out]);
    const [, first, second, third] = rows(out);
    expect([first?.[0], first?.[3], first?.[9]]).toEqual(["'=1+1", "'@合成", '-250.5']);
    expect([second?.[0], second?.[3]]).toEqual(["'+cmd|' /C calc'!A0", "'－合成"]);
    expect(third?.[0]).toBe("'\t=1");
    // Digits that a spreadsheet would round stay a text.
    expect(first?.[4]).toBe('990101199001010018\t');
    for (const cell of rows(out).flat()) expect(cell).not.toMatch(/^[=+@\t\r＝＋－＠]/);
  });

  test.each([
    ['two columns for one field', '户编号,在校生状况,在读学段\nH1,小学,小学\n', 'duplicate-column|只能保留一列'],
    ['no known column', '甲,乙\n1,2\n', '没有可识别的列名'],
    ['an empty file', '', '文件是空的'],
    ['quotes that never close', `${header}\n"甲,9901\n乙,9902\n`, '双引号'],
    ['a damaged workbook in the name of a CSV', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), '已损坏'],
    ['zero bytes', new Uint8Array([0x61, 0, 0x62]), '不是文本文件'],
  ])('refuses %s and writes nothing', async (_, content, says) => {
    const { folder, input, out, errors } = place(content);
    const { code, out: text, err } = await sample('roster', [input, '--out', out, '--errors', errors]);
    expect([code, text]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(says));
    expect(readdirSync(folder)).toEqual(['roster.csv']);
  });

  test.each([['0'], ['2.5'], ['many'], ['65'], ['2', '--engine', 'duckdb']])(
    'refuses --threads %s %s',
    async (...asked) => {
      const { input, out } = place(good);
      const { code, err } = await sample('roster', [input, '--out', out, '--threads', ...asked]);
      expect([code, err]).toEqual([2, expect.stringContaining('--threads  应为 1 至 64 的整数')]);
      expect(existsSync(out)).toBe(false);
    },
  );

  test('never overwrites its input, whatever its name', async () => {
    const { folder, input, errors } = place(good);
    const link = join(folder, 'link.csv');
    linkSync(input, link);
    for (const args of [
      ['--out', input],
      ['--out', link],
      ['--out', errors, '--errors', input],
      ['--out', errors, '--errors', errors],
    ]) {
      expect((await sample('roster', [input, ...args])).code).toBe(2);
    }
    expect(readFileSync(input, 'utf8')).toBe(good);
    expect(existsSync(errors)).toBe(false);
  });

  test('leaves nothing half-written where the second file cannot be made', async () => {
    const { folder, input, out } = place(good);
    const { code } = await sample('roster', [input, '--out', out, '--errors', join(folder, 'no', 'errors.csv')]);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['roster.csv']);
  });

  test('goes by what a file is and not by its name', async () => {
    const { input, out } = place(good, 'roster.xlsx');
    expect(await sample('roster', [input, '--out', out])).toMatchObject({
      code: 0,
      out: expect.stringContaining('UTF-8'),
    });
  });

  test('leaves out a row whose quotes do not match, with its household', async () => {
    const { input, out, errors } = place(
      `${good}\r\n"戊"五",9902,990202,合成,,之子,,是,,\r\n己,9906,990601,合成,,户主,,是,C,\r\n`,
    );
    await sample('roster', [input, '--out', out, '--errors', errors, '--lang', 'en']);
    expect(
      rows(errors)
        .slice(1)
        .map((row) => [row[0], row[3]]),
    ).toEqual([
      ['4', 'the household is not decided'],
      ['5', 'the row is left out'],
    ]);
    expect(rows(out).at(-1)?.[10]).toContain('met: ');
  });

  test('takes a file that is larger than a chunk, with line ends inside cells', async () => {
    const many = Array.from(
      { length: 6000 },
      (_, index) => `"第一行\n第二行",99${index},99${index}01,合成,,户主,小学,是,C,1000`,
    );
    const { input, out } = place([header, ...many].join('\n'));
    const { out: text } = await sample('roster', [input, '--out', out, '--json']);
    expect(JSON.parse(text)).toMatchObject({ households: 6000, problems: 0 });
    expect(rows(out)).toHaveLength(6001);
  });
});
