import { expect, it } from 'vitest';
import { rowKind } from './row-kind.ts';

it.each([
  [['合计', '', '3'], 'total'],
  [['', ' 总 计 ', '3'], 'total'],
  [['小计（甲村）', '3'], 'total'],
  [['填表人：合成甲', '', '审核人：合成乙'], 'note'],
  [['单位负责人（签字）：', ''], 'note'],
  [['注：本表一式三份'], 'note'],
  [['H1', '合成甲', '户主'], undefined],
  [['合计村', '合成甲'], undefined],
  [['备注村民', '合成甲'], undefined],
  [['', ''], undefined],
])('%j is %s', (cells, kind) => {
  expect(rowKind(cells)).toBe(kind);
});

it('a person whose remark begins like a note is still a person', () => {
  expect(rowKind(['备注：', '合成甲', '户主', '小学', '健康', '是', '否'])).toBeUndefined();
});
