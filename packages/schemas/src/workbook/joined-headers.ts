import { isKnownHeader } from '../table/index.ts';
import type { Merge, OpenTable } from './open-table.ts';

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The headers of a table, one for each column. Of two rows the upper one holds groups over several columns, each of which is then called
 * `组·列`.
 *
 * @example
 * const rows = [['户主', ''], ['姓名', '年龄']]
 * joinedHeaders({ name: '', rows, columns: 2, merges: [], notes: new Map(), broken: new Set() }, 1, 2) // ['户主·姓名', '户主·年龄']
 */
export function joinedHeaders(table: OpenTable, row: number, rows: 1 | 2): string[] {
  const upper = table.rows[row - 1] ?? [];
  const lower = rows === 2 ? (table.rows[row] ?? []) : [];
  const headers: string[] = [];
  let group = '';
  const merges = new Map(table.merges.filter(({ top }) => top === row - 1).map((each) => [each.left, each]));
  let merge: Merge | undefined;
  for (let place = 0; place < table.columns; place++) {
    const own = tidy(upper[place] ?? '');
    if (rows === 1) {
      headers.push(own);
      continue;
    }
    const name = tidy(lower[place] ?? '');
    merge = merges.get(place) ?? (merge !== undefined && place <= merge.right ? merge : undefined);
    if (own !== '') group = own;
    else if (merge !== undefined) group = tidy(upper[merge.left] ?? '');
    // In a file that tells which cells are merged, an empty cell beside a group does not belong to it.
    else if (table.merges.length > 0) group = '';
    if (name === '') headers.push(own === '' && merge?.bottom === row ? group : own);
    else headers.push(group === '' || group === name ? name : `${group}·${name}`);
  }
  return headers;
}

/**
 * The part of a joined header that says what the column holds: the whole, else the group and the name in one word, else the name.
 *
 * @example
 * meaningOf('户主·姓名') // '户主姓名'
 * meaningOf('家庭成员情况·在校生状况') // '在校生状况'
 */
export function meaningOf(header: string): string {
  const at = header.lastIndexOf('·');
  if (at < 0) return header;
  const name = header.slice(at + 1);
  const joined = header.slice(0, at) + name;
  return [header, joined, name].find((each) => isKnownHeader(each)) ?? header;
}
