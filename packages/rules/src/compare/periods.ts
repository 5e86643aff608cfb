import { canonical } from '../load/digest.ts';
import { addDays } from '../values/dates.ts';
import type { Piece } from './piece.ts';

/** What holds between two days, both included. `''`: from the start; null: without end. */
export interface Slice<T> {
  readonly from: string;
  readonly to: string | null;
  readonly value: T;
}

/** Always, where nothing depends on the day or a day was chosen. */
export const always = <T>(value: T): Slice<T>[] => [{ from: '', to: null, value }];

/**
 * The differences of what holds over time, period by period. Neighbouring periods with the same difference are one.
 *
 * `compared` is asked for each period in which both sides stay as they are.
 */
export function piecesByPeriod<T>(
  before: readonly Slice<T>[],
  after: readonly Slice<T>[],
  compared: (before: T | undefined, after: T | undefined) => readonly Piece[],
): Piece[] {
  const days = [...before, ...after].flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
  const starts = [...new Set(days)].sort();
  const runs: { key: string; piece: Piece; from: string; to: string | null; last: number }[] = [];
  for (const [index, from] of starts.entries()) {
    const next = starts[index + 1];
    const to = next === undefined ? null : addDays(next, -1);
    for (const piece of compared(on(before, from), on(after, from))) {
      const { path: _, ...what } = piece;
      const key = canonical(what);
      const run = runs.find((each) => each.key === key && each.last === index - 1);
      if (run === undefined) runs.push({ key, piece, from, to, last: index });
      else Object.assign(run, { to, last: index });
    }
  }
  return runs.map(({ piece, from, to }) => ({
    ...piece,
    ...(from === '' ? {} : { from }),
    ...(to === null ? {} : { to }),
  }));
}

const on = <T>(slices: readonly Slice<T>[], day: string): T | undefined =>
  slices.findLast(({ from, to }) => from <= day && (to === null || day <= to))?.value;
