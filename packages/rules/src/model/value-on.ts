import { isWithin } from './rules-on.ts';

/**
 * The one of a parameter's values that holds on a day: the last that has begun, unless it was closed before. A value
 * that another took the place of does not come back when that one ends.
 */
export function valueOn<T extends { readonly from: string; readonly to?: string }>(
  values: readonly T[],
  day: string,
): T | undefined {
  const last = values.findLast(({ from }) => from <= day);
  return last && isWithin(last, day) ? last : undefined;
}
