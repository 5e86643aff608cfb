import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, utils, write } from '@e965/xlsx';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { query } from './duckdb-query.ts';
import { policies, sample } from './run-jingzhun.ts';

const root = mkdtempSync(join(tmpdir(), 'jingzhun-formats-'));
afterAll(() => rmSync(root, { recursive: true }));
const folderOfOwn = () => mkdtempSync(join(root, 'r-'));

const headers = [
  '备注',
  '户编号',
  '人编号',
  '姓名',
  '与户主关系',
  '在校生状况',
  '建档立卡贫困户',
  '危房级别',
  '人均可支配收入',
];
const people = [
  ['甲', '9901', '990101', '合成一', '户主', '', '是', 'D', '3600'],
  ['乙', '9901', '990102', '合成二', '之子', '小学', '是', 'D', '3600'],
  ['丙', '9902', '990201', '合成三', '户主', '', '是', '', '4200.5'],
];
const csv = [headers, ...people].map((cells) => cells.join(',')).join('\n');

const csvRows = (path: string): string[][] =>
  Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
const results = (rows: readonly (readonly string[])[]) => rows.slice(1).map((row) => row.slice(-4));

let known: Promise<string[][]> | undefined;

/** What the same people come to as a CSV. */
function wanted(): Promise<string[][]> {
  known ??= (async () => {
    const folder = folderOfOwn();
    writeFileSync(join(folder, 'roster.csv'), csv);
    await sample('roster', [join(folder, 'roster.csv'), '--out', join(folder, 'out.csv')]);
    return csvRows(join(folder, 'out.csv'));
  })();
  return known;
}

function workbookOf(rows: readonly (readonly (string | number)[])[], merges: readonly string[] = []): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['填表说明']]), '说明');
  utils.book_append_sheet(book, sheet, '花名册');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

describe.concurrent('rosters in other formats', () => {
  test('a workbook with a title, merged ids, numbers and a note comes to what the CSV comes to', async () => {
    const folder = folderOfOwn();
    const rows = people.map((cells) => cells.map((cell, index) => (index === 8 ? Number(cell) : cell)));
    (rows[1] as string[])[1] = '';
    const title = ['某村花名册', ...headers.slice(1).map(() => '')];
    writeFileSync(
      join(folder, 'r.xlsx'),
      workbookOf([title, headers, ...rows, ['填表人：合成甲']], ['A1:I1', 'B3:B4']),
    );
    const [out, errors] = [join(folder, 'out.csv'), join(folder, 'errors.csv')];
    const run = await sample('roster', [join(folder, 'r.xlsx'), '--out', out, '--errors', errors]);
    expect(run).toMatchObject({ code: 0, out: expect.stringContaining('Excel；判定 2 户、3 人') });
    expect(csvRows(out)).toEqual(await wanted());
    expect(csvRows(errors)).toHaveLength(1);
  });

  test('a workbook as the result holds ids as texts and amounts as numbers', async () => {
    const folder = folderOfOwn();
    const [input, out] = [join(folder, 'roster.csv'), join(folder, 'out.xlsx')];
    writeFileSync(input, csv.replace('甲,', '=1+1,'));
    expect((await sample('roster', [input, '--out', out])).code).toBe(0);
    const sheet = read(readFileSync(out)).Sheets.核对结果 ?? {};
    expect(sheet.A2).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet.A2).not.toHaveProperty('f');
    expect(sheet.B2).toMatchObject({ t: 's', v: '9901' });
    expect(sheet.I4).toMatchObject({ t: 'n', v: 4200.5 });
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false });
    expect(results(rows)).toEqual(results(await wanted()));
    expect(readdirSync(folder).sort()).toEqual(['out.xlsx', 'roster.csv']);
  });

  test('a Parquet file in the layout of a CSV comes to what the CSV comes to, also as Parquet', async () => {
    const folder = folderOfOwn();
    const [input, out, again] = [join(folder, 'r.parquet'), join(folder, 'out.csv'), join(folder, 'again.parquet')];
    writeFileSync(join(folder, 'roster.csv'), csv);
    await query(`copy (from read_csv('${folder}/roster.csv', types = {'人均可支配收入': 'DECIMAL(18,2)', '建档立卡贫困户': 'VARCHAR'}))
      to '${input}'`);
    expect((await sample('roster', [input, '--out', out])).code).toBe(0);
    expect((await sample('roster', [input, '--out', again])).code).toBe(0);
    expect(results(csvRows(out))).toEqual(results(await wanted()));
    const rows = await query(`from '${again}'`);
    expect(
      rows.map((row) =>
        Object.values(row)
          .slice(-4)
          .map((cell) => cell ?? ''),
      ),
    ).toEqual(results(await wanted()));
    expect(rows[0]).toMatchObject({ 户编号: '9901', 姓名: '合成一', 在校生状况: null, 人均可支配收入: '3600.00' });
    expect(readdirSync(folder).sort()).toEqual(['again.parquet', 'out.csv', 'r.parquet', 'roster.csv']);
  });

  test('a pair of typed tables is read household by household; null is unknown, and a household may be empty', async () => {
    const folder = folderOfOwn();
    const pair = join(folder, 'registry');
    mkdirSync(pair);
    await query(
      `copy (from (values ('9902', true, null, 4200.5::decimal(18,2), 'x'), ('9901', true, 'D', 3600, 'x'), ('9903', true, null, null, 'x'))
        as t(household_id, registered, housing_danger_level, per_capita_disposable_income, remark)) to '${pair}/household.parquet'`,
      `copy (from (values ('9902', '990201', 0, 'head', null), ('9901', '990102', 1, 'son', 'primary'), ('9901', '990101', 0, 'head', 'none'))
        as t(household_id, person_id, member, relation, school_stage)) to '${pair}/person.parquet'`,
    );
    const [out, errors] = [join(folder, 'out.csv'), join(folder, 'errors.csv')];
    const run = await sample('roster', [pair, '--out', out, '--errors', errors]);
    expect(run).toMatchObject({
      code: 0,
      out: expect.stringContaining('Parquet；判定 3 户、3 人'),
      err: expect.stringContaining('household.remark'),
    });
    const rows = csvRows(out);
    expect(rows[0]?.slice(0, 4)).toEqual([
      'household.id',
      'household.registered',
      'household.housing.dangerLevel',
      'household.perCapitaDisposableIncome',
    ]);
    expect(rows.slice(1).map((row) => [row[0], row[5]])).toEqual([
      ['9901', '990101'],
      ['9901', '990102'],
      ['9902', '990201'],
      ['9903', ''],
    ]);
    const [first, second] = results(await wanted());
    expect(results(rows).slice(0, 2)).toEqual([first, second]);
    // Whether the third person is at school is not known: a blank cell of a CSV says that nobody is.
    expect(results(rows)[2]?.[3]).toContain('在读学段');
    expect(csvRows(errors)).toHaveLength(1);
  });

  test.each([
    [
      'a Parquet file that is cut off',
      'r.parquet',
      (whole: Uint8Array) => whole.subarray(0, whole.length / 2),
      '损坏或不完整',
    ],
    ['a file that only says that it is Parquet', 'r.parquet', () => Buffer.from('户编号\n1'), '损坏或不完整'],
    ['a workbook that is cut off', 'r.xlsx', () => workbookOf([headers, ...people]).subarray(0, 900), '损坏'],
    ['another zip file', 'r.xlsx', () => Buffer.from('504b0506'.padEnd(44, '0'), 'hex'), '空的|不是文本'],
  ])('refuses %s in both languages and leaves nothing behind', async (_, name, make, says) => {
    const folder = folderOfOwn();
    const source = join(folder, 'source.parquet');
    await query(
      `copy (select i::varchar as 户编号, '${'x'.repeat(50)}' || hash(i) as 姓名 from range(1000) as r(i)) to '${source}'`,
    );
    const input = join(folder, name);
    writeFileSync(input, make(readFileSync(source)));
    const { code, err, out } = await sample('roster', [
      input,
      '--out',
      join(folder, 'o.csv'),
      '--errors',
      join(folder, 'e.csv'),
    ]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(says));
    expect(err).toContain(' | ');
    expect(readdirSync(folder).sort()).toEqual([name, 'source.parquet'].sort());
  });

  test('writes into the folder of a pair, and never over one of its tables', async () => {
    const pair = folderOfOwn();
    const person = join(pair, 'person.parquet');
    await query(
      `copy (select '9901' as household_id, true as registered) to '${pair}/household.parquet'`,
      `copy (select '9901' as household_id, '990101' as person_id) to '${person}'`,
    );
    const before = readFileSync(person);
    const [out, errors] = [join(pair, 'out.csv'), join(pair, 'errors.csv')];
    expect(await sample('roster', [pair, '--out', out, '--errors', errors])).toMatchObject({ code: 0 });
    for (const engine of ['duckdb', 'spark']) {
      const args = [pair, '--engine', engine, '--out', join(pair, engine), '--errors', person];
      expect((await sample('roster', args)).err).toContain('--errors  与输入是同一个文件');
    }
    expect((await sample('roster', [pair, '--out', person])).err).toContain('--out  与输入是同一个文件');
    expect((await sample('roster', [pair, '--out', out, '--errors', person])).err).toContain('--errors  与输入');
    expect(readFileSync(person).equals(before)).toBe(true);
    const inDuckDb = [pair, '--engine', 'duckdb', '--out', join(pair, 'result'), '--errors', errors];
    expect(await sample('roster', inDuckDb)).toMatchObject({ code: 0 });
    expect(readdirSync(pair).sort()).toEqual([
      'errors.csv',
      'household.parquet',
      'out.csv',
      'person.parquet',
      'result',
    ]);
  });

  test('refuses half of a pair, a kind of result it cannot write, and a folder that is not there', async () => {
    const folder = folderOfOwn();
    await query(`copy (select '1' as household_id) to '${folder}/household.parquet'`);
    const out = join(folder, 'out.csv');
    expect(await sample('roster', [folder, '--out', out])).toMatchObject({
      code: 2,
      err: expect.stringContaining('person.parquet'),
    });
    const input = join(folder, 'roster.csv');
    writeFileSync(input, csv);
    for (const name of ['out.ods', 'out.xslx', 'out.pdf'])
      expect(await sample('roster', [input, '--out', join(folder, name)])).toMatchObject({
        code: 2,
        err: expect.stringContaining('use .csv, .xlsx or .parquet'),
      });
    expect(await sample('roster', [input, '--out', out, '--errors', join(folder, 'errors.xlsx')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--errors  不能写成 .xlsx，请用 .csv | '),
    });
    expect((await sample('roster', [input, '--out', join(folder, 'no', 'out.parquet')])).code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['household.parquet', 'roster.csv']);
  });

  test.each(['out.csv', 'out.xlsx', 'out.parquet'])('leaves no half of %s where it cannot be written', async (name) => {
    const folder = folderOfOwn();
    const input = join(folder, 'roster.csv');
    const many = Array.from({ length: 2000 }, (_, at) => `甲,99${at},99${at}01,合成${at},户主,,是,D,${at}`);
    writeFileSync(input, [headers.join(','), ...many].join('\n'));
    // A limit on the size of files stands in for a full disk: writing fails in the same way.
    const args = [
      'roster',
      input,
      '--policy',
      'sample-2020',
      '--on',
      '2020-09-01',
      '--policies',
      policies,
      '--out',
      join(folder, name),
    ];
    const run = spawnSync('bash', ['-c', 'ulimit -f 16; exec "$0" "$@"', process.execPath, bin, ...args], {
      encoding: 'utf8',
    });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder)).toEqual(['roster.csv']);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind when it gets %s', async (signal) => {
    const folder = folderOfOwn();
    const input = join(folder, 'roster.csv');
    const many = Array.from({ length: 150_000 }, (_, at) => `甲,99${at},99${at}01,合成${at},户主,,是,D,${at}`);
    writeFileSync(input, [headers.join(','), ...many].join('\n'));
    const args = [bin, 'roster', input, '--policy', 'sample-2020', '--on', '2020-09-01', '--policies', policies];
    const child = spawn(process.execPath, [
      ...args,
      '--out',
      join(folder, 'o.parquet'),
      '--errors',
      join(folder, 'e.csv'),
    ]);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (readdirSync(folder).length < 2 && child.exitCode === null) await new Promise((go) => setTimeout(go, 20));
    child.kill(signal);
    expect(await ended).toBe(130);
    expect(readdirSync(folder)).toEqual(['roster.csv']);
  });
});

const bin = fileURLToPath(new URL('../bin/jingzhun.mjs', import.meta.url));
