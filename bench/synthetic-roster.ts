import { COLUMNS, type Row } from '../examples/rosters/synthetic/columns.ts';
import { inventRows } from '../examples/rosters/synthetic/rows.ts';

/** A synthetic (合成数据) roster of so many households: one invented county after another, each with numbers and villages of its own. */
export function* syntheticRoster(households: number): Generator<readonly string[]> {
  yield COLUMNS;
  let made = 0;
  for (let county = 0; ; county++) {
    const mark = String(county).padStart(2, '0');
    let last = '';
    for (const row of inventRows(county + 1)) {
      if (row.户编号 !== last) {
        if (made === households) return;
        made++;
        last = row.户编号;
      }
      const own: Row = {
        ...row,
        户编号: `${row.户编号}${mark}`,
        人编号: `${row.人编号}${mark}`,
        行政村: `${row.行政村}${mark}`,
      };
      yield COLUMNS.map((column) => own[column]);
    }
  }
}
