import type { OpenTable } from '@jingzhun/schemas/workbook';
import { expect, it } from 'vitest';
import { regionOf } from './region.ts';

const regions = [
  { policy: 'town', places: ['甲省', '乙市', '丙县', '丁镇'] },
  { policy: 'county', places: ['甲省', '乙市', '丙县'] },
  { policy: 'province', places: ['戊省'] },
];

const tableOf = (...rows: readonly (readonly string[])[]): OpenTable => ({
  name: 'Sheet1',
  rows,
  columns: Math.max(...rows.map(({ length }) => length)),
  merges: [],
  notes: new Map(),
  broken: new Set(),
});
const headers = ['姓名', '家庭住址', '备注'];
const found = (table: OpenTable, row = 1, name = '名册.csv') => regionOf(name, table, { row, rows: 1 }, regions);

it('is told by the name of the file, a title, or a column of places', () => {
  expect(found(tableOf(headers), 1, '戊省名册.csv')).toEqual({ policy: 'province', place: '戊省' });
  expect(found(tableOf(['丙县贫困户花名册'], headers), 2)).toEqual({ policy: 'county', place: '丙县' });
  expect(found(tableOf(headers, ['', '戊省己县']))).toEqual({ policy: 'province', place: '戊省' });
});

it('takes the policy of which most places are named', () => {
  expect(found(tableOf(['丙县丁镇花名册'], headers), 2)?.policy).toBe('town');
});

it('takes none for a town of that name in another province', () => {
  expect(found(tableOf(['戊省庚县丁镇花名册'], headers), 2)).toBeUndefined();
});

it('takes no place from other columns', () => {
  expect(found(tableOf(headers, ['', '', '到丙县务工']))).toBeUndefined();
});
