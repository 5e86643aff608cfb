/** Three-valued truth as small numbers, so that tables of it are bytes. */
export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export type Truth = typeof FALSE | typeof TRUE | typeof UNKNOWN;

/** The truth that both agree on; unknown where they differ. */
export function agreement(a: Truth, b: Truth): Truth {
  return a === b ? a : UNKNOWN;
}

export function truthOf(value: unknown): Truth {
  return value === true ? TRUE : value === false ? FALSE : UNKNOWN;
}

/** Kleene's `all` (false wins) or `any` (true wins). */
export function join(all: boolean, parts: Iterable<Truth>): Truth {
  const decisive = all ? FALSE : TRUE;
  let result: Truth = all ? TRUE : FALSE;
  for (const part of parts) {
    if (part === decisive) return decisive;
    if (part === UNKNOWN) result = UNKNOWN;
  }
  return result;
}

export function negate(truth: Truth): Truth {
  return truth === UNKNOWN ? UNKNOWN : truth === TRUE ? FALSE : TRUE;
}
