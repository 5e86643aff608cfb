/** True, false, or null: unknown. */
export type Truth = boolean | null;

export function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

export function or(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}

export function not(a: Truth): Truth {
  return a === null ? null : !a;
}

export function isOne(actual: string | null, expected: string): Truth {
  return actual === null ? null : actual === expected;
}

export function isNot(actual: string | null, unwanted: string): Truth {
  return actual === null ? null : actual !== unwanted;
}

/** Is a count that lies from low to high at least so many? */
export function reaches(low: number, high: number, least: number): Truth {
  return low >= least ? true : high < least ? false : null;
}

export function above(actual: number | null, threshold: number): Truth {
  return actual === null ? null : actual > threshold;
}

export function atLeast(actual: number | null, threshold: number): Truth {
  return actual === null ? null : actual >= threshold;
}

export function atMost(actual: number | null, threshold: number): Truth {
  return actual === null ? null : actual <= threshold;
}
