import { plainHeader } from '@jingzhun/schemas/table';
import type { OpenTable } from '@jingzhun/schemas/workbook';
import { joinedHeaders } from '@jingzhun/schemas/workbook';

/** A policy and the places that it is of, the widest first. */
export interface Region {
  readonly policy: string;
  readonly places: readonly string[];
}

/** Headers of columns that hold places. */
const ofPlaces = /[省市县区旗乡镇]$|地址|住址|行政区划/;

/**
 * The policy of the region that a roster says it is of, and the place by which that is told: the narrowest place of the
 * policy stands in the name of the file or sheet, in a title above the headers, or in a column of places. Of several, the
 * one most of whose places are named; none where two are named alike, for towns of one name are in many provinces.
 */
export function regionOf(
  fileName: string,
  table: OpenTable,
  headers: { readonly row: number; readonly rows: 1 | 2 },
  regions: readonly Region[],
): { readonly policy: string; readonly place: string } | undefined {
  const titles = table.rows.slice(0, headers.row - 1).flat();
  const columns = joinedHeaders(table, headers.row, headers.rows).flatMap((header, column) =>
    ofPlaces.test(plainHeader(header)) ? [column] : [],
  );
  const body = table.rows.slice(headers.row - 1 + headers.rows);
  const cells = body.flatMap((row) => columns.map((column) => row[column] ?? ''));
  const text = [fileName, table.name, ...titles, ...cells].join('\n');
  const named = regions.flatMap(({ policy, places }) => {
    const place = places.at(-1);
    if (place === undefined || !text.includes(place)) return [];
    return [{ policy, place, count: places.filter((each) => text.includes(each)).length }];
  });
  const most = Math.max(...named.map(({ count }) => count));
  const [best, ...others] = named.filter(({ count }) => count === most);
  return best === undefined || others.length > 0 ? undefined : { policy: best.policy, place: best.place };
}
