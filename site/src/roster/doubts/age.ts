/**
 * Completed years from one day to another, both yyyy-mm-dd; negative where the first comes later.
 *
 * @example
 * yearsBetween('2004-09-02', '2017-09-01') // 12
 */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
