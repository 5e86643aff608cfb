import type { CellNote, OpenTable } from '@jingzhun/schemas/workbook';
import { describe, expect, it } from 'vitest';
import { Task } from '../../worker/task.ts';
import type { Reading } from '../protocol.ts';
import { checkColumns } from './check-columns.ts';
import { distinctValues } from './distinct-values.ts';
import { makeRoster } from './make-roster.ts';

const task = () => new Task(() => {});

const table = (rows: readonly (readonly string[])[], more: Partial<OpenTable> = {}): OpenTable => ({
  name: 'x',
  rows,
  columns: Math.max(...rows.map(({ length }) => length)),
  merges: [],
  notes: new Map(),
  broken: new Set(),
  ...more,
});
const place = { sheet: 0, row: 1, rows: 1 } as const;
const fields = ['household.id', 'person.name', 'household.povertyCauses', 'person.schoolStage'];
const header = ['户', '名', '因', '学'];
const reading = (more: Partial<Reading> = {}): Reading => ({
  place,
  fields,
  values: {},
  fillHouseholds: false,
  ...more,
});
const noted = (row: number, index: number, note: CellNote) => new Map([[row, new Map([[index, note]])]]);
const codes = (roster: Awaited<ReturnType<typeof makeRoster>>) => roster.problems.map(({ code, row }) => [row, code]);

describe('cases are made', () => {
  it('as the columns were chosen, whatever their headers', async () => {
    const roster = await makeRoster(
      table([header, ['H1', '合成甲', '因学', '高一'], ['H1', '合成乙', '因学', '']]),
      reading(),
      task(),
    );
    expect(roster.households).toEqual([
      {
        id: 'H1',
        rows: [2, 3],
        case: {
          household: {
            id: 'H1',
            povertyCauses: ['schooling'],
            members: [
              { name: '合成甲', schoolStage: 'senior-secondary' },
              { name: '合成乙', schoolStage: 'none' },
            ],
          },
        },
      },
    ]);
    expect(roster.problems).toEqual([]);
  });

  it('with values as they were matched; one left open is unknown, and so is the list that it stands in', async () => {
    const rows = [header, ['H1', '合成甲', '上学、因病', '读书'], ['H2', '合成乙', '因病、怪因', '读书']];
    const values = { 2: { 上学: 'schooling', 怪因: null }, 3: { 读书: 'primary' } };
    const roster = await makeRoster(table(rows), reading({ values }), task());
    expect(roster.households.map((each) => each.case.household)).toEqual([
      { id: 'H1', povertyCauses: ['schooling', 'illness'], members: [{ name: '合成甲', schoolStage: 'primary' }] },
      { id: 'H2', members: [{ name: '合成乙', schoolStage: 'primary' }] },
    ]);
    expect(roster.problems).toEqual([]);
  });

  it('with merged cells filled downwards', async () => {
    const rows = [header, ['H1', '合成甲', '因学', '小学'], ['', '合成乙', '', '小学'], ['H2', '合成丙', '因病', '']];
    const merges = [
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 2, left: 2, right: 2 },
    ];
    const roster = await makeRoster(table(rows, { merges }), reading(), task());
    expect(roster.households.map(({ id, rows: own }) => [id, own])).toEqual([
      ['H1', [2, 3]],
      ['H2', [4]],
    ]);
    expect(roster.problems).toEqual([]);
  });

  it('with empty household ids as of the row above only if asked; a row of totals is nobody', async () => {
    const rows = [header, ['H1', '合成甲', '', ''], ['', '合成乙', '', ''], ['', '合计', '2 人', '']];
    const left = await makeRoster(table(rows), reading(), task());
    expect(left.households).toEqual([]);
    const filled = await makeRoster(table(rows), reading({ fillHouseholds: true }), task());
    expect(filled.households.map(({ rows: own }) => own)).toEqual([[2, 3]]);
    expect(codes(filled)).toEqual([[4, 'total-row']]);
  });

  it('of nobody where a row holds totals, a note, or nothing in a column that is used; the household above is whole', async () => {
    const rows = [
      [...header, '备注'],
      ['H1', '合成甲', '', '', ''],
      ['', '', '', '', '只有备注'],
      ['合 计：', '1 人', '', '', ''],
      ['', '', '', '', '总计（1 户）'],
      ['填表人：', '合成丁', '', '审核人：', '合成戊'],
    ];
    const roster = await makeRoster(table(rows), reading(), task());
    expect(roster.households.map(({ rows: own }) => own)).toEqual([[2]]);
    expect(codes(roster)).toEqual([3, 4, 5, 6].map((row) => [row, 'total-row']));
    // One row a household: the totals are no household either.
    const own = reading({ fields: ['household.id', 'household.memberCount'] });
    const households = await makeRoster(
      table([
        ['户', '人口'],
        ['H1', '3'],
        ['合计', '3'],
      ]),
      own,
      task(),
    );
    expect(households.households.map(({ id }) => id)).toEqual(['H1']);
  });

  it('with formulas that have no result as unknown, not as an empty cell that means something', async () => {
    const rows = [header, ['H1', '合成甲', '', '']];
    const roster = await makeRoster(table(rows, { notes: noted(2, 3, 'no-result') }), reading(), task());
    expect(roster.households[0]?.case.household?.members).toEqual([{ name: '合成甲' }]);
  });

  it('with dates that a sheet shows as numbers; in a text file such a number is no date', async () => {
    const rows = [
      ['户编号', '出生日期'],
      ['H1', '42703'],
    ];
    const own = reading({ fields: ['household.id', 'person.birthDate'] });
    const members = async (dayZero?: string) =>
      (await makeRoster(table(rows, dayZero === undefined ? {} : { dayZero }), own, task())).households[0]?.case
        .household?.members;
    expect(await members('1899-12-30')).toEqual([{ birthDate: '2016-11-29' }]);
    expect(await members('1904-01-01')).toEqual([{ birthDate: '2020-11-30' }]);
    expect(await members()).toEqual([{}]);
  });

  it('without a household whose id has lost digits', async () => {
    const rows = [header, ['990000190001010016', '合成甲', '', '']];
    const roster = await makeRoster(table(rows, { notes: noted(2, 0, 'digits-lost') }), reading(), task());
    expect(roster.households).toEqual([]);
    expect(codes(roster)).toContainEqual([2, 'digits-lost']);
  });

  it('of a text file only from rows of as many cells as headers; a sheet has no such rows', async () => {
    const rows = [header, ['H1', '合成甲', '因病', '', '多'], ['H2', '合成乙']];
    const text = await makeRoster(table(rows, { lengths: [4, 5, 2] }), reading(), task());
    expect(codes(text)).toEqual([
      [2, 'too-many-cells'],
      [3, 'too-few-cells'],
    ]);
    const sheet = await makeRoster(table(rows), reading(), task());
    expect(sheet.households).toHaveLength(2);
  });
});

describe('columns are checked', () => {
  const check = (...names: readonly (string | null)[]) =>
    checkColumns(table([header, ['H1', '', '', ''], ['', 'x', '', '']]), place, names);

  it('persons need a household id', () => {
    expect(check(null, 'person.name').problems).toMatchObject([{ index: null, zh: expect.stringContaining('户编号') }]);
    expect(check('household.id', 'person.name')).toMatchObject({ layout: 'person', problems: [], blankIds: 1 });
    expect(check('household.id', 'household.type')).toMatchObject({ layout: 'household', problems: [], blankIds: 0 });
  });

  it('an id that is empty since the cell above is merged over it is not missing', () => {
    const rows = [header, ['H1', '合成甲'], ['', '合成乙'], ['', '合成丙']];
    const names = ['household.id', 'person.name'];
    const merges = [{ top: 1, bottom: 2, left: 0, right: 0 }];
    expect(checkColumns(table(rows, { merges }), place, names).blankIds).toBe(1);
  });

  it('a field is taken once, and something must be taken', () => {
    expect(check('household.id', 'person.name', 'person.name').problems).toMatchObject([{ index: 2 }]);
    expect(check(null, null).problems).toHaveLength(1);
  });

  it('net income without disposable income is said', () => {
    expect(check('household.id', 'household.perCapitaNetIncome').notes).toHaveLength(1);
    expect(check('household.id', 'household.perCapitaNetIncome', 'household.perCapitaDisposableIncome').notes).toEqual(
      [],
    );
  });
});

it('values are counted once each, with what they are read as', async () => {
  const rows = [header, ['H1', 'a', '因学、因病', '高一'], ['H1', 'b', '因学', '高一'], ['H2', 'c', '上学', '']];
  const columns = await distinctValues(table(rows), place, fields, header, task());
  expect(
    columns.map(({ field, values }) => [field, values.map(({ text, count, code }) => [text, count, code])]),
  ).toEqual([
    [
      'household.povertyCauses',
      [
        ['因学', 2, 'schooling'],
        ['因病', 1, 'illness'],
        ['上学', 1, null],
      ],
    ],
    [
      'person.schoolStage',
      [
        ['高一', 2, 'senior-secondary'],
        ['', 1, 'none'],
      ],
    ],
  ]);
});
