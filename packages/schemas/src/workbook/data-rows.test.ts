import { describe, expect, it } from 'vitest';
import { dataRows } from './data-rows.ts';
import { joinedHeaders } from './joined-headers.ts';
import type { Merge, OpenTable } from './open-table.ts';

const tableOf = (rows: readonly (readonly string[])[], merges: readonly Merge[]): OpenTable => ({
  name: '',
  rows,
  columns: Math.max(...rows.map(({ length }) => length)),
  merges,
  notes: new Map(),
  broken: new Set(),
});
const down = (top: number, bottom: number, left = 0): Merge => ({ top, bottom, left, right: left });
const read = (table: OpenTable) => [...dataRows(table, { sheet: 0, row: 1, rows: 1 })];

describe('rows of data', () => {
  const rows = [['户编号', '姓名'], ['H1', '甲'], ['', '乙'], [], ['', '丙'], ['H2', '丁']];

  it('are filled with what is merged over them, as far as it is', () => {
    expect(read(tableOf(rows, [down(1, 3)]))).toEqual([
      { row: 2, cells: ['H1', '甲'] },
      { row: 3, cells: ['H1', '乙'] },
      { row: 5, cells: ['', '丙'] },
      { row: 6, cells: ['H2', '丁'] },
    ]);
    expect(read(tableOf(rows, [down(1, 4)]))[2]).toEqual({ row: 5, cells: ['H1', '丙'] });
  });

  it('are filled past their own last cell, and never over a cell that says something', () => {
    const beside = [['户编号', '姓名', '村'], ['H1', '甲', '某村'], ['H1'], ['H1', '丙', '他村']];
    expect(read(tableOf(beside, [down(1, 3, 2), down(1, 2, 1)])).map(({ cells }) => cells)).toEqual([
      ['H1', '甲', '某村'],
      ['H1', '甲', '某村'],
      ['H1', '丙', '他村'],
    ]);
  });

  it('are not filled with headers, nor by what is merged to the side alone', () => {
    expect(read(tableOf(rows, [down(0, 4), { top: 1, bottom: 1, left: 0, right: 1 }]))).toEqual(
      read(tableOf(rows, [])),
    );
  });

  it('are filled by the range that begins last, where several overlap, and by none after it', () => {
    const ids = [['户编号'], ['H1', '甲'], ['H2', '乙'], ['', '丙'], ['', '丁'], ['', '戊']];
    for (const merges of [
      [down(1, 5), down(2, 3)],
      [down(2, 3), down(1, 5)],
    ])
      expect(read(tableOf(ids, merges)).map(({ cells }) => cells[0])).toEqual(['H1', 'H2', 'H2', '', '']);
  });

  it('are read once each, however many ranges overlap', () => {
    const count = 3000;
    const many = [['户编号', '姓名'], ...Array.from({ length: count }, (_, row) => [String(row), '甲']), ['', '乙']];
    const merges = Array.from({ length: count }, (_, row) => down(row + 1, count + 1));
    const found = read(tableOf(many, merges));
    expect(found).toHaveLength(count + 1);
    expect(found.at(-1)?.cells).toEqual([String(count - 1), '乙']);
  });
});

describe('headers of two rows', () => {
  it('belong to the group that is merged over them, and to the one that begins last where groups overlap', () => {
    const rows = [
      ['户主', '', '', '', '子女', ''],
      ['姓名', '年龄', '', '电话', '姓名', '年龄'],
    ];
    const over = (left: number, right: number): Merge => ({ top: 0, bottom: 0, left, right });
    expect(joinedHeaders(tableOf(rows, [over(0, 2), over(4, 5)]), 1, 2)).toEqual([
      '户主·姓名',
      '户主·年龄',
      '',
      '电话',
      '子女·姓名',
      '子女·年龄',
    ]);
    expect(joinedHeaders(tableOf(rows, [over(0, 5), over(4, 5)]), 1, 2).slice(3)).toEqual([
      '户主·电话',
      '子女·姓名',
      '子女·年龄',
    ]);
    expect(joinedHeaders(tableOf(rows, [over(4, 4), over(0, 3)]), 1, 2).slice(4)).toEqual(['子女·姓名', '年龄']);
  });
});
