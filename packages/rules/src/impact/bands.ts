import type { Measure } from './measures.ts';
import { parts } from './measures.ts';

/** Households whose certain amount changes by as much: from `from` to `to`, both included and in the unit. Exact where they are equal. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly households: number;
}

/** How the amounts of a measure are spread over the households, in bands. */
export interface Distribution extends Measure {
  readonly bands: readonly Band[];
}

/** More different values than this are put together in bands. */
const mostValues = 12;

/**
 * How many households change by how much. Few different values stand as they are; many are put in bands of a round width, such that there
 * are at most a dozen, none reaches over 0, and each begins and ends with a value that occurs.
 */
export function bandsOf(households: ReadonlyMap<number, number>): Band[] {
  const values = [...households].sort(([a], [b]) => a - b);
  if (values.length <= mostValues) {
    return values.map(([value, count]) => ({ from: value / parts, to: value / parts, households: count }));
  }
  const [least, most] = [values[0]?.[0] ?? 0, values.at(-1)?.[0] ?? 0];
  const width = roundWidth((most - least) / (mostValues - 2));
  const bands = new Map<number, { from: number; to: number; households: number }>();
  for (const [value, count] of values) {
    // Bands of losses end at 0 as those of gains begin there.
    const place = value < 0 ? -Math.ceil(-value / width) : Math.ceil(value / width);
    const band = bands.get(place);
    if (band === undefined) bands.set(place, { from: value / parts, to: value / parts, households: count });
    else Object.assign(band, { to: value / parts, households: band.households + count });
  }
  return [...bands.values()];
}

/** The next of 1, 2, 5, 10, 20 … units that is no smaller. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  return ([1, 2, 5].find((step) => step * power >= width) ?? 10) * power;
}
