import type { Dialect } from './dialect.ts';

/** How many conditions a number of reasons can tell of: two bits each, of the 63 that databases have for a whole number. */
export const mostConditions = 31;

/** The type of a number that tells of so many conditions, the narrowest that databases share: what is written with it weighs less. */
export function typeFor(conditions: number, { small, code, whole }: Pick<Dialect, 'small' | 'code' | 'whole'>) {
  return conditions <= 3 ? small : conditions <= 7 ? code : whole;
}

/** What the digit of the condition at a place is multiplied with. */
export function stepOf(place: number): bigint {
  return 4n ** BigInt(place);
}
