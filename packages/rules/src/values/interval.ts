/** A number known only to lie between two bounds, both possible. Infinite where there is none. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What evaluation yields. `undefined` is unknown; an Interval is a number that is partly known. */
export type Value = undefined | boolean | number | string | readonly unknown[] | Interval;

export const anything: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

export function isInterval(value: Value): value is Interval {
  return typeof value === 'object' && !Array.isArray(value);
}

/** A number or an interval as an interval; unknown as one without bounds. */
export function toInterval(value: Value): Interval {
  if (typeof value === 'number') return { low: value, high: value };
  return isInterval(value) ? value : anything;
}

/** The plain number where both bounds are the same, else the interval. */
export function fromBounds(low: number, high: number): number | Interval {
  return low === high ? low : { low, high };
}

export function add(a: Interval, b: Interval): number | Interval {
  return fromBounds(a.low + b.low, a.high + b.high);
}

export function subtract(a: Interval, b: Interval): number | Interval {
  return fromBounds(a.low - b.high, a.high - b.low);
}

/** Zero times anything is zero, however unknown the other side. */
export function multiply(a: Interval, b: Interval): number | Interval {
  const first = product(a.low, b.low);
  const second = product(a.low, b.high);
  const third = product(a.high, b.low);
  const fourth = product(a.high, b.high);
  return fromBounds(Math.min(first, second, third, fourth), Math.max(first, second, third, fourth));
}

function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}
