export interface WordLimits {
  /** Numbers begin above it. */
  readonly above: number;
  readonly largest: number;
  /** How many values are kept in mind; past that all are forgotten. */
  readonly most: number;
  /** Of a text, in characters. */
  readonly longest: number;
}

/**
 * Numbers for texts and other values: never the same for two, though one that was forgotten gets another. 0 is none: for
 * a text too long to be kept, and where numbers have run out.
 */
export function words({ above, largest, most, longest }: WordLimits): (value: unknown) => number {
  const known = new Map<unknown, number>();
  let last = above;
  return (value) => {
    const word = known.get(value);
    if (word !== undefined) return word;
    if (last === largest || (typeof value === 'string' && value.length > longest)) return 0;
    if (known.size >= most) known.clear();
    known.set(value, ++last);
    return last;
  };
}
