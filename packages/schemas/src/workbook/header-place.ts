import { isKnownHeader } from '../table/index.ts';
import { joinedHeaders, meaningOf } from './joined-headers.ts';
import type { OpenTable } from './open-table.ts';

/** Titles and notes above the headers; nobody writes more lines of them. */
const mostAbove = 30;

/**
 * Where the headers seem to stand: the row, or the two rows, of which most cells are known headers.
 *
 * @example
 * const rows = [['某村花名册'], ['户编号', '姓名']]
 * headerPlace({ name: '', rows, columns: 2, merges: [], notes: new Map(), broken: new Set() }) // { row: 2, rows: 1, known: 2 }
 */
export function headerPlace(table: OpenTable): { readonly row: number; readonly rows: 1 | 2; readonly known: number } {
  let best: { row: number; rows: 1 | 2; known: number } = { row: firstFilled(table), rows: 1, known: 0 };
  const last = Math.min(mostAbove, table.rows.length);
  for (let row = 1; row <= last; row++) {
    // One row before two: two must know more than either of them alone.
    const alone = knownIn(joinedHeaders(table, row, 1));
    if (alone > best.known) best = { row, rows: 1, known: alone };
    if (row === table.rows.length) continue;
    const both = knownIn(joinedHeaders(table, row, 2));
    const second = knownIn(joinedHeaders(table, row + 1, 1));
    if (both > best.known && both > alone && both > second) best = { row, rows: 2, known: both };
  }
  return best;
}

const knownIn = (headers: readonly string[]): number =>
  new Set(headers.filter((header) => isKnownHeader(meaningOf(header)))).size;

function firstFilled({ rows }: OpenTable): number {
  const found = rows.findIndex((cells) => cells.length > 0);
  return found < 0 ? 1 : found + 1;
}
