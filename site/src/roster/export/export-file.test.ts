import { read, utils } from '@e965/xlsx';
import { decide, type Policy } from '@jingzhun/rules';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { Task } from '../../worker/task.ts';
import { entryHandlers } from '../entry-handlers.ts';
import type { Held } from '../held.ts';
import type { ExportOrder } from '../protocol-results.ts';
import { resultHandlers } from '../result-handlers.ts';
import { resultsIn } from '../results/held-results.ts';

const task = (): Task => new Task(() => {});

/** A file as a village keeps it: ids of eighteen digits, a cell that begins a formula, a row that cannot be used, a total. */
const csv = [
  '户编号,人编号,姓名,证件号码,建档立卡贫困户,在校就读,在校生状况,全日制,人均可支配收入,备注',
  '990000000000000001,P1,合成甲,990000200001010011,是,是,本科,是,3600.50,=1+1',
  '990000000000000001,P2,合成乙,990000200001010012,是,是,小学,,3600.50,"a,b ""c"""',
  '990000000000000002,P3,合成丙,990000200001010013,是,是,本科,,2000,@x',
  '990000000000000003,P4,合成丁,,是,否,,,2000,',
  ',P5,合成戊,,是,是,本科,,2000,-y',
  '合计,,,,,,,,,',
].join('\r\n');

async function heldWith(text: string): Promise<Held> {
  const held: Held = { file: undefined, roster: undefined };
  const opened = await entryHandlers.open({ file: new File([text], 'roster.csv') }, task(), held);
  const { place, columns } = opened.chosen;
  const fields = columns.map(({ field, confidence }) => (confidence === 'nearest' ? null : field));
  await entryHandlers.check(
    {
      reading: { place, fields, values: {}, fillHouseholds: false },
      choice: { policy: 'ruyuan-2016', release: '1.0.0', on: '2017-09-01' },
    },
    task(),
    held,
  );
  await resultHandlers.decide({ common: {} }, task(), held);
  return held;
}

let held: Held;
beforeAll(async () => {
  held = await heldWith(csv);
});

const file = async (order: Partial<ExportOrder>): Promise<Blob> =>
  resultHandlers.exportFile({ format: 'csv', language: 'zh', ...order }, task(), held);

const csvRows = async (order: Partial<ExportOrder> = {}): Promise<string[][]> =>
  Papa.parse<string[]>((await (await file(order)).text()).trimEnd()).data;

describe('the CSV', () => {
  it('has the columns of the file in their order, then four of results', async () => {
    const [headers] = await csvRows();
    const own = csv.split('\r\n')[0]?.split(',');
    expect(headers).toEqual([...(own ?? []), '结论', '金额', '依据', '原因']);
  });

  it('begins with a byte order mark and ends lines as Excel does', async () => {
    const bytes = new Uint8Array(await (await file({})).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\r\n').length).toBe(8);
  });

  it('keeps every digit of an id, and every cell but for what guards it', async () => {
    const rows = await csvRows();
    expect(rows[1]?.[0]).toBe('990000000000000001\t');
    expect(rows[1]?.[3]).toBe('990000200001010011\t');
    expect(rows[2]?.[9]).toBe('a,b "c"');
  });

  it('lets no cell run as a formula', async () => {
    const text = await (await file({})).text();
    const cells = Papa.parse<string[]>(text.slice(1)).data.flat();
    const numbers = /^-?\d+(\.\d+)?$/;
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !numbers.test(cell))).toEqual([]);
    expect(cells).toContain("'=1+1");
    expect(cells).toContain("'@x");
  });

  it('says beside the person what concerns the person, and beside the first row what concerns the household', async () => {
    const rows = await csvRows();
    const [conclusion, amount, basis] = rows[1]?.slice(-4) ?? [];
    expect(conclusion).toMatch(/^符合：.*全日制大学助学金/);
    expect(amount).toContain('全日制大学助学金 5,000 元/人·年');
    expect(basis).toContain('二(一)4');
    expect(rows[2]?.at(-4)).not.toContain('全日制大学助学金');
    expect(rows[2]?.at(-3)).toContain('小学及初中助学金 2,500 元/人·年');
    expect(rows[3]?.at(-4)).toMatch(/待补充：.*全日制大学助学金/);
    expect(rows[3]?.at(-1)).toContain('待填：');
  });

  it('keeps rows that could not be used, and says so', async () => {
    const rows = await csvRows();
    expect(rows).toHaveLength(7);
    // Nobody knows whose row it is: the household above it may lack a member.
    const notChecked = ['未核对', '', '', expect.stringContaining('体检')];
    expect(rows.slice(4, 6).map((row) => row.slice(-4))).toEqual([notChecked, notChecked]);
  });

  it('holds the households of a filter alone where that is asked', async () => {
    const only = { scope: 'benefits', filter: { rule: 'ruyuan.education-aid.university', status: 'met' } } as const;
    const rows = await csvRows({ only });
    expect(rows.slice(1).map((row) => row[1])).toEqual(['P1', 'P2']);
  });

  it('is in English where English is read', async () => {
    const [headers, first] = await csvRows({ language: 'en' });
    expect(headers?.slice(-4)).toEqual(['Conclusion', 'Amount', 'Basis', 'Reason']);
    expect(first?.at(-4)).toMatch(/^met: .*Full-time university aid/);
  });
});

describe('the workbook', () => {
  it('reads back as the CSV does: ids as texts, numbers as numbers, no formula', async () => {
    const book = read(new Uint8Array(await (await file({ format: 'xlsx' })).arrayBuffer()), { cellNF: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    expect(book.SheetNames).toEqual(['核对结果', '说明']);
    expect(sheet.A2).toMatchObject({ t: 's', v: '990000000000000001' });
    expect(sheet.D2).toMatchObject({ t: 's', v: '990000200001010011' });
    expect(sheet.I2).toMatchObject({ t: 'n', v: 3600.5 });
    expect(sheet.J2).toMatchObject({ t: 's', v: '=1+1' });
    expect(Object.values(sheet).filter((cell) => typeof cell === 'object' && 'f' in cell)).toEqual([]);
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false });
    const plain = (await csvRows()).map((row) => row.map((cell) => cell.replace(/\t$|^'/g, '')));
    expect(rows.map((row) => row.slice(-4))).toEqual(plain.map((row) => row.slice(-4)));
    const about = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[1] ?? ''] ?? {}, { header: 1 });
    expect(about).toContainEqual(['政策日期', '2017-09-01']);
    expect(about.flat().join()).toContain('非政府网站');
  });
});

describe('the JSON', () => {
  it('holds what decide finds about each household', async () => {
    const json = JSON.parse(await (await file({ format: 'json' })).text());
    const { policy, roster } = resultsIn(held);
    expect(json.policy).toEqual({ id: policy.id, release: policy.release, digest: policy.digest });
    expect(json.households).toHaveLength(2);
    for (const [index, household] of roster.question.households.entries()) {
      const { findings, totals } = decide(policy as Policy, household.case, { on: json.on });
      expect(json.households[index]).toMatchObject(JSON.parse(JSON.stringify({ id: household.id, findings, totals })));
    }
  });
});

it('stops where it is cancelled', async () => {
  const cancelled = task();
  cancelled.cancel();
  Object.defineProperty(cancelled, 'due', { get: () => true });
  await expect(resultHandlers.exportFile({ format: 'csv', language: 'zh' }, cancelled, held)).rejects.toThrow();
});
