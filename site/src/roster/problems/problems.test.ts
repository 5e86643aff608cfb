import { csvRow } from '@jingzhun/schemas/table';
import type { OpenTable } from '@jingzhun/schemas/workbook';
import { expect, it } from 'vitest';
import { Task } from '../../worker/task.ts';
import { doubtsIn } from '../doubts/doubts.ts';
import type { Reading } from '../protocol.ts';
import { makeRoster } from '../table/make-roster.ts';
import { gatherProblems } from './gather-problems.ts';
import { countCodes, countKinds, titleOf } from './problem-counts.ts';
import { problemsFile } from './problems-file.ts';
import { splitText } from './split-text.ts';

const headers = ['户编号', '姓名', '证件号码', '务工时间（月）', '是否危房户', '危房级别', '备注'];
const fields = [
  'household.id',
  'person.name',
  'person.idNumber',
  'person.monthsWorked',
  'household.housing.dangerous',
  'household.housing.dangerLevel',
  null,
];
const table: OpenTable = {
  name: 'x',
  rows: [
    ['合成村花名册'],
    headers,
    ['H1', '合成甲', '990123200102030019', '多', '是', '', ''],
    ['', '合成乙', '', '3', '', '', ''],
    ['H2', '合成丙', '9901232001', '3', '否', 'A', ''],
    ['合计', '', '', '6', '', '', ''],
  ],
  columns: 7,
  merges: [],
  notes: new Map([
    [
      5,
      new Map([
        [3, 'no-result' as const],
        [6, 'no-result' as const],
      ]),
    ],
  ]),
  broken: new Set(),
};
const reading: Reading = { place: { sheet: 0, row: 2, rows: 1 }, fields, values: {}, fillHouseholds: false };

async function problems() {
  const task = new Task(() => {});
  const roster = await makeRoster(table, reading, task);
  return gatherProblems(table, headers, reading, roster, await doubtsIn(roster, '2017-09-01', task));
}

it('every problem has its row as Excel counts, its column as in the file, and its value masked', async () => {
  const found = (await problems()).map(({ kind, code, row, column, value }) => [kind, code, row, column, value]);
  expect(found).toEqual([
    ['error', 'wrong-type', 3, '务工时间（月）', '多'],
    ['error', 'incomplete', 3, null, null],
    ['error', 'no-household-id', 4, '户编号', null],
    ['doubt', 'id-length', 5, '证件号码', '990*****01'],
    ['doubt', 'no-result', 5, '务工时间（月）', '3'],
    ['hint', 'total-row', 6, null, null],
    ['hint', 'not-used', null, null, null],
  ]);
});

it('counts by kind and by code, each with a title in both languages', async () => {
  const found = await problems();
  expect(countKinds(found)).toEqual({ error: 3, doubt: 2, hint: 2 });
  for (const { title } of countCodes(found)) {
    expect(title.zh).not.toBe('其他');
    expect(title.en).not.toBe('Other');
  }
  expect(titleOf('unheard-of').zh).toBe('其他');
});

it('says what is wrong and what to do apart from each other', () => {
  expect(
    splitText({
      zh: '没有户编号，已略去该行。请在每一行填写',
      en: 'there is no household id, so the row is left out; fill it in on every row',
    }),
  ).toEqual({
    reason: { zh: '没有户编号，已略去该行', en: 'There is no household id, so the row is left out' },
    suggestion: { zh: '请在每一行填写', en: 'Fill it in on every row' },
  });
  expect(splitText({ zh: '应写“是”或“否”', en: 'write 是 (yes) or 否 (no)' })).toEqual({
    reason: { zh: '读不出该值', en: 'Cannot be read' },
    suggestion: { zh: '应写“是”或“否”', en: 'Write 是 (yes) or 否 (no)' },
  });
});

it('the file of problems opens in Excel, holds no name or number, and runs no formula', async () => {
  const text = await problemsFile(await problems(), 'zh').text();
  const bytes = new Uint8Array(await problemsFile(await problems(), 'zh').arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(text).toContain('错误,没有户编号,4,户编号,,');
  expect(text).not.toMatch(/合成甲|9901232001/);
  expect(csvRow(['=1+1', '-3.5', '-x', '123456789012345678', 'a,"b"'])).toBe(
    '\'=1+1,-3.5,\'-x,"123456789012345678\t","a,""b"""\r\n',
  );
});
