/**
 * Truth as two bits, so that Kleene's logic needs no branch: can it be true (1), can it be false (2)? Unknown is both.
 * Columns hold 0 for unknown.
 */
export const unknown = 3;

export function bits(truth: number): number {
  return truth === 0 ? unknown : truth;
}

export function both(a: number, b: number): number {
  return (a & b & 1) | ((a | b) & 2);
}

export function either(a: number, b: number): number {
  return ((a | b) & 1) | (a & b & 2);
}

export function negated(a: number): number {
  return ((a & 1) << 1) | (a >> 1);
}

/** The code of what is met, unmet or unknown. */
export const plainStatus = Uint8Array.of(0, 1, 4, 2);

/** By scope and test: outside the scope a rule does not apply. */
const scopedStatus = Uint8Array.of(0, 0, 0, 0, 0, 1, 4, 2, 0, 5, 5, 5, 0, 2, 2, 2);

export function within(scope: number, test: number): number {
  return scopedStatus[(scope << 2) | test] as number;
}
