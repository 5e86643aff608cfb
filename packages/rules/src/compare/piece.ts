import type { Bearing, Difference, Path } from './comparison.ts';

export type Data = Readonly<Record<string, unknown>>;

/** A difference inside one rule, parameter …: what it says before it is known whose it is. */
export type Piece = Pick<Difference, 'change' | 'bears' | 'part' | 'path' | 'side'> &
  Partial<Pick<Difference, 'within' | 'from' | 'to' | 'before' | 'after' | 'amendedBy'>>;

/** Where two values stand: their part, the paths in both files, and how far a difference can reach at most. */
export interface Place {
  readonly part: readonly string[];
  readonly before: Path;
  readonly after: Path;
  readonly bears: Bearing;
}

/** The same content; the order of keys is none, and a key without a value is no key. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Data, b as Data];
  const given = (data: Data): string[] => Object.keys(data).filter((key) => data[key] !== undefined);
  const keys = given(left);
  return keys.length === given(right).length && keys.every((key) => same(left[key], right[key]));
}

/** The difference of two values as wholes. */
export function piece(before: unknown, after: unknown, place: Place, more: Partial<Piece> = {}): Piece {
  const side = after === undefined ? 'before' : 'after';
  return {
    change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    bears: place.bears,
    part: place.part,
    path: place[side],
    side,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...more,
  };
}
