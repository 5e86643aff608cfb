import { expect, test } from 'vitest';
import { cellsOf, isBlock, type PasteColumn, planPaste } from './paste-block.ts';

const columns: PasteColumn[] = [
  { key: 'name', names: ['称呼', '姓名'] },
  { key: 'stage', names: ['在读学段', '在校生状况'] },
  { key: 'labour', names: ['劳动能力', '劳动技能'] },
];

test('cells are split as spreadsheets copy them', () => {
  expect(cellsOf('甲\t小学\r\n乙\t\r\n')).toEqual([
    ['甲', '小学'],
    ['乙', ''],
  ]);
  expect(cellsOf('"a\nb"\t"say ""x"""\n\n')).toEqual([['a\nb', 'say "x"']]);
  expect(cellsOf('')).toEqual([]);
});

test('text for one cell is no block', () => {
  expect(isBlock('小学')).toBe(false);
  expect(isBlock('小学\n')).toBe(false);
  expect(isBlock('a\tb')).toBe(true);
  expect(isBlock('a\nb')).toBe(true);
});

test('a heading line is matched by name, whatever its blanks, widths and units', () => {
  const plan = planPaste('劳动技能（选填）\t 姓 名\t证件号码\n普通劳动力\t甲\t1', columns, 2);
  expect(plan.columns.map((column) => column?.key)).toEqual(['labour', 'name', undefined]);
  expect(plan.rows).toEqual([['普通劳动力', '甲', '1']]);
  expect(plan.unmatched).toEqual(['证件号码']);
  expect(plan.firstRow).toBe(2);
});

test('without a heading line columns follow from where the block is pasted, and what sticks out has none', () => {
  const plan = planPaste('小学\t普通劳动力\t多余', columns, 1);
  expect(plan.columns.map((column) => column?.key)).toEqual(['stage', 'labour', undefined]);
  expect(plan.firstRow).toBe(1);
});
