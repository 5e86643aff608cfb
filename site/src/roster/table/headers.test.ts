import type { Merge, OpenTable } from '@jingzhun/schemas/workbook';
import { headerPlace, joinedHeaders, meaningOf } from '@jingzhun/schemas/workbook';
import { describe, expect, it } from 'vitest';
import { fingerprint, matchHeaders } from './match-headers.ts';

const table = (rows: readonly (readonly string[])[], merges: readonly Merge[] = []): OpenTable => ({
  name: 'x',
  rows,
  columns: Math.max(...rows.map(({ length }) => length)),
  merges,
  notes: new Map(),
  broken: new Set(),
});
const across = (row: number, left: number, right: number): Merge => ({ top: row - 1, bottom: row - 1, left, right });
const down = (row: number, place: number): Merge => ({ top: row - 1, bottom: row, left: place, right: place });

describe('the headers are found', () => {
  it('in the first row', () => {
    expect(
      headerPlace(
        table([
          ['户编号', '姓名'],
          ['H1', '合成甲'],
        ]),
      ),
    ).toMatchObject({ row: 1, rows: 1 });
  });

  it('below a title, a note and a blank row', () => {
    const rows = [
      ['合成村贫困户花名册'],
      ['填报单位：合成村', '', '2016-11-29'],
      [],
      ['户编号', '姓名', '在校生状况'],
      ['H1', '合成甲', '小学'],
    ];
    expect(headerPlace(table(rows))).toMatchObject({ row: 4, rows: 1, known: 3 });
  });

  it('in two rows where the second says more', () => {
    const rows = [
      ['序号', '户编号', '家庭成员情况', '', '住房情况', ''],
      ['', '', '姓名', '在校生状况', '是否危房户', '危房级别'],
      ['1', 'H1', '合成甲', '小学', '是', 'C'],
    ];
    expect(headerPlace(table(rows))).toMatchObject({ row: 1, rows: 2, known: 5 });
  });

  it('in one row where the data below look like headers', () => {
    const rows = [
      ['户编号', '姓名', '与户主关系'],
      ['H1', '姓名', '户主'],
    ];
    expect(headerPlace(table(rows))).toMatchObject({ row: 1, rows: 1 });
  });

  it('nowhere: the first row that is not blank', () => {
    expect(headerPlace(table([[], ['a', 'b'], ['1', '2']]))).toEqual({ row: 2, rows: 1, known: 0 });
  });
});

describe('two rows are joined', () => {
  const rows = [
    ['户编号', '家庭成员', '', '备注'],
    ['', '姓名', '在校生状况', ''],
  ];
  const joined = ['户编号', '家庭成员·姓名', '家庭成员·在校生状况', '备注'];

  it('by the cells that are merged', () => {
    expect(joinedHeaders(table(rows, [down(1, 0), across(1, 1, 2), down(1, 3)]), 1, 2)).toEqual(joined);
  });

  it('but no cell beside a merged group belongs to it', () => {
    const beside = [
      ['户编号', '家庭成员', '', ''],
      ['', '姓名', '在校生状况', '备注'],
    ];
    expect(joinedHeaders(table(beside, [down(1, 0), across(1, 1, 2)]), 1, 2)).toEqual([
      '户编号',
      '家庭成员·姓名',
      '家庭成员·在校生状况',
      '备注',
    ]);
  });

  it('by the empty cells after a group, in a file that tells no merged cells', () => {
    expect(joinedHeaders(table(rows), 1, 2)).toEqual(joined);
  });

  it('and mean what the name says, unless group and name together are known', () => {
    expect(joined.map(meaningOf)).toEqual(['户编号', '姓名', '在校生状况', '备注']);
    expect(meaningOf('户主·姓名')).toBe('户主姓名');
  });
});

describe('columns are matched', () => {
  const place = { sheet: 0, row: 1, rows: 1 } as const;
  const matched = (...headers: readonly string[]) =>
    matchHeaders(table([headers, headers.map(() => '值')]), place).columns.map(({ field, confidence }) => [
      field,
      confidence,
    ]);

  it('with how sure that is', () => {
    expect(
      matched('户编号', ' 证件 号码 ', '人均可支配收入（元）', '务工时间(月)', '与户主的关系', '鸡的数量'),
    ).toEqual([
      ['household.id', 'exact'],
      ['person.idNumber', 'normalised'],
      ['household.perCapitaDisposableIncome', 'normalised'],
      ['person.monthsWorked', 'normalised'],
      ['person.relation', 'nearest'],
      [null, 'none'],
    ]);
  });

  it('人均纯收入 is not 人均可支配收入, and neither is proposed for the other', () => {
    expect(matched('人均纯收入')).toEqual([['household.perCapitaNetIncome', 'exact']]);
    expect(matched('人均可支配收入')).toEqual([['household.perCapitaDisposableIncome', 'exact']]);
    expect(matched('家庭人均纯收入').flat()).not.toContain('household.perCapitaDisposableIncome');
  });

  it('twice the same: only the first is used', () => {
    expect(matched('户编号', '姓名', '姓名')).toEqual([
      ['household.id', 'exact'],
      ['person.name', 'exact'],
      [null, 'none'],
    ]);
  });

  it('with samples and preview that are masked', () => {
    const rows = [
      ['户编号', '姓名', '银行卡号'],
      ['H1', '合成甲', '990000000000000001'],
      ['H2', '丙合成', '990000000000000002'],
    ];
    const { columns, preview } = matchHeaders(table(rows), place);
    expect(columns[1]?.samples).toEqual(['合*', '丙*']);
    expect(preview[1]).toEqual(['**', '合*', '990*************01']);
  });
});

it('the fingerprint is that of the headers alone', () => {
  expect(fingerprint(['户编号', '姓 名'])).toBe(fingerprint(['户编号', '姓名']));
  expect(fingerprint(['户编号', '姓名'])).not.toBe(fingerprint(['姓名', '户编号']));
});
