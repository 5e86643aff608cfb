const total = /^(合计|总计|小计|共计|累计|total)([（(：:].*)?$/i;
const note =
  /^(注|说明|备注|附注|填表说明|联系电话|.{0,6}(人|单位|部门|日期|时间)([（(](签字|签名|盖章|签章)[）)])?)[：:]/;
/** A line of signatures has few cells; a person has many. */
const mostCells = 6;

/**
 * What a row below the headers is if it is nobody's: a row of totals, or a note or signature line under the table.
 *
 * @example
 * rowKind(['合 计', '', '3 人']) // 'total'
 * rowKind(['填表人：', '合成甲', '审核人：']) // 'note'
 */
export function rowKind(cells: readonly string[]): 'total' | 'note' | undefined {
  const filled = cells.map((cell) => cell.replace(/\s+/g, '')).filter((cell) => cell !== '');
  const [first] = filled;
  if (first === undefined) return undefined;
  if (filled.length <= mostCells && note.test(first)) return 'note';
  return filled.some((cell) => total.test(cell)) ? 'total' : undefined;
}
